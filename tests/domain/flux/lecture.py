"""Reading the sentences of the engine in tests."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from fluxdesk.domain.flux.explication import expliquer
from fluxdesk.domain.flux.parties import BAILLEUR
from tests.domain.flux.exemples import PAR_TYPOLOGIE, Journee, partie, unite

if TYPE_CHECKING:
    from fluxdesk.domain.flux.parties import Partie
    from fluxdesk.domain.flux.suggestion import Suggestion

AL = partie("al", 4000, nom="Action Logement")
CALVI = partie("calvi", 3500, nom="Calvi")


def lignes(suggestion: Suggestion) -> list[str]:
    """Read the lines, after checking the typography that every one of them owes."""
    texte = expliquer(suggestion)
    assert not re.search(r" [:;%]|'", texte)
    return texte.replace("\u00a0", " ").replace("\u2019", "'").split("\n")


def mixte(*valeurs: str, parties: list[Partie]) -> Journee:
    """Give one dwelling of each value to each party in turn, the landlord last."""
    jour = Journee(parties, PAR_TYPOLOGIE)
    cles = [*[p.cle for p in parties], BAILLEUR]
    for numero, (valeur, cle) in enumerate(zip(valeurs, cles, strict=True)):
        jour.donner(unite(str(numero), typologie=valeur), cle)
    return jour
