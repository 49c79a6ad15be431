"""How the dialog on an answer is laid out: what is asked at the left, its effect at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDateEdit,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from fluxdesk.ui.dialogs.boutons import nommer_boutons
from fluxdesk.ui.widgets.causes import ListeCauses

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

Standard = QDialogButtonBox.StandardButton
LARGEUR = 920
DROITE = 330
LIGNES_EFFET = 16  # a long effect and its consequence are never cut


class FormeIssue:
    """The widgets of the dialog, laid out in it; the dialog fills and connects them."""

    def __init__(self, dialog: QDialog, verbe: str) -> None:
        self.offre = _phrase("fort")
        self.offres = QComboBox()
        self.offres.setAccessibleName("Offre dont la réponse est enregistrée")
        self.echeance = _phrase("")
        self.attribuee = QRadioButton("La CAL attribue le logement")
        self.bail_signe = QRadioButton("Le bail est signé")
        self.echec = QRadioButton("L’offre n’aboutit pas")
        self.causes = ListeCauses()
        self.candidat = QComboBox()
        self.candidat.setAccessibleName("Candidat")
        self.revient = QRadioButton("Le logement revient, il sera orienté de nouveau")
        self.au_suivant = QRadioButton("L’offre continue avec le candidat suivant")
        self.nouveaux = QRadioButton("L’offre continue, de nouveaux candidats sont demandés")
        self.jour = QDateEdit()
        self.jour.setAccessibleName("Date de la réponse")
        self.jour.setDisplayFormat("dd/MM/yyyy")
        self.jour.setCalendarPopup(True)
        self.motif = QLineEdit()
        self.motif.setAccessibleName("Précision")
        self.consequence = _phrase("")
        self.effet = _phrase("")
        self.effet.setAccessibleName("Effet sur le compte")
        self.suivant = _phrase("")
        self.suivant.setAccessibleName("Le suivant")
        self.boutons = QDialogButtonBox(Standard.Cancel | Standard.Ok)
        self.faire = nommer_boutons(self.boutons, verbe)
        self.lignes = QFormLayout()
        self._disposer(dialog)

    def _disposer(self, dialog: QDialog) -> None:
        dialog.resize(LARGEUR, 0)
        self.cadre = QVBoxLayout(dialog)
        self.cadre.setContentsMargins(24, 24, 24, 16)
        self.cadre.setSpacing(14)
        for widget in (self.offre, self.offres, self.echeance):
            self.cadre.addWidget(widget)
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addLayout(self._gauche(dialog), 1)
        row.addWidget(self._droite())
        self.cadre.addLayout(row, 1)
        self.cadre.addWidget(self.boutons)

    def _gauche(self, dialog: QDialog) -> QVBoxLayout:
        self._quoi, self._suites = QButtonGroup(dialog), QButtonGroup(dialog)
        column = QVBoxLayout()
        column.setSpacing(8)
        self.titre_quoi = _titre("Que s’est-il passé\u00a0?")
        column.addWidget(self.titre_quoi)
        for button in (self.attribuee, self.bail_signe, self.echec):
            self._quoi.addButton(button)
            column.addWidget(button)
        self.pourquoi = _groupe("Pour quelle cause\u00a0?", self.causes)
        column.addWidget(self.pourquoi, 1)
        self.suites = _groupe("Ensuite", self.revient, self.au_suivant, self.nouveaux)
        for button in (self.revient, self.au_suivant, self.nouveaux):
            self._suites.addButton(button)
        self.revient.setChecked(True)
        column.addWidget(self.suites)
        self.lignes.setHorizontalSpacing(16)
        self.lignes.setVerticalSpacing(8)
        self.lignes.addRow("Candidat", self.candidat)
        self.lignes.addRow("Le", self.jour)
        self.lignes.addRow("Précision", self.motif)
        column.addLayout(self.lignes)
        column.addStretch()  # what is left when no cause is asked stays below
        return column

    def _droite(self) -> QFrame:
        card = QFrame()
        card.setProperty("role", "carte")
        card.setFixedWidth(DROITE)
        card.setMinimumHeight(LIGNES_EFFET * card.fontMetrics().lineSpacing())
        box = QVBoxLayout(card)
        box.setContentsMargins(20, 16, 20, 16)
        box.setSpacing(12)
        for widget in (_titre("Effet"), self.effet, self.consequence, self.suivant):
            box.addWidget(widget)
        self.consequence.setProperty("role", "doux")
        box.addStretch(1)
        return card


def _phrase(role: str) -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    if role:
        label.setProperty("role", role)
    return label


def _titre(texte: str) -> QLabel:
    label = QLabel(texte)
    label.setProperty("role", "fort")
    return label


def _groupe(titre: str, *widgets: QWidget) -> QWidget:
    holder = QWidget()
    box = QVBoxLayout(holder)
    box.setContentsMargins(0, 6, 0, 0)
    box.setSpacing(6)
    box.addWidget(_titre(titre))
    for widget in widgets:
        box.addWidget(widget)
    return holder
