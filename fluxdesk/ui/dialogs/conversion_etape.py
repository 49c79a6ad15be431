"""What every step of the conversion has."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fluxdesk.ui.widgets.constat import Constat

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton

    from fluxdesk.ui.dialogs.conversion_conduite import ConduiteConversion


class EtapeConversion(QWidget):
    """A step: its title, one thing to know, and whether one may go on."""

    titre: ClassVar[str]
    court: ClassVar[str]  # its name at the left
    aide: ClassVar[str]

    change = Signal()

    def __init__(self, conduite: ConduiteConversion) -> None:
        super().__init__()
        self.conduite = conduite
        self.constat = Constat()
        self.corps = QVBoxLayout(self)
        self.corps.setContentsMargins(0, 0, 0, 0)
        self.corps.setSpacing(12)
        self.corps.addWidget(self.constat)

    @property
    def suite(self) -> str:
        """What the button that goes on says."""
        return "Suivant"

    @property
    def pret(self) -> bool:
        """Whether one may go on."""
        return self.conduite.etat is not None

    def montrer(self) -> None:
        """Show what is known now."""

    def boutons(self) -> list[QPushButton]:
        """Buttons at the left of the row below."""
        return []
