"""One graph of curves: axes, the band of the tolerance, the lines and their names at the end."""

from __future__ import annotations

from bisect import bisect_left
from fractions import Fraction
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from fluxdesk.domain.flux.nombres import nombre
from fluxdesk.domain.flux.parties import UN
from fluxdesk.ui.theme import jetons
from fluxdesk.ui.widgets.courbes_style import couleur, plume
from fluxdesk.ui.widgets.courbes_trace import etager

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from fluxdesk.ui.widgets.courbes_trace import Courbe, Echelle

FONDU = 0.45  # of the curves that do not stand out
PART_NOMS = 0.3  # of the width, at most, for the names at the end of the lines
AIR = 6
POINT = 3.5


class Graphe(QWidget):
    """Draws one way of the curves; the scale is given, so that two graphs compare."""

    pointe = Signal(int, str)  # the point and the curve nearest to the mouse

    def __init__(
        self, *, simulees: bool, signe: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._signe = signe
        self._simulees = simulees
        self._courbes: tuple[Courbe, ...] = ()
        self._echelle: Echelle | None = None
        self._tolerance = 0
        self._curseur: tuple[int, str] | None = None
        self._images: dict[bool, QPixmap] = {}  # the curves, faded or not: slow to draw
        font = QFont()
        font.setFeature(QFont.Tag("tnum"), 1)
        self.setFont(font)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def montrer(self, courbes: Sequence[Courbe], echelle: Echelle, tolerance: int) -> None:
        """Draw these curves on this scale."""
        self._courbes = tuple(courbes)
        self._echelle = echelle
        self._tolerance = tolerance
        self._images.clear()
        self.update()

    def pointer(self, curseur: tuple[int, str] | None) -> None:
        """Mark a point of every curve, and one curve among them; None marks nothing."""
        self._curseur = curseur
        self.update()

    @override
    def sizeHint(self) -> QSize:
        letter = self.fontMetrics().averageCharWidth()
        return QSize(letter * 52, self.fontMetrics().height() * 13)

    @override
    def minimumSizeHint(self) -> QSize:
        letter = self.fontMetrics().averageCharWidth()
        return QSize(letter * 28, self.fontMetrics().height() * 7)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self._images.clear()
        self.update()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._echelle is None or not self._courbes:
            return
        frame, place = self._cadre(), event.position()
        first, last = self._echelle.etendue
        day = first + (place.x() - frame.left()) / max(1.0, frame.width()) * (last - first)
        rank = _plus_proche(self._echelle.abscisses, day)
        nearest = min(
            self._courbes,
            key=lambda c: abs(self._y(frame, c.valeurs(simulees=self._simulees)[rank]) - place.y()),
        )
        self.pointe.emit(rank, nearest.cle)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._echelle is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font())
        painter.drawPixmap(0, 0, self._fond(self._echelle, fondu=self._curseur is not None))
        if self._curseur is not None:
            self._marquer(painter, self._echelle, *self._curseur)
        self._noms(painter, self._cadre(), self._curseur[1] if self._curseur else "")

    def _fond(self, echelle: Echelle, *, fondu: bool) -> QPixmap:
        """Axes, band and curves, faded where one of them will stand out; drawn once."""
        ratio = self.devicePixelRatioF()
        known = self._images.get(fondu)
        if known is not None and known.size() == self.size() * ratio:
            return known
        picture = self._images[fondu] = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(QColor(jetons().panneau))
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font())
        frame = self._cadre()
        band = QRectF(frame)
        band.setTop(self._y(frame, self._tolerance))
        band.setBottom(self._y(frame, -self._tolerance))
        painter.fillRect(band, QColor(jetons().selection))
        self._axes(painter, frame, echelle)
        painter.setOpacity(FONDU if fondu else 1)
        for courbe in self._courbes:
            self._ligne(painter, frame, echelle, courbe)
        painter.end()
        return picture

    # --- geometry ----------------------------------------------------------------------------

    def _cadre(self) -> QRectF:
        """Where the lines stand: what is left of the axes and of the names."""
        metrics = self.fontMetrics()
        marks = [
            _retard(m, signe=self._signe) for m in (self._echelle.marques if self._echelle else ())
        ]
        left = max((metrics.horizontalAdvance(m) for m in marks), default=0) + 2 * AIR
        right = self._largeur_noms() + 3 * AIR
        below = metrics.height() + AIR
        top = metrics.height() / 2 + 2
        return QRectF(left, top, self.width() - left - right, self.height() - top - below)

    def _largeur_noms(self) -> float:
        metrics = self.fontMetrics()
        widest = max((metrics.horizontalAdvance(c.nom) for c in self._courbes), default=0)
        return min(float(widest), self.width() * PART_NOMS)

    def _x(self, cadre: QRectF, jour: float) -> float:
        assert self._echelle is not None  # noqa: S101 - nothing is drawn without a scale
        first, last = self._echelle.etendue
        return cadre.left() + (jour - first) / (last - first) * cadre.width()

    def _y(self, cadre: QRectF, retard: int) -> float:
        assert self._echelle is not None  # noqa: S101 - nothing is drawn without a scale
        low, high = self._echelle.marques[0], self._echelle.marques[-1]
        return cadre.bottom() - (retard - low) / (high - low) * cadre.height()

    # --- drawing -----------------------------------------------------------------------------

    def _ligne(
        self,
        painter: QPainter,
        frame: QRectF,
        echelle: Echelle,
        courbe: Courbe,
        *,
        choisie: bool = False,
    ) -> None:
        points = zip(echelle.abscisses, courbe.valeurs(simulees=self._simulees), strict=False)
        painter.setPen(plume(courbe.style, choisie=choisie))
        painter.drawPolyline(
            QPolygonF([QPointF(self._x(frame, x), self._y(frame, y)) for x, y in points])
        )

    def _axes(self, painter: QPainter, frame: QRectF, echelle: Echelle) -> None:
        tokens, metrics = jetons(), self.fontMetrics()
        high = metrics.height()
        for mark in echelle.marques:
            y = self._y(frame, mark)
            painter.setPen(QPen(QColor(tokens.texte_doux if mark == 0 else tokens.filet), 1))
            painter.drawLine(QLineF(frame.left(), y, frame.right(), y))
            painter.setPen(QColor(tokens.texte_doux))
            place = QRectF(0, y - high / 2, frame.left() - AIR, high)
            painter.drawText(place, Qt.AlignmentFlag.AlignRight, _retard(mark, signe=self._signe))
        free = frame.left()
        for day, words in echelle.dates:
            x, wide = self._x(frame, day), metrics.horizontalAdvance(words)
            if x >= free and x + wide <= frame.right() + AIR:
                painter.drawLine(QLineF(x, frame.bottom(), x, frame.bottom() + 3))
                painter.drawText(QPointF(x + 2, self.height() - metrics.descent() - 1), words)
                free = x + wide + 2 * AIR

    def _noms(self, painter: QPainter, frame: QRectF, choisie: str) -> None:
        """Name the lines where they end, as many as there is room for, the chosen one first."""
        metrics = self.fontMetrics()
        step = float(metrics.height())
        room = max(1, int(frame.height() / step) + 1)
        ends = {c.cle: c.valeurs(simulees=self._simulees)[-1] for c in self._courbes}
        kept = sorted(self._courbes, key=lambda c: (c.cle != choisie, -abs(ends[c.cle])))[:room]
        kept.sort(key=lambda c: -ends[c.cle])
        wanted = [self._y(frame, ends[c.cle]) - step / 2 for c in kept]
        places = etager(wanted, step, frame.bottom() - step / 2)
        names = self._abreger([c.nom for c in kept], ceil(self._largeur_noms()) + 1)
        for courbe, top, words in zip(kept, places, names, strict=True):
            end = QPointF(frame.right(), self._y(frame, ends[courbe.cle]))
            start = QPointF(frame.right() + 2 * AIR, top + step / 2)
            painter.setPen(QPen(couleur(courbe.style), 1))
            painter.drawLine(QLineF(end, start))
            painter.setPen(QColor(jetons().texte))
            painter.drawText(QPointF(start.x() + AIR / 2, top + metrics.ascent()), words)

    def _abreger(self, noms: Sequence[str], place: int) -> list[str]:
        """The names cut to that room: at their end, or inside where two would read alike."""
        metrics = self.fontMetrics()
        cut = [metrics.elidedText(n, Qt.TextElideMode.ElideRight, place) for n in noms]
        return [
            metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, place)
            if cut.count(short) > 1
            else short
            for name, short in zip(noms, cut, strict=True)
        ]

    def _marquer(self, painter: QPainter, echelle: Echelle, rang: int, choisie: str) -> None:
        frame = self._cadre()
        x = self._x(frame, echelle.abscisses[rang])
        painter.setPen(QPen(QColor(jetons().repere), 1))
        painter.drawLine(QLineF(x, frame.top(), x, frame.bottom()))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for courbe in self._courbes:
            if courbe.cle == choisie:
                self._ligne(painter, frame, echelle, courbe, choisie=True)
        for courbe in self._courbes:
            size = POINT + 1.5 if courbe.cle == choisie else POINT
            painter.setBrush(couleur(courbe.style))
            painter.setPen(QPen(QColor(jetons().panneau), 1.2))
            value = courbe.valeurs(simulees=self._simulees)[rang]
            painter.drawEllipse(QPointF(x, self._y(frame, value)), size, size)


def _plus_proche(abscisses: Sequence[float], jour: float) -> int:
    after = min(bisect_left(abscisses, jour), len(abscisses) - 1)
    before = max(0, after - 1)
    return before if jour - abscisses[before] <= abscisses[after] - jour else after


def _retard(valeur: int, *, signe: bool) -> str:
    """``+1``, ``−0,5``: as many decimals as the mark needs."""
    exact = Fraction(valeur, UN)
    return nombre(exact, 0 if exact.denominator == 1 else 1, signe=signe)
