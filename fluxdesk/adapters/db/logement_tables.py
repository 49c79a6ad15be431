"""Dwellings told to SQLite by parts (``domain.parts``), with the columns that follow from them.

A part is told once; a dwelling is then its names and a rank in each table.
"""

from __future__ import annotations

from itertools import repeat
from operator import is_not
from typing import TYPE_CHECKING, NamedTuple

from fluxdesk.adapters.db.logement_derivees import (
    DEFAUTS,
    DU_LIEU,
    LIEU,
    TRIES,
    plier_et_trier,
    qualifier,
    recherche,
    situer,
    tri_seul,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from fluxdesk.adapters.db.logement_derivees import Mots
    from fluxdesk.domain.logement import ValeurPlate
    from fluxdesk.domain.parts import Parts, Valeurs
    from fluxdesk.services.depots import Paquet

PROPRES = ("id", "cle", "reference", "tri_reference", "recherche")  # then a rank in each table
_LIEUX_MAX = 50_000


class Envoi(NamedTuple):
    """The rows that each table gains, their rank first, and those of ``PROPRES``."""

    tables: list[list[Valeurs]]
    propres: list[Valeurs]


class Tables:
    """The tables of an arrival, its own and one more for what follows from a place.

    ``noms`` are the columns of each; ``constantes`` are the derived columns of ``communs``.
    """

    def __init__(self, champs: Sequence[Sequence[str]], communs: Mapping[str, ValeurPlate]) -> None:
        self._defauts = dict(DEFAUTS) | dict(communs)
        self._ou = {n: (t, at) for t, names in enumerate(champs) for at, n in enumerate(names)}
        self._parts = [_Part(names) for names in champs]
        self._lieux = _Lieux(self._ou, self._defauts)
        self.noms = [*(part.noms for part in self._parts), DU_LIEU]
        self.constantes = {
            f"tri_{name}": tri_seul(name, self._defauts[name])
            for name in TRIES
            if name not in self._ou
        }

    def envoyer(self, paquet: Paquet, premier_id: int) -> Envoi:
        """What SQLite does not know of these dwellings; ids are counted from the first."""
        keys, parts = paquet.cles, paquet.parts
        told = zip(self._parts, parts.tables, strict=True)
        tables = [part.nouvelles(table) for part, table in told]
        lieux, rows = self._lieux.situer(parts, len(keys))
        named = (self._colonne(name, parts) for name in ("id_rpls", "id_interne"))
        names = list(zip(keys, *named, strict=False))
        shown = [interne or rpls or cle for cle, rpls, interne in names]
        folded, sorts = plier_et_trier(shown)
        kinds = map(qualifier, *(self._colonne(n, parts) for n in ("typologie", "financement")))
        places = map(self._lieux.mots.__getitem__, lieux)
        sought = map(recherche, places, kinds, names, folded)
        ids = range(premier_id, premier_id + len(keys))
        own = zip(ids, keys, shown, sorts, sought, *parts.rangs, lieux, strict=True)
        return Envoi([*tables, rows], list(own))

    def _colonne(self, champ: str, parts: Parts) -> Iterable[ValeurPlate]:
        """A value of each dwelling; without end, where all have the same."""
        if champ in self._ou:
            return parts.colonne(*self._ou[champ])
        return repeat(self._defauts[champ])


class _Part:
    """A table of the arrival, and what SQLite knows of it."""

    def __init__(self, champs: Sequence[str]) -> None:
        self._tries = [(name, at) for at, name in enumerate(champs) if name in TRIES]
        self.noms = (*champs, *(f"tri_{name}" for name, _ in self._tries))
        self._table: Sequence[Valeurs] | None = None
        self._dites = 0

    def nouvelles(self, table: Sequence[Valeurs]) -> list[Valeurs]:
        """The rows that were not told; all of them, where the table is another."""
        if table is not self._table:
            self._table, self._dites = table, 0
        begun, self._dites = self._dites, len(table)
        return [
            (rank, *row, *(tri_seul(name, row[at]) for name, at in self._tries))
            for rank, row in enumerate(table[begun:], start=begun)
        ]


class _Lieux(dict[tuple[int, ...], int]):
    """The rank of each place, by those of the parts that tell it."""

    def __init__(
        self, ou: Mapping[str, tuple[int, int]], defauts: Mapping[str, ValeurPlate]
    ) -> None:
        super().__init__()
        self.mots: list[Mots] = []
        self._sources = sorted({ou[name][0] for name in LIEU if name in ou})
        self._ou = [(ou.get(name), str(defauts[name])) for name in LIEU]
        self._tables: dict[int, Sequence[Valeurs]] = {}
        self._nouvelles: list[Valeurs] = []

    def situer(self, parts: Parts, nombre: int) -> tuple[list[int], list[Valeurs]]:
        """The place of each dwelling, and the rows of those that were not told."""
        tables = {source: parts.tables[source] for source in self._sources}
        if len(self) > _LIEUX_MAX or any(map(is_not, tables.values(), self._tables.values())):
            self.clear()
            self.mots = []
        self._tables, self._nouvelles = tables, []
        ranks = [parts.rangs[source] for source in self._sources]
        keys = zip(*ranks, strict=True) if ranks else repeat((), nombre)
        return list(map(self.__getitem__, keys)), self._nouvelles

    def __missing__(self, rangs: tuple[int, ...]) -> int:
        told = zip(self._tables.items(), rangs, strict=True)
        rows = {source: table[rank] for (source, table), rank in told}
        columns, words = situer(
            *(str(rows[at[0]][at[1]]) if at else default for at, default in self._ou)
        )
        rank = self[rangs] = len(self.mots)
        self.mots.append(words)
        self._nouvelles.append((rank, *columns))
        return rank
