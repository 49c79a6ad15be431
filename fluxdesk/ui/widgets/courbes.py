"""Curves of retard, what was done beside what is simulated, on one scale."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QKeySequence,
    QPainter,
    QPen,
    QShortcut,
)
from PySide6.QtWidgets import QGridLayout, QLabel, QStyle, QStyleOption, QWidget
from typing_extensions import override

from fluxdesk.domain.dates import en_lettres
from fluxdesk.domain.flux.nombres import nombre
from fluxdesk.domain.flux.parties import UN
from fluxdesk.ui.theme import jetons
from fluxdesk.ui.widgets.courbes_graphe import Graphe
from fluxdesk.ui.widgets.courbes_trace import echelle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from fluxdesk.ui.widgets.courbes_trace import Courbe, Trace

CONSIGNE = (
    "Survolez une courbe, ou parcourez-la au clavier\u00a0: ← et → avancent d’un logement, "
    "↑ et ↓ changent de réservataire."
)
GRAND_PAS = 10  # points that Page up and Page down pass


class Courbes(QWidget):
    """Two graphs that the mouse and the keyboard walk together; says what stands there."""

    lue = Signal(str)  # what stands under the mark, in words

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._trace: Trace | None = None
        self._visibles: tuple[Courbe, ...] = ()
        self._curseur: tuple[int, str] | None = None
        self.graphes = (Graphe(simulees=False), Graphe(simulees=True))
        self.titres = (QLabel(), QLabel())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Courbes de retard par réservataire")
        grid = QGridLayout(self)
        grid.setContentsMargins(8, 6, 4, 4)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        for place, (label, graph) in enumerate(zip(self.titres, self.graphes, strict=True)):
            label.setProperty("role", "fort")
            label.setContentsMargins(8, 0, 0, 0)
            grid.addWidget(label, 0, place)
            grid.addWidget(graph, 1, place)
            grid.setColumnStretch(place, 1)
            graph.pointe.connect(self.pointer)
        grid.setRowStretch(1, 1)
        copy = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self, self.copier)
        copy.setContext(Qt.ShortcutContext.WidgetShortcut)

    @property
    def curseur(self) -> tuple[int, str] | None:
        """The point and the party that are marked."""
        return self._curseur

    def montrer(self, trace: Trace, visibles: Sequence[Courbe]) -> None:
        """Draw these curves of a simulation."""
        if trace is not self._trace:
            self._curseur = None
        self._trace = trace
        self._visibles = tuple(visibles)
        for label, title in zip(self.titres, trace.titres, strict=True):
            label.setText(title)
        shared = echelle(trace, self._visibles)
        for graph in self.graphes:
            graph.montrer(self._visibles, shared, trace.tolerance)
        if self._curseur is not None and self._curseur[1] not in self._cles():
            self._curseur = None
        self._dire()

    @Slot(int, str)
    def pointer(self, rang: int, cle: str) -> None:
        """Mark a point, and a party among those drawn."""
        if self._trace is not None and cle in self._cles():
            self._curseur = (max(0, min(rang, len(self._trace.jours) - 1)), cle)
            self._dire()

    @Slot(str)
    def choisir(self, cle: str) -> None:
        """Make one curve stand out, where it is drawn."""
        if self._trace is not None:
            self.pointer(self._curseur[0] if self._curseur else len(self._trace.jours) - 1, cle)

    @Slot()
    def copier(self) -> None:
        """Copy both graphs as a picture, titles included, without the mark."""
        kept, self._curseur = self._curseur, None
        self._dire()
        picture = self.grab()
        QGuiApplication.clipboard().setPixmap(picture)
        self._curseur = kept
        self._dire()

    @property
    def lecture(self) -> str:
        """What stands under the mark, in words."""
        if self._trace is None or self._curseur is None:
            return CONSIGNE
        rank, cle = self._curseur
        courbe = next(c for c in self._visibles if c.cle == cle)
        done, played = (
            nombre(Fraction(values[rank], UN), signe=True)
            for values in (courbe.fait, courbe.simule)
        )
        day = en_lettres(self._trace.jours[rank])
        left, right = self._trace.mots
        return f"{day}, {courbe.nom}\u00a0: {done} {left}, {played} {right}"

    def _cles(self) -> list[str]:
        return [c.cle for c in self._visibles]

    def _dire(self) -> None:
        for graph in self.graphes:
            graph.pointer(self._curseur)
        self.setAccessibleDescription(self.lecture)
        self.lue.emit(self.lecture)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._trace is None or not self._visibles or not self._marcher(event.key()):
            super().keyPressEvent(event)

    def _marcher(self, key: int) -> bool:
        assert self._trace is not None  # noqa: S101 - the caller has looked
        keys = self._cles()
        last = len(self._trace.jours) - 1
        rank, cle = self._curseur or (last, keys[0])
        place = keys.index(cle)
        moves = {
            Qt.Key.Key_Left: (rank - 1, place),
            Qt.Key.Key_Right: (rank + 1, place),
            Qt.Key.Key_PageUp: (rank - GRAND_PAS, place),
            Qt.Key.Key_PageDown: (rank + GRAND_PAS, place),
            Qt.Key.Key_Home: (0, place),
            Qt.Key.Key_End: (last, place),
            Qt.Key.Key_Up: (rank, max(0, place - 1)),
            Qt.Key.Key_Down: (rank, min(len(keys) - 1, place + 1)),
        }
        known = next((move for wanted, move in moves.items() if wanted == key), None)
        if known is not None:
            self.pointer(known[0], keys[known[1]])
        return known is not None

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if not self.hasFocus():  # the keyboard keeps its place
            self._curseur = None
            self._dire()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground, and the frame that tells where the keyboard is."""
        painter = QPainter(self)
        option = QStyleOption()
        option.initFrom(self)
        painter.fillRect(self.rect(), QColor(jetons().panneau))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(jetons().accent), 1))
            painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
