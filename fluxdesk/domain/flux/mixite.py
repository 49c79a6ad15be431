"""The mix due: how much of each value a party should have received (moteur.md §2, §4 step 6)."""

from __future__ import annotations

from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING

from fluxdesk.domain.flux.parties import UN

if TYPE_CHECKING:
    from fluxdesk.domain.flux.comptes import Comptes
    from fluxdesk.domain.flux.parties import Axe


def du_mixte(comptes: Comptes, rang: int, axe: Axe, valeur: str) -> Fraction:
    """Compute D_iv, in dwellings.

    A reservataire is due its rights, refused proposals included, times the share of the value
    among the dwellings it was eligible for, or times its target. The landlord is due what the
    others leave of everything proposed, so that every margin sums to zero.
    """
    if rang != comptes.arbre.bailleur:
        return Fraction(*_terme(comptes, rang, axe, valeur))
    return Fraction(*dus_mixtes(comptes, axe, valeur)[rang])


def dus_mixtes(comptes: Comptes, axe: Axe, valeur: str) -> dict[int, tuple[int, int]]:
    """Compute D_iv for every competing party: numerator and denominator, in dwellings, by rank.

    The fractions are not reduced: parties that met the same dwellings keep one denominator, and
    the exact sum of forty of them stays fast.
    """
    bailleur = comptes.arbre.bailleur
    dus = {r: _terme(comptes, r, axe, valeur) for r in comptes.arbre.racines if r != bailleur}
    sommes: dict[int, int] = {}
    for numerateur, denominateur in dus.values():
        sommes[denominateur] = sommes.get(denominateur, 0) + numerateur
    commun = lcm(*sommes)
    autres = sum(somme * (commun // denominateur) for denominateur, somme in sommes.items())
    indice = comptes.modalite(axe, valeur)
    propose = 0 if indice is None else comptes.flux[indice] + comptes.refuses[indice]
    dus[bailleur] = (propose * commun - autres, commun)
    return dus


def recu_mixte(comptes: Comptes, rang: int, axe: Axe, valeur: str) -> int:
    """Count X_iv, the dwellings of this value proposed to a party."""
    indice = comptes.modalite(axe, valeur)
    return 0 if indice is None else comptes.comptes[rang].proposes[indice]


def _terme(comptes: Comptes, rang: int, axe: Axe, valeur: str) -> tuple[int, int]:
    """Give D_iv of a reservataire as numerator and denominator, in dwellings."""
    compte = comptes.comptes[rang]
    numerateur, denominateur = _part(comptes, rang, axe, valeur)
    return (compte.du + compte.refus_mixite * UN) * numerateur, denominateur * UN


def _part(comptes: Comptes, rang: int, axe: Axe, valeur: str) -> tuple[int, int]:
    """Give the share of a value that a party is due, as numerator and denominator."""
    compte = comptes.comptes[rang]
    cibles = comptes.arbre.cibles[rang].get(axe)
    if cibles and valeur in cibles:
        return cibles[valeur], UN
    indice = comptes.modalite(axe, valeur)
    if indice is None:
        return 0, 1
    if not compte.eligibles:
        # No opportunity yet: the whole flow is the only mix known.
        return comptes.flux[indice], comptes.droits
    if not cibles:
        return compte.parmi[indice], compte.eligibles
    return _part_hors_cibles(comptes, rang, axe, compte.parmi[indice])


def _part_hors_cibles(comptes: Comptes, rang: int, axe: Axe, parmi: int) -> tuple[int, int]:
    """Share what the targets of an axis leave, in proportion to the untargeted opportunities."""
    compte = comptes.comptes[rang]
    cibles = comptes.arbre.cibles[rang][axe]
    indices = (comptes.modalite(axe, modalite) for modalite in cibles)
    vises = sum(compte.parmi[indice] for indice in indices if indice is not None)
    # With no untargeted opportunity `parmi` is 0 too, and any denominator does.
    libres = max(1, compte.eligibles - vises)
    return max(0, UN - sum(cibles.values())) * parmi, UN * libres
