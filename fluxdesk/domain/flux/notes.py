"""The score of every competing party before one dwelling (moteur.md §4, step 6)."""

from __future__ import annotations

from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING

from fluxdesk.domain.flux.mixite import dus_mixtes, recu_mixte
from fluxdesk.domain.flux.parties import UN
from fluxdesk.domain.flux.proposition import Ecart

if TYPE_CHECKING:
    from fluxdesk.domain.flux.comptes import Comptes
    from fluxdesk.domain.flux.parties import Axe, Parametres, Unite


class Notes:
    """Exact mix lines and scores, computed over common denominators; all by rank.

    `mixites` are in dwellings; `scores` are whole numbers in the same order as the scores
    L_i + Σ w_a · clip(l_ia, ±κ), comparable with each other only.
    """

    __slots__ = ("_axes", "_lignes", "mixites", "scores")

    def __init__(self, comptes: Comptes, unite: Unite, parametres: Parametres) -> None:
        racines = comptes.arbre.racines
        self._axes: list[tuple[Axe, str]] = []
        self._lignes: dict[int, list[tuple[int, int, int]]] = {rang: [] for rang in racines}
        for axe, _ in parametres.axes:
            valeur = unite.valeur(axe)
            self._axes.append((axe, valeur))
            for rang, (numerateur, denominateur) in dus_mixtes(comptes, axe, valeur).items():
                recu = recu_mixte(comptes, rang, axe, valeur)
                self._lignes[rang].append((numerateur, denominateur, recu))
        poids = [poids for _, poids in parametres.axes]
        self.mixites = {r: _mixite(self._lignes[r], poids, parametres.kappa) for r in racines}
        commun = lcm(UN, *(mixite.denominator for mixite in self.mixites.values()))
        self.scores = {
            rang: mixite.numerator * (commun // mixite.denominator)
            + comptes.comptes[rang].retard * (commun // UN)
            for rang, mixite in self.mixites.items()
        }

    def ecarts(self, rang: int) -> tuple[Ecart, ...]:
        """Set down the mix lines of a party."""
        return tuple(
            Ecart(axe, valeur, Fraction(n, d), recu, Fraction(n - recu * d, d))
            for (axe, valeur), (n, d, recu) in zip(self._axes, self._lignes[rang], strict=True)
        )


def _mixite(lignes: list[tuple[int, int, int]], poids: list[Fraction], kappa: int) -> Fraction:
    """Sum the lines, each clipped and weighted; those of one denominator are added first."""
    sommes: dict[int, int] = {}
    for (numerateur, denominateur, recu), un_poids in zip(lignes, poids, strict=True):
        borne = kappa * denominateur
        ecart = max(-borne, min(borne, numerateur - recu * denominateur))
        diviseur = denominateur * un_poids.denominator
        sommes[diviseur] = sommes.get(diviseur, 0) + ecart * un_poids.numerator
    commun = lcm(*sommes)
    return Fraction(sum(n * (commun // d) for d, n in sommes.items()), commun)
