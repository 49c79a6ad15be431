"""What every step of the conversion has."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from typing_extensions import override

from fluxdesk.ui.dialogs.assistant_cadre import EtapeAssistant

if TYPE_CHECKING:
    from fluxdesk.ui.dialogs.conversion_conduite import ConduiteConversion


class EtapeConversion(EtapeAssistant):
    """A step of a conversion."""

    court: ClassVar[str]  # its name at the left

    def __init__(self, conduite: ConduiteConversion) -> None:
        super().__init__()
        self.conduite = conduite

    @property
    @override
    def pret(self) -> bool:
        return self.conduite.etat is not None
