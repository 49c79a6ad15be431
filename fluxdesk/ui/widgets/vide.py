"""What a page without data shows: what it is for, and the button that begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton, QWidget

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
