"""The clock of the machine: the only place that asks it for the day and the hour.

``FLUXDESK_AUJOURDHUI=2026-03-03`` fixes the day, for scripts and tests whose papers must come
out the same tomorrow; the hour stays that of the machine.
"""

from __future__ import annotations

import os
from datetime import UTC, date, datetime

from fluxdesk.domain.erreurs import FluxDeskError

VARIABLE = "FLUXDESK_AUJOURDHUI"


class JourFixeError(FluxDeskError):
    """The variable that fixes the day does not hold a date."""

    def __init__(self, texte: str) -> None:
        super().__init__(
            f"La variable {VARIABLE} vaut « {texte} », qui n’est pas une date. "
            "Écrivez-la comme 2026-03-03, ou supprimez-la."
        )


class SystemClock:
    """The day of the machine where it stands, or the day fixed by the environment.

    Raises:
        JourFixeError: the environment holds something that is not a date.
    """

    def __init__(self) -> None:
        self._fixe = _jour_fixe(os.environ.get(VARIABLE, ""))

    def aujourd_hui(self) -> date:
        """The day here."""
        return self._fixe or datetime.now().astimezone().date()  # noqa: TID251 - the one clock

    def maintenant(self) -> datetime:
        """Now, in UTC; on the fixed day where there is one."""
        now = datetime.now(UTC)  # noqa: TID251 - the one clock
        return now if self._fixe is None else datetime.combine(self._fixe, now.timetz())


def _jour_fixe(texte: str) -> date | None:
    if not texte:
        return None
    try:
        return date.fromisoformat(texte)
    except ValueError:
        raise JourFixeError(texte) from None
