"""How large an assistant opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

TAILLE = (1180, 720)
PART = 0.94  # of the window it stands in


def tailler(assistant: QDialog) -> None:
    """Give it its size, less where its window has less room."""
    width, height = TAILLE
    window = assistant.parentWidget()
    while window is not None and window.parentWidget() is not None:
        window = window.parentWidget()  # a dialog may have opened it: the room is the program's
    if window is not None:
        room = window.size()
        width = min(width, round(room.width() * PART))
        height = min(height, round(room.height() * PART))
    assistant.resize(width, height)
