"""The targets of a convention being typed: an axis, a modality and a share a row."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from typing_extensions import override

from fluxdesk.domain.controles import pourcentage
from fluxdesk.domain.flux.parties import UN, Axe, Cible
from fluxdesk.domain.logement import PERIODES, Financement, modalite_qpv
from fluxdesk.ui.models.conventions_lieux import Lieux
from fluxdesk.ui.models.lignes import DROITE, GAUCHE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

    from fluxdesk.ui.models.lignes import Index

Role = Qt.ItemDataRole
AXE, MODALITE, PART = 0, 1, 2
TITRES = ("Caractéristique", "Modalité", "Part du droit")
AXES: dict[Axe, str] = {
    Axe.FINANCEMENT: "Financement",
    Axe.QPV: "Quartier prioritaire",
    Axe.TYPOLOGIE: "Typologie",
    Axe.COMMUNE: "Commune",
    Axe.EPCI: "EPCI",
    Axe.PERIODE: "Construction",
}
GENRES = {Axe.COMMUNE: "communes", Axe.EPCI: "epcis"}  # axes whose values are places, by code
MODALITES: dict[Axe, tuple[str, ...]] = {
    Axe.FINANCEMENT: tuple(f.value for f in Financement if f is not Financement.NON_RENSEIGNE),
    Axe.QPV: (modalite_qpv(True), modalite_qpv(False)),  # noqa: FBT003 - a value, not a switch
    Axe.TYPOLOGIE: tuple(f"T{n}" for n in range(1, 7)),
    Axe.PERIODE: tuple(label for _, label in PERIODES),
}
DOUBLE = "Deux cibles portent sur la même modalité."
VIDE = "Indiquez la modalité et la part de chaque cible."
TROP = "Les cibles d’une même caractéristique totalisent plus de 100\u00a0%."


class CiblesModel(QAbstractTableModel):
    """Holds what is typed; rows of one axis follow one another once they are read."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cibles: list[Cible] = []
        self._lieux = Lieux()

    def nommer_parmi(self, lieux: Lieux) -> None:
        """Give the places, to name communes and EPCI by."""
        self._lieux = lieux

    @property
    def lieux(self) -> Lieux:
        """The places that can be named."""
        return self._lieux

    def montrer(self, cibles: Sequence[Cible]) -> None:
        """Replace everything."""
        self.beginResetModel()
        self._cibles = list(cibles)
        self.endResetModel()

    @property
    def cibles(self) -> tuple[Cible, ...]:
        """What is typed, in the order of the axes."""
        return tuple(sorted(self._cibles, key=lambda c: list(Axe).index(c.axe)))

    def manque(self) -> str:
        """What is wrong, as a sentence; empty when nothing is."""
        named = Counter((c.axe, c.modalite) for c in self._cibles)
        sums: Counter[Axe] = Counter()
        for cible in self._cibles:
            sums[cible.axe] += cible.dix_milliemes
        if any(not c.modalite or not c.dix_milliemes for c in self._cibles):
            return VIDE
        if any(times > 1 for times in named.values()):
            return DOUBLE
        return TROP if any(total > UN for total in sums.values()) else ""

    def ajouter(self) -> None:
        """Add one row: the axis of the last one, and its first modality that is still free."""
        axe = self._cibles[-1].axe if self._cibles else Axe.FINANCEMENT
        place = len(self._cibles)
        self.beginInsertRows(QModelIndex(), place, place)
        self._cibles.append(Cible(axe, self._libre(axe), 0))
        self.endInsertRows()

    def retirer(self, rang: int) -> None:
        """Take one row away."""
        if 0 <= rang < len(self._cibles):
            self.beginRemoveRows(QModelIndex(), rang, rang)
            del self._cibles[rang]
            self.endRemoveRows()

    def _libre(self, axe: Axe) -> str:
        taken = {c.modalite for c in self._cibles if c.axe is axe}
        return next((m for m in MODALITES.get(axe, ()) if m not in taken), "")

    def axe(self, rang: int) -> Axe:
        """The axis of one row."""
        return self._cibles[rang].axe

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._cibles)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(TITRES)

    @override
    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        cible = self._cibles[index.row()]
        shown = (AXES[cible.axe], self._nom(cible), pourcentage(cible.dix_milliemes))
        typed = (cible.axe, cible.modalite, cible.dix_milliemes / 100)
        match role:
            case Role.DisplayRole:
                return shown[index.column()]
            case Role.EditRole:
                return typed[index.column()]
            case Role.TextAlignmentRole:
                return DROITE if index.column() == PART else GAUCHE
            case _:
                return None

    def _nom(self, cible: Cible) -> str:
        genre = GENRES.get(cible.axe)
        return self._lieux.nom(genre, cible.modalite) if genre else cible.modalite

    @override
    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        if not index.isValid() or role != Role.EditRole:
            return False
        cible = self._cibles[index.row()]
        match index.column():
            case 0:
                axe = Axe(value)
                kept = cible.modalite if axe is cible.axe else self._libre(axe)
                cible = replace(cible, axe=axe, modalite=kept)
            case 1:
                cible = replace(cible, modalite=str(value))
            case _:
                cible = replace(cible, dix_milliemes=round(value * 100))
        self._cibles[index.row()] = cible
        row = index.row()
        self.dataChanged.emit(self.index(row, AXE), self.index(row, PART))
        return True

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.isValid() else flags

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Role.TextAlignmentRole:
            return DROITE if section == PART else GAUCHE
        return TITRES[section] if role == Role.DisplayRole else None
