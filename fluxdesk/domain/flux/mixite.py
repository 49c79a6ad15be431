"""The mix due: how much of each value a party should have received (moteur.md §2, §4 step 6)."""

from __future__ import annotations

from fractions import Fraction
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
        numerateur, denominateur = _terme(comptes, rang, axe, valeur)
        return Fraction(numerateur, denominateur * UN)
    indice = comptes.modalite(axe, valeur)
    propose = 0 if indice is None else comptes.flux[indice] + comptes.refuses[indice]
    return propose - _somme_des_autres(comptes, axe, valeur)


def recu_mixte(comptes: Comptes, rang: int, axe: Axe, valeur: str) -> int:
    """Count X_iv, the dwellings of this value proposed to a party."""
    indice = comptes.modalite(axe, valeur)
    return 0 if indice is None else comptes.comptes[rang].proposes[indice]


def _somme_des_autres(comptes: Comptes, axe: Axe, valeur: str) -> Fraction:
    # Parties that met the same dwellings share a denominator: adding those first keeps the
    # exact sum of forty parties fast.
    sommes: dict[int, int] = {}
    for rang in comptes.arbre.racines:
        if rang != comptes.arbre.bailleur:
            numerateur, denominateur = _terme(comptes, rang, axe, valeur)
            sommes[denominateur] = sommes.get(denominateur, 0) + numerateur
    return sum((Fraction(n, d * UN) for d, n in sommes.items()), Fraction(0))


def _terme(comptes: Comptes, rang: int, axe: Axe, valeur: str) -> tuple[int, int]:
    """Give D_iv as a numerator in 1/10 000 of a dwelling and a denominator."""
    compte = comptes.comptes[rang]
    numerateur, denominateur = _part(comptes, rang, axe, valeur)
    return (compte.du + compte.refus_mixite * UN) * numerateur, denominateur


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
