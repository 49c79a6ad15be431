"""Editors of the table of targets: lists for what is counted, a search for places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QStringListModel, Slot
from PySide6.QtWidgets import QCompleter, QLineEdit
from typing_extensions import override

from fluxdesk.ui.models.conventions_cibles import AXE, AXES, GENRES, MODALITES
from fluxdesk.ui.widgets.choix_delegate import ChoixDelegate

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from fluxdesk.ui.models.conventions_cibles import CiblesModel
    from fluxdesk.ui.models.conventions_lieux import Lieux

    Index = QModelIndex | QPersistentModelIndex


class ChampLieu(QLineEdit):
    """Finds one commune or one EPCI by its name; ``code`` is empty for no place."""

    def __init__(self, lieux: Lieux, genre: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._lieux = lieux
        self._genre = genre
        self._propositions = QStringListModel(self)
        completer = QCompleter(self._propositions, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.setCompleter(completer)
        self.textEdited.connect(self._proposer)

    @property
    def code(self) -> str:
        """The code of the place that is named."""
        found = self._lieux.trouver(self._genre, self.text())
        return found.code if found else ""

    @Slot(str)
    def _proposer(self, texte: str) -> None:
        found = [p.libelle for p in self._lieux.chercher(texte) if p.genre == self._genre]
        self._propositions.setStringList(found)


class CibleDelegate(ChoixDelegate):
    """The axis among all; then its modality, among those it has, or a place."""

    def __init__(self, model: CiblesModel, parent: QWidget) -> None:
        super().__init__("Caractéristique", self._choix, parent)
        self._model = model

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        axe = self._model.axe(index.row())
        if index.column() == AXE or axe in MODALITES:
            box = super().createEditor(parent, option, index)
            box.setAccessibleName("Caractéristique" if index.column() == AXE else "Modalité")
            return box
        field = ChampLieu(self._model.lieux, GENRES[axe], parent)
        field.setAccessibleName(AXES[axe])
        return field

    @override
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, ChampLieu):
            editor.setText(str(index.data()))
        else:
            super().setEditorData(editor, index)

    @override
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, ChampLieu):
            model.setData(index, editor.code)
        else:
            super().setModelData(editor, model, index)

    def _choix(self, index: Index) -> list[tuple[str, str]]:
        if index.column() == AXE:
            return [(words, axe) for axe, words in AXES.items()]
        return [(word, word) for word in MODALITES[self._model.axe(index.row())]]
