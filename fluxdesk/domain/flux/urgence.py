"""The look-ahead: who must be served soon, or the tolerance will break (moteur.md §4, step 4)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fluxdesk.domain.flux.parties import UN

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from fractions import Fraction

    from fluxdesk.domain.flux.comptes import Comptes

SANS_URGENCE: tuple[None, frozenset[int]] = (None, frozenset())


@dataclass(frozen=True, slots=True)
class _Echeance:
    """When a party must be served: its retard and its rate over one denominator."""

    rang: int
    depart: int
    pas: int
    diviseur: int

    def besoin(self, h: int) -> int:
        """Count the services needed h dwellings from now."""
        return max(0, (self.depart + self.pas * h) // self.diviseur + 1)


def urgence(
    comptes: Comptes,
    jour: date,
    tolerance: Fraction,
    horizon: int,
) -> tuple[int | None, frozenset[int]]:
    """Find the smallest h at which the next h+1 dwellings are all bespoken.

    need_i(h) = max(0, ⌊D_i + g_i + r_i·h - B⌋ + 1 - x_i), where r_i is what a future dwelling
    of the ledger is expected to bring to i, and g_i what will accrue before i's next
    opportunity; both come from the shares of the flow seen so far. Suspended parties and those
    without a rate on that day are left out: they cannot be served within the horizon, and
    their lateness would hide the others' deadlines.

    Args:
        comptes: the accounts, the right to the dwelling at hand already open.
        jour: the day whose rates hold for the look-ahead.
        tolerance: B, in dwellings.
        horizon: H, the largest h tried, in dwellings.

    Returns:
        h and the ranks that need at least one dwelling by then, or `SANS_URGENCE`.
    """
    echeances = _echeances(comptes, jour, tolerance)
    somme = sum(echeance.besoin(0) for echeance in echeances)
    for h, variation in enumerate(_variations(echeances, horizon)):
        somme += variation
        if somme > h:
            return h, frozenset(e.rang for e in echeances if e.besoin(h))
    return SANS_URGENCE


def _variations(echeances: Iterable[_Echeance], horizon: int) -> list[int]:
    """Count by how much the sum of the needs changes at each h, from 0 to the horizon.

    A need grows a few times at most over the horizon: each growth is found by a division,
    instead of the need of each party at each h. A need that shrinks, the landlord's where the
    rates add up to more than the flow, is not 0 at h = 0: the search ends there.
    """
    variations = [0] * (horizon + 1)
    for echeance in echeances:
        debut, fin = echeance.besoin(0), echeance.besoin(horizon)
        for besoin in range(debut + 1, fin + 1):
            variations[-((echeance.depart - (besoin - 1) * echeance.diviseur) // echeance.pas)] += 1
    return variations


def _echeances(comptes: Comptes, jour: date, tolerance: Fraction) -> Sequence[_Echeance]:
    arbre = comptes.arbre
    taux = arbre.taux(jour)
    echeances = []
    reste = UN * comptes.droits
    for rang in arbre.racines[:-1]:
        compte = comptes.comptes[rang]
        part = taux[rang]
        if part is None:
            continue
        accru = part * compte.assiette
        reste -= accru
        if arbre.parties[rang].suspendu:
            continue
        # g_i = p_i (1 - f_i) / f_i with f_i the share of the territory in the base; without
        # any opportunity so far there is nothing to estimate it from.
        manques = max(0, compte.assiette - compte.territoire) if compte.territoire else 0
        attente = (part * manques, max(1, compte.territoire))
        echeances.append(_echeance(comptes, rang, attente, accru, tolerance))
    echeances.append(_echeance(comptes, arbre.bailleur, (0, 1), reste, tolerance))
    return echeances


def _echeance(
    comptes: Comptes,
    rang: int,
    attente: tuple[int, int],
    accru: int,
    tolerance: Fraction,
) -> _Echeance:
    """Put D_i + g_i - B - x_i and r_i over one denominator, so that the floor is exact.

    Args:
        comptes: the accounts.
        rang: the party.
        attente: g_i as numerator, in 1/10 000 of a dwelling, and denominator.
        accru: r_i times the rights opened so far, in 1/10 000 of a dwelling.
        tolerance: B, in dwellings.
    """
    numerateur, denominateur = attente
    commun = denominateur * tolerance.denominator
    depart = comptes.comptes[rang].retard * commun + numerateur * tolerance.denominator
    depart -= tolerance.numerator * UN * denominateur
    droits = comptes.droits
    return _Echeance(rang, depart * droits, accru * commun, UN * commun * droits)
