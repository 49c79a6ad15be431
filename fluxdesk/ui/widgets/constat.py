"""One thing to know before going on: an icon, a sentence, a tint."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel
from typing_extensions import override

from fluxdesk.ui.theme import Etat, couleurs_etat, icone

ICONE = 18
_ICONES = {
    Etat.OK: "circle-check",
    Etat.ALERTE: "triangle-alert",
    Etat.RETARD: "circle-alert",
    Etat.NEUTRE: "info",
}


class Constat(QFrame):
    """Hidden until there is something to say."""

    def __init__(self) -> None:
        super().__init__()
        self._etat = Etat.NEUTRE
        self._image = QLabel()
        self._image.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.mots = QLabel()
        self.mots.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(10)
        row.addWidget(self._image)
        row.addWidget(self.mots, 1)
        self.hide()

    def dire(self, texte: str, etat: Etat = Etat.NEUTRE) -> None:
        """Say it; nothing hides the whole."""
        self.mots.setText(texte)
        self.setAccessibleName(texte)
        self._etat = etat
        self.setProperty("role", f"avis-{etat.value}")
        self.style().polish(self)
        self._tint()
        self.setVisible(bool(texte))

    def _tint(self) -> None:
        colour, _ = couleurs_etat(self._etat)
        self._image.setPixmap(icone(_ICONES[self._etat], colour).pixmap(ICONE, ICONE))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()
