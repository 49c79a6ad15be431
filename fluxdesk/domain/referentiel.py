"""Dated tables of reference that an officer brings up to date by file (formats.md §3, §4)."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date


class GenreReferentiel(StrEnum):
    """What a table tells; its lines are known by the key said beside each."""

    COMMUNES = "communes"  # INSEE code
    EPCI = "epci"  # SIREN
    QPV_2015 = "qpv 2015"  # code of the district
    QPV_2024 = "qpv 2024"  # code of the district
    ZONAGE = "zonage"  # INSEE code
    QUARTILE = "premier quartile"  # SIREN of the EPCI
    PLAFONDS = "plafonds de ressources"  # financing, zone and household
    FINANCEMENTS = "financements"  # RPLS code


@dataclass(frozen=True, slots=True, kw_only=True)
class TableReferentiel:
    """One edition of a table, in force from ``effet`` until the next one.

    ``source`` names the file or the text; ``lignes`` are columns by key, all as text.
    """

    genre: GenreReferentiel
    effet: date
    source: str
    lignes: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    id: int = 0
