"""The search field of a list: waits until the officer stops typing; Ctrl+F goes there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

ATTENTE = 150  # ms of quiet before a search


class Recherche(QLineEdit):
    """Says when what is searched has changed."""

    cherche = Signal()

    def __init__(self, nom: str, invite: str, page: QWidget) -> None:
        super().__init__(page)
        self.setAccessibleName(nom)
        self.setPlaceholderText(invite)
        self.setClearButtonEnabled(True)
        self._attente = QTimer(self, singleShot=True, interval=ATTENTE)
        self._attente.timeout.connect(self.cherche)
        self.textChanged.connect(self._attente.start)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), page, self.setFocus)

    @property
    def texte(self) -> str:
        """What is searched."""
        return self.text().strip()
