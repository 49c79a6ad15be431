"""The band under the header where the window says what went wrong."""

from __future__ import annotations

from PySide6.QtCore import Slot

from fluxdesk.ui.theme import icone, jetons
from fluxdesk.ui.widgets.annonce import ICONE, Annonce


class Bandeau(Annonce):
    """An announcement that can also be a refusal; it stays until it is closed."""

    @Slot(str)
    def alerter(self, texte: str) -> None:
        """Tell that something could not be done."""
        self.dire(texte)
        self.setProperty("role", "avis-retard")
        self.style().polish(self)
        self._icone.setPixmap(icone("circle-alert", jetons().retard).pixmap(ICONE, ICONE))
