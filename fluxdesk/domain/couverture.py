"""Which places a file of the patrimoine speaks of: it judges no dwelling of elsewhere.

An officer often holds one file by département or by agency. What such a file does not hold is
gone only where it should have held it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from fluxdesk.domain.typographie import accorde

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_NOMMES = 4  # départements that a sentence names one by one


class Lieu(NamedTuple):
    """Where a dwelling is: codes of its département and of its commune."""

    departement: str
    commune: str


@dataclass(frozen=True, slots=True)
class Couverture:
    """Whole départements, and communes of others."""

    departements: frozenset[str]
    communes: frozenset[Lieu]

    def couvre(self, lieu: Lieu) -> bool:
        """Whether the file should hold the dwellings of this place."""
        return lieu.departement in self.departements or lieu in self.communes

    def phrase(self) -> str:
        """« les départements 2A et 2B », « 3 communes du département 13 »."""
        parts = [_departements(sorted(self.departements))] if self.departements else []
        for code in sorted({lieu.departement for lieu in self.communes}):
            count = sum(lieu.departement == code for lieu in self.communes)
            parts.append(f"{accorde(count, 'commune')} du département {code}")
        return _enumerer(parts)


def couverture(nommes: Iterable[Lieu], autres: Iterable[Lieu]) -> Couverture:
    """What a file that names ``nommes`` covers, the base holding dwellings in ``autres`` besides.

    A département is covered whole where the file names at least as many of its communes as it
    leaves out: a commune whose only dwelling was sold is named no more. Else only the communes
    that it names are.
    """
    named, left = {*nommes}, {*autres}
    left -= named
    whole = frozenset(
        code
        for code in {lieu.departement for lieu in named}
        if _dans(named, code) >= _dans(left, code)
    )
    return Couverture(whole, frozenset(lieu for lieu in named if lieu.departement not in whole))


def _dans(lieux: Iterable[Lieu], departement: str) -> int:
    return sum(lieu.departement == departement for lieu in lieux)


def _departements(codes: Sequence[str]) -> str:
    if len(codes) > _NOMMES:
        return f"{len(codes)} départements"
    return f"{'le département' if len(codes) == 1 else 'les départements'} {_enumerer(codes)}"


def _enumerer(mots: Sequence[str]) -> str:
    *first, last = mots
    return f"{', '.join(first)} et {last}" if first else last
