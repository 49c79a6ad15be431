"""The table of the program, as a Designer form makes it: the form gives the name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxdesk.ui.widgets.table import Table

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class TableFormulaire(Table):
    """A Table whose accessible name is set by the form."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
