"""What every step of the assistant has."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fluxdesk.ui.widgets.constat import Constat

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton

    from fluxdesk.ui.dialogs.assistant_conduite import Conduite


class Etape(QWidget):
    """A step: its title, one thing to know, what it shows, and whether one may go on."""

    titre: ClassVar[str]
    aide: ClassVar[str]

    change = Signal()  # ``pret`` or ``suite`` may be otherwise

    def __init__(self, conduite: Conduite) -> None:
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
        return True

    def montrer(self) -> None:
        """Show what is known now."""

    def premier(self) -> QWidget | None:
        """Where the keyboard goes when the step is shown; None for the button that goes on."""
        return None

    def boutons(self) -> list[QPushButton]:
        """Buttons the step adds at the left of the row below."""
        return []
