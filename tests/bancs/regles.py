"""Rules to compare: each says which leaf of the ledger should receive a dwelling.

They share the engine's ledger (dues, eligibility, the most late part inside a node) and differ
only in the party chosen; the judge of `mesure.py` does not read that ledger.
"""

from __future__ import annotations

import itertools
import math
from collections import Counter
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING, Protocol

from fluxdesk.domain.flux.evenements import Presentation, Refus, Service
from fluxdesk.domain.flux.parties import BAILLEUR, PARAMETRES, UN
from fluxdesk.domain.flux.registre import Registre
from fluxdesk.domain.flux.suggestion import suggerer
from tests.bancs.mesure import AXES

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.random import Generator

    from fluxdesk.domain.flux.parties import Axe, Parametres, Unite
    from tests.bancs.flots import Flot


class Regle(Protocol):
    """Chooses the leaf that receives a dwelling already presented to the ledger."""

    def __call__(self, registre: Registre, unite: Unite) -> str: ...


@dataclass(frozen=True, slots=True)
class Parcours:
    """Who got each dwelling, by key of a leaf; `imposes` marks those given by an override."""

    choix: tuple[str, ...]
    imposes: tuple[bool, ...]
    registre: Registre


def derouler(
    flot: Flot,
    regle: Regle,
    parametres: Parametres = PARAMETRES,
    derogations: tuple[Generator, float] | None = None,
) -> Parcours:
    """Play a stream under a rule; `derogations` gives a share of it to random eligible parties."""
    registre = Registre(flot.parties, parametres)
    numeros = itertools.count(1)
    choix: list[str] = []
    imposes: list[bool] = []
    for arrivee in flot.arrivees:
        unite = arrivee.unite
        registre.appliquer(Presentation(next(numeros), unite))
        while True:
            impose = derogations is not None and derogations[0].random() < derogations[1]
            if derogations and impose:
                cle = _au_hasard(registre, unite, derogations[0])
            else:
                cle = regle(registre, unite)
            registre.appliquer(Service(next(numeros), unite.cle, cle))
            if cle == BAILLEUR or arrivee.refus.isdisjoint(_lignee(registre, cle)):
                break
            registre.appliquer(Refus(next(numeros), unite.cle, cle))
        choix.append(cle)
        imposes.append(impose)
    return Parcours(tuple(choix), tuple(imposes), registre)


def qmt(registre: Registre, unite: Unite) -> str:
    """Ask the engine."""
    return suggerer(registre, unite).destinataire


def plus_en_retard(registre: Registre, unite: Unite) -> str:
    """Serve the greatest D - x (LAG)."""
    comptes = registre.comptes.comptes
    return _feuille(
        registre, unite, lambda rang: (-comptes[rang].retard, comptes[rang].dernier, rang)
    )


def webster(registre: Registre, unite: Unite) -> str:
    """Serve the greatest D / (x + 1/2), the divisor method of Webster and Sainte-Laguë."""
    comptes = registre.comptes.comptes
    return _feuille(
        registre,
        unite,
        lambda rang: (
            -Fraction(comptes[rang].du, 2 * comptes[rang].servi + 1),
            comptes[rang].dernier,
            rang,
        ),
    )


class QmtPonderee:
    """A variant on trial: QMT where lateness and scarce kinds of dwellings weigh more.

    score = 3 L + sum over the axes of clip(l) / sqrt(f_v), where f_v is the share of the flow so
    far that bears the dwelling's value on the axis.
    """

    POIDS_RETARD = 3

    def __init__(self, axes: tuple[Axe, ...] = AXES) -> None:
        self._vus = {axe: Counter[str]() for axe in axes}

    def __call__(self, registre: Registre, unite: Unite) -> str:
        """Choose for this dwelling; the calls must follow the stream."""
        axes = []
        for axe, vus in self._vus.items():
            vus[unite.valeur(axe)] += 1
            rarete = math.isqrt(10_000 * vus.total() // vus[unite.valeur(axe)])
            axes.append((axe, Fraction(rarete, 100 * self.POIDS_RETARD)))
        # Only the ratio of the weights counts: dividing those of the mix multiplies that of L.
        registre.parametres = replace(registre.parametres, axes=tuple(axes))
        return qmt(registre, unite)


class Tableur:
    """Serve the greatest shortfall against the year's target: what a spreadsheet does.

    The target is the right of the year so far, the share is what was received in that year; both
    start again from zero on 1 January. The shortfall is in percent of the target, the greater
    right winning a tie (all are at 0 % then), or in dwellings if `en_logements`.
    """

    def __init__(self, *, annuel: bool = True, en_logements: bool = False) -> None:
        self._annuel = annuel
        self._en_logements = en_logements
        self._annee = 0
        self._depart: list[tuple[int, int]] = []

    def __call__(self, registre: Registre, unite: Unite) -> str:
        """Choose for this dwelling; the calls must follow the stream."""
        comptes = registre.comptes.comptes
        if not self._depart or (self._annuel and unite.jour.year != self._annee):
            self._annee = unite.jour.year
            # The right to this first dwelling of the year is already open: it counts in it.
            droits = registre.arbre.taux(unite.jour)
            assiettes = registre.arbre.lieu(unite).assiettes
            racines = [rang for rang in registre.arbre.racines if rang in assiettes]
            parts = {rang: droits[rang] or 0 for rang in assiettes}
            parts[registre.arbre.bailleur] = UN - sum(parts[rang] for rang in racines)
            self._depart = [
                (compte.du - parts.get(rang, 0), compte.servi)
                for rang, compte in enumerate(comptes)
            ]
        return _feuille(registre, unite, lambda rang: self._cle(registre, rang))

    def _cle(self, registre: Registre, rang: int) -> tuple[Fraction, int, int]:
        compte = registre.comptes.comptes[rang]
        du, servi = self._depart[rang]
        cible, recu = compte.du - du, compte.servi - servi
        if self._en_logements:
            return Fraction(recu * UN - cible), compte.dernier, rang
        realise = Fraction(recu * UN, cible) if cible > 0 else Fraction(UN)
        return realise, -cible, rang


def eligibles(registre: Registre, unite: Unite) -> list[int]:
    """List the ranks of the competing parties that may receive a dwelling; parts excluded."""
    arbre = registre.arbre
    suivi = registre.suivi(unite.cle)
    refusants = suivi.refusants if suivi else ()
    return [
        rang
        for rang in (*arbre.lieu(unite).territoires, arbre.bailleur)
        if rang in arbre.racines and _reste(registre, rang, refusants)
    ]


def _reste(registre: Registre, rang: int, refusants: tuple[int, ...]) -> bool:
    enfants = registre.arbre.enfants[rang]
    if enfants:
        return any(_reste(registre, enfant, refusants) for enfant in enfants)
    return rang not in refusants


def _feuille(
    registre: Registre, unite: Unite, cle: Callable[[int], tuple[Fraction | int, ...]]
) -> str:
    """Take the first party by `cle`, then its most late part."""
    return _descendre(registre, unite, min(eligibles(registre, unite), key=cle))


def _descendre(registre: Registre, unite: Unite, rang: int) -> str:
    arbre, comptes = registre.arbre, registre.comptes.comptes
    suivi = registre.suivi(unite.cle)
    refusants = suivi.refusants if suivi else ()
    while arbre.enfants[rang]:
        parts = [part for part in arbre.enfants[rang] if _reste(registre, part, refusants)]
        rang = min(parts, key=lambda part: (-comptes[part].retard, comptes[part].dernier, part))
    return arbre.parties[rang].cle


def _au_hasard(registre: Registre, unite: Unite, rng: Generator) -> str:
    rangs = eligibles(registre, unite)
    return _descendre(registre, unite, rangs[int(rng.integers(len(rangs)))])


def _lignee(registre: Registre, cle: str) -> set[str]:
    arbre = registre.arbre
    return {arbre.parties[rang].cle for rang in arbre.lignees[arbre.rang(cle)]}
