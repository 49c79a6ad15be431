"""Ask how several dwellings left the patrimoine, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
)

from fluxdesk.services.marquer_sortis import CauseSortie, Sortie
from fluxdesk.ui.dates import de_qt, en_qt
from fluxdesk.ui.dialogs.boutons import nommer_boutons
from fluxdesk.ui.phrases import compte

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

Ok = QDialogButtonBox.StandardButton.Ok
LETTRES = 48
NOMS = {
    CauseSortie.VENTE: "Vente",
    CauseSortie.DEMOLITION: "Démolition",
    CauseSortie.AUTRE: "Autre, à préciser",
}


class SortieDialog(QDialog):
    """Asks; writes nothing: the caller runs the use case with saisie()."""

    def __init__(self, ids: list[int], jour: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ids = ids
        self.setWindowTitle("Marquer des logements sortis")
        self.cause = QComboBox()
        for cause, name in NOMS.items():
            self.cause.addItem(name, cause)
        self.jour = QDateEdit(en_qt(jour))
        self.jour.setMaximumDate(en_qt(jour))
        self.jour.setCalendarPopup(True)
        self.jour.setDisplayFormat("dd/MM/yyyy")
        self.raison = QLineEdit()
        self.raison.setMinimumWidth(self.fontMetrics().averageCharWidth() * LETTRES)
        self.boutons = QDialogButtonBox(Ok | QDialogButtonBox.StandardButton.Cancel)
        nommer_boutons(self.boutons, "Marquer sortis")
        self._disposer()
        self.cause.currentIndexChanged.connect(self._verifier)
        self.raison.textChanged.connect(self._verifier)
        self.boutons.accepted.connect(self.accept)
        self.boutons.rejected.connect(self.reject)

    def saisie(self) -> Sortie:
        """What was entered, once accepted."""
        return Sortie(
            cause=CauseSortie(self.cause.currentData()),
            jour=de_qt(self.jour.date()),
            raison=self.raison.text().strip(),
        )

    def _disposer(self) -> None:
        said = QLabel(
            f"{compte(len(self.ids), 'logement choisi', 'logements choisis')}. L’histoire de "
            "chacun est gardée, aucun ne compte plus dans le parc. L’acte pourra être annulé."
        )
        said.setWordWrap(True)
        form = QFormLayout()
        form.setSpacing(10)
        for label, widget in (
            ("Cause", self.cause),
            ("Date de sortie", self.jour),
            ("Précision", self.raison),
        ):
            form.addRow(label, widget)
            widget.setAccessibleName(label)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(14)
        column.addWidget(said)
        column.addLayout(form)
        column.addWidget(self.boutons)

    @Slot()
    def _verifier(self) -> None:
        told = self.cause.currentData() != CauseSortie.AUTRE or bool(self.raison.text().strip())
        self.boutons.button(Ok).setEnabled(told)
