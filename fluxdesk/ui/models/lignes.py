"""The table model of the acts: frozen rows, columns told as data, sorted by Python."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeAlias, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QColor, QFont

Index: TypeAlias = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
T = TypeVar("T")

ROLE_LIGNE = Role.UserRole  # the whole row: no caller counts columns
ROLE_VALEUR = Role.UserRole + 1  # what a delegate draws
DROITE = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter
GAUCHE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def _rien(_ligne: object) -> None:
    """Say nothing of a row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Colonne(Generic[T]):
    """One column: its title, what it writes, and what it sorts by (the text by default).

    ``titre_complet`` is the tooltip and spoken form of a shortened title; ``dit`` the tooltip
    and spoken form of a cell; ``valeur`` what a delegate draws there.
    """

    titre: str
    texte: Callable[[T], str]
    tri: Callable[[T], Any] | None = None
    nombre: bool = False
    centre: bool = False
    titre_complet: str = ""
    dit: Callable[[T], str | None] = _rien
    valeur: Callable[[T], object] = _rien


class ModeleLignes(QAbstractTableModel, Generic[T]):
    """Shows rows that someone else has read; knows no service and no database."""

    def __init__(self, colonnes: Sequence[Colonne[T]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._colonnes = tuple(colonnes)
        self._lues: tuple[T, ...] = ()
        self._lignes: tuple[T, ...] = ()
        self._tri: tuple[int, Qt.SortOrder] | None = None

    def montrer(self, lignes: Sequence[T]) -> None:
        """Replace everything shown, in the order that was chosen."""
        self.beginResetModel()
        self._lues = tuple(lignes)
        self._lignes = self._triees()
        self.endResetModel()

    @property
    def lignes(self) -> tuple[T, ...]:
        """The rows, as shown."""
        return self._lignes

    def ligne(self, index: Index) -> T | None:
        """The row under an index; None where there is none."""
        return self._lignes[index.row()] if index.isValid() else None

    def police(self, _ligne: T) -> QFont | None:
        """The font of a row, where it is not that of the table."""
        return None

    def couleur(self, _ligne: T) -> QColor | None:
        """The colour of the text of a row, where it is not that of the table."""
        return None

    def _triees(self) -> tuple[T, ...]:
        if self._tri is None:
            return self._lues
        column, order = self._tri
        key = self._colonnes[column].tri or self._colonnes[column].texte
        known = [row for row in self._lues if key(row) is not None]
        known.sort(key=key, reverse=order == Qt.SortOrder.DescendingOrder)
        return (*known, *(row for row in self._lues if key(row) is None))

    def _place(self, colonne: Colonne[T]) -> Qt.AlignmentFlag:
        if colonne.centre:
            return CENTRE
        return DROITE if colonne.nombre else GAUCHE

    def _cellule(self, ligne: T, colonne: Colonne[T], role: int) -> object:
        match role:
            case Role.DisplayRole:
                return colonne.texte(ligne)
            case Role.ToolTipRole | Role.AccessibleTextRole:
                return colonne.dit(ligne)
            case Role.TextAlignmentRole:
                return self._place(colonne)
            case Role.FontRole:
                return self.police(ligne)
            case Role.ForegroundRole:
                return self.couleur(ligne)
            case _:
                return colonne.valeur(ligne) if role == ROLE_VALEUR else None

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._lignes)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._colonnes)

    @override
    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        ligne = self.ligne(index)
        if ligne is None or role == ROLE_LIGNE:
            return ligne
        return self._cellule(ligne, self._colonnes[index.column()], role)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        colonne = self._colonnes[section]
        match role:
            case Role.DisplayRole:
                return colonne.titre
            case Role.ToolTipRole | Role.AccessibleTextRole:
                return colonne.titre_complet or None
            case Role.TextAlignmentRole:
                return self._place(colonne)
            case _:
                return None

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.layoutAboutToBeChanged.emit()
        kept = [(i, self._lignes[i.row()]) for i in self.persistentIndexList()]
        self._tri = (column, order) if column >= 0 else None  # -1: the order of reading
        self._lignes = self._triees()
        place = {id(row): number for number, row in enumerate(self._lignes)}
        for old, row in kept:
            self.changePersistentIndex(old, self.index(place[id(row)], old.column()))
        self.layoutChanged.emit()
