"""Undo an import of reservations in stock."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from fluxdesk.domain.droit_stock import DroitStock, NatureDroit
from fluxdesk.domain.typographie import accorde
from fluxdesk.services.importer_stock import ACTION, empreinte
from fluxdesk.services.lots_du_journal import (
    LotToucheError,
    entree_du_lot,
    journaliser_annulation,
    lire_json,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fluxdesk.services.depots import UnitOfWork


def annuler_stock(lot: int, *, uow: UnitOfWork, motif: str) -> tuple[int, int]:
    """Remove the rights the import entered and put back those it changed; the two counts.

    Raises:
        FluxDeskError: no such import of rights, or it is already undone.
        LotToucheError: one of its rights was changed since.
    """
    with uow:
        entree = entree_du_lot(ACTION, lot, uow=uow)
        uow.lots.annuler(lot)
        made = lire_json(entree.apres)
        mine = {*made["crees"], *made["modifies"]}
        if empreinte(d for d in uow.stock.tous() if d.id in mine) != made["empreinte"]:
            raise LotToucheError(
                lot, "un de ses droits a changé depuis, annulez d’abord l’import le plus récent"
            )
        removed = uow.stock.retirer_lot(lot)
        before = [_droit(line) for line in lire_json(entree.avant)["droits"]]
        for droit in before:
            uow.stock.enregistrer(droit)
        gone = accorde(removed, "droit en stock retiré", "droits en stock retirés")
        back = accorde(len(before), "remis en état", "remis en état")
        journaliser_annulation(
            lot,
            f"{gone}, {back}",
            apres={"retires": removed, "remis": len(before)},
            motif=motif,
            uow=uow,
        )
        uow.valider()
    return removed, len(before)


def _droit(ligne: Mapping[str, Any]) -> DroitStock:
    """The right that the journal keeps."""
    end = ligne["fin"]
    return DroitStock(
        **{
            **ligne,
            "nature": NatureDroit(ligne["nature"]),
            "fin": date.fromisoformat(end) if end else None,
        }
    )
