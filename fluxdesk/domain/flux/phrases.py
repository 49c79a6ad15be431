"""The turns of phrase that the sentences of the engine share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxdesk.domain.flux.nombres import nombre
from fluxdesk.domain.typographie import plie

if TYPE_CHECKING:
    from fractions import Fraction

_ARTICLES = {"le": "du", "les": "des"}
_CONTRACTIONS = {"le": "au", "les": "aux"}
# First words of names, folded, that take an article after « à » and « de ».
FEMININS = frozenset(
    {
        "commune",
        "ville",
        "region",
        "metropole",
        "communaute",
        "collectivite",
        "cc",
        "ca",
        "prefecture",
    }
)
MASCULINS = frozenset(
    {"departement", "conseil", "bailleur", "ministere", "centre", "groupe", "secretariat"}
)
# Names whose h forbids the elision; the others met in practice allow it.
_H_ASPIRES = ("haguenau", "halle", "hameau", "haut", "havre", "hem", "honfleur", "houilles")
_PLURIEL = 2  # French plural starts at two


def de(nom: str) -> str:
    """Put "de" before a name: d'Action Logement, de Calvi, du Havre, de l'État, du bailleur."""
    simple = plie(nom)
    mot = simple.split(" ", 1)[0]
    if simple == "bailleur":
        return "du bailleur"
    if mot == "etat":
        return f"de l'{nom}"
    if mot in _ARTICLES:
        return f"{_ARTICLES[mot]} {nom.split(' ', 1)[-1]}"
    if mot in FEMININS:
        return f"de la {nom}"
    if mot in MASCULINS:
        return f"du {nom}"
    return f"d'{nom}" if _elide(simple) else f"de {nom}"


def a(nom: str) -> str:
    """Put "à" before a name: à l'État, à Action Logement, au Département, au Havre."""
    simple = plie(nom)
    mot = simple.split(" ", 1)[0]  # Villefranche is no « Ville »
    if simple == "bailleur":
        return "au bailleur"
    if mot == "etat":
        return f"à l'{nom}"
    if mot in _CONTRACTIONS:
        return f"{_CONTRACTIONS[mot]} {nom.split(' ', 1)[-1]}"
    if mot in FEMININS:
        return f"à la {nom}"
    return f"au {nom}" if mot in MASCULINS else f"à {nom}"


def logements(valeur: Fraction) -> str:
    """Write a number of dwellings with two decimals and its noun, plural from 2 on."""
    pluriel = abs(round(valeur * 100)) >= _PLURIEL * 100
    return f"{nombre(valeur)} logement{'s' if pluriel else ''}"


def _elide(simple: str) -> bool:
    if simple.startswith("h"):
        return not simple.startswith(_H_ASPIRES)
    if simple.startswith("y"):
        return simple[1:2] not in {"a", "e", "i", "o", "u"}
    return simple.startswith(("a", "e", "i", "o", "u"))
