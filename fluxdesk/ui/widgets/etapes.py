"""The steps of an assistant at its left: done, current, to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Signal, Slot
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout
from typing_extensions import override

from fluxdesk.ui.theme import icone, jetons

if TYPE_CHECKING:
    from collections.abc import Sequence

COTE = 18
ECART = 0.5
LETTRES = 16


class Etapes(QFrame):
    """One line a step; those that are done can be gone back to."""

    choisie = Signal(int)

    def __init__(self, noms: Sequence[str]) -> None:
        super().__init__()
        self.setProperty("role", "rail")
        self.setAccessibleName("Étapes")
        self._noms = tuple(noms)
        self._courante = 0
        self._fermees = False
        self._boutons: list[QPushButton] = []  # no group: it takes Tab away from its buttons
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 16, 8, 16)
        column.setSpacing(4)
        for number, name in enumerate(noms):
            button = QPushButton(f"{number + 1}. {name}")
            button.setProperty("role", "rail")
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setIconSize(QSize(round(COTE * (1 + ECART)), COTE))
            button.clicked.connect(self._on_click)
            self._boutons.append(button)
            column.addWidget(button)
        column.addStretch(1)
        self._fit()
        self.montrer(0)

    @property
    def courante(self) -> int:
        """The step that is shown."""
        return self._courante

    def montrer(self, rang: int, *, fermees: bool = False) -> None:
        """Mark a step; ``fermees``: those before it cannot be gone back to."""
        self._courante, self._fermees = rang, fermees
        for number, name in enumerate(self._noms):
            button = self._boutons[number]
            state = "fait" if number < rang else "en cours" if number == rang else "à faire"
            button.setAccessibleName(f"{name}, {state}")
            button.setChecked(number == rang)
            button.setEnabled(number == rang or (number < rang and not fermees))
        self._tint()

    def boutons(self) -> list[QPushButton]:
        """The steps, from the top."""
        return list(self._boutons)

    @Slot()
    def _on_click(self) -> None:
        rang = next(n for n, button in enumerate(self._boutons) if button is self.sender())
        self._boutons[rang].setChecked(rang == self._courante)
        if rang != self._courante:
            self.choisie.emit(rang)

    def _tint(self) -> None:
        tokens = jetons()
        for number, button in enumerate(self.boutons()):
            if number < self._courante:
                picture, tint = "circle-check", tokens.ok
            elif number == self._courante:
                picture, tint = "arrow-right", tokens.accent
            else:
                picture, tint = "minus", tokens.texte_doux
            button.setIcon(icone(picture, tint, ecart=ECART))

    def _fit(self) -> None:
        self.setFixedWidth(self.fontMetrics().averageCharWidth() * LETTRES + 56)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()
        if event.type() == QEvent.Type.FontChange:
            self._fit()
