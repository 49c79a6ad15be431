"""Dwellings that will be taken out of the flux of a year, by operation (regles.md 15-17, 39)."""

from __future__ import annotations

from dataclasses import dataclass

from fluxdesk.domain.gardee import gardee
from fluxdesk.domain.vacance import CategorieSoustrait


@gardee
@dataclass(frozen=True, slots=True, kw_only=True)
class Prevision:
    """How many dwellings one operation will need in one year; ``id`` is 0 until recorded."""

    annee: int
    categorie: CategorieSoustrait
    nombre: int
    id: int = 0
    operation: str = ""
    commune: str = ""
    qpv: str = ""
    typologie: str = ""
    observation: str = ""
