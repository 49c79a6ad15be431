"""Chooses, in words, how much each axis of the mix weighs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QWidget

from fluxdesk.domain.regles_flux import peser
from fluxdesk.domain.regles_mots import AXES, POIDS, dire_poids

if TYPE_CHECKING:
    from fractions import Fraction

    from fluxdesk.domain.flux.parties import Axe
    from fluxdesk.domain.regles_flux import ReglesFlux


def rang_de(liste: QComboBox, valeur: object) -> int:
    """Row of a list that holds this value, -1 if none: Qt compares objects by identity."""
    return next((i for i in range(liste.count()) if liste.itemData(i) == valeur), -1)


def choisir(liste: QComboBox, valeur: object) -> None:
    """Choose the row that holds this value."""
    liste.setCurrentIndex(rang_de(liste, valeur))


class PoidsAxes(QWidget):
    """One list an axis; a weight that has no word keeps its figure."""

    change = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        self._listes: dict[Axe, QComboBox] = {}
        for axe, said in AXES.items():
            chooser = QComboBox()
            chooser.setAccessibleName(f"Poids de l’axe {said}")
            for weight, word in POIDS.items():
                chooser.addItem(word.capitalize(), weight)
            chooser.currentIndexChanged.connect(self.change)
            form.addRow(said, chooser)
            self._listes[axe] = chooser

    def montrer(self, regles: ReglesFlux) -> None:
        """Show the weights of these rules."""
        for axe, chooser in self._listes.items():
            weight = regles.poids_de(axe)
            if rang_de(chooser, weight) < 0:
                chooser.addItem(dire_poids(weight), weight)
            choisir(chooser, weight)

    def poids(self) -> tuple[tuple[Axe, Fraction], ...]:
        """The weights chosen, as ``ReglesFlux`` holds them."""
        return peser({axe: chooser.currentData() for axe, chooser in self._listes.items()})

    def liste(self, axe: Axe) -> QComboBox:
        """The list of an axis."""
        return self._listes[axe]
