"""What curves of retard are made of, before any pixel: values, scale and marks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from fluxdesk.domain.flux.parties import UN
from fluxdesk.ui.phrases import jour_court

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MARQUES = 6  # steps of the scale of retards, at most
JOURS_PRES = 62  # days under which the axis names days, above which it names months
_PAS = (1, 2, 5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Courbe:
    """One party both ways: its retard at each point, in 1/10 000 of a dwelling.

    ``style`` picks colour and dashes, 0 for the landlord; ``part`` tells a part of another.
    """

    cle: str
    nom: str
    style: int
    fait: Sequence[int]
    simule: Sequence[int]
    part: bool = False

    def valeurs(self, *, simulees: bool) -> Sequence[int]:
        """The points of one way."""
        return self.simule if simulees else self.fait

    @property
    def changement(self) -> int:
        """How far both ways are from each other, over all the points."""
        return sum(abs(a - b) for a, b in zip(self.fait, self.simule, strict=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """All the curves of a simulation; ``tolerance`` in 1/10 000.

    Both ways are called ``titres`` where there is room, ``mots`` where there is little.
    """

    jours: tuple[date, ...]
    courbes: tuple[Courbe, ...]
    tolerance: int
    titres: tuple[str, str]
    mots: tuple[str, str]

    def visibles(self, cles: Iterable[str]) -> tuple[Courbe, ...]:
        """The curves of these parties, in order."""
        wanted = frozenset(cles)
        return tuple(c for c in self.courbes if c.cle in wanted)


@dataclass(frozen=True, slots=True, kw_only=True)
class Echelle:
    """What both graphs share: where each point stands, and what the axes say.

    ``abscisses`` are in days, the dwellings of a day spread over it. ``marques`` are retards in
    1/10 000, the first and the last being the bounds; ``dates`` are days with their words.
    """

    abscisses: tuple[float, ...]
    marques: tuple[int, ...]
    dates: tuple[tuple[float, str], ...]

    @property
    def etendue(self) -> tuple[float, float]:
        """First and last day; never the same."""
        first, last = self.abscisses[0], self.abscisses[-1]
        return first, max(last, first + 1)


def abscisses(jours: Sequence[date]) -> tuple[float, ...]:
    """Where each point stands, in days: those of one day follow each other inside it."""
    counts: dict[date, int] = {}
    for jour in jours:
        counts[jour] = counts.get(jour, 0) + 1
    seen: dict[date, int] = {}
    places = []
    for jour in jours:
        rank = seen[jour] = seen.get(jour, -1) + 1
        places.append(jour.toordinal() + rank / counts[jour])
    return tuple(places)


def echelle(trace: Trace, visibles: Iterable[Courbe]) -> Echelle:
    """The scale that holds these curves, both ways, and the tolerance."""
    values = [v for c in visibles for way in (c.fait, c.simule) for v in way]
    low = min((-trace.tolerance, *values))
    high = max((trace.tolerance, *values))
    return Echelle(
        abscisses=abscisses(trace.jours),
        marques=marques(low, high),
        dates=_dates(trace.jours[0], trace.jours[-1]),
    )


def marques(bas: int, haut: int) -> tuple[int, ...]:
    """Round retards from below the lowest to above the highest, 0 among them."""
    step = UN // 10
    unit, rank = step, 0
    while (haut - bas) / step > MARQUES:
        rank += 1
        step = unit * 10 ** (rank // len(_PAS)) * _PAS[rank % len(_PAS)]
    first, last = bas // step, -(-haut // step)
    return tuple(step * place for place in range(first, last + 1))


def _dates(debut: date, fin: date) -> tuple[tuple[float, str], ...]:
    if (fin - debut).days <= JOURS_PRES:
        days = [debut + timedelta(days=n) for n in range((fin - debut).days + 1)]
        return tuple((float(d.toordinal()), jour_court(d).rpartition(" ")[0]) for d in days)
    months = [date(y, m, 1) for y in range(debut.year, fin.year + 1) for m in range(1, 13)]
    several = debut.year != fin.year
    return tuple(
        (float(d.toordinal()), str(d.year) if several and d.month == 1 else _mois(d))
        for d in months
        if debut <= d <= fin
    )


def _mois(jour: date) -> str:
    return jour_court(jour).split(" ")[1]


def etager(hauteurs: Sequence[float], pas: float, bas: float) -> list[float]:
    """Move labels apart: each keeps its order and stands at least one step under the former.

    Args:
        hauteurs: wanted places, from the top down, in pixels.
        pas: room that one label needs.
        bas: the lowest place allowed; the first place is never above 0.
    """
    placed: list[float] = []
    for wanted in hauteurs:
        placed.append(max(wanted, placed[-1] + pas if placed else 0.0))
    limit = bas
    for rank in range(len(placed) - 1, -1, -1):
        placed[rank] = min(placed[rank], limit)
        limit = placed[rank] - pas
    return placed
