"""Dwellings that will be taken out of the flux of a year, by operation (regles.md 15-17, 39)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from fluxdesk.domain.gardee import gardee
from fluxdesk.domain.typographie import plie
from fluxdesk.domain.vacance import CategorieSoustrait

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


@gardee
@dataclass(frozen=True, slots=True, kw_only=True)
class Prevision:
    """How many dwellings one operation will need in one year; ``id`` is 0 until recorded.

    ``commune`` is an INSEE code, ``qpv`` « QPV », « hors QPV » or the code of a district,
    ``typologie`` T1 to T6: empty is « any ». An operation of several years has a line a year.
    """

    annee: int
    categorie: CategorieSoustrait
    nombre: int
    id: int = 0
    operation: str = ""
    commune: str = ""
    qpv: str = ""
    typologie: str = ""
    observation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Soustrait:
    """A freed dwelling that was taken out of the flux, as its vacancy tells it."""

    vacance_id: int
    categorie: CategorieSoustrait
    operation: str = ""
    commune: str = ""
    qpv: str = ""
    qpv_code: str = ""
    typologie: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LigneSoustraits:
    """A forecast beside what was done; ``prevision`` is None for what nobody foresaw."""

    categorie: CategorieSoustrait
    operation: str
    commune: str
    qpv: str
    typologie: str
    prevu: int
    vacances: tuple[int, ...]
    prevision: Prevision | None = None

    @property
    def realise(self) -> int:
        """Dwellings taken out for it."""
        return len(self.vacances)

    @property
    def ecart(self) -> int:
        """Done less foreseen: above zero, more dwellings left the flux than was told."""
        return self.realise - self.prevu


@dataclass(frozen=True, slots=True, kw_only=True)
class TotalCategorie:
    """One category of R441-5 al. 5 (None: all), foreseen and done; zero is told too."""

    categorie: CategorieSoustrait | None
    prevu: int
    realise: int

    @property
    def ecart(self) -> int:
        """Done less foreseen."""
        return self.realise - self.prevu


@dataclass(slots=True)
class _Compte:
    prevision: Prevision
    vacances: list[int] = field(default_factory=list)


def comparer_soustraits(
    previsions: Sequence[Prevision], soustraits: Iterable[Soustrait]
) -> tuple[LigneSoustraits, ...]:
    """Each forecast of a year with what was done for it, then what nobody foresaw.

    A dwelling goes to one line only: of those that fit, the most precise, and of these one that
    still expects dwellings. A line that names no operation takes the dwellings of its category
    whose operation has no line.
    """
    counts = [_Compte(p) for p in previsions]
    others: dict[Soustrait, list[int]] = {}
    for one in soustraits:
        fit = [c for c in counts if _convient(c.prevision, one)]
        if fit:
            best = max(fit, key=_rang)
            best.vacances.append(one.vacance_id)
        else:
            alike = replace(one, vacance_id=0, qpv_code="")
            others.setdefault(alike, []).append(one.vacance_id)
    found = [_ligne(c) for c in counts]
    return (*found, *(_imprevue(key, ids) for key, ids in others.items()))


def totaux_soustraits(lignes: Sequence[LigneSoustraits]) -> tuple[TotalCategorie, ...]:
    """Every category, zero included, then the whole."""
    wanted: tuple[CategorieSoustrait | None, ...] = (*CategorieSoustrait, None)
    return tuple(
        TotalCategorie(
            categorie=category,
            prevu=sum(x.prevu for x in lignes if category in {None, x.categorie}),
            realise=sum(x.realise for x in lignes if category in {None, x.categorie}),
        )
        for category in wanted
    )


def par_annee(previsions: Iterable[Prevision], modele: Prevision) -> Mapping[int, int]:
    """What the same operation needs each year, in the order of the years."""
    same = [p for p in previsions if _operation(p) == _operation(modele)]
    counts = Counter[int]()
    for one in same:
        counts[one.annee] += one.nombre
    return dict(sorted(counts.items()))


def _operation(prevision: Prevision) -> tuple[CategorieSoustrait, str]:
    return prevision.categorie, plie(prevision.operation)


def _convient(prevision: Prevision, un: Soustrait) -> bool:
    pairs = (
        (prevision.operation, {plie(un.operation)}),
        (prevision.commune, {plie(un.commune)}),
        (prevision.qpv, {plie(un.qpv), plie(un.qpv_code)}),
        (prevision.typologie, {plie(un.typologie)}),
    )
    asked = all(not wanted or plie(wanted) in known for wanted, known in pairs)
    return asked and prevision.categorie is un.categorie


def _rang(compte: _Compte) -> tuple[int, bool]:
    """The more a line says, the better it fits; then one that expects more."""
    line = compte.prevision
    # An operation is named by who knows it: it counts for more than any place.
    told = 4 * bool(line.operation) + sum(
        bool(value) for value in (line.commune, line.qpv, line.typologie)
    )
    return told, len(compte.vacances) < line.nombre


def _ligne(compte: _Compte) -> LigneSoustraits:
    line = compte.prevision
    return LigneSoustraits(
        categorie=line.categorie,
        operation=line.operation,
        commune=line.commune,
        qpv=line.qpv,
        typologie=line.typologie,
        prevu=line.nombre,
        vacances=tuple(compte.vacances),
        prevision=line,
    )


def _imprevue(pareil: Soustrait, ids: list[int]) -> LigneSoustraits:
    return LigneSoustraits(
        categorie=pareil.categorie,
        operation=pareil.operation,
        commune=pareil.commune,
        qpv=pareil.qpv,
        typologie=pareil.typologie,
        prevu=0,
        vacances=tuple(ids),
    )
