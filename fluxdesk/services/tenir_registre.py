"""The flux ledger of the base, replayed from its recorded events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxdesk.domain.flux.evenements import Presentation, Refus, Service
from fluxdesk.domain.flux.journal import effectifs
from fluxdesk.domain.flux.registre import rejouer
from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.domain.parties import cle_partie, parties_du_flux

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from fluxdesk.domain.flux.evenements import Evenement
    from fluxdesk.domain.flux.parties import Partie
    from fluxdesk.domain.flux.registre import Registre
    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.services.depots import UnitOfWork


def lire_parties(*, uow: UnitOfWork) -> tuple[Partie, ...]:
    """The parties of the ledger, inside an open transaction."""
    reservataires = {r.id: r for r in uow.reservataires.tous()}
    return parties_du_flux(uow.conventions.toutes(), reservataires)


def charger_registre(*, uow: UnitOfWork) -> Registre:
    """The ledger as of now, inside an open transaction (moteur.md §4, P4).

    Raises:
        FluxError: the recorded events do not fit together; the base was altered.
    """
    return rejouer(lire_parties(uow=uow), uow.evenements.tous())


def registre_au(fin: date, *, uow: UnitOfWork) -> Registre:
    """The ledger as it stood at the end of that day, inside an open transaction.

    An event is dated by what the officer recorded: a presentation by its dwelling, an offer
    by its day, a refusal by the day of the answer. What was cancelled never was.
    """
    offers = offres_en_vigueur(uow.orientations.toutes())
    facts = [event for event, _ in effectifs(uow.evenements.tous())]
    kept = [event for event in facts if _jour(event, offers) <= fin]
    return rejouer(lire_parties(uow=uow), kept)


def registre_a_l_offre(offre: Orientation, *, uow: UnitOfWork) -> Registre:
    """The ledger just after this offer was made, inside an open transaction.

    Whatever the ledger lived since, a letter printed again shows the same position, unless
    an earlier act was cancelled meanwhile.
    """
    last = max(
        e.numero for e in uow.evenements.de_l_orientation(offre.id) if isinstance(e, Service)
    )
    facts = [event for event, _ in effectifs(uow.evenements.tous()) if event.numero <= last]
    return rejouer(lire_parties(uow=uow), facts)


def offres_en_vigueur(orientations: Iterable[Orientation]) -> dict[tuple[str, str], Orientation]:
    """Offers that were not cancelled, by dwelling key and party key of the ledger.

    A party is offered a dwelling once at most, since a refuser is not asked again.
    """
    return {
        (str(o.vacance_id), cle_partie(o.reservataire_id, o.sous_contingent)): o
        for o in orientations
        if o.issue is not IssueOrientation.ANNULEE
    }


def _jour(event: Evenement, offers: dict[tuple[str, str], Orientation]) -> date:
    if isinstance(event, Presentation):
        return event.unite.jour
    offer = offers[event.unite_cle, event.partie]  # type: ignore[union-attr] # effectifs drops cancellations
    return offer.date_issue or offer.jour if isinstance(event, Refus) else offer.jour
