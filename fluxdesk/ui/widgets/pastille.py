"""Badges in a table: an icon, a word and a tint, never the tint alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate
from typing_extensions import override

from fluxdesk.ui.models.lignes import ROLE_VALEUR
from fluxdesk.ui.theme import couleurs_etat, icone

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
    from PySide6.QtGui import QFontMetrics
    from PySide6.QtWidgets import QStyleOptionViewItem

    from fluxdesk.ui.theme import Etat

ICONE = 14
BORD = 6


@dataclass(frozen=True, slots=True)
class Pastille:
    """What a badge says."""

    icone: str
    mot: str
    etat: Etat


class PastilleDelegate(QStyledItemDelegate):
    """Draws a Pastille; a cell without one is drawn as any other."""

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        badge = index.data(ROLE_VALEUR)
        if not isinstance(badge, Pastille):
            super().paint(painter, option, index)
            return
        self.initStyleOption(option, index)
        option.text = ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        self._dessiner(painter, option, badge)

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        hint = super().sizeHint(option, index)
        badge = index.data(ROLE_VALEUR)
        if isinstance(badge, Pastille):
            hint.setWidth(_largeur(option.fontMetrics, badge) + 2 * BORD)
        return hint

    def _dessiner(self, painter: QPainter, option: QStyleOptionViewItem, badge: Pastille) -> None:
        cell: QRect = option.rect
        metrics: QFontMetrics = option.fontMetrics
        text, ground = couleurs_etat(badge.etat)
        height = metrics.height() + 4
        width = min(_largeur(metrics, badge), cell.width() - 2 * BORD)
        box = QRectF(cell.left() + BORD, cell.center().y() - height / 2 + 1, width, height)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(box, 3, 3)
        top = int(box.center().y() - ICONE / 2)
        icone(badge.icone, text).paint(painter, QRect(int(box.left()) + BORD, top, ICONE, ICONE))
        painter.setPen(QColor(text))
        words = box.adjusted(BORD + ICONE + 5, 0, -BORD, 0)
        shown = metrics.elidedText(badge.mot, Qt.TextElideMode.ElideRight, int(words.width()) + 1)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.restore()


def _largeur(metrics: QFontMetrics, badge: Pastille) -> int:
    return metrics.horizontalAdvance(badge.mot) + ICONE + 5 + 2 * BORD + 2
