"""A clock that the builder of the demonstration moves through the year it tells."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

_OUVERTURE = time(7, 30, tzinfo=UTC)
_ACTE = timedelta(minutes=4)  # what an act takes: a journal whose hours follow each other


class HorlogeMobile:
    """An Horloge that stands on a day until it is moved to a later one."""

    def __init__(self, jour: date) -> None:
        self._instant = datetime.combine(jour, _OUVERTURE)

    def aujourd_hui(self) -> date:
        """The day it stands on."""
        return self._instant.date()

    def maintenant(self) -> datetime:
        """A little later each time it is asked."""
        self._instant += _ACTE
        return self._instant

    def aller(self, jour: date) -> None:
        """Go to the morning of that day; on the same day, stay.

        Raises:
            ValueError: the day is past; a journal never goes back.
        """
        if jour < self.aujourd_hui():
            message = f"{jour} is before {self.aujourd_hui()}"
            raise ValueError(message)
        if jour > self.aujourd_hui():
            self._instant = datetime.combine(jour, _OUVERTURE)
