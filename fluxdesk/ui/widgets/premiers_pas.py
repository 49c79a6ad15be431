"""The first steps of a new base: what is done, what comes next, and the button that does it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from fluxdesk.ui.theme import bouton, bouton_principal, icone, jetons
from fluxdesk.ui.widgets.carte import Carte

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

COTE_ICONE = 20


@dataclass(frozen=True, slots=True)
class Pas:
    """One step: the page where it is done, its words, and whether it is done."""

    page: str
    titre: str
    phrase: str
    verbe: str
    fait: bool


class PremiersPas(Carte):
    """Shows the steps in order; the first that is not done has the main button."""

    choisi = Signal(str)  # page

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Premiers pas", parent)
        self._pages: dict[QPushButton, str] = {}

    def montrer(self, pas: tuple[Pas, ...]) -> None:
        """Replace the steps."""
        while (item := self.corps.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self._pages = {}
        todo = next((step for step in pas if not step.fait), None)
        for step in pas:
            self.corps.addWidget(self._row(step, first=step is todo))

    def boutons(self) -> list[QPushButton]:
        """The buttons of the steps that are left."""
        return list(self._pages)

    def _row(self, step: Pas, *, first: bool) -> QWidget:
        tokens = jetons()
        picture = QLabel()
        name, colour = ("arrow-right", tokens.accent) if first else ("minus", tokens.texte_doux)
        if step.fait:
            name, colour = "circle-check", tokens.ok
        picture.setPixmap(icone(name, colour).pixmap(COTE_ICONE, COTE_ICONE))
        title = QLabel(step.titre)
        title.setProperty("role", "fort")
        said = QLabel("Fait." if step.fait else step.phrase)
        said.setProperty("role", "doux")
        said.setWordWrap(True)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(title)
        words.addWidget(said)
        holder = QFrame()
        row = QHBoxLayout(holder)
        row.setContentsMargins(16, 8, 12, 8)
        row.setSpacing(16)
        row.addWidget(picture)
        row.addLayout(words, 1)
        if not step.fait:
            button = bouton_principal(step.verbe) if first else bouton(step.verbe)
            button.clicked.connect(self._on_click)
            self._pages[button] = step.page
            row.addWidget(button)
        return holder

    def _on_click(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            self.choisi.emit(self._pages[button])
