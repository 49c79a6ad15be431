"""The short list of dwellings a search finds, one line each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QSize, Qt
from typing_extensions import override

from fluxdesk.ui.models.lignes import ROLE_LIGNE

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from fluxdesk.services.rows import LogementRow
    from fluxdesk.ui.models.lignes import Index

Role = Qt.ItemDataRole


def ligne_de(row: LogementRow) -> str:
    """« 14 rue des Oliviers, Calvi · T3 · PLAI · 2B0501234 »."""
    place = ", ".join(part for part in (row.adresse, row.commune) if part)
    return " · ".join(p for p in (place, row.typologie, row.financement, row.reference) if p)


class LogementsTrouvesModel(QAbstractListModel):
    """Shows dwellings that someone else has found."""

    def __init__(self, hauteur: int = 0, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lignes: tuple[LogementRow, ...] = ()
        self._hauteur = hauteur

    def montrer(self, lignes: tuple[LogementRow, ...]) -> None:
        """Replace everything shown."""
        self.beginResetModel()
        self._lignes = lignes
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._lignes)

    @override
    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._lignes[index.row()]
        if role == ROLE_LIGNE:
            return row
        if role == Role.SizeHintRole and self._hauteur:
            return QSize(0, self._hauteur)  # as wide as the list: what is too long is elided
        if role == Role.ToolTipRole:
            return f"{ligne_de(row)} · {row.programme}" if row.programme else ligne_de(row)
        return ligne_de(row) if role == Role.DisplayRole else None
