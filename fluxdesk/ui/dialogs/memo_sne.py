"""The SNE memo: each field to key in with its copy button, and the day it was done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
)

from fluxdesk.domain.dates import en_lettres
from fluxdesk.domain.typographie import typographier
from fluxdesk.services.composer_memo_sne import SOURCE
from fluxdesk.ui.dates import de_qt, en_qt
from fluxdesk.ui.dialogs.boutons import nommer_boutons
from fluxdesk.ui.theme import bouton

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QPushButton, QWidget

    from fluxdesk.services.composer_memo_sne import LigneMemo, MemoSne

Standard = QDialogButtonBox.StandardButton
LETTRES = 76
DIT = (
    "À saisir au SNE dès la signature du bail, pour radier la demande ({source}). FluxDesk ne s’y "
    "connecte pas : copiez chaque valeur, puis notez le jour où c’est fait."
)


class MemoSneDialog(QDialog):
    """Shows and copies; the caller notes ``jour()`` once accepted."""

    def __init__(self, memo: MemoSne, lieu: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.memo = memo
        self.setWindowTitle("Pense-bête SNE")
        self.copier: list[QPushButton] = []
        self.fait = QLabel(_fait(memo.fait))
        self.date = QDateEdit(en_qt(memo.fait or max(memo.bail, memo.jour)))
        self.date.setCalendarPopup(True)
        self.date.setDisplayFormat("dd/MM/yyyy")
        self.date.setDateRange(en_qt(memo.bail), en_qt(max(memo.bail, memo.jour)))
        self.date.setAccessibleName("Saisi au SNE le")
        self.boutons = QDialogButtonBox(Standard.Ok | Standard.Cancel)
        nommer_boutons(self.boutons, "C’est fait\u00a0: noter la date")
        self.boutons.button(Standard.Cancel).setText("Fermer")
        self.boutons.accepted.connect(self.accept)
        self.boutons.rejected.connect(self.reject)
        self._disposer(lieu)

    def _disposer(self, lieu: str) -> None:
        title = QLabel(f"Offre n°\u00a0{self.memo.offre.numero}\u00a0: {lieu}")
        title.setProperty("role", "fort")
        title.setWordWrap(True)
        said = QLabel(typographier(DIT.format(source=SOURCE)))
        said.setProperty("role", "doux")
        said.setWordWrap(True)
        said.setMinimumWidth(self.fontMetrics().averageCharWidth() * LETTRES)
        done = QHBoxLayout()
        done.addWidget(QLabel("Saisi au SNE le"))
        done.addWidget(self.date)
        done.addWidget(self.fait, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(14)
        column.addWidget(title)
        column.addWidget(said)
        column.addLayout(self._grille())
        column.addLayout(done)
        column.addWidget(self.boutons)

    def jour(self) -> date:
        """The day it was keyed in, once accepted."""
        return de_qt(self.date.date())

    def _grille(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for rank, line in enumerate(self.memo.lignes):
            name = QLabel(line.champ)
            name.setProperty("role", "doux")
            value = QLabel(_valeur(line))
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            value.setWordWrap(True)
            if line.connue:
                value.setProperty("role", "fort")
            grid.addWidget(name, rank, 0)
            grid.addWidget(value, rank, 1)
            grid.addWidget(self._copie(line), rank, 2)
        return grid

    def _copie(self, ligne: LigneMemo) -> QPushButton:
        button = bouton("Copier", "copy")
        button.setAccessibleName(f"Copier\u00a0: {ligne.champ}")
        button.setProperty("valeur", ligne.valeur)
        button.setEnabled(ligne.connue)
        button.setAutoDefault(False)
        button.clicked.connect(self._copier)
        self.copier.append(button)
        return button

    @Slot()
    def _copier(self) -> None:
        """Copy the value, and say which was copied last."""
        asked = self.sender()
        QGuiApplication.clipboard().setText(asked.property("valeur"))
        for button in self.copier:
            button.setText("Copié" if button is asked else "Copier")


def _valeur(ligne: LigneMemo) -> str:
    return f"{ligne.valeur} ({ligne.note})" if ligne.note else ligne.valeur


def _fait(jour: date | None) -> str:
    return f"Déjà noté\u00a0: {en_lettres(jour)}." if jour else "Pas encore noté."
