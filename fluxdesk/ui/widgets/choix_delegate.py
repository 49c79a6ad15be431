"""A cell chosen in a list that can be searched by typing."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QStyledItemDelegate
from typing_extensions import override

from fluxdesk.ui.theme import icone, jetons

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QAbstractItemModel, QObject
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

Index: TypeAlias = QModelIndex | QPersistentModelIndex
FLECHE, BORD = 14, 8
VISIBLES = 14


class ChoixDelegate(QStyledItemDelegate):
    """Shows an arrow at the right of the cell; edits it by a list that is searched by typing."""

    def __init__(
        self, nom: str, options: Callable[[Index], list[tuple[str, str]]], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._nom = nom
        self._options = options

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        cell: QRect = option.rect
        box = QRect(0, 0, FLECHE, FLECHE)
        box.moveCenter(cell.center())
        box.moveRight(cell.right() - BORD)
        icone("chevron-down", jetons().texte_doux).paint(painter, box)

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        room = option.rect.width() - FLECHE - 3 * BORD
        option.text = option.fontMetrics.elidedText(
            option.text, Qt.TextElideMode.ElideRight, max(room, 0)
        )

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        box = QComboBox(parent)
        box.setAccessibleName(self._nom)
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.setMaxVisibleItems(VISIBLES)
        for label, value in self._options(index):
            box.addItem(label, value)
        completer = QCompleter(box.model(), box)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        box.setCompleter(completer)
        box.activated.connect(self._on_choice)
        return box

    @override
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(index.data(Qt.ItemDataRole.EditRole)))
            line = editor.lineEdit()
            if line is not None:
                line.selectAll()

    @override
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if not isinstance(editor, QComboBox):
            return
        found = editor.findText(editor.currentText(), Qt.MatchFlag.MatchFixedString)
        if found >= 0:  # what is typed and is no choice changes nothing
            model.setData(index, editor.itemData(found))

    def _on_choice(self) -> None:
        editor = self.sender()
        if isinstance(editor, QComboBox):
            self.commitData.emit(editor)
            self.closeEditor.emit(editor)
