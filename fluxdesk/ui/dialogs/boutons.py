"""The buttons of a dialog: a verb and Annuler, whatever the language of the desktop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialogButtonBox

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton

Standard = QDialogButtonBox.StandardButton


def nommer_boutons(boutons: QDialogButtonBox, verbe: str) -> QPushButton:
    """Name the two buttons; the one that acts, which Entrée presses."""
    act = boutons.button(Standard.Ok)
    act.setText(verbe)
    act.setProperty("role", "principal")
    act.style().polish(act)  # the form was dressed before the role was known
    act.setIcon(QIcon())
    act.setDefault(True)
    cancel = boutons.button(Standard.Cancel)
    cancel.setText("Annuler")
    cancel.setIcon(QIcon())
    cancel.setAutoDefault(False)
    return act
