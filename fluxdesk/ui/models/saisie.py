"""The table model of what is typed: rows that are added, changed in place and taken away."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from typing_extensions import override

from fluxdesk.ui.models.lignes import DROITE, GAUCHE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QObject

    from fluxdesk.ui.models.lignes import Index

Role = Qt.ItemDataRole
T = TypeVar("T")


class ModeleSaisie(QAbstractTableModel, Generic[T]):
    """Holds the rows in the order they were typed; a subclass says what a cell shows and takes.

    ``TITRES`` are the columns, ``NOMBRES`` those of figures, ``FIXES`` those that are not typed.
    """

    TITRES: ClassVar[tuple[str, ...]]
    NOMBRES: ClassVar[frozenset[int]] = frozenset()
    FIXES: ClassVar[frozenset[int]] = frozenset()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lignes: list[T] = []

    def remplacer(self, lignes: Iterable[T]) -> None:
        """Replace everything."""
        self.beginResetModel()
        self._lignes = list(lignes)
        self.endResetModel()

    def inserer(self, ligne: T) -> None:
        """Add one row at the end."""
        place = len(self._lignes)
        self.beginInsertRows(QModelIndex(), place, place)
        self._lignes.append(ligne)
        self.endInsertRows()

    def retirer(self, rang: int) -> None:
        """Take one row away."""
        if 0 <= rang < len(self._lignes):
            self.beginRemoveRows(QModelIndex(), rang, rang)
            del self._lignes[rang]
            self.endRemoveRows()

    @abstractmethod
    def montre(self, ligne: T, colonne: int) -> str:
        """What a cell shows."""

    @abstractmethod
    def tape(self, ligne: T, colonne: int) -> object:
        """What its editor begins with."""

    @abstractmethod
    def change(self, ligne: T, colonne: int, valeur: object) -> T | None:
        """The row with that value in that column; None where it cannot take it."""

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._lignes)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.TITRES)

    @override
    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._lignes[index.row()], index.column()
        match role:
            case Role.DisplayRole | Role.ToolTipRole:
                return self.montre(row, column)
            case Role.EditRole:
                return self.tape(row, column)
            case Role.TextAlignmentRole:
                return self._place(column)
            case _:
                return None

    @override
    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        if not index.isValid() or role != Role.EditRole:
            return False
        made = self.change(self._lignes[index.row()], index.column(), value)
        if made is None:
            return False
        row = index.row()
        self._lignes[row] = made
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(self.TITRES) - 1))
        return True

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        typed = index.isValid() and index.column() not in self.FIXES
        return flags | Qt.ItemFlag.ItemIsEditable if typed else flags

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Role.TextAlignmentRole:
            return self._place(section)
        return self.TITRES[section] if role == Role.DisplayRole else None

    def _place(self, colonne: int) -> Qt.AlignmentFlag:
        return DROITE if colonne in self.NOMBRES else GAUCHE
