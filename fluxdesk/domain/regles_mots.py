"""The rules of a base in words, as screens, the journal and the command line write them.

What ``en_mots`` writes of one rule, ``changer`` reads: the words are exact.
"""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from fluxdesk.domain.flux.nombres import nombre
from fluxdesk.domain.flux.parties import Axe
from fluxdesk.domain.regles_flux import ReglesInvalidesError, en_dict, lire_dict, peser
from fluxdesk.domain.regles_legales import EffetRegle, NomRegle, RegleLegale
from fluxdesk.domain.taux import ecrire_taux, lire_taux
from fluxdesk.domain.typographie import plie, typographier

if TYPE_CHECKING:
    from fluxdesk.domain.regles_flux import ReglesFlux

AXES: dict[Axe, str] = {
    Axe.FINANCEMENT: "Financement",
    Axe.QPV: "QPV",
    Axe.TYPOLOGIE: "Typologie",
    Axe.COMMUNE: "Commune",
    Axe.EPCI: "EPCI",
    Axe.PERIODE: "Période de construction",
}
POIDS: dict[Fraction, str] = {
    Fraction(0): "non suivi",
    Fraction(1, 2): "faible",
    Fraction(1): "normal",
    Fraction(2): "fort",
    Fraction(3): "très fort",
}
EXACTE = "règle exacte"
MIXITE = Fraction(5, 4)  # what a landlord who prefers the mix to the quota takes (moteur.md §5)

# Each rule under the name the command line gives it; a weight is ``poids.`` and its axis.
NOMS: dict[str, str] = {
    **{f"poids.{axe.value}": f"Poids de l’axe {said}" for axe, said in AXES.items()},
    "tolerance": "Tolérance",
    "horizon": "Horizon d’urgence",
    "kappa": "Écrêtement de la mixité",
    NomRegle.PLAFOND_ETAT.value: "Plafond de l’État",
    NomRegle.PLAFOND_AGENTS.value: "Plafond des agents de l’État",
    NomRegle.PLAFOND_GARANTIES.value: "Plafond des garanties d’emprunt",
    NomRegle.PLANCHER_ETAT_HORS_QPV.value: "Plancher de l’État hors QPV",
    NomRegle.ETAT_UNIFORME.value: "État uniforme par commune",
}

_NOMBRE = re.compile(r"(\d{1,4})(?:[.,](\d{1,4})|/(\d{1,4}))?(?: logements?)?", re.ASCII)
_LEGALE = re.compile(r"(.*?) ?\(?(ignoree|alerte|contrainte)?\)?", re.ASCII)
_EFFETS = {plie(effect.value): effect for effect in EffetRegle}
_POIDS_LUS = {plie(word): weight for weight, word in POIDS.items()}
_DECIMALES = 4


class RegleInconnueError(ReglesInvalidesError):
    """No rule has this name."""

    def __init__(self, nom: str) -> None:
        super().__init__(f"« {nom} » n’est pas une règle. Choisissez parmi : {', '.join(NOMS)}.")


class ValeurIllisibleError(ReglesInvalidesError):
    """The text is no value of this rule; ``attendu`` says what is."""

    def __init__(self, nom: str, texte: str, attendu: str) -> None:
        super().__init__(f"{NOMS[nom]} : « {texte} » ne se lit pas. Écrivez {attendu}.")


def dire_exact(valeur: Fraction) -> str:
    """``1,25``, ``3``, or ``5/7`` where no four decimals are exact."""
    for decimals in range(_DECIMALES + 1):
        if (valeur * 10**decimals).denominator == 1:
            return nombre(valeur, decimals)
    return str(valeur)


def dire_poids(poids: Fraction) -> str:
    """The word of a weight, or its figure where it has none."""
    return POIDS.get(poids) or dire_exact(poids)


def dire_tolerance(tolerance: Fraction | None) -> str:
    """``règle exacte``, ``1,25 logement``."""
    return EXACTE if tolerance is None else _logements(tolerance)


def dire_regle(nom: NomRegle, regle: RegleLegale) -> str:
    """``30 % (alerte)``; only the effect where the rule has no value."""
    if nom is NomRegle.ETAT_UNIFORME:
        return regle.effet.value
    return typographier(f"{ecrire_taux(regle.dix_milliemes)} ({regle.effet.value})")


def en_mots(regles: ReglesFlux) -> dict[str, str]:
    """Every rule by its name, in the order of ``NOMS``."""
    said = {f"poids.{axe.value}": dire_poids(regles.poids_de(axe)) for axe in Axe}
    said |= {
        "tolerance": dire_tolerance(regles.tolerance),
        "horizon": _logements(Fraction(regles.horizon)),
        "kappa": _logements(Fraction(regles.kappa)),
    }
    return said | {nom.value: dire_regle(nom, regles.regle(nom)) for nom in NomRegle}


def changer(regles: ReglesFlux, nom: str, texte: str) -> ReglesFlux:
    """The rules with this one as the text says it.

    Raises:
        RegleInconnueError: no rule of that name.
        ValeurIllisibleError: no value of that rule.
        ReglesInvalidesError: out of its bounds.
        TauxIllisibleError, TauxAmbiguError: no percentage.
    """
    if nom not in NOMS:
        raise RegleInconnueError(nom)
    simple = plie(texte)
    if nom.startswith("poids."):
        axe = Axe(nom.removeprefix("poids."))
        weights = dict(regles.poids) | {axe: _lire_poids(nom, texte, simple)}
        return replace(regles, poids=peser(weights))
    if nom == "tolerance":
        exact = simple in {plie(EXACTE), "exacte"}
        return replace(regles, tolerance=None if exact else _lire_tolerance(nom, texte, simple))
    if nom in {"horizon", "kappa"}:
        whole = _nombre(simple)
        if whole is None or whole.denominator != 1:
            raise ValeurIllisibleError(nom, texte, "un nombre entier de logements")
        return lire_dict(en_dict(regles) | {nom: whole.numerator})
    rule = NomRegle(nom)
    read = _lire_regle(rule, regles.regle(rule), texte)
    return regles.avec(rule, read)


def _lire_poids(nom: str, texte: str, simple: str) -> Fraction:
    weight = _POIDS_LUS.get(simple, _nombre(simple))
    if weight is None:
        words = ", ".join(f"« {word} »" for word in POIDS.values())
        raise ValeurIllisibleError(nom, texte, f"{words}, ou un nombre")
    return weight


def _lire_tolerance(nom: str, texte: str, simple: str) -> Fraction:
    found = _nombre(simple)
    if found is None:
        raise ValeurIllisibleError(nom, texte, f"« {EXACTE} » ou un nombre de logements")
    return found


def _lire_regle(nom: NomRegle, avant: RegleLegale, texte: str) -> RegleLegale:
    found = _LEGALE.fullmatch(plie(texte))
    rate, effect = (found[1], found[2]) if found else (texte, None)
    if nom is NomRegle.ETAT_UNIFORME and (rate or not effect):
        raise ValeurIllisibleError(nom, texte, "« ignorée », « alerte » ou « contrainte »")
    return RegleLegale(
        lire_taux(rate) if rate or not effect else avant.dix_milliemes,
        _EFFETS[effect] if effect else avant.effet,
    )


def _nombre(simple: str) -> Fraction | None:
    found = _NOMBRE.fullmatch(simple)
    if found is None:
        return None
    whole, decimals, divisor = found.groups()
    if divisor is not None:
        return Fraction(int(whole), int(divisor)) if int(divisor) else None
    return Fraction(f"{whole}.{decimals or 0}")


def _logements(valeur: Fraction) -> str:
    plural = "s" if valeur >= 2 else ""  # noqa: PLR2004 - French plural starts at two
    return f"{dire_exact(valeur)}\u00a0logement{plural}"
