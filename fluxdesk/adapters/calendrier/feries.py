"""The public holidays of France, by the ``holidays`` library.

Slow to import: loaded by name (``bootstrap.charge``) at the first deadline.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from holidays.countries.france import France

if TYPE_CHECKING:
    from datetime import date

# Departements whose holidays are not those of all (Labour Code, L3134-13 and L3422-2).
_PROPRES = {
    "57": "57",
    "67": "6AE",
    "68": "6AE",
    "971": "971",
    "972": "972",
    "973": "973",
    "974": "974",
    "975": "PM",
    "976": "976",
    "977": "BL",
    "978": "MF",
    "987": "PF",
    "988": "NC",
}


@lru_cache
def jours_feries(annee: int, departement: str) -> frozenset[date]:
    """The public holidays of that year in that departement (« 2A », « 976 »)."""
    found = France(years=annee, subdiv=_PROPRES.get(departement))  # type: ignore[no-untyped-call]
    return frozenset(found)
