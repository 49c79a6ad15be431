"""The patrimoine as a virtual list: every id, and the rows of the blocks that were looked at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from typing_extensions import override

from fluxdesk.domain.mots_logement import euros
from fluxdesk.services.rows import TriLogements
from fluxdesk.ui.models.lignes import DROITE, GAUCHE, ROLE_LIGNE, Colonne

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

    from fluxdesk.services.rows import LogementRow

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole

BLOC = 128  # rows read at once: a screenful and a half each side
EN_LECTURE = "…"

COLONNES: tuple[tuple[Colonne[LogementRow], TriLogements | None], ...] = (
    (Colonne(titre="Adresse", texte=lambda row: row.adresse), TriLogements.ADRESSE),
    (Colonne(titre="Commune", texte=lambda row: row.commune), TriLogements.COMMUNE),
    (Colonne(titre="Résidence", texte=lambda row: row.programme), TriLogements.PROGRAMME),
    (Colonne(titre="Type", texte=lambda row: row.typologie), TriLogements.TYPOLOGIE),
    (
        Colonne(
            titre="Surface",
            texte=lambda row: f"{row.surface}\u00a0m²" if row.surface else "",
            nombre=True,
        ),
        TriLogements.SURFACE,
    ),
    (Colonne(titre="Étage", texte=lambda row: row.etage), None),
    (
        Colonne(titre="Financ.", texte=lambda row: row.financement, titre_complet="Financement"),
        TriLogements.FINANCEMENT,
    ),
    (
        Colonne(
            titre="QPV",
            texte=lambda row: row.qpv,
            titre_complet="Quartier prioritaire de la politique de la ville",
        ),
        TriLogements.QPV,
    ),
    (
        Colonne(
            titre="Période", texte=lambda row: row.periode, titre_complet="Période de construction"
        ),
        TriLogements.PERIODE,
    ),
    (Colonne(titre="DPE", texte=lambda row: row.dpe, titre_complet="Classe énergétique"), None),
    (
        Colonne(
            titre="Loyer",
            texte=lambda row: "" if row.loyer is None else euros(row.loyer),
            nombre=True,
            titre_complet="Loyer mensuel hors charges",
        ),
        TriLogements.LOYER,
    ),
    (Colonne(titre="Référence", texte=lambda row: row.reference), TriLogements.REFERENCE),
)


@dataclass(frozen=True, slots=True)
class Bloc:
    """The rows of one block; ``tirage`` says of which list of ids."""

    tirage: int
    numero: int
    lignes: tuple[LogementRow, ...]


class LogementModel(QAbstractTableModel):
    """Knows the ids; asks for a block when one of its cells is first painted."""

    manque = Signal(int)  # number of a block
    trier = Signal(object, bool)  # TriLogements, decreasing

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ids: Sequence[int] = ()
        self._blocs: dict[int, tuple[LogementRow, ...]] = {}
        self._demandes: set[int] = set()
        self.tirage = 0

    def montrer_ids(self, ids: Sequence[int]) -> None:
        """Replace the list; what was read of the old one is forgotten."""
        self.beginResetModel()
        self._ids = ids
        self._blocs = {}
        self._demandes = set()
        self.tirage += 1
        self.endResetModel()

    def montrer_bloc(self, bloc: Bloc) -> None:
        """Keep the rows of a block, unless the list changed since they were asked for."""
        if bloc.tirage != self.tirage or not bloc.lignes:
            return
        self._blocs[bloc.numero] = bloc.lignes
        first = bloc.numero * BLOC
        last = min(first + BLOC, len(self._ids)) - 1
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(COLONNES) - 1))

    def ids_du_bloc(self, numero: int) -> Sequence[int]:
        """The ids whose rows a block holds."""
        return self._ids[numero * BLOC : (numero + 1) * BLOC]

    def identifiant(self, rang: int) -> int:
        """The dwelling of a line."""
        return self._ids[rang]

    def rang_de(self, ident: int) -> int | None:
        """The line of a dwelling; None where it is not listed."""
        return next((rank for rank, known in enumerate(self._ids) if known == ident), None)

    def _ligne(self, rang: int) -> LogementRow | None:
        number, offset = divmod(rang, BLOC)
        rows = self._blocs.get(number)
        if rows is not None:
            return rows[offset] if offset < len(rows) else None
        if number not in self._demandes:
            self._demandes.add(number)
            self.manque.emit(number)
        return None

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._ids)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(COLONNES)

    @override
    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column = COLONNES[index.column()][0]
        if role == Role.TextAlignmentRole:
            return DROITE if column.nombre else GAUCHE
        if role not in {Role.DisplayRole, Role.ToolTipRole, ROLE_LIGNE}:
            return None
        row = self._ligne(index.row())
        if role == ROLE_LIGNE:
            return row
        return column.texte(row) if row is not None else EN_LECTURE

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        column = COLONNES[section][0]
        match role:
            case Role.DisplayRole:
                return column.titre
            case Role.ToolTipRole | Role.AccessibleTextRole:
                return column.titre_complet or None
            case Role.TextAlignmentRole:
                return DROITE if column.nombre else GAUCHE
            case _:
                return None

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Ask for the list in another order: it is sorted where it is read, not here."""
        key = COLONNES[column][1] if 0 <= column < len(COLONNES) else None
        if key is not None:
            self.trier.emit(key, order == Qt.SortOrder.DescendingOrder)
