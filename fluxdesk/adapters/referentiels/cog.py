"""The communes of today, from the file shipped with the program."""

from __future__ import annotations

import csv
import gzip
from functools import cache, cached_property
from typing import TYPE_CHECKING

from fluxdesk.domain.territoire import Commune
from fluxdesk.resources import resource

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

_FICHIER = "cog_communes_epci_zonages.csv.gz"
_ACTUELLE = "commune-actuelle"


class Cog:
    """Communes by code (ports.Territoires); the file is read at the first question."""

    def __init__(self, chemin: Path | None = None) -> None:
        self._chemin = chemin

    def commune(self, code: str) -> Commune | None:
        """The commune of this code; an arrondissement or former code gives that of today."""
        return self._lu[1].get(code.strip().upper())

    def communes(self) -> Sequence[Commune]:
        """Every commune of today, by code."""
        return self._lu[0]

    @cached_property
    def _lu(self) -> tuple[tuple[Commune, ...], Mapping[str, Commune]]:
        return _lire(self._chemin or resource("referentiels", _FICHIER))


@cache
def _lire(chemin: Path) -> tuple[tuple[Commune, ...], Mapping[str, Commune]]:
    """The communes of today, and those of every code; once for all the bases that are opened."""
    with gzip.open(chemin, "rt", encoding="utf-8", newline="") as stream:
        lines = tuple(csv.DictReader(stream, delimiter=";"))
    rows = (row for row in lines if row["type"] == _ACTUELLE)
    today = tuple(sorted((_commune(row) for row in rows), key=lambda c: c.code))
    known = {commune.code: commune for commune in today}
    others = {code: known[now] for row in lines for code, now in _alias(row)}
    return today, others | known  # a code that lives today is never taken for a former one


def _alias(row: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    if row["commune_parente"]:
        yield row["code"], row["commune_parente"]
    for former in filter(None, row["anciens_codes"].split(",")):
        yield former, row["commune_parente"] or row["code"]


def _commune(row: Mapping[str, str]) -> Commune:
    return Commune(
        code=row["code"],
        nom=row["nom"],
        departement=row["departement"],
        epci=row["epci_siren"],
        epci_nom=row["epci_nom"],
        zone_abc=row["zone_abc_2024"],
        zone_123=row["zone_123_apl2011"],
    )
