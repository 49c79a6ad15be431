"""The text of an ad for a dwelling hard to let, to correct and copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout

from fluxdesk.domain.typographie import typographier
from fluxdesk.ui.phrases import texte_ecrit
from fluxdesk.ui.theme import bouton, bouton_principal

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

TAILLE = (620, 440)
DIT = (
    "À coller dans Bienvéo, AL’in ou sur votre site. Seul ce que le patrimoine contient est "
    "écrit ; relisez et complétez avant de copier. Rien n’est publié par FluxDesk."
)
COPIER = "Copier le texte"


class AnnonceTexteDialog(QDialog):
    """Shows a text; what is corrected here is only copied, not kept."""

    def __init__(self, texte: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Texte d’annonce")
        said = QLabel(typographier(DIT))
        said.setProperty("role", "doux")
        said.setWordWrap(True)
        self.texte = QPlainTextEdit(texte)
        self.texte.setAccessibleName("Texte de l’annonce")
        self.texte.setTabChangesFocus(True)
        self.copier = bouton_principal(COPIER, "copy")
        self.copier.setDefault(True)
        self.fermer = bouton("Fermer")
        self.fermer.setAutoDefault(False)
        self.copier.clicked.connect(self._copier)
        self.fermer.clicked.connect(self.reject)
        self.texte.textChanged.connect(self._oublier)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.copier)
        buttons.addWidget(self.fermer)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(14)
        column.addWidget(said)
        column.addWidget(self.texte, 1)
        column.addLayout(buttons)
        self.resize(*TAILLE)
        self.copier.setFocus()

    @Slot()
    def _copier(self) -> None:
        QGuiApplication.clipboard().setText(texte_ecrit(self.texte))
        self.copier.setText("Copié")

    @Slot()
    def _oublier(self) -> None:
        self.copier.setText(COPIER)
