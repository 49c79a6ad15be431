"""A new programme being typed: its rights, and who is agreed for each dwelling."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from typing_extensions import override

from fluxdesk.domain.programme_neuf import DroitNeuf
from fluxdesk.ui.models.lignes import DROITE, GAUCHE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtCore import QObject

    from fluxdesk.domain.logement import Logement
    from fluxdesk.ui.models.lignes import Index

Role = Qt.ItemDataRole
A_CONVENIR = "à convenir"
PARTIE, NOMBRE, FINANCEMENT, TYPOLOGIE = range(4)
CONVENU = 4


@dataclass(slots=True)
class LigneConcertation:
    """One dwelling and the party agreed; empty is nobody yet."""

    logement: Logement
    partie: str


class DroitsModel(QAbstractTableModel):
    """The rights agreed at financing, typed in place."""

    TITRES = ("Réservataire", "Logements", "Financement", "Type")

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._droits: list[DroitNeuf] = []
        self._parties: Mapping[str, str] = {}

    @property
    def droits(self) -> tuple[DroitNeuf, ...]:
        """What is typed."""
        return tuple(self._droits)

    def montrer(self, droits: Sequence[DroitNeuf], parties: Mapping[str, str]) -> None:
        """Replace everything."""
        self.beginResetModel()
        self._droits, self._parties = list(droits), parties
        self.endResetModel()

    def ajouter(self) -> None:
        """Add a right of one dwelling for the first party."""
        place = len(self._droits)
        self.beginInsertRows(QModelIndex(), place, place)
        self._droits.append(DroitNeuf(partie=next(iter(self._parties)), nombre=1))
        self.endInsertRows()

    def retirer(self, rang: int) -> None:
        """Take one right away."""
        if 0 <= rang < len(self._droits):
            self.beginRemoveRows(QModelIndex(), rang, rang)
            del self._droits[rang]
            self.endRemoveRows()

    def options(self, index: Index) -> list[tuple[str, str]]:
        """What the cell may hold, with its words."""
        if index.column() == PARTIE:
            return [(name, key) for key, name in self._parties.items()]
        known = ("PLAI", "PLUS", "PLS") if index.column() == FINANCEMENT else _TYPES
        return [("tous", ""), *((word, word) for word in known)]

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._droits)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.TITRES)

    @override
    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        right = self._droits[index.row()]
        values = (right.partie, right.nombre, right.financement, right.typologie)
        value = values[index.column()]
        if role == Role.TextAlignmentRole:
            return DROITE if index.column() == NOMBRE else GAUCHE
        if role == Role.EditRole:
            return value
        if role != Role.DisplayRole:
            return None
        named = self._parties.get(right.partie, right.partie)
        return named if index.column() == PARTIE else str(value or "tous")

    @override
    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        if not index.isValid() or role != Role.EditRole:
            return False
        self._droits[index.row()] = _change(self._droits[index.row()], index.column(), str(value))
        self.dataChanged.emit(index, index)
        return True

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Role.DisplayRole:
            return self.TITRES[section]
        return None


class ConcertationModel(QAbstractTableModel):
    """A dwelling a row; the last column is the party agreed for its first letting."""

    TITRES = ("Logement", "Type", "Financement", "Surface", "Convenu avec")

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lignes: list[LigneConcertation] = []
        self._parties: Mapping[str, str] = {}

    @property
    def lignes(self) -> tuple[LigneConcertation, ...]:
        """The dwellings as shown."""
        return tuple(self._lignes)

    @property
    def logements(self) -> tuple[tuple[int, str], ...]:
        """Dwelling ids with the party agreed, as a programme keeps them."""
        return tuple((line.logement.id, line.partie) for line in self._lignes)

    def montrer(self, lignes: Sequence[tuple[Logement, str]], parties: Mapping[str, str]) -> None:
        """Replace everything."""
        self.beginResetModel()
        self._parties = parties
        self._lignes = [LigneConcertation(home, party) for home, party in lignes]
        self.endResetModel()

    def convenir(self, rangs: Sequence[int], partie: str) -> None:
        """Agree the same party for several dwellings."""
        for row in rangs:
            self._lignes[row].partie = partie
        if rangs:
            self.dataChanged.emit(self.index(min(rangs), CONVENU), self.index(max(rangs), CONVENU))

    def retirer(self, rangs: Sequence[int]) -> None:
        """Take dwellings out of the programme."""
        kept = [line for row, line in enumerate(self._lignes) if row not in set(rangs)]
        self.beginResetModel()
        self._lignes = kept
        self.endResetModel()

    def options(self, _index: Index) -> list[tuple[str, str]]:
        """Who may be agreed."""
        return [(A_CONVENIR, ""), *((name, key) for key, name in self._parties.items())]

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
        line = self._lignes[index.row()]
        if role == Role.EditRole:
            return line.partie
        return self._texte(line, index.column()) if role == Role.DisplayRole else None

    def _texte(self, ligne: LigneConcertation, colonne: int) -> str:
        home = ligne.logement
        words = (
            ", ".join(filter(None, (home.adresse.ligne() or home.cle, home.adresse.acces()))),
            home.typologie,
            home.financement.value,
            f"{home.surface}\u00a0m²" if home.surface else "",
            self._parties.get(ligne.partie, ligne.partie) or A_CONVENIR,
        )
        return words[colonne]

    @override
    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        if not index.isValid() or role != Role.EditRole:
            return False
        self.convenir([index.row()], str(value))
        return True

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == CONVENU else flags

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Role.DisplayRole:
            return self.TITRES[section]
        return None


def _change(droit: DroitNeuf, colonne: int, valeur: str) -> DroitNeuf:
    match colonne:
        case 0:
            return replace(droit, partie=valeur)
        case 1:
            return replace(droit, nombre=int(valeur))
        case 2:
            return replace(droit, financement=valeur)
        case _:
            return replace(droit, typologie=valeur)


_TYPES = ("T1", "T2", "T3", "T4", "T5", "T6")
