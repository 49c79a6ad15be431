"""A list at the left, the fiche of what is chosen at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QSplitter, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from fluxdesk.ui.widgets.fiche import Fiche
    from fluxdesk.ui.widgets.table import Table

ECART = 16
LARGEURS = (840, 320)


class ListeDetail(QSplitter):
    """What narrows the list, the table; a fiche that scrolls where it is longer than the page."""

    def __init__(self, tete: QWidget, table: Table, fiche: Fiche) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(tete)
        column.addWidget(table, 1)
        fiche.setProperty("role", "carte")
        holder = QWidget()
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(fiche)
        inside.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setAccessibleName(fiche.accessibleName())
        scroll.setWidget(holder)
        self.addWidget(left)
        self.addWidget(scroll)
        self.setHandleWidth(ECART)
        self.setChildrenCollapsible(False)
        self.setStretchFactor(0, 1)
        self.setSizes(list(LARGEURS))
