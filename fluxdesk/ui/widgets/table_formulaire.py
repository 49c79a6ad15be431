"""The table of the program, as a Designer form makes it: the form gives the name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxdesk.ui.widgets.table import Table

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


MARGES = 24  # the padding of a cell, and a little air


class TableFormulaire(Table):
    """A Table whose accessible name is set by the form."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)


def serrer(table: Table, exemples: dict[int, str]) -> None:
    """Make each column just wide enough for this example: where many must stand abreast."""
    for column, example in exemples.items():
        table.setColumnWidth(column, table.fontMetrics().horizontalAdvance(example) + MARGES)
