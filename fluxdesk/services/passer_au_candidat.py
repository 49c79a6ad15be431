"""A candidate came to nothing, the offer goes on: the next one, or new ones (regles.md 80, 85)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from fluxdesk.domain.calendrier import Calendrier, sans_feries
from fluxdesk.domain.candidat import EtatCandidat
from fluxdesk.domain.dates import en_lettres
from fluxdesk.domain.echeance import echeance_nouveaux
from fluxdesk.domain.echec import RESPONSABLES, CauseEchec, Responsable
from fluxdesk.domain.erreurs import FluxDeskError, IntrouvableError
from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.services.enregistrer_issue import DateAvantOffreError
from fluxdesk.services.imputer_offre import cle_de, plume
from fluxdesk.services.noter_etape import exiger_ouverte
from fluxdesk.services.suivre import Dit, changer_offre, perdre_candidat
from fluxdesk.services.tenir_registre import convention_de

if TYPE_CHECKING:
    from datetime import date

    from fluxdesk.domain.calendrier import Feries
    from fluxdesk.domain.candidat import Candidat
    from fluxdesk.domain.echeance import Echeance
    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.services.depots import UnitOfWork


class PasDuCandidatError(FluxDeskError):
    """The cause is not of those by which one candidate comes to nothing."""

    def __init__(self, cause: CauseEchec) -> None:
        super().__init__(
            f"« {cause.value} » n’est ni un refus du candidat ni une décision de la CAL : "
            "enregistrez la réponse à l’offre."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidatPerdu:
    """Why a candidate came to nothing, and what follows.

    ``candidat_id`` is whom, where the candidates are recorded. ``nouveaux`` asks the réservataire
    for others; False goes on with the next of those already presented.
    """

    orientation_id: int
    cause: CauseEchec
    jour: date
    motif: str = ""
    candidat_id: int | None = None
    nouveaux: bool = False


def passer_au_candidat(
    perdu: CandidatPerdu, *, uow: UnitOfWork, feries: Feries = sans_feries
) -> Orientation:
    """Keep the offer open for the next candidate; the account does not move.

    With new candidates asked for, an attribution that came to nothing is given up, and the
    deadline is the convention's for new candidates, where it says one.

    Raises:
        IntrouvableError: no such offer, or no such candidate on it.
        OffreCloseError: the offer is closed.
        PasDuCandidatError: the cause is the réservataire's or the landlord's.
        DateAvantOffreError: before the offer, or before the CAL that chose the candidate.
    """
    owner = RESPONSABLES[perdu.cause]
    if owner not in {Responsable.CANDIDAT, Responsable.CAL}:
        raise PasDuCandidatError(perdu.cause)
    with uow:
        before = uow.orientations.lire(perdu.orientation_id)
        exiger_ouverte(before)
        earliest = before.date_attribution or before.jour
        if perdu.jour < earliest:
            raise DateAvantOffreError(perdu.jour, earliest)
        person = _candidat(perdu, uow=uow)
        after = _suivant(before, owner)
        if perdu.nouveaux:
            after = _demander(after, _delai(after, perdu.jour, feries, uow=uow))
        said = Dit(_libelle(perdu), perdu.motif)
        if person is None:
            changer_offre(before, after, said, uow=uow)
        else:
            perdre_candidat((before, after), (person, _etat(perdu, owner)), said, uow=uow)
        if after.issue is not before.issue:
            plume(uow=uow).defaire(after, before.issue)
        uow.valider()
    return after


def prevoir_nouveaux(
    orientation_id: int, jour: date, *, uow: UnitOfWork, feries: Feries = sans_feries
) -> Echeance | None:
    """Until when new candidates would be waited for, asked that day; writes nothing.

    None where the convention says nothing of it: the deadline of the offer stays.

    Raises:
        IntrouvableError: no such offer.
    """
    with uow:
        return _delai(uow.orientations.lire(orientation_id), jour, feries, uow=uow)


def _suivant(before: Orientation, owner: Responsable) -> Orientation:
    """The offer without that candidate: what was notified, visited and set for it is over."""
    suivi = replace(
        before.suivi,
        visite=None,
        notification=None,
        reponse_echeance=None,
        reponse=None,
    )
    if before.issue is IssueOrientation.EN_COURS and owner is Responsable.CAL:
        suivi = replace(suivi, passages_cal=suivi.passages_cal + 1, cal_prevue=None)
    return replace(before, suivi=suivi)


def _demander(offre: Orientation, echeance: Echeance | None) -> Orientation:
    suivi = replace(offre.suivi, candidats_recus=None, dossiers_complets=None, cal_prevue=None)
    after = replace(
        offre,
        issue=IssueOrientation.EN_COURS,
        date_issue=None,
        date_attribution=None,
        motif_issue="",
        suivi=suivi,
    )
    if echeance is None:
        return after
    return replace(after, echeance=echeance.jour, echeance_explication=echeance.explication)


def _delai(offre: Orientation, jour: date, feries: Feries, *, uow: UnitOfWork) -> Echeance | None:
    convention = convention_de(cle_de(offre), uow=uow)
    if convention is None or offre.echeance is None:
        return None
    vacance = uow.vacances.lire(offre.vacance_id)
    place = uow.logements.lire(vacance.logement_id).departement
    return echeance_nouveaux(convention, jour, Calendrier(feries, place))


def _candidat(perdu: CandidatPerdu, *, uow: UnitOfWork) -> Candidat | None:
    if perdu.candidat_id is None:
        return None
    known = {c.id: c for c in uow.candidats.de_l_orientation(perdu.orientation_id)}
    if perdu.candidat_id not in known:
        what = "Le candidat"
        raise IntrouvableError(what, perdu.candidat_id)
    return known[perdu.candidat_id]


def _etat(perdu: CandidatPerdu, owner: Responsable) -> EtatCandidat:
    if perdu.cause is CauseEchec.DESISTEMENT:
        return EtatCandidat.DESISTE
    return EtatCandidat.NON_RETENU if owner is Responsable.CAL else EtatCandidat.REFUS


def _libelle(perdu: CandidatPerdu) -> str:
    then = "nouveaux candidats demandés" if perdu.nouveaux else "candidat suivant"
    return f"{perdu.cause.value}, le {en_lettres(perdu.jour)} ; {then}"
