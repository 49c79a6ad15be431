"""Note the day of a step that has no rule of its own but its place among the others."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from fluxdesk.domain.dates import en_lettres
from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.ordre_etapes import verifier_offre, verifier_passe, verifier_vacance
from fluxdesk.domain.orientation import ISSUES_OUVERTES, IssueOrientation
from fluxdesk.services.suivre import Dit, changer_offre, changer_vacance

if TYPE_CHECKING:
    from datetime import date

    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.domain.vacance import Vacance
    from fluxdesk.services.depots import UnitOfWork
    from fluxdesk.services.ports import Horloge


class EtapeLogement(StrEnum):
    """Steps of the dwelling; the value is the field of ``SuiviVacance``."""

    VISITE_CONSEIL = "visite_conseil"
    LIBERATION = "liberation"


class EtapeOffre(StrEnum):
    """Steps of an offer; the value is the field of ``SuiviOffre``."""

    CANDIDATS = "candidats_recus"
    DOSSIERS = "dossiers_complets"
    VISITE = "visite"
    CAL_PREVUE = "cal_prevue"
    SNE = "sne"
    ENTREE = "entree"


DITS: dict[EtapeLogement | EtapeOffre, str] = {
    EtapeLogement.VISITE_CONSEIL: "visite conseil",
    EtapeLogement.LIBERATION: "état des lieux de sortie",
    EtapeOffre.CANDIDATS: "candidats reçus",
    EtapeOffre.DOSSIERS: "dossiers complets",
    EtapeOffre.VISITE: "visite du candidat",
    EtapeOffre.CAL_PREVUE: "CAL fixée",
    EtapeOffre.SNE: "demande radiée du SNE",
    EtapeOffre.ENTREE: "entrée dans les lieux",
}
# These are planned ahead; the others are noted once they took place.
_PREVUES = frozenset({EtapeLogement.VISITE_CONSEIL, EtapeOffre.VISITE, EtapeOffre.CAL_PREVUE})
_DU_BAIL = frozenset({EtapeOffre.SNE, EtapeOffre.ENTREE})


class SansBailError(FluxDeskError):
    """The step follows a lease, and none was signed."""

    def __init__(self, numero: str) -> None:
        super().__init__(f"Aucun bail n’est signé pour l’offre {numero} : enregistrez-le d’abord.")


class OffreCloseError(FluxDeskError):
    """The offer came to an end: nothing more happens to it."""

    def __init__(self, numero: str, issue: IssueOrientation) -> None:
        super().__init__(
            f"L’offre {numero} est close (« {issue.value} ») : cette étape ne la concerne plus."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteLogement:
    """The day of a step of the dwelling; None takes back the day that was noted."""

    vacance_id: int
    etape: EtapeLogement
    jour: date | None
    motif: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteOffre:
    """The day of a step of an offer; None takes back the day that was noted."""

    orientation_id: int
    etape: EtapeOffre
    jour: date | None
    motif: str = ""


def noter_etape_logement(note: NoteLogement, *, uow: UnitOfWork, horloge: Horloge) -> Vacance:
    """Note it; the vacancy as it became.

    Raises:
        IntrouvableError: no such vacancy.
        EtapeFutureError, EtapeDesordonneeError: the day does not fit.
    """
    with uow:
        before = uow.vacances.lire(note.vacance_id)
        _verifier_jour(note, horloge)
        suivi = replace(before.suivi, **{note.etape.value: note.jour})  # type: ignore[arg-type] # a date of it
        after = replace(before, suivi=suivi)
        verifier_vacance(after)
        changer_vacance(before, after, _dit(note), uow=uow)
        uow.valider()
    return after


def noter_etape_offre(note: NoteOffre, *, uow: UnitOfWork, horloge: Horloge) -> Orientation:
    """Note it; the offer as it became.

    Raises:
        IntrouvableError: no such offer.
        OffreCloseError, SansBailError: the offer does not stand at this step.
        EtapeFutureError, EtapeDesordonneeError: the day does not fit.
    """
    with uow:
        after = ecrire_etape_offre(note, uow=uow, horloge=horloge)
        uow.valider()
    return after


def ecrire_etape_offre(note: NoteOffre, *, uow: UnitOfWork, horloge: Horloge) -> Orientation:
    """The same inside an open transaction, which the caller commits."""
    before = uow.orientations.lire(note.orientation_id)
    if note.etape in _DU_BAIL:
        exiger_bail(before)
    else:
        exiger_ouverte(before)
    _verifier_jour(note, horloge)
    suivi = replace(before.suivi, **{note.etape.value: note.jour})  # type: ignore[arg-type] # a date of it
    after = replace(before, suivi=suivi)
    verifier_offre(after)
    return changer_offre(before, after, _dit(note), uow=uow)


def exiger_ouverte(offre: Orientation) -> None:
    """Refuse a step of an offer that is closed.

    Raises:
        OffreCloseError: it is.
    """
    if offre.issue not in ISSUES_OUVERTES:
        raise OffreCloseError(offre.numero, offre.issue)


def exiger_bail(offre: Orientation) -> None:
    """Refuse a step that follows the lease where none was signed.

    Raises:
        SansBailError: none was.
    """
    if offre.issue is not IssueOrientation.BAIL_SIGNE:
        raise SansBailError(offre.numero)


def _verifier_jour(note: NoteLogement | NoteOffre, horloge: Horloge) -> None:
    if note.jour is not None and note.etape not in _PREVUES:
        verifier_passe(DITS[note.etape], note.jour, horloge.aujourd_hui())


def _dit(note: NoteLogement | NoteOffre) -> Dit:
    what = DITS[note.etape]
    day = f"le {en_lettres(note.jour)}" if note.jour else "date effacée"
    return Dit(f"{what}, {day}", note.motif)
