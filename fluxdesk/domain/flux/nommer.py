"""Places by the names that officers know, where the ledger counts them by code."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from fluxdesk.domain.flux.parties import Axe

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fluxdesk.domain.flux.proposition import Rang, Suggestion

_LIEUX = frozenset({Axe.COMMUNE, Axe.EPCI})


def nommer(suggestion: Suggestion, noms: Mapping[str, str]) -> Suggestion:
    """The same suggestion to be put in sentences: communes and EPCI by name where it is known.

    Args:
        suggestion: as the engine gave it.
        noms: names by code (INSEE, SIREN).
    """
    return replace(
        suggestion,
        classement=tuple(_rang(rang, noms) for rang in suggestion.classement),
        exclus=tuple(_rang(rang, noms) for rang in suggestion.exclus),
    )


def _rang(rang: Rang, noms: Mapping[str, str]) -> Rang:
    lignes = (
        replace(e, valeur=noms.get(e.valeur) or e.valeur) if e.axe in _LIEUX else e
        for e in rang.ecarts
    )
    return replace(rang, ecarts=tuple(lignes))
