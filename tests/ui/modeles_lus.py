"""What a model shows, as an officer reads or hears it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel


def textes(model: QAbstractItemModel, row: int = 0) -> list[str]:
    return [model.index(row, column).data() for column in range(model.columnCount())]


def dits(model: QAbstractItemModel, row: int) -> list[str | None]:
    spoken = Qt.ItemDataRole.AccessibleTextRole
    return [model.index(row, column).data(spoken) for column in range(model.columnCount())]


def titres(model: QAbstractItemModel) -> list[str]:
    across = Qt.Orientation.Horizontal
    return [model.headerData(column, across) for column in range(model.columnCount())]
