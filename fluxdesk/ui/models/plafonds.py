"""The ceilings of low rents, typed in place: a type a row, a zone a column."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from typing_extensions import override

from fluxdesk.domain.logement import TYPOLOGIES
from fluxdesk.domain.regle_equite import ZONES, PlafondLoyer, ecrire_euros, lire_euros
from fluxdesk.ui.models.lignes import DROITE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QObject

    from fluxdesk.ui.models.lignes import Index

Role = Qt.ItemDataRole
COLONNES = ("", *ZONES)


class PlafondsModel(QAbstractTableModel):
    """Keeps what is typed as it is; ``saisis`` reads it."""

    def __init__(self, plafonds: Iterable[PlafondLoyer], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._textes = {(p.typologie, p.zone): ecrire_euros(p.centimes) for p in plafonds}

    def saisis(self) -> tuple[PlafondLoyer, ...]:
        """The ceilings; an empty cell is none.

        Raises:
            PlafondIllisibleError: a cell is no amount.
        """
        return tuple(
            PlafondLoyer(typologie=kind, zone=zone, centimes=lire_euros(text))
            for kind in TYPOLOGIES
            for zone in COLONNES
            if (text := self._textes.get((kind, zone), ""))
        )

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(TYPOLOGIES)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(COLONNES)

    @override
    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        kind, zone = TYPOLOGIES[index.row()], COLONNES[index.column()]
        match role:
            case Role.DisplayRole | Role.EditRole:
                return self._textes.get((kind, zone), "")
            case Role.TextAlignmentRole:
                return DROITE
            case Role.AccessibleTextRole:
                return f"{kind}, {_zone(zone)}\u00a0: {self._textes.get((kind, zone)) or 'aucun'}"
            case _:
                return None

    @override
    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        if role != Role.EditRole:
            return False
        self._textes[TYPOLOGIES[index.row()], COLONNES[index.column()]] = str(value).strip()
        self.dataChanged.emit(index, index)
        return True

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        if role != Role.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return TYPOLOGIES[section]
        return _zone(COLONNES[section])


def _zone(zone: str) -> str:
    return f"Zone {zone.replace('bis', ' bis')}" if zone else "Toutes zones"
