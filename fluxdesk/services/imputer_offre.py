"""What the life of an offer writes in the flux ledger.

An offer to one party is one: it holds the dwelling from the day it is made (Presentation,
Service), each step is noted (Decompte), and a failure gives the dwelling back (Refus, Carence).

Among offers made to several at once (``ModeOffre.TOUS``) nobody holds the dwelling: when they are
made the ledger gets the Presentation only. Everybody's due accrues and nobody is served, as for
a dwelling that waits: the retards add up to one dwelling until a candidate is chosen. The
attribution in CAL brings the Service of that party, whose candidate is to sign. One that
answers no has been proposed the dwelling like any other: it gets Service and Refus (or Carence)
in one go, so that its own convention says what its no costs, the mix remembers the proposal
where the clause wants that (R0m), and the engine never suggests it again. Those that are
dismissed because another signed have refused nothing: nothing is written for them.

A no that comes while the CAL's choice holds the dwelling refuses nothing that was to be had: it is
written only if the dwelling comes back.

A first letting that no convention counts in the flux writes nothing here; one that some count
writes what any dwelling does, and the ledger charges the landlord where the party offered counts it
apart (``services/premiere_location.py``, ``domain/flux/arbre.py``).
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from fluxdesk.domain.convention import ModeOffre
from fluxdesk.domain.flux.evenements import (
    Annulation,
    Carence,
    Decompte,
    Presentation,
    Refus,
    Service,
)
from fluxdesk.domain.flux.journal import effectifs
from fluxdesk.domain.flux.parties import EvenementDecompte
from fluxdesk.domain.offres import partie_imputee
from fluxdesk.domain.orientation import ISSUES_RENDUES, RESPONSABLE_DE, IssueOrientation
from fluxdesk.domain.parties import cle_partie
from fluxdesk.services.tenir_registre import charger_registre, ouvrir_registre

if TYPE_CHECKING:
    from collections.abc import Callable

    from fluxdesk.domain.flux.evenements import Evenement, Fait
    from fluxdesk.domain.flux.parties import Unite
    from fluxdesk.domain.flux.registre import Registre
    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.services.depots import UnitOfWork

    _Genre: TypeAlias = Callable[[int, str, str], Evenement]


def _echec(issue: IssueOrientation) -> _Genre:
    """The event of a failure, with whose doing it was."""
    if issue is IssueOrientation.SANS_CANDIDAT:
        return Carence
    return partial(Refus, par=RESPONSABLE_DE[issue])


_ETAPES = {
    IssueOrientation.ATTRIBUEE: EvenementDecompte.ATTRIBUTION_CAL,
    IssueOrientation.BAIL_SIGNE: EvenementDecompte.BAIL_SIGNE,
}


def cle_de(offre: Orientation) -> str:
    """Party key of the account that an offer charges."""
    return cle_partie(offre.reservataire_id, offre.sous_contingent)


class Plume:
    """Writes events of one open transaction; the ledger refuses what does not fit."""

    def __init__(self, registre: Registre, uow: UnitOfWork) -> None:
        self.registre = registre
        self._uow = uow

    def proposer(self, offre: Orientation, unite: Unite) -> None:
        """An offer that was just recorded: it holds the dwelling unless it is one of several."""
        if offre.suivi.hors_registre:
            return
        if self.registre.suivi(unite.cle) is None:
            self._ecrire(offre, Presentation(self._suivant(), unite))
        if offre.mode is not ModeOffre.TOUS:
            self._noter(offre, Service)

    def avancer(self, offre: Orientation) -> None:
        """The CAL chose its candidate, or the lease was signed."""
        if offre.suivi.hors_registre:
            return
        if offre.issue is IssueOrientation.ATTRIBUEE:
            if offre.mode is ModeOffre.TOUS:
                self._noter(offre, Service)
            self._decompter(offre, EvenementDecompte.ATTRIBUTION_CAL)
        else:
            self._decompter(offre, EvenementDecompte.BAIL_SIGNE)

    def rendre(self, offre: Orientation) -> None:
        """The party gave the dwelling back, or answered no among several."""
        if self._tient(offre):
            self._noter(offre, _echec(offre.issue))
        self.reprendre(offre.vacance_id)

    def reprendre(self, vacance_id: int) -> None:
        """Write the refusals, among several, that can be written once nobody holds the dwelling."""
        for offre in self._uow.orientations.de_la_vacance(vacance_id):
            if offre.issue in ISSUES_RENDUES and self._peut_refuser(offre):
                self._noter(offre, Service)
                self._noter(offre, _echec(offre.issue))

    def effacer(self, offre: Orientation) -> None:
        """Cancel what the offer wrote, the newest first; and the arrival if no offer is left."""
        offers = self._uow.orientations.de_la_vacance(offre.vacance_id)
        written = [e for o in offers for e in self._uow.evenements.de_l_orientation(o.id)]
        gone = {e.annule for e in written if isinstance(e, Annulation)}
        mine = {e.numero for e in self._uow.evenements.de_l_orientation(offre.id)}
        last = all(o.id == offre.id or o.issue is IssueOrientation.ANNULEE for o in offers)
        for event in sorted(written, key=lambda e: -e.numero):
            if isinstance(event, Annulation) or event.numero in gone:
                continue
            if last if isinstance(event, Presentation) else event.numero in mine:
                cancelled = Annulation(self._suivant(), event.numero)
                self._uow.evenements.ajouter(cancelled, offre.id)
        self.registre = charger_registre(uow=self._uow)  # one replay for all of them
        self.reprendre(offre.vacance_id)

    def defaire(self, offre: Orientation, issue: IssueOrientation) -> None:
        """Cancel what this answer wrote for the offer, which stands again as before it.

        Among several, the service that came with the answer goes with it.
        """
        mine = {e.numero for e in self._uow.evenements.de_l_orientation(offre.id)}
        serves = offre.mode is ModeOffre.TOUS and offre.issue is IssueOrientation.EN_COURS
        for event, _ in reversed(effectifs(self._uow.evenements.tous())):
            if event.numero in mine and _vient_de(event, issue, sert=serves):
                cancelled = Annulation(self._suivant(), event.numero)
                self._uow.evenements.ajouter(cancelled, offre.id)
        self.registre = charger_registre(uow=self._uow)
        self.reprendre(offre.vacance_id)

    def transferer(self, offre: Orientation, vers: Orientation) -> None:
        """Charge what the offer wrote to the party that it is imputed to now.

        What it had written is cancelled, and written anew for the other, step by step.
        """
        mine = {e.numero for e in self._uow.evenements.de_l_orientation(offre.id)}
        standing = [
            event
            for event, _ in effectifs(self._uow.evenements.tous())
            if event.numero in mine and isinstance(event, Service | Decompte)
        ]
        for event in reversed(standing):
            self._uow.evenements.ajouter(Annulation(self._suivant(), event.numero), offre.id)
        self.registre = charger_registre(uow=self._uow)
        for event in standing:
            if isinstance(event, Service):
                self._noter(vers, Service)
            else:
                self._decompter(vers, event.etape)

    def _tient(self, offre: Orientation) -> bool:
        suivi = self.registre.suivi(str(offre.vacance_id))
        holder = suivi.detenteur if suivi else None
        return holder is not None and self.registre.parties[holder].cle == partie_imputee(offre)

    def _peut_refuser(self, offre: Orientation) -> bool:
        """Whether a no among several can be written: nobody holds it, nor is it written yet."""
        suivi = self.registre.suivi(str(offre.vacance_id))
        if offre.mode is not ModeOffre.TOUS or suivi is None or suivi.detenteur is not None:
            return False
        return partie_imputee(offre) not in {
            self.registre.parties[rank].cle for rank in suivi.refusants
        }

    def _decompter(self, offre: Orientation, etape: EvenementDecompte) -> None:
        key = str(offre.vacance_id)
        self._ecrire(offre, Decompte(self._suivant(), key, partie_imputee(offre), etape))

    def _noter(self, offre: Orientation, genre: _Genre) -> None:
        self._ecrire(offre, genre(self._suivant(), str(offre.vacance_id), partie_imputee(offre)))

    def _suivant(self) -> int:
        return self._uow.evenements.prochain_numero()

    def _ecrire(self, offre: Orientation, event: Evenement) -> None:
        self.registre.appliquer(event)
        self._uow.evenements.ajouter(event, offre.id)


def _vient_de(event: Fait, issue: IssueOrientation, *, sert: bool) -> bool:
    """Whether the answer wrote this event of its offer; ``sert`` that it served the party too."""
    match event:
        case Service():
            return sert
        case Decompte(etape=step):
            return _ETAPES.get(issue) is step
        case _:
            return isinstance(event, Refus | Carence) and issue in ISSUES_RENDUES


def plume(*, uow: UnitOfWork) -> Plume:
    """A pen on the ledger as of now, inside an open transaction."""
    return Plume(ouvrir_registre(uow=uow), uow)
