"""Objectives measured on what was done, in three values: yes, no, not known (regles.md 67-70)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

from fluxdesk.domain.flux.parties import UN
from fluxdesk.domain.logement import modalite_qpv
from fluxdesk.domain.objectif import BaseObjectif, LieuObjectif, Population

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from fluxdesk.domain.candidat import Candidat
    from fluxdesk.domain.objectif import Objectif

_LIEUX = {
    LieuObjectif.HORS_QPV: modalite_qpv(qpv=False),
    LieuObjectif.QPV: modalite_qpv(qpv=True),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """A dwelling attributed: to whom the right is charged, where, when, to which household.

    ``menage`` is None where the household chosen is not recorded. Nothing names it.
    """

    cle: str
    epci: str
    qpv: str
    attribution: date | None
    bail: date | None
    menage: Candidat | None


class Etat(StrEnum):
    """What the figures say of a target."""

    SANS_DONNEE = "rien à mesurer"
    ATTEINT = "atteint"
    MANQUE = "non atteint"
    INCERTAIN = "incertain"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mesure:
    """Yes, no and not known among the dwellings that count; each counted once.

    ``sans_lieu`` are dwellings that may count or not: whether they are in a QPV is not known.
    """

    oui: int = 0
    non: int = 0
    inconnus: int = 0
    sans_lieu: int = 0

    @property
    def total(self) -> int:
        """The denominator: households not known are in it."""
        return self.oui + self.non + self.inconnus

    @property
    def taux(self) -> Fraction | None:
        """The rate of the formula, what is not known counted for nothing."""
        return Fraction(self.oui, self.total) if self.total else None

    @property
    def taux_haut(self) -> Fraction | None:
        """The rate if all that is not known were in the numerator."""
        return Fraction(self.oui + self.inconnus, self.total) if self.total else None

    def etat(self, cible: int) -> Etat:
        """Beside a target in 1/10 000; uncertain where what is not known decides."""
        low, high = self.taux, self.taux_haut
        if low is None or high is None:
            return Etat.SANS_DONNEE
        if low * UN >= cible:
            return Etat.ATTEINT
        return Etat.MANQUE if high * UN < cible else Etat.INCERTAIN

    def avec(self, *, oui: bool) -> Mesure:
        """The same with one dwelling more."""
        return replace(self, oui=self.oui + 1) if oui else replace(self, non=self.non + 1)


def mesurer(objectif: Objectif, annee: int, attributions: Iterable[Attribution]) -> Mesure:
    """Count what the objective counts in a year."""
    population, place, base = objectif.mesure
    counts: dict[bool | None, int] = {True: 0, False: 0, None: 0}
    unplaced = 0
    for one in attributions:
        if not _compte(objectif, one, annee, base):
            continue
        stands = dans_le_lieu(place, one.qpv)
        if stands is None:
            unplaced += 1
        elif stands:
            counts[appartient(population, one.menage)] += 1
    return Mesure(oui=counts[True], non=counts[False], inconnus=counts[None], sans_lieu=unplaced)


def dans_le_lieu(lieu: LieuObjectif, qpv: str) -> bool | None:
    """Whether a dwelling of that QPV modality stands there; None where it is not known."""
    if lieu is LieuObjectif.PARTOUT:
        return True
    return qpv == _LIEUX[lieu] if qpv in _LIEUX.values() else None


def appartient(population: Population, menage: Candidat | None) -> bool | None:
    """Whether the household is of that population; None where it is not known, never « no »."""
    return None if menage is None else _REGLES[population](menage)


def _compte(objectif: Objectif, une: Attribution, annee: int, base: BaseObjectif) -> bool:
    day = une.bail if base is BaseObjectif.BAUX else une.attribution
    here = not objectif.epci or une.epci == objectif.epci
    return day is not None and day.year == annee and here and objectif.concerne(une.cle)


def _q1(menage: Candidat) -> bool | None:
    return None if menage.quartile is None else menage.quartile == 1


def _ou(*valeurs: bool | None) -> bool | None:
    """Yes if one is, no if all are not, else not known."""
    if any(valeurs):
        return True
    return None if None in valeurs else False


def _prioritaire(menage: Candidat) -> bool | None:
    """DALO or a ground of L441-1; no ground recorded says no only where DALO is known to be no."""
    return True if menage.priorite else menage.dalo


_REGLES: dict[Population, Callable[[Candidat], bool | None]] = {
    Population.Q1_OU_RELOGES: lambda m: _ou(_q1(m), m.relogement),
    Population.NON_Q1: lambda m: None if m.quartile is None else m.quartile != 1,
    Population.PRIORITAIRES: _prioritaire,
    Population.DALO: lambda m: m.dalo,
    Population.RELOGES: lambda m: m.relogement,
    Population.MUTATIONS: lambda m: m.mutation,
}
