"""What the officer sees first: the ground of the window, painted before the rest is loaded.

Imports QtWidgets and nothing of ours, so that it costs no more than an empty window.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLabel, QMainWindow
from typing_extensions import override

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

TAILLE = (1440, 900)
CLAIR = ("#f6f7f9", "#5d6878")  # ground and soft text of the palette (ui/theme.py)
SOMBRE = ("#14181e", "#9aa6b6")


class Amorce(QMainWindow):
    """An empty window in the colours of the program; ``peinte`` once it is on the screen."""

    peinte = Signal()

    def __init__(self, *, sombre: bool) -> None:
        super().__init__()
        self._painted = False
        ground, soft = SOMBRE if sombre else CLAIR
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Window, QColor(ground))
        palette.setColor(QPalette.ColorRole.WindowText, QColor(soft))
        self.setPalette(palette)
        self.setWindowTitle("FluxDesk")
        self.resize(*TAILLE)
        words = QLabel("FluxDesk s’ouvre…")
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setCentralWidget(words)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self.peinte.emit)
