"""A tab of a page: a part of it with its own reading, made only to be shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from fluxdesk.ui.contexte import Contexte


class Onglet(QWidget):
    """A tab. A subclass names itself and fills ``self.corps``; its page tells it what changed."""

    titre: ClassVar[str]

    def __init__(self, contexte: Contexte, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.contexte = contexte
        self.setAccessibleName(self.titre)
        self._perime = True
        self.corps = QVBoxLayout(self)
        self.corps.setContentsMargins(0, 16, 0, 0)
        self.corps.setSpacing(16)

    def recharger(self) -> None:
        """Read again what is shown."""

    def perimer(self) -> None:
        """Read again now if it is seen, else when it is next shown."""
        self._perime = True
        if self.isVisible():
            self._relire()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._relire()

    def _relire(self) -> None:
        if self._perime:
            self._perime = False
            self.recharger()
