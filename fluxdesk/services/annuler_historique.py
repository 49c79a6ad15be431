"""Undo an import of past vacancies and attributions.

The ledger forgets nothing: every event of the import is cancelled by another, the newest first.
Its offers are marked cancelled, as when an officer cancels one, and keep their numbers. So do its
vacancies, which those offers and events name: they leave the flux and every list
(``vacance.retiree``), and come back if the mended file is imported. What the import changed of
older vacancies is put back. Bilans, accounts and suggestions are those of before.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from fluxdesk.domain.flux.evenements import Annulation
from fluxdesk.domain.flux.journal import effectifs
from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.domain.typographie import accorde
from fluxdesk.services.importer_historique import ACTION
from fluxdesk.services.lots_du_journal import (
    LotToucheError,
    entree_du_lot,
    journaliser_annulation,
    lire_json,
)
from fluxdesk.services.vacances_du_journal import retirer_vacances

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fluxdesk.domain.flux.evenements import Evenement
    from fluxdesk.domain.journal import EntreeJournal
    from fluxdesk.services.depots import UnitOfWork

_SUIVI = "le registre ou ses vacances ont vécu depuis, annulez d’abord ce qui l’a suivi"


def annuler_historique(lot: int, *, uow: UnitOfWork, motif: str) -> tuple[int, int]:
    """Take back the vacancies and the offers of an import; the two counts.

    Raises:
        FluxDeskError: no such import of past years, or it is already undone.
        LotToucheError: something followed: an event of the ledger, an act on one of its vacancies,
            candidates on one of its offers.
    """
    with uow:
        entree = entree_du_lot(ACTION, lot, uow=uow)
        made = lire_json(entree.apres)
        offers, vacancies = made["offres"], made["vacances"]
        uow.lots.annuler(lot)
        events = _evenements(offers, uow)
        _verifier(entree, events, offers, vacancies, uow=uow)
        for event, offer in reversed(events):
            cancelled = Annulation(uow.evenements.prochain_numero(), event.numero)
            uow.evenements.ajouter(cancelled, offer)
        _retirer_offres(offers, motif.strip(), uow)
        retirer_vacances(vacancies, lire_json(entree.avant)["vacances"], uow=uow)
        gone = accorde(len(vacancies), "vacance retirée", "vacances retirées")
        freed = accorde(len(offers), "offre annulée", "offres annulées")
        journaliser_annulation(
            lot,
            f"{gone}, {freed}",
            apres={"vacances": len(vacancies), "offres": len(offers)},
            motif=motif,
            uow=uow,
        )
        uow.valider()
    return len(vacancies), len(offers)


def _evenements(offers: Sequence[int], uow: UnitOfWork) -> list[tuple[Evenement, int]]:
    """The events that the offers brought, in order, each with its offer."""
    found = [(event, o) for o in offers for event in uow.evenements.de_l_orientation(o)]
    return sorted(found, key=lambda pair: pair[0].numero)


def _verifier(
    entree: EntreeJournal,
    events: Sequence[tuple[Evenement, int]],
    offers: Sequence[int],
    vacancies: Sequence[int],
    *,
    uow: UnitOfWork,
) -> None:
    """Refuse if anything followed that would not stand without the import."""
    lot = int(entree.objet.partition(":")[2])
    last = max((event.numero for event, _ in events), default=0)
    if any(event.numero > last for event, _ in effectifs(uow.evenements.tous()) if last):
        raise LotToucheError(lot, _SUIVI)
    mine = {f"orientation:{o}" for o in offers} | {f"vacance:{v}" for v in vacancies}
    acts = ("orientation.", "vacance.")
    later = (e for e in uow.journal.toutes() if e.numero > entree.numero)
    if any(e.objet in mine and e.action.startswith(acts) for e in later):
        raise LotToucheError(lot, _SUIVI)
    if any(uow.candidats.de_l_orientation(o) or uow.candidats.retires(o) for o in offers):
        raise LotToucheError(
            lot, "des candidats sont rattachés à ses offres, annulez d’abord leur import"
        )


def _retirer_offres(offers: Sequence[int], motif: str, uow: UnitOfWork) -> None:
    for ident in offers:
        before = uow.orientations.lire(ident)
        after = replace(before, issue=IssueOrientation.ANNULEE, motif_issue=motif)
        uow.orientations.enregistrer(after)
