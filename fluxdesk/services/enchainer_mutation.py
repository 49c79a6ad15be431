"""Mutation chains: the dwelling that a household leaves for another of ours comes back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fluxdesk.domain.candidat import EtatCandidat
from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.offres import principale
from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.domain.suivi_vacance import SuiviVacance
from fluxdesk.domain.vacance import CategorieSoustrait, CauseLiberation, Qualification, Vacance
from fluxdesk.services.enregistrer_conge import enregistrer_conge

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from fluxdesk.domain.candidat import Candidat
    from fluxdesk.services.depots import UnitOfWork


class SansMutationError(FluxDeskError):
    """No lease of this vacancy was signed by a household that leaves one of our dwellings."""

    def __init__(self) -> None:
        super().__init__(
            "Aucun locataire en mutation n’a signé le bail de ce logement : enregistrez un congé "
            "ordinaire."
        )


class DejaEnchaineeError(FluxDeskError):
    """The dwelling left was recorded already."""

    def __init__(self, numero: int) -> None:
        super().__init__(f"Le logement quitté est déjà enregistré : c’est la vacance n° {numero}.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Suite:
    """The dwelling left by a mutation: the one still to record, or the vacancy it became.

    ``vacance_id`` is the vacancy whose letting freed it, ``bail`` the day of that lease.
    """

    vacance_id: int
    bail: date
    ouverte: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LogementQuitte:
    """The dwelling left and whether its vacancy is taken out of the flux as a mutation.

    The officer decides: the category of R441-5 is for dwellings *needed* for mutations, and the
    one that comes back may well enter the flux.
    """

    vacance_id: int
    logement_id: int
    date_conge: date
    soustrait: bool = False


def suites_a_ouvrir(*, uow: UnitOfWork) -> tuple[Suite, ...]:
    """Leases of households in mutation whose former dwelling is not recorded yet, oldest first."""
    with uow:
        vacancies = uow.vacances.toutes()
        followed = {v.suivi.suite_de for v in vacancies}
        found = [
            Suite(vacance_id=offer.vacance_id, bail=offer.date_bail, ouverte=None)
            for offer in uow.orientations.toutes()
            if offer.issue is IssueOrientation.BAIL_SIGNE
            and offer.date_bail is not None
            and offer.vacance_id not in followed
            and _en_mutation(uow.candidats.de_l_orientation(offer.id))
        ]
    return tuple(sorted(found, key=lambda suite: (suite.bail, suite.vacance_id)))


def suite_de(vacance_id: int, *, uow: UnitOfWork) -> Suite | None:
    """What the letting of this vacancy freed; None where nobody in mutation signed.

    Raises:
        IntrouvableError: no such vacancy.
    """
    with uow:
        return _suite(vacance_id, uow=uow)


def ouvrir_suite(quitte: LogementQuitte, *, uow: UnitOfWork) -> int:
    """Open the vacancy of the dwelling left; its number.

    Raises:
        IntrouvableError: no such vacancy or dwelling.
        SansMutationError, DejaEnchaineeError: there is nothing to open.
        LogementSortiError, DejaVacantError: as ``enregistrer_conge``.
    """
    with uow:
        found = _suite(quitte.vacance_id, uow=uow)
    if found is None:
        raise SansMutationError
    if found.ouverte is not None:
        raise DejaEnchaineeError(found.ouverte)
    taken = quitte.soustrait
    vacance = Vacance(
        logement_id=quitte.logement_id,
        date_conge=quitte.date_conge,
        cause=CauseLiberation.MUTATION,
        qualification=Qualification.SOUSTRAIT if taken else Qualification.A_QUALIFIER,
        categorie_soustrait=CategorieSoustrait.MUTATION if taken else None,
        suivi=SuiviVacance(suite_de=quitte.vacance_id),
    )
    return enregistrer_conge(vacance, uow=uow)


def chaine_de(vacance_id: int, *, uow: UnitOfWork) -> tuple[Vacance, ...]:
    """The whole chain that a vacancy is of, the first dwelling freed first; itself at least.

    Raises:
        IntrouvableError: no such vacancy.
    """
    with uow:
        known = {v.id: v for v in uow.vacances.toutes()}
        chain = [uow.vacances.lire(vacance_id)]
    after = {v.suivi.suite_de: v for v in known.values()}
    while (before := known.get(chain[0].suivi.suite_de or 0)) is not None:
        chain.insert(0, before)
    while (following := after.get(chain[-1].id)) is not None:
        chain.append(following)
    return tuple(chain)


def _suite(vacance_id: int, *, uow: UnitOfWork) -> Suite | None:
    uow.vacances.lire(vacance_id)
    offer = principale(uow.orientations.de_la_vacance(vacance_id))
    if offer is None or offer.date_bail is None:
        return None
    if not _en_mutation(uow.candidats.de_l_orientation(offer.id)):
        return None
    mine = (v.id for v in uow.vacances.toutes() if v.suivi.suite_de == vacance_id)
    return Suite(vacance_id=vacance_id, bail=offer.date_bail, ouverte=next(mine, None))


def _en_mutation(candidats: Sequence[Candidat]) -> bool:
    """Whether the household that signed leaves one of our dwellings.

    Where no candidate is told to have signed, the first of those presented did.
    """
    signed = [c for c in candidats if c.etat is EtatCandidat.LOCATAIRE]
    kept = signed or sorted(candidats, key=lambda c: c.rang)[:1]
    return any(c.mutation for c in kept)
