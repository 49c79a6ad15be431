"""Can these rights all be served? Hall's condition, by minimum cuts (moteur.md §2).

Every quantity is an exact integer, in 1/10 000 of a dwelling (1/10 000 of that for a modality)
over the dwellings counted: no division is made before a figure is printed.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Protocol

from fluxdesk.domain.flux.parties import UN

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from fluxdesk.domain.faisabilite_droits import Droit
    from fluxdesk.domain.flux.parties import Axe, Zone
    from fluxdesk.domain.flux_constate import FluxConstate


class Coupe(Protocol):
    """Minimum cut of a network of transport; a library solves it (``adapters/flots``)."""

    def __call__(
        self,
        demandes: Sequence[int],
        capacites: Sequence[int],
        acces: Sequence[Collection[int]],
    ) -> frozenset[int]:
        """Find the demands that together fall short the most.

        Args:
            demandes: what each demand asks, over zero.
            capacites: what each place offers, over zero.
            acces: for each demand, the places that may serve it.

        Returns:
            The ranks of the smallest set of demands whose sum passes by the most what the
            union of its places offers; empty exactly when every demand can be served.
        """
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Manque:
    """Rights that cannot all be served; ``du`` and ``capacite`` in the same exact unit.

    ``theta`` is the largest fraction of their rights that all of them can receive. ``modalite``
    is the axis and the value of a qualitative target, None for the dwellings as a whole.
    """

    droits: tuple[Droit, ...]
    du: int
    capacite: int
    theta: Fraction
    modalite: tuple[Axe, str] | None = None


@dataclass(frozen=True, slots=True)
class Charge:
    """A right beside what its territory frees: the load ``du/capacite`` of moteur.md §2."""

    droit: Droit
    capacite: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Bilan:
    """What was found: sets that lack dwellings, rights near their limit, and the sums."""

    manques: tuple[Manque, ...]
    tendus: tuple[Charge, ...]
    du: int
    capacite: int


CHARGE_TENDUE = Fraction(85, 100)


def examiner(droits: Sequence[Droit], flux: FluxConstate, coupe: Coupe) -> Bilan:
    """Test the rights, then each modality that a target names."""
    reseau = _Reseau(droits, flux)
    total = [n * UN for n in flux.nombres]
    manques = tuple(reseau.manques([d.quantite for d in droits], total, coupe))
    for modalite in dict.fromkeys((c.axe, c.modalite) for d in droits for c in d.cibles):
        manques += tuple(_de_la_modalite(reseau, modalite, flux, coupe))
    short = {d for m in manques if m.modalite is None for d in m.droits}
    loads = (Charge(d, reseau.capacite(n, total)) for n, d in enumerate(droits))
    return Bilan(
        manques=manques,
        tendus=tuple(
            c
            for c in loads
            if c.droit not in short and c.droit.quantite > CHARGE_TENDUE * c.capacite
        ),
        du=sum(d.quantite for d in droits),
        capacite=sum(total),
    )


def _de_la_modalite(
    reseau: _Reseau, modalite: tuple[Axe, str], flux: FluxConstate, coupe: Coupe
) -> Iterator[Manque]:
    wanted = [
        d.quantite * sum(c.dix_milliemes for c in d.cibles if (c.axe, c.modalite) == modalite)
        for d in reseau.droits
    ]
    seen = flux.modalites.get(modalite, {})
    offered = [seen.get(rang, 0) * UN * UN for rang in range(len(flux.lieux))]
    yield from reseau.manques(wanted, offered, coupe, modalite)


class _Reseau:
    """Who can be served where: places that no territory tells apart are one."""

    def __init__(self, droits: Sequence[Droit], flux: FluxConstate) -> None:
        self.droits = droits
        zones = list(dict.fromkeys(d.territoire for d in droits))
        signatures: dict[tuple[int, ...], int] = {}
        self._groupe = [
            signatures.setdefault(
                tuple(n for n, zone in enumerate(zones) if zone.contient(lieu)), len(signatures)
            )
            for lieu in flux.lieux
        ]
        of_zone: dict[Zone, set[int]] = {zone: set() for zone in zones}
        for signature, group in signatures.items():
            for n in signature:
                of_zone[zones[n]].add(group)
        self._acces = [frozenset(of_zone[d.territoire]) for d in droits]
        self._groupes = len(signatures)

    def capacite(self, rang: int, nombres: Sequence[int]) -> int:
        """What the territory of a right frees."""
        groups = self._capacites(nombres)
        return sum(groups[g] for g in self._acces[rang])

    def _capacites(self, nombres: Sequence[int]) -> list[int]:
        groups = [0] * self._groupes
        for group, amount in zip(self._groupe, nombres, strict=True):
            groups[group] += amount
        return groups

    def manques(
        self,
        demandes: Sequence[int],
        nombres: Sequence[int],
        coupe: Coupe,
        modalite: tuple[Axe, str] | None = None,
    ) -> Iterator[Manque]:
        """Each set of rights, apart from the others, that lacks dwellings; rights of zero wait."""
        groups = self._capacites(nombres)
        asked = {n: amount for n, amount in enumerate(demandes) if amount}
        short = self._couper(asked, groups, coupe)
        for part in _parts(short, self._acces):
            wanted = {n: asked[n] for n in part}
            yield Manque(
                droits=tuple(self.droits[n] for n in sorted(part)),
                du=sum(wanted.values()),
                capacite=self._offre(part, groups),
                theta=self._theta(wanted, groups, coupe),
                modalite=modalite,
            )

    def _theta(self, asked: Mapping[int, int], groups: Sequence[int], coupe: Coupe) -> Fraction:
        """The largest fraction of these rights that all can receive, exactly (Dinkelbach).

        Each cut names a set that lacks dwellings at the fraction tried; the fraction of that
        set is tried next. It falls each time, and there are finitely many sets.
        """
        theta = self._servie(asked, asked, groups)
        while theta:
            worst = self._couper(
                {n: amount * theta.numerator for n, amount in asked.items()},
                [amount * theta.denominator for amount in groups],
                coupe,
            )
            if not worst:
                break
            theta = self._servie(worst, asked, groups)
        return theta

    def _servie(
        self, rangs: Collection[int], asked: Mapping[int, int], groups: Sequence[int]
    ) -> Fraction:
        return Fraction(self._offre(rangs, groups), sum(asked[n] for n in rangs))

    def _offre(self, rangs: Iterable[int], groups: Sequence[int]) -> int:
        union: frozenset[int] = frozenset().union(*(self._acces[n] for n in rangs))
        return sum(groups[g] for g in union)

    def _couper(
        self, asked: Mapping[int, int], groups: Sequence[int], coupe: Coupe
    ) -> frozenset[int]:
        """The worst set; rights with the same places ask together, and fall short together."""
        together: dict[frozenset[int], list[int]] = {}
        for n in asked:
            together.setdefault(self._acces[n], []).append(n)
        sums = {places: sum(asked[n] for n in ranks) for places, ranks in together.items()}
        disputed = _disputes(sums, groups)
        if not disputed:
            return frozenset()
        offered = _offres(disputed, groups)
        worst = coupe(
            [sums[places] for places in disputed],
            list(offered.values()),
            [[g for g, users in enumerate(offered) if n in users] for n in range(len(disputed))],
        )
        return frozenset(n for w in worst for n in together[disputed[w]])


def _offres(acces: Sequence[frozenset[int]], groups: Sequence[int]) -> dict[frozenset[int], int]:
    """What the places offer, those that the same demands ask for added up."""
    users: dict[int, set[int]] = {}
    for n, places in enumerate(acces):
        for group in places:
            users.setdefault(group, set()).add(n)
    offered: Counter[frozenset[int]] = Counter()
    for group, ranks in users.items():
        offered[frozenset(ranks)] += groups[group]
    return {ranks: amount for ranks, amount in offered.items() if amount}


def _disputes(sums: Mapping[frozenset[int], int], groups: Sequence[int]) -> list[frozenset[int]]:
    """The demands left once those that can be served where nobody else asks are out.

    Such a demand is in no smallest worst set: without it the set lacks as much or more. Its
    places may then be free for others, who are looked at again. It spares most of the cuts.
    """
    left = list(sums)
    while True:
        users = Counter(g for places in left for g in places)
        kept = [p for p in left if sums[p] > sum(groups[g] for g in p if users[g] == 1)]
        if len(kept) == len(left):
            return kept
        left = kept


def _parts(rangs: Iterable[int], acces: Sequence[frozenset[int]]) -> list[set[int]]:
    """Split into sets that share no place with each other, in the order of their first right."""
    parts: list[tuple[set[int], set[int]]] = []
    for n in sorted(rangs):
        touching = [p for p in parts if p[1] & acces[n]]
        ranks = {n}.union(*(p[0] for p in touching))
        places = set(acces[n]).union(*(p[1] for p in touching))
        parts = [*(p for p in parts if p not in touching), (ranks, places)]
    return sorted((ranks for ranks, _ in parts), key=min)
