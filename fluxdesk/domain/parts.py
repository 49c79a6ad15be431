"""Flat dwellings by the thousand: values that many of them share are told once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from operator import add, itemgetter
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from fluxdesk.domain.logement import ValeurPlate

    Valeurs: TypeAlias = tuple[ValeurPlate, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Parts:
    """Lines of values by parts: table by table, sets of values, and the rank of each line's.

    A table only ever grows; one that begins anew is another list.
    """

    tables: Sequence[Sequence[Valeurs]]
    rangs: Sequence[Sequence[int]]

    def lignes(self) -> list[Valeurs]:
        """The values of each line, one table after the other."""
        parts: list[Iterable[Valeurs]] = [
            map(table.__getitem__, ranks)
            for table, ranks in zip(self.tables, self.rangs, strict=True)
        ]
        return list(reduce(_accoler, parts))

    def colonne(self, table: int, place: int) -> Iterable[ValeurPlate]:
        """One value of each line: that of this table, at this place."""
        return map(itemgetter(place), map(self.tables[table].__getitem__, self.rangs[table]))

    def choisir(self, lignes: Sequence[int]) -> Parts:
        """These lines alone."""
        return Parts(self.tables, [[ranks[line] for line in lignes] for ranks in self.rangs])


def _accoler(left: Iterable[Valeurs], right: Iterable[Valeurs]) -> Iterable[Valeurs]:
    return map(add, left, right)
