"""Signed bars of balance: to the right a party received less than its share, to the left more."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QStyle, QStyledItemDelegate
from typing_extensions import override

from fluxdesk.ui.models.lignes import ROLE_VALEUR
from fluxdesk.ui.theme import jetons

if TYPE_CHECKING:
    from fractions import Fraction

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

ECHELLE = 3  # dwellings at full width: the engine counts no more of a mix line (kappa)
LARGEUR = 56
MARGE = 6


@dataclass(frozen=True, slots=True)
class Barre:
    """One bar: a signed number of dwellings, greyed where the party is out of the running."""

    ecart: Fraction
    grise: bool = False


def rectangle_de_barre(barre: Barre, cadre: QRectF) -> QRectF:
    """Where the bar stands in its cell: from the middle, clipped at the full width."""
    half = cadre.width() / 2 - MARGE
    length = half * min(1.0, abs(float(barre.ecart)) / ECHELLE)
    height = min(10.0, cadre.height() / 3)
    middle = cadre.center()
    left = middle.x() if barre.ecart > 0 else middle.x() - length
    return QRectF(left, middle.y() - height / 2, length, height)


class EquilibreDelegate(QStyledItemDelegate):
    """Draws a Barre; the numbers are in the tooltip and in the text that is read aloud."""

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        self.initStyleOption(option, index)
        option.text = ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        barre = index.data(ROLE_VALEUR)
        if isinstance(barre, Barre):
            self._dessiner(painter, QRectF(option.rect), barre)

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(LARGEUR, super().sizeHint(option, index).height())

    def _dessiner(self, painter: QPainter, cadre: QRectF, barre: Barre) -> None:
        tokens = jetons()
        axis = QRectF(cadre.center().x() - 0.5, cadre.center().y() - 6, 1, 12)
        fill = tokens.barre if barre.ecart > 0 else tokens.retard
        painter.save()
        if barre.grise:
            painter.setOpacity(0.55)
        painter.fillRect(rectangle_de_barre(barre, cadre), QColor(fill))
        painter.fillRect(axis, QColor(tokens.texte_doux))
        painter.restore()
