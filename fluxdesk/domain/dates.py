"""Dates in the officer's words."""

from __future__ import annotations

import calendar
from datetime import date

MOIS = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip
JOURS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")


def en_lettres(jour: date) -> str:
    """``3 mars 2026``, ``1er avril 2026``: the form used in sentences."""
    number = "1er" if jour.day == 1 else str(jour.day)
    return f"{number} {MOIS[jour.month - 1]} {jour.year}"


def plus_mois(jour: date, mois: int) -> date:
    """The same day that many months later, or earlier; the last one where the month is shorter."""
    years, month = divmod(jour.month - 1 + mois, len(MOIS))
    year = jour.year + years
    return date(year, month + 1, min(jour.day, calendar.monthrange(year, month + 1)[1]))


def en_chiffres(jour: date | None) -> str:
    """``03/03/2026``: the form used in columns; empty where there is no date."""
    return f"{jour:%d/%m/%Y}" if jour else ""


def ans_apres(jour: date, ans: int) -> date:
    """The same day so many years later; 29 February becomes 28."""
    leap = (jour.month, jour.day) == (2, 29)
    return jour.replace(year=jour.year + ans, day=28 if leap else jour.day)
