"""The knobs of the rule, as a command line gives them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fluxdesk.domain.flux.parties import PARAMETRES, Axe, Parametres
from fluxdesk.domain.regles_flux import ReglesFlux, peser
from fluxdesk.domain.scenario_valeurs import CelluleError, lire_nombre, lire_report
from fluxdesk.domain.typographie import plie

if TYPE_CHECKING:
    from fractions import Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class TextesParametres:
    """What was typed for each knob; an empty text is the specification's value."""

    horizon: str = ""
    kappa: str = ""
    tolerance: str = ""
    poids: str = ""


def lire_parametres(textes: TextesParametres) -> Parametres:
    """The knobs, within the bounds of those that a base may have; no rule of law is watched.

    Raises:
        FluxDeskError: a text that is not understood, or a value out of its bounds.
    """
    rules = ReglesFlux(
        poids=peser(_poids(textes.poids)),
        tolerance=lire_nombre(textes.tolerance) if textes.tolerance.strip() else None,
        horizon=_entier(textes.horizon, PARAMETRES.horizon),
        kappa=_entier(textes.kappa, PARAMETRES.kappa),
    )
    return Parametres(
        horizon=rules.horizon, kappa=rules.kappa, axes=rules.poids, tolerance=rules.tolerance
    )


def _entier(texte: str, usuel: int) -> int:
    return lire_report(texte.strip()) if texte.strip() else usuel


def _poids(texte: str) -> dict[Axe, Fraction]:
    """The weights of ``financement=2,qpv=0``: an axis that is not named keeps its own."""
    found = dict(PARAMETRES.axes)
    axes = {plie(axe.value): axe for axe in Axe}
    for piece in texte.split(",") if texte.strip() else ():
        name, equals, weight = piece.partition("=")
        if plie(name) not in axes or not equals:
            message = (
                f"Les poids « {texte} » ne sont pas compris. Écrivez par exemple"
                " « financement=2,qpv=0.5,periode=0 »."
            )
            raise CelluleError(message)
        found[axes[plie(name)]] = lire_nombre(weight)
    return found
