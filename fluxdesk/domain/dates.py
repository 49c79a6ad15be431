"""Dates in the officer's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
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


def en_chiffres(jour: date | None) -> str:
    """``03/03/2026``: the form used in columns; empty where there is no date."""
    return f"{jour:%d/%m/%Y}" if jour else ""
