"""The foot of the assistant: the work being done, and the buttons that go on or back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from fluxdesk.ui.theme import bouton, bouton_principal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QPushButton


class Pied(QWidget):
    """Progress above, buttons below; those of the steps at the left."""

    def __init__(self, ajoutes: Iterable[QPushButton]) -> None:
        super().__init__()
        self._quoi = ""
        self.travail = QLabel()
        self.travail.setProperty("role", "doux")
        self.avancement = QProgressBar()
        self.avancement.setAccessibleName("Avancement")
        self.arreter = bouton("Arrêter", "x")
        self.fermer = bouton("Annuler")
        self.precedent = bouton("Précédent", "arrow-left")
        self.suivant = bouton_principal("Suivant")
        self.suivant.setDefault(True)
        above = QHBoxLayout()
        above.setSpacing(12)
        above.addWidget(self.travail)
        above.addWidget(self.avancement, 1)
        above.addWidget(self.arreter)
        below = QHBoxLayout()
        below.setSpacing(8)
        for extra in ajoutes:
            extra.setAutoDefault(False)
            below.addWidget(extra)
        below.addStretch(1)
        for button in (self.fermer, self.precedent, self.suivant):
            below.addWidget(button)
        for button in (self.arreter, self.fermer, self.precedent):
            button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(above)
        column.addLayout(below)
        self.travailler("")

    @property
    def occupe(self) -> bool:
        """Whether something is being done."""
        return bool(self._quoi)

    def travailler(self, quoi: str) -> None:
        """Say what is being done; empty once nothing is."""
        self._quoi = quoi
        self.travail.setText(quoi)
        self.avancement.setRange(0, 0)
        for widget in (self.travail, self.avancement, self.arreter):
            widget.setVisible(bool(quoi))

    def progresser(self, fait: int, total: int, quoi: str) -> None:
        """Say how far it is."""
        if self._quoi:
            self.avancement.setRange(0, total)
            self.avancement.setValue(fait)
            self.travail.setText(quoi or self._quoi)
