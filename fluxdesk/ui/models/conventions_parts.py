"""The sous-contingents of a convention being typed: a name, a rate and a territory a row."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from typing_extensions import override

from fluxdesk.domain.controles import pourcentage
from fluxdesk.domain.convention import SousContingent
from fluxdesk.domain.typographie import plie
from fluxdesk.ui.models.conventions_lieux import Lieux, zone_en_mots
from fluxdesk.ui.models.lignes import DROITE, GAUCHE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

    from fluxdesk.domain.flux.parties import Zone
    from fluxdesk.ui.models.lignes import Index

Role = Qt.ItemDataRole
NOM, TAUX, LIEU = 0, 1, 2
TITRES = ("Sous-contingent", "Taux", "Exercé sur")
PARTOUT = "comme la convention"
_HORS_CODE = re.compile(r"[^a-z0-9]+")


class PartsModel(QAbstractTableModel):
    """Holds what is typed; a code, once given, never changes: the ledger knows it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts: list[SousContingent] = []
        self._lieux = Lieux()

    def nommer_parmi(self, lieux: Lieux) -> None:
        """Give the places, to name territories by."""
        self._lieux = lieux

    def exercer(self, rang: int, zone: Zone | None) -> None:
        """Say where one part is served; None is where its convention is."""
        self._parts[rang] = replace(self._parts[rang], territoire=zone)
        place = self.index(rang, LIEU)
        self.dataChanged.emit(place, place)

    def montrer(self, parts: Sequence[SousContingent]) -> None:
        """Replace everything."""
        self.beginResetModel()
        self._parts = list(parts)
        self.endResetModel()

    @property
    def parts(self) -> tuple[SousContingent, ...]:
        """What is typed."""
        return tuple(self._parts)

    def ajouter(self, nom: str, dix_milliemes: int) -> None:
        """Add one row at the end."""
        place = len(self._parts)
        self.beginInsertRows(QModelIndex(), place, place)
        self._parts.append(
            SousContingent(code=self._code(nom), nom=nom, dix_milliemes=dix_milliemes)
        )
        self.endInsertRows()

    def retirer(self, rang: int) -> None:
        """Take one row away."""
        if 0 <= rang < len(self._parts):
            self.beginRemoveRows(QModelIndex(), rang, rang)
            del self._parts[rang]
            self.endRemoveRows()

    def _code(self, nom: str) -> str:
        """A short code of the name that no other part has."""
        base = _HORS_CODE.sub("-", plie(nom)).strip("-")[:20] or "part"
        taken = {part.code for part in self._parts}
        code, number = base, 1
        while code in taken:
            number += 1
            code = f"{base}-{number}"
        return code

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._parts)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(TITRES)

    @override
    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        part = self._parts[index.row()]
        match role:
            case Role.DisplayRole | Role.ToolTipRole:
                return self._texte(part, index.column())
            case Role.EditRole:
                return part.nom if index.column() == NOM else part.dix_milliemes / 100
            case Role.TextAlignmentRole:
                return DROITE if index.column() == TAUX else GAUCHE
            case _:
                return None

    def _texte(self, part: SousContingent, column: int) -> str:
        if column == LIEU:
            zone = part.territoire
            return zone_en_mots(zone, self._lieux) if zone else PARTOUT
        return part.nom if column == NOM else pourcentage(part.dix_milliemes)

    @override
    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        if not index.isValid() or role != Role.EditRole:
            return False
        part = self._parts[index.row()]
        if index.column() == NOM:
            nom = str(value).strip()
            if not nom:
                return False
            self._parts[index.row()] = replace(part, nom=nom)
        else:
            self._parts[index.row()] = replace(part, dix_milliemes=round(value * 100))
        self.dataChanged.emit(index, index)
        return True

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        typed = index.isValid() and index.column() != LIEU
        return flags | Qt.ItemFlag.ItemIsEditable if typed else flags

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Role.TextAlignmentRole:
            return DROITE if section == TAUX else GAUCHE
        return TITRES[section] if role == Role.DisplayRole else None
