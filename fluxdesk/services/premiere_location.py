"""The first letting of a new dwelling: offered to the party agreed, outside the suggestion.

Whether it counts in the flux is a clause of the convention of that party
(``Clauses.neuf``, regles.md 47, 48). Counted apart, it is presented to no ledger: nobody's due
accrues and nobody is served; the offer says so (``SuiviOffre.hors_registre``), whatever the
clause becomes. At its next vacancy the dwelling is in the flux like any other.

Where the conventions of one programme say different things, each dwelling follows the clause of
the party that it is offered to, and nobody else's: the flux is one. Counted in the flux, it opens
the due of everybody who has a right on it, those whose own convention counts new dwellings apart
included; ``PremiereLocation.aussi`` names them, and the officer reads it before offering.

A first letting is offered to one party, as the concertation says. Only one that nobody was agreed
for, or that was given back, may go to several at once, and only to parties whose conventions all
count it in the flux: offers that differ on whether the ledger sees the dwelling cannot stand
together.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fluxdesk.domain.clauses import ModeNeuf
from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.flux.parties import BAILLEUR, NOM_BAILLEUR
from fluxdesk.domain.orientation import ISSUES_RENDUES
from fluxdesk.domain.parties import cle_partie
from fluxdesk.domain.typographie import typographier
from fluxdesk.services.suggerer_orientation import convention_de
from fluxdesk.services.tenir_registre import lire_parties

if TYPE_CHECKING:
    from collections.abc import Iterable

    from fluxdesk.domain.programme_neuf import ProgrammeNeuf
    from fluxdesk.services.depots import UnitOfWork


class ReservataireAConvenirError(FluxDeskError):
    """Nobody was agreed for this dwelling, or the one agreed gave it back."""

    def __init__(self, programme: str, *, rendu: bool) -> None:
        super().__init__(
            f"Le réservataire convenu pour ce logement du programme « {programme} » l’a rendu : "
            "choisissez à qui le proposer, avec le motif."
            if rendu
            else f"La concertation du programme « {programme} » ne dit pas à qui va ce logement : "
            "complétez-la depuis Patrimoine, Programmes neufs."
        )


class PremiereLocationAUnSeulError(FluxDeskError):
    """A first letting cannot be offered to several: somebody is agreed, or a clause is against."""

    def __init__(self, programme: str, pourquoi: str) -> None:
        super().__init__(
            f"Ce logement du programme « {programme} » en est à sa première location, {pourquoi} : "
            "proposez-le à un seul réservataire."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class PremiereLocation:
    """What is agreed for a new dwelling; ``cle`` is empty where nobody is, or gave it back.

    ``separee`` tells that the party's convention counts new dwellings apart; ``aussi`` names the
    réservataires whose own does, though this dwelling is counted in the flux.
    """

    vacance_id: int
    programme: ProgrammeNeuf
    cle: str
    nom: str
    separee: bool
    rendu: bool
    aussi: tuple[str, ...] = ()

    def phrase(self) -> str:
        """What the officer reads in place of a suggestion."""
        if not self.cle:
            return str(ReservataireAConvenirError(self.programme.nom, rendu=self.rendu))
        counted = "compté à part" if self.separee else "compté dans le flux"
        return typographier(
            f"Première location du programme « {self.programme.nom} » : convenue avec {self.nom} "
            f"à la concertation, {counted} selon sa convention.{self._aussi()}"
        )

    def _aussi(self) -> str:
        """Whose due opens although its own convention counts new dwellings apart."""
        if not self.aussi:
            return ""
        named = ", ".join(self.aussi)
        return (
            f" Le dû de chacun s’ouvre sur ce logement, y compris pour ceux dont la convention "
            f"compte le neuf à part : {named}."
        )


def partie_convenue(vacance_id: int, *, uow: UnitOfWork) -> PremiereLocation | None:
    """What is agreed for this vacancy, inside an open transaction; None for an ordinary one.

    Raises:
        IntrouvableError: no such vacancy.
    """
    vacance = uow.vacances.lire(vacance_id)
    if vacance.suivi.programme_id is None:
        return None
    programme = uow.programmes.lire(vacance.suivi.programme_id)
    key = programme.convenue(vacance.logement_id)
    given_back = any(
        o.issue in ISSUES_RENDUES and cle_partie(o.reservataire_id, o.sous_contingent) == key
        for o in uow.orientations.de_la_vacance(vacance_id)
    )
    kept = "" if given_back else key
    apart = compte_a_part(kept or BAILLEUR, uow=uow)
    return PremiereLocation(
        vacance_id=vacance_id,
        programme=programme,
        cle=kept,
        nom=noms_des_parties(uow=uow).get(kept, kept),
        separee=apart,
        rendu=given_back,
        aussi=() if apart else _comptent_a_part(uow=uow),
    )


def compte_a_part(cle: str, *, uow: UnitOfWork) -> bool:
    """Whether the convention of this party counts new dwellings apart; so does the landlord."""
    convention = convention_de(cle, uow=uow)
    return convention is None or convention.clauses.neuf is ModeNeuf.SEPARE


def refuser_a_plusieurs(vacance_id: int, cles: Iterable[str], *, uow: UnitOfWork) -> None:
    """Let an ordinary dwelling through, and a new one that these parties may share.

    Raises:
        PremiereLocationAUnSeulError: it is agreed with one, or counted apart by one of them.
    """
    accord = partie_convenue(vacance_id, uow=uow)
    if accord is None:
        return
    if accord.cle:
        raise PremiereLocationAUnSeulError(accord.programme.nom, f"convenue avec {accord.nom}")
    names = noms_des_parties(uow=uow)
    apart = ", ".join(names.get(cle, cle) for cle in cles if compte_a_part(cle, uow=uow))
    if apart:
        why = f"comptée à part par la convention de {apart}"
        raise PremiereLocationAUnSeulError(accord.programme.nom, why)


def _comptent_a_part(*, uow: UnitOfWork) -> tuple[str, ...]:
    """Réservataires whose convention counts new dwellings apart."""
    return tuple(
        party.nom
        for party in lire_parties(uow=uow)
        if party.parent is None and party.cle != BAILLEUR and compte_a_part(party.cle, uow=uow)
    )


def noms_des_parties(*, uow: UnitOfWork) -> dict[str, str]:
    """Parties that can hold a dwelling, by key: a divided right by its parts, then the landlord."""
    parties = lire_parties(uow=uow)
    parents = {p.parent for p in parties}
    return {p.cle: p.nom for p in parties if p.cle not in parents} | {BAILLEUR: NOM_BAILLEUR}


def exiger_convenue(accord: PremiereLocation, demandee: str | None) -> str:
    """The party to offer the dwelling to: the one asked for, else the one agreed.

    Raises:
        ReservataireAConvenirError: neither is known.
    """
    key = demandee or accord.cle
    if not key:
        raise ReservataireAConvenirError(accord.programme.nom, rendu=accord.rendu)
    return key
