"""A table to hand out: its titles and rows, whoever writes them (ports.RedacteurListe)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

Cellule: TypeAlias = str | int


@dataclass(frozen=True, slots=True, kw_only=True)
class Liste:
    """Titles, then rows as long as they are; counts are numbers, the rest is text."""

    titres: tuple[str, ...]
    lignes: tuple[tuple[Cellule, ...], ...]
