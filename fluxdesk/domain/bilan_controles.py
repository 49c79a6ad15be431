"""Whether the totals of a bilan agree with each other and with its facts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from fluxdesk.domain.bilan import LIBELLES_AXE, AxeBilan, totaux

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from fluxdesk.domain.bilan import Bilan

Mesures = tuple[int, int, int, int]


class _Compte(Protocol):
    """Whatever bears the four measures."""

    @property
    def proposes(self) -> int: ...
    @property
    def attribues(self) -> int: ...
    @property
    def baux(self) -> int: ...
    @property
    def sans_suite(self) -> int: ...


def mesures(lignes: Iterable[_Compte]) -> Mesures:
    """Proposed, attributed, let, failed."""
    sums = [0, 0, 0, 0]
    for x in lignes:
        for rank, count in enumerate((x.proposes, x.attribues, x.baux, x.sans_suite)):
            sums[rank] += count
    return sums[0], sums[1], sums[2], sums[3]


def totaux_faux(bilan: Bilan) -> tuple[str, ...]:
    """One sentence for each table that does not add up to the crossed one."""
    return tuple(_faux(bilan))


def _faux(bilan: Bilan) -> Iterator[str]:
    crossed = mesures(bilan.lignes)
    for axe in AxeBilan:
        found = mesures(totaux(bilan.lignes, axe))
        if found != crossed:
            name = LIBELLES_AXE[axe].lower()
            counts = f"{_dits(found)} diffèrent du bilan croisé {_dits(crossed)}"
            yield f"Les totaux par {name} {counts}."
    if bilan.detail and mesures(bilan.detail) != crossed:
        found = mesures(bilan.detail)
        yield f"Le détail par logement {_dits(found)} diffère du bilan croisé {_dits(crossed)}."


def _dits(counts: Mesures) -> str:
    return f"({', '.join(map(str, counts))})"
