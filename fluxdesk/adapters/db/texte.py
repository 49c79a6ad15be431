"""Texts made ready to be searched and sorted by the base."""

from __future__ import annotations

import re
from functools import lru_cache

from fluxdesk.domain.logement import NON_RENSEIGNE
from fluxdesk.domain.typographie import plie

_EN_DERNIER = "~"  # after every letter and digit that is left once a text is folded
LARGEUR = 12  # digits of the longest number sorted by value


plier = lru_cache(maxsize=4096)(plie)  # streets, communes and types repeat


def mots(texte: str) -> list[str]:
    """The words that must all be found, folded."""
    return plier(texte).split()


@lru_cache(maxsize=4096)
def cle_de_tri(texte: str) -> str:
    """A key that sorts as people read: numbers by value, accents ignored, unknown last."""
    folded = plier(texte)
    if not folded or texte == NON_RENSEIGNE:
        return _EN_DERNIER
    return re.sub(r"\d+", lambda found: found[0].zfill(LARGEUR), folded)
