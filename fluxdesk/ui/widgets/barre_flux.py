"""Draws served as a bar, owed as a mark underlined by the tolerance, on one scale."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPen
from PySide6.QtWidgets import QStyledItemDelegate
from typing_extensions import override

from fluxdesk.ui.models.flux import BarreFlux
from fluxdesk.ui.models.lignes import ROLE_VALEUR
from fluxdesk.ui.theme import jetons

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

MARGE = 8
EPAISSEUR = 0.32  # of the row
ECART, TOLERANCE = 3, 2  # pixels under the bar, and height of the line there


class BarreFluxDelegate(QStyledItemDelegate):
    """A cell with a BarreFlux; the numbers stand in the columns beside it."""

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        bar = index.data(ROLE_VALEUR)
        if not isinstance(bar, BarreFlux):
            return
        tokens = jetons()
        cell = QRectF(option.rect)
        height = round(cell.height() * EPAISSEUR)
        frame = QRectF(
            cell.left() + MARGE + 0.5,
            round(cell.center().y() - height / 2) + 0.5,
            cell.width() - 2 * MARGE,
            height,
        )
        painter.save()
        painter.setPen(QPen(QColor(tokens.filet), 1))
        painter.setBrush(QColor(tokens.fond))
        painter.drawRect(frame)
        inside = frame.adjusted(1, 1, 0, 0)
        served = inside.width() * _rapport(Fraction(bar.servi), bar.echelle)
        painter.fillRect(
            QRectF(inside.left(), inside.top(), served, inside.height()), QColor(tokens.barre)
        )
        mark = inside.left() + inside.width() * _rapport(bar.du, bar.echelle)
        painter.fillRect(
            QRectF(round(mark) - 1, frame.top() - 4, 2, frame.height() + 8), QColor(tokens.repere)
        )
        _borner(painter, inside, bar)
        painter.restore()


def _borner(painter: QPainter, inside: QRectF, bar: BarreFlux) -> None:
    """Underline the due as far as a party may stand from it."""
    if bar.tolerance is None:
        return
    ends = [
        round(inside.left() + inside.width() * _rapport(value, bar.echelle))
        for value in (bar.du - bar.tolerance, bar.du + bar.tolerance)
    ]
    line = QRectF(ends[0], inside.bottom() + ECART, ends[1] - ends[0], TOLERANCE)
    painter.fillRect(line, QColor(jetons().texte_doux))


def _rapport(valeur: Fraction, echelle: Fraction) -> float:
    """Share of the scale, between nothing and all: pixels, not figures, so a float will do."""
    return float(min(max(valeur / echelle, Fraction(0)), Fraction(1)))
