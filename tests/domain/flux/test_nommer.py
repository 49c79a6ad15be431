"""An officer reads the name of an EPCI, never its SIREN."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from fluxdesk.domain.flux.explication import expliquer
from fluxdesk.domain.flux.nommer import nommer
from fluxdesk.domain.flux.parties import Axe, Partie, TauxDate, Unite, Zone
from fluxdesk.domain.flux.registre import Registre
from fluxdesk.domain.flux.suggestion import suggerer

if TYPE_CHECKING:
    from fluxdesk.domain.flux.proposition import Ecart

UNITE = Unite("1", date(2026, 3, 1), "2B033", "242000354", "2B", "QPV", "T3", "PLUS", "1990-1999")
TOUT = Zone.partout()


def _valeurs(ecarts: tuple[Ecart, ...]) -> dict[Axe, str]:
    return {ecart.axe: ecart.valeur for ecart in ecarts}


def test_places_are_named_and_nothing_else_changes() -> None:
    registre = Registre([Partie("1", "État", (TauxDate(3000),), TOUT, TOUT)])
    suggestion = suggerer(registre, UNITE)

    named = nommer(suggestion, {"242000354": "CA de Bastia", "T3": "never a type"})

    for before, after in zip(suggestion.classement, named.classement, strict=True):
        assert _valeurs(after.ecarts) == _valeurs(before.ecarts) | {Axe.EPCI: "CA de Bastia"}
        assert (after.score, after.retard) == (before.score, before.retard)
    assert named.destinataire == suggestion.destinataire
    assert expliquer(named).splitlines()[0] == expliquer(suggestion).splitlines()[0]


def test_a_place_without_a_name_keeps_its_code() -> None:
    registre = Registre([Partie("1", "État", (TauxDate(3000),), TOUT, TOUT)])
    (rang, *_) = nommer(suggerer(registre, UNITE), {"242000354": ""}).classement
    assert _valeurs(rang.ecarts)[Axe.EPCI] == "242000354"
    assert isinstance(rang.score, Fraction)
