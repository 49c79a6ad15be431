"""The period that a bilan tells of: a year, or a part of it by the convention's rhythm."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from fluxdesk.domain.clauses import RythmeBilan
from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.gardee import gardee

MOIS = (
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
    "octobre", "novembre", "décembre",
)  # fmt: skip
# Months of one period of each rhythm, and the letter of its code (``2026-T3``).
DUREES: dict[RythmeBilan, int] = {
    RythmeBilan.ANNUEL: 12,
    RythmeBilan.SEMESTRIEL: 6,
    RythmeBilan.TRIMESTRIEL: 3,
    RythmeBilan.MENSUEL: 1,
}
_LETTRES = {RythmeBilan.SEMESTRIEL: "S", RythmeBilan.TRIMESTRIEL: "T", RythmeBilan.MENSUEL: ""}
_NOMS = {RythmeBilan.SEMESTRIEL: "semestre", RythmeBilan.TRIMESTRIEL: "trimestre"}
_CODE = re.compile(r"(\d{4})(?:-([ST]?)(\d{1,2}))?", re.IGNORECASE)


class PeriodeInconnueError(FluxDeskError):
    """A text that names no period."""

    def __init__(self, texte: str) -> None:
        super().__init__(
            f"« {texte} » n’est pas une période. Écrivez une année (2026), un semestre (2026-S1), "
            "un trimestre (2026-T3) ou un mois (2026-05)."
        )


@gardee
@dataclass(frozen=True, slots=True, kw_only=True)
class Periode:
    """From ``debut`` to ``fin``, both included, within one year."""

    debut: date
    fin: date

    @property
    def annee(self) -> int:
        """The year it belongs to."""
        return self.fin.year

    @property
    def rythme(self) -> RythmeBilan:
        """How long it is."""
        length = self.fin.month - self.debut.month + 1
        return next(r for r, months in DUREES.items() if months == length)

    @property
    def rang(self) -> int:
        """Its rank among the periods of its rhythm in the year, from 1."""
        return (self.debut.month - 1) // DUREES[self.rythme] + 1

    @property
    def entiere(self) -> bool:
        """Whether it is the whole year: the bilan that the law asks for."""
        return self.rythme is RythmeBilan.ANNUEL

    @property
    def veille(self) -> date:
        """The last day before it."""
        return self.debut - timedelta(days=1)

    @property
    def code(self) -> str:
        """``2026``, ``2026-S1``, ``2026-T3``, ``2026-05``: what ``lire_periode`` reads."""
        if self.entiere:
            return str(self.annee)
        letter = _LETTRES[self.rythme]
        return f"{self.annee}-{letter}{self.rang}" if letter else f"{self.annee}-{self.rang:02d}"

    @property
    def repere(self) -> int:
        """Its number where only a number can name it: ``2026``, ``20260406`` for April to June."""
        if self.entiere:
            return self.annee
        return self.annee * 10_000 + self.debut.month * 100 + self.fin.month

    @property
    def nom(self) -> str:
        """``2026``, ``1er semestre 2026``, ``mai 2026``."""
        if self.entiere:
            return str(self.annee)
        if self.rythme is RythmeBilan.MENSUEL:
            return f"{MOIS[self.rang - 1]} {self.annee}"
        return f"{self.rang}{'er' if self.rang == 1 else 'e'} {_NOMS[self.rythme]} {self.annee}"

    @property
    def bornes(self) -> str:
        """``du 1er janvier au 31 décembre 2026``."""
        first = f"1er {MOIS[self.debut.month - 1]}"
        return f"du {first} au {self.fin.day} {MOIS[self.fin.month - 1]} {self.annee}"

    @property
    def dernier_jour(self) -> str:
        """``31 décembre 2026``."""
        return f"{self.fin.day} {MOIS[self.fin.month - 1]} {self.annee}"

    def contient(self, jour: date | None) -> bool:
        """Whether that day is in it; None, not yet, is not."""
        return jour is not None and self.debut <= jour <= self.fin


def annuelle(annee: int) -> Periode:
    """The whole year."""
    return Periode(debut=date(annee, 1, 1), fin=date(annee, 12, 31))


def periodes(annee: int, rythme: RythmeBilan) -> tuple[Periode, ...]:
    """The periods of a rhythm in a year, in order."""
    length = DUREES[rythme]
    return tuple(
        Periode(
            debut=date(annee, first, 1),
            fin=date(annee, first + length - 1, monthrange(annee, first + length - 1)[1]),
        )
        for first in range(1, 13, length)
    )


def periode_du_repere(repere: int) -> Periode:
    """The period of a number made by ``Periode.repere``."""
    if repere <= date.max.year:
        return annuelle(repere)
    year, months = divmod(repere, 10_000)
    return next(p for r in RythmeBilan for p in periodes(year, r) if p.repere % 10_000 == months)


def lire_periode(texte: str) -> Periode:
    """The period of a code.

    Raises:
        PeriodeInconnueError: another text, or a thirteenth month.
    """
    found = _CODE.fullmatch(texte.strip())
    if found is None:
        raise PeriodeInconnueError(texte)
    year, letter, rank = int(found[1]), (found[2] or "").upper(), found[3]
    if not date.min.year <= year <= date.max.year:
        raise PeriodeInconnueError(texte)
    if rank is None:
        return annuelle(year)
    rhythm = next(r for r, sign in _LETTRES.items() if sign == letter)
    every = periodes(year, rhythm)
    if not 1 <= int(rank) <= len(every):
        raise PeriodeInconnueError(texte)
    return every[int(rank) - 1]
