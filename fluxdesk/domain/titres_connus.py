"""Whether a text is the title of a column, of whatever kind of file: asked of many cells."""

from __future__ import annotations

from functools import cache, lru_cache

from fluxdesk.domain.champs import CHAMPS
from fluxdesk.domain.indices import SEUIL
from fluxdesk.domain.rpls_noms import rpls_dit
from fluxdesk.domain.titres import ENTIER, TIRET, mots, ressemblance

_LONGUEUR_MAX = 120  # longer texts are sentences


@lru_cache(maxsize=4096)
def titre_connu(titre: str) -> int:
    """How well a title is known, of whatever kind of file: 0, or from 60 to 100.

    Only names that share a word with it are looked at: neither a slip of the finger nor a rare
    abbreviation is seen here.
    """
    if len(titre) > _LONGUEUR_MAX or not any(map(str.isalpha, titre)):
        return 0
    if rpls_dit(titre) is not None:
        return ENTIER
    words = {*mots(titre), *mots(titre.rpartition(TIRET)[2])}
    names = {name for word in words for name in _noms_par_mot().get(word, ())}
    said = max((ressemblance(titre, name) for name in names), default=0)
    return said if said >= SEUIL else 0


@cache
def _noms_par_mot() -> dict[str, set[str]]:
    """Every name of every field, by each of its words."""
    found: dict[str, set[str]] = {}
    for fields in CHAMPS.values():
        for one in fields:
            for name in (one.libelle, *one.synonymes, one.code):
                for word in mots(name):
                    found.setdefault(word, set()).add(name)
    return found
