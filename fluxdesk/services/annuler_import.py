"""Undo a whole import of the patrimoine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxdesk.domain.typographie import accorde, typographier

if TYPE_CHECKING:
    from fluxdesk.services.depots import UnitOfWork


def annuler_import(lot: int, *, uow: UnitOfWork, motif: str) -> tuple[int, int]:
    """Remove the dwellings the import created and put back those it changed; the two counts.

    Raises:
        FluxDeskError: the import is unknown or already undone, a dwelling it created has a
            vacancy, or a later import changed one of its dwellings.
    """
    with uow:
        removed, restored = uow.lots.annuler(lot)
        gone = accorde(removed, "logement retiré", "logements retirés")
        back = accorde(restored, "remis en état", "remis en état")
        uow.journal.ecrire(
            "import.annuler",
            f"lot:{lot}",
            typographier(f"Import n° {lot} annulé : {gone}, {back}"),
            apres={"retires": removed, "remis": restored},
            motif=motif,
        )
        uow.valider()
    return removed, restored
