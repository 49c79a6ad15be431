"""What the assistants share: how a step begins, how they are laid out, how large they open."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from fluxdesk.ui.widgets.constat import Constat

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QDialog, QPushButton

TAILLE = (1180, 720)
PART = 0.94  # of the window it stands in


class EtapeAssistant(QWidget):
    """A step: its title, one thing to know, what it shows, and whether one may go on."""

    titre: ClassVar[str]
    aide: ClassVar[str]

    change = Signal()  # ``pret`` or ``suite`` may be otherwise

    def __init__(self) -> None:
        super().__init__()
        self.constat = Constat()
        self.corps = QVBoxLayout(self)
        self.corps.setContentsMargins(0, 0, 0, 0)
        self.corps.setSpacing(12)
        self.corps.addWidget(self.constat)

    @property
    def suite(self) -> str:
        """What the button that goes on says."""
        return "Suivant"

    @property
    def pret(self) -> bool:
        """Whether one may go on."""
        return True

    def montrer(self) -> None:
        """Show what is known now."""

    def boutons(self) -> list[QPushButton]:
        """Buttons the step adds at the left of the row below."""
        return []


class Cadre:
    """The title and the help of the step shown, and the pile of the steps."""

    def __init__(self, etapes: Iterable[QWidget]) -> None:
        self.titre = QLabel()
        self.titre.setProperty("role", "titre")
        self.aide = QLabel()
        self.aide.setProperty("role", "doux")
        self.aide.setWordWrap(True)
        self.pile = QStackedWidget()
        for step in etapes:
            self.pile.addWidget(step)

    def disposer(self, assistant: QDialog, rail: QWidget, bandeau: QWidget, pied: QWidget) -> None:
        """The names of the steps at the left; at the right what is told, the step, the buttons."""
        right = QVBoxLayout()
        right.setContentsMargins(20, 16, 20, 16)
        right.setSpacing(10)
        for widget in (bandeau, self.titre, self.aide):
            right.addWidget(widget)
        right.addWidget(self.pile, 1)
        right.addWidget(pied)
        row = QHBoxLayout(assistant)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(rail)
        row.addLayout(right, 1)


def tailler(assistant: QDialog) -> None:
    """Give it its size, less where the window of the program has less room."""
    width, height = TAILLE
    window = assistant.parentWidget()
    while window is not None and window.parentWidget() is not None:
        window = window.parentWidget()  # a dialog may have opened it: the room is the program's
    if window is not None:
        room = window.size()
        width = min(width, round(room.width() * PART))
        height = min(height, round(room.height() * PART))
    assistant.resize(width, height)
