"""Says what an act would do, and does it once agreed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout

from fluxdesk.ui.theme import bouton, bouton_principal

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

LETTRES = 64


class ConfirmationDialog(QDialog):
    """A sentence and a verb; without a verb there is nothing to do but close.

    ``prudent`` leaves Entrée to the button that changes nothing: the act cannot be undone.
    """

    def __init__(
        self,
        titre: str,
        phrase: str,
        verbe: str,
        parent: QWidget | None = None,
        *,
        prudent: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(titre)
        self.phrase = QLabel(phrase)
        self.phrase.setWordWrap(True)
        self.phrase.setMinimumWidth(self.fontMetrics().averageCharWidth() * LETTRES)
        self.faire = bouton_principal(verbe)
        self.faire.setVisible(bool(verbe))
        self.faire.clicked.connect(self.accept)
        close = bouton("Ne rien changer" if verbe else "Fermer")
        close.clicked.connect(self.reject)
        (self.faire if verbe and not prudent else close).setDefault(True)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(close)
        buttons.addWidget(self.faire)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addWidget(self.phrase)
        column.addLayout(buttons)
