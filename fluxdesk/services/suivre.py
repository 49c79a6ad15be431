"""Dates and facts of a vacancy or of an offer: written with their images, taken back by them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from fluxdesk.domain.candidat import EtatCandidat
from fluxdesk.domain.orientation import Orientation
from fluxdesk.domain.typographie import typographier
from fluxdesk.services.fiches import lire_image
from fluxdesk.services.imputer_offre import plume
from fluxdesk.services.lots_du_journal import lire_json
from fluxdesk.services.tenir_fiches import FicheToucheeError
from fluxdesk.services.vacances_du_journal import lire_vacance

if TYPE_CHECKING:
    from fluxdesk.domain.candidat import Candidat
    from fluxdesk.domain.journal import EntreeJournal
    from fluxdesk.domain.vacance import Vacance
    from fluxdesk.services.depots import UnitOfWork

VACANCE, OFFRE, CANDIDAT = "vacance.suivre", "offre.suivre", "offre.candidat"
REVENIR = {VACANCE: "vacance.revenir", OFFRE: "offre.revenir", CANDIDAT: "offre.revenir"}


@dataclass(frozen=True, slots=True)
class Dit:
    """What the journal says of an act: its sentence, and why."""

    libelle: str
    motif: str = ""


def changer_vacance(before: Vacance, after: Vacance, dit: Dit, *, uow: UnitOfWork) -> Vacance:
    """Write a vacancy as it became, inside an open transaction; undone by ``revenir``."""
    uow.vacances.enregistrer(after)
    where = uow.logements.lire(after.logement_id)
    told = f"{where.adresse.ligne() or where.cle} : {dit.libelle}"
    uow.journal.ecrire(
        VACANCE,
        f"vacance:{after.id}",
        typographier(told),
        avant=before,
        apres=after,
        motif=dit.motif.strip(),
    )
    return after


def changer_offre(
    before: Orientation, after: Orientation, dit: Dit, *, uow: UnitOfWork
) -> Orientation:
    """Write an offer as it became, inside an open transaction; undone by ``revenir``."""
    uow.orientations.enregistrer(after)
    uow.journal.ecrire(
        OFFRE,
        f"orientation:{after.id}",
        typographier(f"Offre {after.numero} : {dit.libelle}"),
        avant=before,
        apres=after,
        motif=dit.motif.strip(),
    )
    return after


def perdre_candidat(
    offre: tuple[Orientation, Orientation],
    candidat: tuple[Candidat, EtatCandidat],
    dit: Dit,
    *,
    uow: UnitOfWork,
) -> None:
    """Write an offer, before and after, whose candidate became this; undone by ``revenir``.

    The journal keeps the number of the candidate and what it was: never who.
    """
    (before, after), (person, state) = offre, candidat
    uow.orientations.enregistrer(after)
    uow.candidats.enregistrer(replace(person, etat=state))
    uow.journal.ecrire(
        CANDIDAT,
        f"orientation:{after.id}",
        typographier(f"Offre {after.numero} : {dit.libelle}"),
        avant={"offre": before, "candidat": person.id, "etat": person.etat.value},
        apres={"offre": after, "candidat": person.id, "etat": state.value},
        motif=dit.motif.strip(),
    )


def lire_offre(image: Any) -> Orientation:  # noqa: ANN401 - a JSON object
    """The offer that the journal keeps as a JSON object."""
    return lire_image(image, Orientation)


def revenir(entree: EntreeJournal, *, motif: str, uow: UnitOfWork) -> str:
    """Put back the vacancy or the offer as it was before that entry; what was undone, in words.

    Raises:
        FicheToucheeError: it was changed since.
    """
    before: Any = lire_json(entree.avant)
    after: Any = lire_json(entree.apres)
    with uow:
        if entree.action == VACANCE:
            _revenir_vacance(entree, lire_vacance(before), lire_vacance(after), uow=uow)
        elif entree.action == CANDIDAT:
            was, became = lire_offre(before["offre"]), lire_offre(after["offre"])
            _revenir_offre(entree, was, became, uow=uow)
            _revenir_candidat(before, after, uow=uow)
        else:
            _revenir_offre(entree, lire_offre(before), lire_offre(after), uow=uow)
        told = typographier(f"Annulé : {entree.libelle}")
        uow.journal.ecrire(
            REVENIR[entree.action],
            entree.objet,
            told,
            avant=after,
            apres=before,
            motif=motif.strip(),
        )
        uow.valider()
    return told


def _revenir_vacance(
    entree: EntreeJournal, before: Vacance, after: Vacance, *, uow: UnitOfWork
) -> None:
    if uow.vacances.lire(after.id) != after:
        raise FicheToucheeError(entree.libelle)
    uow.vacances.enregistrer(before)


def _revenir_candidat(before: Any, after: Any, *, uow: UnitOfWork) -> None:  # noqa: ANN401 - JSON
    """What the candidate was, unless it was said otherwise since, or removed for good."""
    mine = uow.candidats.de_l_orientation(int(after["offre"]["id"]))
    person = next((c for c in mine if c.id == after["candidat"]), None)
    if person is not None and person.etat.value == after["etat"]:
        uow.candidats.enregistrer(replace(person, etat=EtatCandidat(before["etat"])))


def _revenir_offre(
    entree: EntreeJournal, before: Orientation, after: Orientation, *, uow: UnitOfWork
) -> None:
    if uow.orientations.lire(after.id) != after:
        raise FicheToucheeError(entree.libelle)
    uow.orientations.enregistrer(before)
    if before.issue is not after.issue:  # its attribution was given up: it stands again
        plume(uow=uow).avancer(before)
    if before.suivi.impute != after.suivi.impute:
        plume(uow=uow).transferer(after, before)
