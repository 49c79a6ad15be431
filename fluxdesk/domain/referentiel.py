"""Dated tables of reference that an officer brings up to date by file (formats.md §3, §4)."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    Lignes: TypeAlias = Mapping[str, Mapping[str, str]]


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


# Tables whose files may hold only what changes (an arrêté of reclassement, the movements of the
# COG, the ceilings of one financing): what a file leaves out stays as it was.
CUMULES = frozenset(
    {
        GenreReferentiel.COMMUNES,
        GenreReferentiel.ZONAGE,
        GenreReferentiel.PLAFONDS,
        GenreReferentiel.FINANCEMENTS,
    }
)


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Ecarts:
    """Keys of one state of a table beside another; ``absentes`` are those it leaves out."""

    nouvelles: tuple[str, ...]
    changees: tuple[str, ...]
    inchangees: tuple[str, ...]
    absentes: tuple[str, ...]


def lignes_en_vigueur(
    genre: GenreReferentiel, editions: Iterable[TableReferentiel], jour: date
) -> dict[str, Mapping[str, str]]:
    """The lines of a table on a day; ``editions`` are oldest first."""
    found: dict[str, Mapping[str, str]] = {}
    for table in editions:
        if table.effet <= jour:
            found = {**found, **table.lignes} if genre in CUMULES else dict(table.lignes)
    return found


def comparer(avant: Lignes, apres: Lignes) -> Ecarts:
    """What ``apres`` adds to ``avant``, changes, keeps and leaves out, in the order of the keys."""
    both = sorted(avant.keys() & apres.keys())
    return Ecarts(
        nouvelles=tuple(sorted(apres.keys() - avant.keys())),
        changees=tuple(key for key in both if dict(avant[key]) != dict(apres[key])),
        inchangees=tuple(key for key in both if dict(avant[key]) == dict(apres[key])),
        absentes=tuple(sorted(avant.keys() - apres.keys())),
    )


def retour(avant: Lignes, apres: Lignes) -> dict[str, Mapping[str, str] | None]:
    """What must be put back on ``apres`` to find ``avant`` again; None takes a line out."""
    gaps = comparer(avant, apres)
    return {key: avant.get(key) for key in (*gaps.nouvelles, *gaps.changees, *gaps.absentes)}


def remettre(
    lignes: Lignes, anciennes: Mapping[str, Mapping[str, str] | None]
) -> dict[str, Mapping[str, str]]:
    """The lines with these put back, as ``retour`` told them."""
    merged = {**lignes, **anciennes}
    return {key: line for key, line in merged.items() if line is not None}
