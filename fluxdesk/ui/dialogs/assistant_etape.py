"""What every step of the assistant has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxdesk.ui.dialogs.assistant_cadre import EtapeAssistant

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from fluxdesk.ui.dialogs.assistant_conduite import Conduite


class Etape(EtapeAssistant):
    """A step of an import."""

    def __init__(self, conduite: Conduite) -> None:
        super().__init__()
        self.conduite = conduite

    def premier(self) -> QWidget | None:
        """Where the keyboard goes when the step is shown; None for the button that goes on."""
        return None
