"""Editors of the hypothesis: a rate in per cent, a clause from a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate
from typing_extensions import override

from fluxdesk.services.simuler_mots import LIBELLES_REFUS
from fluxdesk.ui.theme import jetons
from fluxdesk.ui.widgets.taux_delegate import TauxDelegate

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget


MARGE_CADRE = 5


def encadrer(
    painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
) -> None:
    """Draw the frame of a field round a cell that is typed over, so that it is seen to be one."""
    if not index.flags() & Qt.ItemFlag.ItemIsEditable:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(jetons().filet), 1))
    cell = QRectF(option.rect).adjusted(
        MARGE_CADRE - 0.5, MARGE_CADRE - 2.5, 1.5 - MARGE_CADRE, 1.5 - MARGE_CADRE
    )
    painter.drawRoundedRect(cell, 3, 3)
    painter.restore()


class TauxSimuleDelegate(TauxDelegate):
    """A rate, in the frame of a field."""

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        encadrer(painter, option, index)


class RefusDelegate(QStyledItemDelegate):
    """A list of the four clauses; choosing one is enough."""

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        encadrer(painter, option, index)

    @override
    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        editor = QComboBox(parent)
        editor.setAccessibleName("Ce que coûte un refus")
        for mode, words in LIBELLES_REFUS.items():
            editor.addItem(words, mode)
        editor.activated.connect(self._choisi)
        return editor

    @override
    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(index.data(Qt.ItemDataRole.EditRole)))

    @override
    def setModelData(
        self,
        editor: QWidget,
        model: QAbstractItemModel,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData())

    @Slot()
    def _choisi(self) -> None:
        editor = self.sender()
        if isinstance(editor, QComboBox):
            self.commitData.emit(editor)
            self.closeEditor.emit(editor)
