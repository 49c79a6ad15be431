"""Enter rights on dwellings by hand: who, of what nature, on which dwellings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
)

from fluxdesk.domain.droit_stock import NatureDroit
from fluxdesk.domain.typographie import typographier
from fluxdesk.services.saisir_droits import SaisieDroits
from fluxdesk.ui.dialogs.boutons import nommer_boutons
from fluxdesk.ui.theme import aerer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

Standard = QDialogButtonBox.StandardButton
DIT = (
    "Un identifiant par ligne : celui du RPLS ou le vôtre. Les logements de la défense, de la "
    "sécurité intérieure et de la santé restent identifiés : leur vacance ne va pas au flux, elle "
    "est offerte au titulaire."
)


class DroitsDialog(QDialog):
    """Asks; the caller records ``saisie()``."""

    def __init__(self, reservataires: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Saisir des droits en stock")
        self.reservataire = QComboBox()
        self.reservataire.addItems(list(reservataires))
        self.nature = QComboBox()
        for nature in NatureDroit:
            self.nature.addItem(nature.value.capitalize(), nature.value)
        self.sous_contingent = QLineEdit()
        self.source = QLineEdit()
        self.source.setPlaceholderText("convention, acte, année…")
        self.logements = QPlainTextEdit()
        self.logements.setTabChangesFocus(True)
        self.boutons = QDialogButtonBox(Standard.Ok | Standard.Cancel)
        self._agir = nommer_boutons(self.boutons, "Enregistrer")
        self._disposer()
        self.logements.textChanged.connect(self._suivre)
        self.boutons.accepted.connect(self.accept)
        self.boutons.rejected.connect(self.reject)
        self._suivre()

    def _disposer(self) -> None:
        form = QFormLayout()
        form.setSpacing(10)
        for label, widget in (
            ("Réservataire", self.reservataire),
            ("Nature du droit", self.nature),
            ("Sous-contingent", self.sous_contingent),
            ("Source", self.source),
            ("Logements", self.logements),
        ):
            form.addRow(label, widget)
            widget.setAccessibleName(label)
        said = QLabel(typographier(DIT))
        said.setWordWrap(True)
        said.setProperty("role", "doux")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(14)
        column.addWidget(said)
        column.addLayout(form, 1)
        column.addWidget(self.boutons)
        aerer(self)
        self.resize(560, 480)

    def saisie(self) -> SaisieDroits:
        """What was entered, once accepted."""
        words = self.logements.toPlainText().replace(",", " ").replace(";", " ").split()
        return SaisieDroits(
            reservataire=self.reservataire.currentText(),
            nature=NatureDroit(self.nature.currentData()),
            sous_contingent=self.sous_contingent.text().strip(),
            source=self.source.text().strip(),
            logements=tuple(dict.fromkeys(words)),
        )

    @Slot()
    def _suivre(self) -> None:
        typed = self.saisie()
        self._agir.setEnabled(bool(typed.logements and typed.reservataire))
