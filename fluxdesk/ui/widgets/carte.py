"""A card: a small title, and what it holds under a hairline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QLabel, QLayout, QSizePolicy, QVBoxLayout

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class Carte(QFrame):
    """A framed panel; ``corps`` is filled by the page."""

    def __init__(self, titre: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "carte")
        self._titre = QLabel()
        self._titre.setProperty("role", "fort")
        self._titre.setContentsMargins(16, 10, 16, 10)
        self._titre.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        line = QFrame()
        line.setProperty("role", "filet")
        self.corps = QVBoxLayout()
        self.corps.setContentsMargins(0, 0, 0, 0)
        self.corps.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self._titre)
        column.addWidget(line)
        column.addLayout(self.corps, 1)
        self.titrer(titre)

    def serrer(self) -> None:
        """Never be taller than what it holds."""
        layout = self.layout()
        if layout is not None:
            layout.setSizeConstraint(QLayout.SizeConstraint.SetMinAndMaxSize)

    def titrer(self, titre: str) -> None:
        """Change the title."""
        self._titre.setText(titre)
        self.setAccessibleName(titre)
