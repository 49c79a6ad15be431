"""What a page or a list without data shows: what it is for, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractItemView, QPushButton, QWidget

LETTRES = 64


class EtatVide(QFrame):
    """A title, a sentence, a button, in the middle of the page."""

    def __init__(
        self,
        titre: str,
        phrase: str,
        bouton: QPushButton | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "carte")
        self.setAccessibleName(titre)
        heading = QLabel(titre)
        heading.setProperty("role", "fort")
        said = QLabel(phrase)
        said.setProperty("role", "doux")
        said.setWordWrap(True)
        said.setFixedWidth(self.fontMetrics().averageCharWidth() * LETTRES)
        said.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        row = QHBoxLayout()  # a wrapped text asks for its height only where it is not aligned
        row.addStretch(1)
        row.addWidget(said)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(1)
        column.addWidget(heading, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(row)
        if bouton is not None:
            column.addWidget(bouton, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)


class ListeOuVide(QStackedWidget):
    """A list or a table, and what stands in its place once its model is known to be empty."""

    def __init__(self, liste: QAbstractItemView, vide: EtatVide) -> None:
        super().__init__()
        self.liste = liste
        self.addWidget(liste)
        self.addWidget(vide)
        model = liste.model()
        for signal in (model.modelReset, model.rowsInserted, model.rowsRemoved):
            signal.connect(self._suivre)

    @property
    def est_vide(self) -> bool:
        """Whether the list gave way."""
        return self.currentIndex() == 1

    @Slot()
    def _suivre(self) -> None:
        self.setCurrentIndex(0 if self.liste.model().rowCount() else 1)
