"""Counts side by side: a figure large, its word below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from fluxdesk.ui.phrases import milliers

if TYPE_CHECKING:
    from collections.abc import Sequence


class Compteurs(QFrame):
    """As many figures as words; the signs between them say that they add up."""

    def __init__(self, nom: str, mots: Sequence[str], signes: Sequence[str]) -> None:
        super().__init__()
        self.setProperty("role", "carte")
        self._nom = nom
        self._mots = tuple(mots)
        self.chiffres = [QLabel("–") for _ in mots]
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(12)
        for word, figure, sign in zip(mots, self.chiffres, signes, strict=True):
            if sign:
                between = QLabel(sign)
                between.setProperty("role", "doux")
                row.addWidget(between)
            figure.setProperty("role", "titre")
            figure.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            name = QLabel(word)
            name.setProperty("role", "doux")
            name.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column = QVBoxLayout()
            column.setSpacing(0)
            column.addWidget(figure)
            column.addWidget(name)
            row.addLayout(column, 1)

    def montrer(self, nombres: Sequence[int]) -> None:
        """Show the figures, in the order of the words."""
        for figure, number in zip(self.chiffres, nombres, strict=True):
            figure.setText(milliers(number))
        told = (f"{n} {word}" for n, word in zip(nombres, self._mots, strict=True))
        self.setAccessibleName(f"{self._nom}\u00a0: {', '.join(told)}")
