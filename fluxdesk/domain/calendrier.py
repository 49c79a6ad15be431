"""Days that count in a delay: calendar days, worked days, public holidays."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeAlias

from fluxdesk.domain.dates import en_lettres

# The public holidays of a year in a departement (« 2A », « 976 »).
Feries: TypeAlias = Callable[[int, str], frozenset[date]]

SAMEDI = 5  # number of the day in the week, Monday being 0
_JOUR = timedelta(days=1)


def sans_feries(_annee: int, _departement: str) -> frozenset[date]:
    """No holiday at all: for delays in calendar days, which none of them moves."""
    return frozenset()


@dataclass(frozen=True, slots=True)
class Calendrier:
    """The days of the departement of a dwelling."""

    feries: Feries = sans_feries
    departement: str = ""

    def ferie(self, jour: date) -> bool:
        """Whether it is a public holiday there."""
        return jour in self.feries(jour.year, self.departement)

    def ouvre(self, jour: date) -> bool:
        """Whether one works that day: Monday to Friday, holidays left out."""
        return jour.weekday() < SAMEDI and not self.ferie(jour)

    def apres(self, depart: date, ouvres: int) -> tuple[date, tuple[date, ...]]:
        """The last of so many worked days after this one, and the holidays of the week skipped."""
        day, left, skipped = depart, ouvres, []
        while left:
            day += _JOUR
            if self.ouvre(day):
                left -= 1
            elif day.weekday() < SAMEDI:
                skipped.append(day)
        return day, tuple(skipped)

    def reporter(self, jour: date) -> tuple[date, str]:
        """The day itself or the next one worked, and why it was moved; empty where it was not."""
        day = jour
        while not self.ouvre(day):
            day += _JOUR
        if day == jour:
            return day, ""
        weekend = ("un samedi", "un dimanche")
        why = "férié" if self.ferie(jour) else weekend[jour.weekday() - SAMEDI]
        return day, f"le {en_lettres(jour)} est {why}, le délai est reporté au {en_lettres(day)}"


def dire_sautes(sautes: tuple[date, ...]) -> str:
    """The holidays that a delay in worked days leaves out, in words; empty where it meets none."""
    if not sautes:
        return ""
    days = [f"le {en_lettres(day)}" for day in sautes]
    said = days[0] if len(days) == 1 else f"{', '.join(days[:-1])} et {days[-1]}"
    return f"{said}, férié, ne compte pas" if len(days) == 1 else f"{said}, fériés, ne comptent pas"
