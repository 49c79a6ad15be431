"""Edits a rate in a table, in per cent with two decimals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDoubleSpinBox, QStyledItemDelegate
from typing_extensions import override

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget


class TauxDelegate(QStyledItemDelegate):
    """Makes the editor; the model holds the rate."""

    def __init__(self, nom: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._nom = nom

    @override
    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        editor = QDoubleSpinBox(parent)
        editor.setDecimals(2)
        editor.setMaximum(100)
        editor.setSuffix("\u00a0%")
        editor.setFrame(False)
        editor.setAccessibleName(self._nom)
        return editor
