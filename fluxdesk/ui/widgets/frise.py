"""Avenants on a time line: a band each, as long as it holds, its rate in figures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from fluxdesk.ui.theme import jetons

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

HAUTEUR, MARGE, BANDE = 96, 12, 30
ANNEES_LISIBLES = 12  # beyond, one year in two or more is named
UN_AN = 365


@dataclass(frozen=True, slots=True, kw_only=True)
class Bande:
    """One band; ``fin`` is None while it lasts."""

    titre: str
    texte: str
    debut: date | None
    fin: date | None


class Frise(QWidget):
    """Shows bands from the oldest day to the newest, and today as a line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bandes: tuple[Bande, ...] = ()
        self._jour = date.min
        self._debut = self._fin = date.min
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def montrer(self, bandes: Sequence[Bande], jour: date) -> None:
        """Replace everything shown; a screen reader is told each band."""
        self._bandes, self._jour = tuple(bandes), jour
        known = [d for b in bandes for d in (b.debut, b.fin) if d is not None]
        self._debut = date(min([*known, jour]).year, 1, 1)
        self._fin = date(max([*known, jour]).year + 1, 1, 1)
        told = ", ".join(f"{b.titre} {b.texte}" for b in bandes)
        self.setAccessibleName(f"Frise des avenants\u00a0: {told}")
        self.setToolTip(told)
        self.update()

    def abscisse(self, jour: date) -> float:
        """Where a day falls, in pixels from the left."""
        wide = self.width() - 2 * MARGE
        share = (jour - self._debut).days / max(1, (self._fin - self._debut).days)
        return MARGE + wide * min(max(share, 0.0), 1.0)

    @override
    def sizeHint(self) -> QSize:
        return QSize(480, HAUTEUR)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._bandes:
            self._annees(painter)
            for rank, bande in enumerate(self._bandes):
                self._bande(painter, bande, choisie=rank == len(self._bandes) - 1)
            self._aujourd_hui(painter)
        painter.end()

    def _annees(self, painter: QPainter) -> None:
        tokens = jetons()
        years = self._fin.year - self._debut.year
        step = 1 + years // ANNEES_LISIBLES
        base = MARGE + BANDE + 14
        for year in range(self._debut.year, self._fin.year + 1, step):
            x = self.abscisse(date(year, 1, 1))
            painter.setPen(QPen(QColor(tokens.filet), 1))
            painter.drawLine(QPointF(x, MARGE), QPointF(x, base))
            painter.setPen(QColor(tokens.texte_doux))
            align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
            if year < self._fin.year:
                painter.drawText(QRectF(x + 3, base - 6, 60, 20), align, str(year))

    def _bande(self, painter: QPainter, bande: Bande, *, choisie: bool) -> None:
        tokens = jetons()
        left = self.abscisse(bande.debut or self._debut)
        right = self.abscisse(bande.fin or self._fin)
        box = QRectF(left, MARGE, max(3.0, right - left - 1), BANDE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.accent if choisie else tokens.selection))
        painter.drawRoundedRect(box, 3, 3)
        painter.setPen(QColor(tokens.sur_accent if choisie else tokens.texte))
        room = box.adjusted(6, 0, -4, 0)
        words = painter.fontMetrics().elidedText(
            bande.texte, Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)

    def _aujourd_hui(self, painter: QPainter) -> None:
        x = self.abscisse(self._jour)
        painter.setPen(QPen(QColor(jetons().retard), 2))
        painter.drawLine(QPointF(x, MARGE - 6), QPointF(x, MARGE + BANDE + 26))
        align = Qt.AlignmentFlag.AlignRight if x > self.width() / 2 else Qt.AlignmentFlag.AlignLeft
        box = QRectF(x - 206 if x > self.width() / 2 else x + 6, MARGE + BANDE + 18, 200, 20)
        painter.drawText(box, align, "aujourd’hui")
