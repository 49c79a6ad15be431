"""The list of things to do: when, what, and the button that leads there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QVBoxLayout
from PySide6.QtWidgets import QWidget as Widget

from fluxdesk.ui.models.a_faire import ETATS, VERBES, quand
from fluxdesk.ui.theme import bouton, etiquette_etat
from fluxdesk.ui.widgets.fiche import filet
from fluxdesk.ui.widgets.texte_coupe import TexteCoupe

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from fluxdesk.services.rows import AFaireRow

DATE_LARGE = "En retard de 29 jours"
MONTREES = 40  # more than anyone does in a day; the rest is counted


class ListeAFaire(Widget):
    """Shows things to do; says which one was chosen."""

    choisie = Signal(object)  # AFaireRow

    def __init__(self, parent: Widget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("À faire")
        self._rows: dict[QPushButton, AFaireRow] = {}
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._body: Widget | None = None

    def montrer(self, rows: Sequence[AFaireRow], aujourd_hui: date) -> None:
        """Replace everything shown."""
        if self._body is not None:
            self._outer.removeWidget(self._body)
            self._body.deleteLater()
        self._rows = {}
        self._body = Widget()
        grid = QGridLayout(self._body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(0)
        grid.setHorizontalSpacing(16)
        grid.setColumnMinimumWidth(0, self.fontMetrics().horizontalAdvance(DATE_LARGE) + 32)
        grid.setColumnStretch(1, 1)
        for number, row in enumerate(rows[:MONTREES]):
            if number:
                grid.addWidget(filet(), 2 * number - 1, 0, 1, 3)
            self._add(grid, 2 * number, row, aujourd_hui)
        left = len(rows) - MONTREES
        if left > 0:
            grid.addWidget(_phrase(f"et {left} autres"), 2 * MONTREES, 1)
        grid.setRowStretch(2 * MONTREES + 1, 1)
        self._outer.addWidget(self._body)
        self._body.show()  # now, not at the next turn of the loop: the page asks for its size

    def boutons(self) -> list[QPushButton]:
        """The buttons, from the top."""
        return list(self._rows)

    def _add(self, grid: QGridLayout, line: int, row: AFaireRow, aujourd_hui: date) -> None:
        badge = etiquette_etat(quand(row, aujourd_hui), ETATS[row.urgence])
        words = QVBoxLayout()
        words.setContentsMargins(0, 7, 0, 7)
        words.setSpacing(1)
        words.addWidget(TexteCoupe(row.titre, "fort"))
        words.addWidget(TexteCoupe(row.detail, "doux"))
        button = bouton(VERBES[row.action])
        button.setAccessibleName(f"{VERBES[row.action]}\u00a0: {row.titre}, {row.detail}")
        button.clicked.connect(self._on_click)
        self._rows[button] = row
        grid.addWidget(_cale(badge, left=12), line, 0)
        grid.addLayout(words, line, 1)
        grid.addWidget(_cale(button, right=12), line, 2)

    def _on_click(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            self.choisie.emit(self._rows[button])


def _cale(widget: Widget, *, left: int = 0, right: int = 0) -> QFrame:
    holder = QFrame()
    row = QVBoxLayout(holder)
    row.setContentsMargins(left, 0, right, 0)
    side = Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignRight
    row.addWidget(widget, 0, side | Qt.AlignmentFlag.AlignVCenter)
    return holder


def _phrase(texte: str) -> QLabel:
    label = QLabel(texte)
    label.setProperty("role", "doux")
    return label
