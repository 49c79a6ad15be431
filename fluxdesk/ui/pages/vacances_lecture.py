"""What the list of vacancies shows, read on the worker."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from fluxdesk.services.ports import Bureau
    from fluxdesk.services.rows import VacanceRow


@dataclass(frozen=True, slots=True)
class LuVacances:
    """What the list shows, and whether the base holds any vacancy at all."""

    texte: str
    lignes: tuple[VacanceRow, ...]
    jour: date


def lire_vacances(bureau: Bureau, texte: str) -> LuVacances:
    """Read the list; runs on the worker."""
    today = bureau.horloge.aujourd_hui()
    return LuVacances(texte, tuple(bureau.base.lectures.vacances(today, texte)), today)
