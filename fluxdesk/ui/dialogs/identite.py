"""Change who the landlord is: what letters and bilans print at their head."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout

from fluxdesk.ui.dialogs.boutons import Standard, nommer_boutons
from fluxdesk.ui.widgets.formulaire_bailleur import FormulaireBailleur

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from fluxdesk.domain.bailleur import Bailleur

LETTRES = 90


class IdentiteDialog(QDialog):
    """Shows the identity and waits for it to be right; writes nothing."""

    def __init__(self, bailleur: Bailleur, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Identité du bailleur")
        self.formulaire = FormulaireBailleur()
        self._defaut = QLabel()
        self._defaut.setProperty("role", "erreur")
        self._defaut.setWordWrap(True)
        buttons = QDialogButtonBox(Standard.Ok | Standard.Cancel)
        self._faire = nommer_boutons(buttons, "Enregistrer l’identité")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        said = QLabel("Ces lignes s’impriment en tête des lettres et des bilans.")
        said.setProperty("role", "doux")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        for widget in (said, self.formulaire, self._defaut, buttons):
            column.addWidget(widget)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * LETTRES)
        self.formulaire.modifie.connect(self._update)
        self.formulaire.montrer(bailleur)
        self.formulaire.ui.raison_sociale.setFocus()
        self._update()

    def bailleur(self) -> Bailleur:
        """The identity, once accepted."""
        return self.formulaire.bailleur()

    @Slot()
    def _update(self) -> None:
        fault = self.formulaire.defaut()
        self._defaut.setText(fault)
        self._defaut.setVisible(bool(fault))
        self._faire.setEnabled(not fault)
