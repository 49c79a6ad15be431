"""Asks why: an act is reverted by another act, and the journal keeps the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
)

from fluxdesk.ui.theme import bouton, bouton_principal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

LETTRES = 60


class MotifDialog(QDialog):
    """Says what will be done and waits for a reason; writes nothing.

    ``quoi`` lists what it may be done to, where there are several.
    """

    def __init__(
        self,
        titre: str,
        phrase: str,
        verbe: str,
        parent: QWidget | None = None,
        *,
        quoi: Sequence[str] = (),
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(titre)
        self._quoi = QComboBox()
        self._quoi.setAccessibleName("Ce qui est annulé")
        self._quoi.addItems(quoi)
        self._quoi.setVisible(bool(quoi))
        self._motif = QLineEdit()
        self._motif.setAccessibleName("Motif")
        self._motif.setMinimumWidth(self.fontMetrics().averageCharWidth() * LETTRES)
        self._faire = bouton_principal(verbe)
        self._faire.setDefault(True)
        self._faire.clicked.connect(self.accept)
        self._disposer(phrase)
        self._motif.textChanged.connect(self._update)
        (self._quoi if quoi else self._motif).setFocus()
        self._update()

    def _disposer(self, phrase: str) -> None:
        self.phrase = QLabel(phrase)
        self.phrase.setWordWrap(True)
        asked = QLabel("Motif, gardé au journal")
        asked.setBuddy(self._motif)
        renoncer = bouton("Ne rien changer")
        renoncer.setAutoDefault(False)
        renoncer.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(renoncer)
        buttons.addWidget(self._faire)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        for widget in (self.phrase, self._quoi, asked, self._motif):
            column.addWidget(widget)
        column.addLayout(buttons)

    def motif(self) -> str:
        """The reason, once accepted."""
        return self._motif.text().strip()

    def rang(self) -> int:
        """Which of the things listed was chosen, once accepted."""
        return self._quoi.currentIndex()

    @Slot()
    def _update(self) -> None:
        self._faire.setEnabled(bool(self.motif()))
