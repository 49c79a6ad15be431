"""Undo an import by its number, whatever its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxdesk.domain.erreurs import IntrouvableError
from fluxdesk.services.annuler_action import annulables, annuler_action

if TYPE_CHECKING:
    from fluxdesk.services.depots import UniteDeTravail


def annuler_lot(lot: int, *, motif: str, transaction: UniteDeTravail) -> str:
    """Revert the import of that number; what was undone, in words.

    Raises:
        IntrouvableError: no import that stands has this number.
        FluxDeskError: it cannot be reverted any more; see ``annuler_import``.
    """
    with transaction() as uow:
        standing = annulables(uow.journal.toutes())
    found = [entree for entree in standing if entree.objet == f"lot:{lot}"]
    if not found:
        what = "L’import"
        raise IntrouvableError(what, lot)
    return annuler_action(found[-1].numero, motif=motif, transaction=transaction)
