"""A new programme: its delivery, and the rights agreed when it was financed (regles.md 46-49)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from fluxdesk.domain.gardee import gardee
from fluxdesk.domain.typographie import plie

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


@gardee
@dataclass(frozen=True, slots=True, kw_only=True)
class DroitNeuf:
    """So many dwellings of one kind for one party; ``partie`` is a party key of the ledger.

    An empty ``financement`` or ``typologie`` is « any ».
    """

    partie: str
    nombre: int
    financement: str = ""
    typologie: str = ""


@gardee
@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeNeuf:
    """One programme; ``id`` is 0 until recorded.

    ``logements`` gives, by dwelling id, the party key agreed in the concertation for its first
    letting; an empty key is « not agreed yet ». ``contact_etat`` finances (DDT),
    ``contact_attribution`` attributes (DDETS): both services of the State are told.
    """

    nom: str
    id: int = 0
    commune: str = ""
    livraison_prevue: date | None = None
    livraison_reelle: date | None = None
    agrement: date | None = None
    agrement_numero: str = ""
    concertation: date | None = None
    contact_etat: str = ""
    contact_attribution: str = ""
    droits: tuple[DroitNeuf, ...] = ()
    logements: tuple[tuple[int, str], ...] = ()
    observation: str = ""

    def convenue(self, logement_id: int) -> str:
        """The party agreed for the first letting of this dwelling; empty where none is."""
        return dict(self.logements).get(logement_id, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class LogementNeuf:
    """A dwelling of the programme as rights are counted on it."""

    id: int
    financement: str
    typologie: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LigneDroit:
    """A right agreed at financing, and the dwellings that the concertation gives it."""

    droit: DroitNeuf
    logements: tuple[int, ...]

    @property
    def ecart(self) -> int:
        """Dwellings given less dwellings agreed: below zero, some are still owed."""
        return len(self.logements) - self.droit.nombre


@dataclass(frozen=True, slots=True, kw_only=True)
class SommeNeuf:
    """One kind of dwelling: how many the programme has, how many rights name it."""

    financement: str
    typologie: str
    logements: int
    convenus: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Concertation:
    """The table of a programme checked against its rights.

    ``sans_droit`` are dwellings given to a party that no right of that kind covers;
    ``a_convenir`` those that nobody has yet.
    """

    droits: tuple[LigneDroit, ...]
    sans_droit: tuple[int, ...]
    a_convenir: tuple[int, ...]
    sommes: tuple[SommeNeuf, ...]
    total_droits: int
    total_logements: int

    @property
    def complete(self) -> bool:
        """Whether every dwelling is agreed and every right has its dwellings, no more."""
        kept = not self.sans_droit and not self.a_convenir
        return kept and all(row.ecart == 0 for row in self.droits)


def controler_concertation(
    programme: ProgrammeNeuf, logements: Sequence[LogementNeuf]
) -> Concertation:
    """Give each agreed dwelling to a right of its party, so that as many as can be have one.

    A dwelling fits a right whose financing and type are its own, or unsaid. Where some fit
    several rights the whole is matched exactly (augmenting paths), never greedily.
    """
    agreed = {one.id: programme.convenue(one.id) for one in logements}
    rights = programme.droits
    fits = {
        one.id: _par_precision(
            [n for n, right in enumerate(rights) if _couvre(right, one, agreed[one.id])], rights
        )
        for one in logements
        if agreed[one.id]
    }
    held: dict[int, list[int]] = {n: [] for n in range(len(rights))}
    out = [ident for ident in fits if not _placer(ident, fits, rights, held, set())]
    return Concertation(
        droits=tuple(
            LigneDroit(droit=right, logements=tuple(sorted(held[n])))
            for n, right in enumerate(rights)
        ),
        sans_droit=tuple(out),
        a_convenir=tuple(ident for ident, party in agreed.items() if not party),
        sommes=tuple(_sommes(logements, agreed)),
        total_droits=sum(right.nombre for right in rights),
        total_logements=len(logements),
    )


def _couvre(droit: DroitNeuf, logement: LogementNeuf, partie: str) -> bool:
    return droit.partie == partie and all(
        not wanted or plie(wanted) == plie(known)
        for wanted, known in (
            (droit.financement, logement.financement),
            (droit.typologie, logement.typologie),
        )
    )


def _par_precision(rangs: list[int], droits: Sequence[DroitNeuf]) -> list[int]:
    return sorted(rangs, key=lambda n: -bool(droits[n].financement) - bool(droits[n].typologie))


def _placer(
    ident: int,
    possibles: Mapping[int, list[int]],
    droits: Sequence[DroitNeuf],
    tenus: dict[int, list[int]],
    vus: set[int],
) -> bool:
    """Find this dwelling a right, moving others to another of theirs where that makes room."""
    for rank in possibles[ident]:
        if rank in vus:
            continue
        vus.add(rank)
        here = tenus[rank]
        if len(here) < droits[rank].nombre:
            here.append(ident)
            return True
        for other in tuple(here):
            if _placer(other, possibles, droits, tenus, vus):
                here[here.index(other)] = ident
                return True
    return False


def _sommes(logements: Iterable[LogementNeuf], convenus: Mapping[int, str]) -> list[SommeNeuf]:
    there, given = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for one in logements:
        there[one.financement, one.typologie] += 1
        given[one.financement, one.typologie] += bool(convenus[one.id])
    return [
        SommeNeuf(financement=kind[0], typologie=kind[1], logements=n, convenus=given[kind])
        for kind, n in sorted(there.items())
    ]
