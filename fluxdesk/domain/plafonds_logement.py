"""The ceilings of income of a dwelling: those of its financing, in the zone of its commune."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from fluxdesk.domain.logement import Financement
from fluxdesk.domain.referentiel_lecture import cle_plafond
from fluxdesk.domain.referentiel_valeurs import SUPPLEMENT

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from fluxdesk.domain.referentiel import TableReferentiel
    from fluxdesk.domain.territoire import Commune

CATEGORIES = ("1", "2", "3", "4", "5", "6", SUPPLEMENT)
DEPARTEMENTS_IDF = frozenset({"75", "77", "78", "91", "92", "93", "94", "95"})
_OUTRE_MER = "97"
_PARIS = "1bis"  # Paris and the 29 communes around it (formats.md §4.2)
ZONES = {
    "paris": "Paris et communes limitrophes",
    "idf": "Île-de-France hors Paris et communes limitrophes",
    "autres": "autres régions",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Plafonds:
    """Yearly income, in euros, by category of household; the last one is for each further person.

    ``effet`` and ``source`` are those of the edition they were read in.
    """

    financement: str
    zone: str
    montants: dict[str, Decimal]
    effet: date
    source: str


def zone_de_plafonds(financement: Financement, commune: Commune) -> str:
    """The zone whose ceilings hold there; empty where no table is known (formats.md §4.1).

    Three zones for social loans; those of the ABC zoning for intermediate ones; ceilings of
    overseas are others, which FluxDesk does not know.
    """
    if commune.departement.startswith(_OUTRE_MER):
        return ""
    if financement is Financement.PLI:
        return {"B2": "B2-C", "C": "B2-C"}.get(commune.zone_abc, commune.zone_abc)
    if commune.zone_123 == _PARIS:
        return "paris"
    return "idf" if commune.departement in DEPARTEMENTS_IDF else "autres"


def plafonds(
    financement: str, zone: str, tables: Iterable[TableReferentiel], jour: date
) -> Plafonds | None:
    """The ceilings of that financing in that zone, in the newest edition that holds some."""
    keys = {category: cle_plafond(financement, zone, category) for category in CATEGORIES}
    for table in sorted(tables, key=lambda t: t.effet, reverse=True):
        known = {c: table.lignes[key] for c, key in keys.items() if key in table.lignes}
        if known and table.effet <= jour:
            return Plafonds(
                financement=financement,
                zone=zone,
                montants={c: Decimal(line["montant"]) for c, line in known.items()},
                effet=table.effet,
                source=table.source,
            )
    return None
