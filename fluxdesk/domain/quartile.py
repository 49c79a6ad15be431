"""Whether the income of a household is of the first quartile: that is kept, never the income.

regles.md 68: yearly income per consumption unit, against the threshold of the EPCI of the dwelling
(one for the whole of Île-de-France). A quartile that somebody gave is never overwritten.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from fluxdesk.domain.cellules import decimal
from fluxdesk.domain.dates import en_chiffres

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

PREMIER: Final = 1
# A year of income under a quarter of the threshold is more likely that of a month.
_MENSUEL: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class SeuilQuartile:
    """Euros a year per consumption unit, in force since ``effet``."""

    euros: Decimal
    effet: date


@dataclass(frozen=True, slots=True)
class QuartileDit:
    """The quartile to keep, None where it is not known, and what to say of it.

    ``phrase`` never quotes the income; empty where all agrees.
    """

    quartile: int | None
    phrase: str


def dire_quartile(ressources: str, donne: int | None, seuil: SeuilQuartile | None) -> QuartileDit:
    """What a yearly income per consumption unit says of the quartile.

    ``ressources`` is as written, « 8 500,50 € » or 8500.5; ``donne`` is the quartile that was
    given beside it, kept whatever the income says.
    """
    if seuil is None:
        return _laisse(
            donne,
            "le seuil du premier quartile n’est pas connu pour l’EPCI du logement : importez "
            "l’arrêté dans les référentiels",
        )
    income = decimal(ressources)
    if income is None:
        return _laisse(donne, "ces ressources ne sont pas un montant en euros")
    if not income:
        return _laisse(donne, "des ressources de 0 peuvent être nulles ou non renseignées")
    if income * _MENSUEL < seuil.euros:
        return _laisse(donne, "ces ressources semblent celles d’un mois, pas d’une année")
    if income == seuil.euros:
        return _laisse(donne, "ces ressources sont égales au seuil")
    return _compare(donne, seuil, sous=income < seuil.euros)


def _compare(donne: int | None, seuil: SeuilQuartile, *, sous: bool) -> QuartileDit:
    place = "inférieures" if sous else "supérieures"
    said = f"ressources {place} au seuil en vigueur depuis le {en_chiffres(seuil.effet)}"
    if donne is None and sous:
        return QuartileDit(PREMIER, f"{said} : premier quartile.")
    if donne is None:
        return QuartileDit(None, f"{said} : pas le premier quartile ; le quartile reste inconnu.")
    if sous == (donne == PREMIER):
        return QuartileDit(donne, "")
    return QuartileDit(
        donne, f"{said}, ce que le quartile donné ({donne}) contredit ; il est gardé, vérifiez-le."
    )


def _laisse(donne: int | None, raison: str) -> QuartileDit:
    kept = "le quartile reste inconnu" if donne is None else "le quartile donné est gardé"
    return QuartileDit(donne, f"{raison} ; {kept}.")
