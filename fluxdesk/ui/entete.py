"""The band at the top: whose base this is, and which year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from fluxdesk.ui.contexte import Sujet

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from fluxdesk.domain.bailleur import Bailleur
    from fluxdesk.ui.contexte import Contexte


class Entete(QFrame):
    """Name of the landlord and year of the flux."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bandeau")
        self._contexte: Contexte | None = None
        self._nom = QLabel()
        self._nom.setProperty("role", "fort")
        self._exercice = QLabel()
        self._exercice.setProperty("role", "doux")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 9, 16, 9)
        row.setSpacing(16)
        row.addWidget(self._nom)
        row.addWidget(self._exercice)
        row.addStretch(1)

    @property
    def texte(self) -> str:
        """The name that is shown."""
        return self._nom.text()

    def suivre(self, contexte: Contexte) -> None:
        """Show the landlord of this base, now and after each change."""
        self._contexte = contexte
        contexte.change.connect(self._on_change)
        self._exercice.setText(f"Exercice {contexte.bureau.horloge.aujourd_hui().year}")
        contexte.lire(self._read, self._show)

    def _read(self) -> Bailleur | None:
        if self._contexte is None:
            return None
        with self._contexte.bureau.base.transaction() as uow:
            return uow.bailleurs.lire()

    @Slot(object)
    def _show(self, bailleur: Bailleur | None) -> None:
        self._nom.setText(bailleur.raison_sociale if bailleur else "")

    @Slot(object)
    def _on_change(self, sujets: frozenset[Sujet]) -> None:
        if Sujet.BAILLEUR in sujets and self._contexte is not None:
            self._contexte.lire(self._read, self._show)
