"""The first rows of a sheet as they lie in the file, with what each is taken for."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont
from typing_extensions import override

from fluxdesk.domain.decoupe import lettres
from fluxdesk.domain.tableau_lu import texte_de
from fluxdesk.ui.models.lignes import DROITE, GAUCHE
from fluxdesk.ui.phrases import milliers
from fluxdesk.ui.theme import jetons

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from fluxdesk.services.etudier_fichier import Etude

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole

LIGNES = 100
LONGUEUR = 60  # letters of a cell that are worth a look
FIXES = ("Ligne", "Lue comme")
ENTETE, AVANT = "en-tête", "avant le tableau"


class ApercuModel(QAbstractTableModel):
    """A hundred rows at most: header rows tinted, rows that are no data greyed with the reason."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lignes: list[tuple[str, ...]] = []
        self._numeros: list[int] = []
        self._roles: list[str] = []
        self._masquees: frozenset[int] = frozenset()
        self._largeur = 0

    def montrer(self, etude: Etude) -> None:
        """Replace what is shown."""
        sheet, cut = etude.feuille, etude.lu.decoupe
        self.beginResetModel()
        self._lignes = [
            tuple(" ".join(texte_de(cell).split())[:LONGUEUR] for cell in row)
            for row in islice(sheet.lignes, LIGNES)
        ]
        self._numeros = [sheet.numero(rank) for rank in range(len(self._lignes))]
        aside = {row.numero: row.raison for row in etude.ecartees}
        first = cut.entetes[0] if cut.entetes else cut.debut
        self._roles = [
            _role(rank, cut.entetes, first) or aside.get(number, "")
            for rank, number in enumerate(self._numeros)
        ]
        self._masquees = sheet.colonnes_masquees
        self._largeur = max((len(row) for row in self._lignes), default=0)
        self.endResetModel()

    def role_de(self, ligne: int) -> str:
        """What a row is taken for; empty for a row of data."""
        return self._roles[ligne]

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._lignes)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else self._largeur + len(FIXES)

    @override
    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        told = self._roles[index.row()]
        match role:
            case Role.DisplayRole:
                return self._texte(index.row(), index.column())
            case Role.TextAlignmentRole:
                return GAUCHE if index.column() else DROITE
            case Role.BackgroundRole if told == ENTETE:
                return QColor(jetons().selection)
            case Role.ForegroundRole if told != ENTETE and (told or not index.column()):
                return QColor(jetons().texte_doux)
            case Role.FontRole if told == ENTETE:
                bold = QFont()
                bold.setBold(True)
                return bold
            case _:
                return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or role != Role.DisplayRole:
            return None
        if section < len(FIXES):
            return FIXES[section]
        place = section - len(FIXES)
        return f"{lettres(place)} (masquée)" if place in self._masquees else lettres(place)

    def _texte(self, ligne: int, colonne: int) -> str:
        if colonne == 0:
            return milliers(self._numeros[ligne])
        if colonne == 1:
            return self._roles[ligne]
        cells = self._lignes[ligne]
        place = colonne - len(FIXES)
        return cells[place] if place < len(cells) else ""


def _role(rang: int, entetes: tuple[int, ...], premiere: int) -> str:
    if rang in entetes:
        return ENTETE
    return AVANT if rang < premiere else ""
