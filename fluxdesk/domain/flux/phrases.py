"""The small rules of written French that every sentence of the engine needs."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from fluxdesk.domain.flux.nombres import nombre

if TYPE_CHECKING:
    from fractions import Fraction

INSECABLE = "\u00a0"
APOSTROPHE = "\u2019"

# Words whose h forbids the elision; the other names in h met in practice allow it.
H_ASPIRES = ("haguenau", "halle", "hameau", "haut", "havre", "hem", "honfleur", "houilles")
PLURIEL = 2


def typographie(texte: str) -> str:
    """Set the no-break spaces and the curly apostrophes of a sentence typed plainly."""
    for signe in (":", ";", "%", "»"):
        texte = texte.replace(f" {signe}", f"{INSECABLE}{signe}")
    return texte.replace("« ", f"«{INSECABLE}").replace("'", APOSTROPHE)


def de(nom: str) -> str:
    """Put "de" before a name: d'Action Logement, de Calvi, du Havre, de l'État, du bailleur."""
    simple = _sans_accents(nom)
    mot = simple.split(" ", 1)[0]
    if mot == "bailleur":
        return f"du {nom[0].lower()}{nom[1:]}"
    if mot == "etat":
        return f"de l'{nom}"
    if mot in {"le", "les"}:
        return f"{'du' if mot == 'le' else 'des'} {nom.split(' ', 1)[-1]}"
    return f"d'{nom}" if _elide(simple) else f"de {nom}"


def logements(valeur: Fraction) -> str:
    """Write a number of dwellings with two decimals and its noun, plural from 2 on."""
    pluriel = abs(round(valeur * 100)) >= PLURIEL * 100
    return f"{nombre(valeur)} logement{'s' if pluriel else ''}"


def _sans_accents(nom: str) -> str:
    decompose = unicodedata.normalize("NFD", nom.strip().lower().replace("œ", "oe"))
    return "".join(lettre for lettre in decompose if not unicodedata.combining(lettre))


def _elide(simple: str) -> bool:
    if simple.startswith("h"):
        return not simple.startswith(H_ASPIRES)
    if simple.startswith("y"):
        return simple[1:2] not in {"a", "e", "i", "o", "u"}
    return simple.startswith(("a", "e", "i", "o", "u"))
