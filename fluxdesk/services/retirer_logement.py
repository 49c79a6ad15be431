"""Withdraw a vacant dwelling from letting, and give it back to letting."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from fluxdesk.domain.dates import en_lettres
from fluxdesk.domain.echec import RESPONSABLES, Responsable
from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.offres import ouvertes
from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.domain.suivi_vacance import EtatVacance
from fluxdesk.services.annuler_orientation import MotifManquantError
from fluxdesk.services.enregistrer_issue import Reponse, noter_reponse
from fluxdesk.services.suivre import Dit, changer_vacance

if TYPE_CHECKING:
    from datetime import date

    from fluxdesk.domain.echec import CauseEchec
    from fluxdesk.domain.vacance import Vacance
    from fluxdesk.services.depots import UnitOfWork


class DejaRetireError(FluxDeskError):
    """The dwelling is withdrawn already."""

    def __init__(self, jour: date) -> None:
        super().__init__(
            f"Ce logement est retiré de la location depuis le {en_lettres(jour)} déjà."
        )


class PasRetireError(FluxDeskError):
    """The dwelling was not withdrawn."""

    def __init__(self) -> None:
        super().__init__("Ce logement n’est pas retiré de la location : il n’y a rien à rendre.")


class LoueError(FluxDeskError):
    """A lease was signed: the vacancy is over."""

    def __init__(self) -> None:
        super().__init__("Un bail est signé pour ce logement : il ne se retire plus.")


class CauseDuBailleurError(FluxDeskError):
    """The offers would be closed for a cause that is not the landlord's."""

    def __init__(self, cause: CauseEchec) -> None:
        super().__init__(
            f"« {cause.value} » n’est pas une cause de retrait : choisissez travaux, vente, "
            "relogement ou erreur."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Retrait:
    """A withdrawal: since when, why (mandatory), and what becomes of the open offers.

    ``cause`` closes them, each by the clause of its convention on withdrawals; None leaves them
    open: the dwelling is expected back, and nobody is asked again. ``etat`` is what it waits for.
    """

    vacance_id: int
    jour: date
    motif: str
    cause: CauseEchec | None = None
    etat: EtatVacance = EtatVacance.TRAVAUX


def retirer_logement(retrait: Retrait, *, uow: UnitOfWork) -> Vacance:
    """Withdraw it; the vacancy as it became.

    Raises:
        IntrouvableError: no such vacancy.
        MotifManquantError, DejaRetireError, LoueError, CauseDuBailleurError: see the classes.
        DateAvantOffreError, BailleurNeRefusePasError: as ``enregistrer_issue``.
    """
    if not retrait.motif.strip():
        raise MotifManquantError
    if retrait.cause is not None and RESPONSABLES[retrait.cause] is not Responsable.BAILLEUR:
        raise CauseDuBailleurError(retrait.cause)
    with uow:
        before = uow.vacances.lire(retrait.vacance_id)
        offers = uow.orientations.de_la_vacance(before.id)
        _verifier(before, [o.issue for o in offers])
        if retrait.cause is not None:
            for offer in ouvertes(offers):
                _clore(offer.id, retrait, uow=uow)
        suivi = replace(
            before.suivi,
            retrait=retrait.jour,
            retrait_motif=retrait.motif.strip(),
            etat=retrait.etat,
        )
        told = f"retiré de la location le {en_lettres(retrait.jour)}"
        after = changer_vacance(
            before, replace(before, suivi=suivi), Dit(told, retrait.motif), uow=uow
        )
        uow.valider()
    return after


def rendre_logement(vacance_id: int, *, jour: date, motif: str = "", uow: UnitOfWork) -> Vacance:
    """Give the dwelling back to letting; it can be let from that day on unless later was noted.

    Raises:
        IntrouvableError: no such vacancy.
        PasRetireError: it was not withdrawn.
    """
    with uow:
        before = uow.vacances.lire(vacance_id)
        if before.suivi.retrait is None:
            raise PasRetireError
        suivi = replace(before.suivi, retrait=None, retrait_motif="", etat=EtatVacance.COMMERCIALE)
        free = max(before.disponibilite or jour, jour)
        after = replace(before, suivi=suivi, disponibilite=free)
        told = f"rendu à la location le {en_lettres(jour)}"
        changer_vacance(before, after, Dit(told, motif), uow=uow)
        uow.valider()
    return after


def _verifier(vacance: Vacance, issues: list[IssueOrientation]) -> None:
    if vacance.suivi.retrait is not None:
        raise DejaRetireError(vacance.suivi.retrait)
    if IssueOrientation.BAIL_SIGNE in issues:
        raise LoueError


def _clore(orientation_id: int, retrait: Retrait, *, uow: UnitOfWork) -> None:
    answer = Reponse(
        orientation_id=orientation_id,
        issue=IssueOrientation.RETIREE,
        jour=retrait.jour,
        motif=retrait.motif,
        cause=retrait.cause,
    )
    noter_reponse(answer, uow=uow)
