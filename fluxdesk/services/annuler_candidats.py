"""Undo an import of candidates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxdesk.domain.typographie import accorde
from fluxdesk.services.importer_candidats import ACTION
from fluxdesk.services.lots_du_journal import entree_du_lot, journaliser_annulation

if TYPE_CHECKING:
    from fluxdesk.services.depots import UnitOfWork


def annuler_candidats(lot: int, *, uow: UnitOfWork, motif: str) -> int:
    """Remove the candidates that the import brought and that are still there; how many.

    Raises:
        FluxDeskError: no such import of candidates, or it is already undone.
    """
    with uow:
        entree_du_lot(ACTION, lot, uow=uow)
        uow.lots.annuler(lot)
        removed = uow.candidats.retirer_lot(lot)
        gone = accorde(removed, "candidat retiré", "candidats retirés")
        journaliser_annulation(lot, gone, apres={"retires": removed}, motif=motif, uow=uow)
        uow.valider()
    return removed
