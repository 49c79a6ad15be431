"""The rail of pages at the left: icon, word, and how many things wait there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
)
from typing_extensions import override

from fluxdesk.ui.phrases import milliers
from fluxdesk.ui.theme import icone, jetons

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from fluxdesk.ui.pages.page import Page

COTE_ICONE = 20
ECART_ICONE = 0.4
LETTRES = 22  # width of the rail, in average letters


class BoutonRail(QPushButton):
    """One page of the rail."""

    def __init__(self, page: type[Page], rang: int) -> None:
        super().__init__(page.titre)
        self._titre = page.titre
        self._icone = page.icone
        self.setProperty("role", "rail")
        self.setCheckable(True)
        self.setIconSize(QSize(round(COTE_ICONE * (1 + ECART_ICONE)), COTE_ICONE))
        shortcut = QKeySequence(f"Ctrl+{rang}")
        shown = shortcut.toString(QKeySequence.SequenceFormat.NativeText)
        self.setToolTip(f"{page.titre} ({shown})")
        self._compteur = QLabel()
        self._compteur.setProperty("role", "doux")
        self._compteur.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 12, 0)
        row.addStretch(1)
        row.addWidget(self._compteur)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self._tint)
        self.compter(0)
        self._tint()

    def compter(self, nombre: int) -> None:
        """Show how many things wait; nothing where there are none."""
        self._compteur.setText(milliers(nombre) if nombre else "")
        self.setAccessibleName(f"{self._titre}, {milliers(nombre)}" if nombre else self._titre)

    def _tint(self) -> None:
        tint = jetons().accent if self.isChecked() else None
        self.setIcon(icone(self._icone, tint, ecart=ECART_ICONE))

    @override
    def sizeHint(self) -> QSize:
        hint = super(QPushButton, self).sizeHint()
        return QSize(hint.width(), round(self.fontMetrics().height() * 2.1))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()


class Rail(QFrame):
    """One button a page; says which was chosen by its number."""

    choisie = Signal(int)

    def __init__(self, pages: Sequence[type[Page]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "rail")
        self.setAccessibleName("Pages")
        self._boutons = [BoutonRail(page, rang) for rang, page in enumerate(pages, start=1)]
        self._groupe = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 12, 8, 12)
        column.setSpacing(2)
        for number, button in enumerate(self._boutons):
            self._groupe.addButton(button, number)
            column.addWidget(button)
        column.addStretch(1)
        self._groupe.idClicked.connect(self.choisie)
        self._fit()

    def montrer(self, rang: int) -> None:
        """Mark the page that is shown."""
        self._boutons[rang].setChecked(True)

    def compter(self, rang: int, nombre: int) -> None:
        """Show a number beside a page."""
        self._boutons[rang].compter(nombre)

    def boutons(self) -> list[BoutonRail]:
        """The buttons, from the top."""
        return list(self._boutons)

    def _fit(self) -> None:
        self.setFixedWidth(self.fontMetrics().averageCharWidth() * LETTRES + 32)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()
