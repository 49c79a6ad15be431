"""The columns of a dwelling computed from its others: for lists, searches and sorts.

Many dwellings share a street, a programme, a type: what follows from those is computed once.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from fluxdesk.adapters.db.texte import LARGEUR, cle_de_tri, plier
from fluxdesk.domain.logement import NON_RENSEIGNE, Adresse, modalite_qpv

if TYPE_CHECKING:
    from collections.abc import KeysView, Mapping

    from fluxdesk.domain.logement import ValeurPlate

LIEU: Final = (
    "numero", "indice", "type_voie", "voie", "lieu_dit", "complement", "code_postal",
    "nom_commune", "commune", "programme",
)  # fmt: skip
DU_LIEU: Final = ("adresse_ligne", "commune_nom", "tri_programme", "tri_adresse", "tri_commune")
TRIES: Final = ("typologie", "financement", "qpv")  # each sorted by itself alone
DEFAUTS: Final[Mapping[str, ValeurPlate]] = {
    **dict.fromkeys((*LIEU, "id_rpls", "id_interne"), ""),
    **dict.fromkeys(("typologie", "financement"), NON_RENSEIGNE),
    "qpv": None,
}
_RETENUS = 50_000
_ZERO, _NEUF = 48, 57


class Mots(NamedTuple):
    """The words something is searched by, folded, and their text."""

    mots: KeysView[str]
    phrase: str


def tri_seul(champ: str, valeur: ValeurPlate) -> str:
    """What a dwelling is sorted by for one of ``TRIES``."""
    if champ == "qpv":
        return cle_de_tri(modalite_qpv(None if valeur is None else bool(valeur)))
    return cle_de_tri(str(valeur))


def situer(*valeurs: str) -> tuple[tuple[str, ...], Mots]:
    """``DU_LIEU`` and the words of a place, from the values of ``LIEU``."""
    read = dict(zip(LIEU, valeurs, strict=True))
    code, programme = read.pop("commune"), read.pop("programme")
    place = Adresse(**read)
    line, town = place.ligne(), place.nom_commune or code
    street = f"{place.type_voie} {place.voie} {place.numero} {place.indice}".strip() or line
    said = (line, place.complement, place.lieu_dit, place.code_postal, town, code, programme)
    words = dict.fromkeys(plier(text) for text in said if text)
    sorts = map(cle_de_tri, (programme, street, town))
    return (line, town, *sorts), Mots(words.keys(), "".join(f"{word} " for word in words))


@lru_cache(maxsize=_RETENUS)
def qualifier(typologie: str, financement: str) -> Mots:
    """The words of what a dwelling is."""
    words = dict.fromkeys(plier(text) for text in (typologie, financement) if text)
    return Mots(words.keys(), "".join(f" {word}" for word in words))


def recherche(lieu: Mots, bien: Mots, noms: tuple[str, str, str], mot: str) -> str:
    """The words a dwelling is searched by, each once.

    ``noms`` are its key, RPLS id and landlord's id; ``mot`` is the one shown, folded.
    """
    said, begin = lieu
    more, end = bien
    cle, rpls, interne = noms
    plain = mot and not rpls and not interne and mot not in said and mot not in more
    if plain and more.isdisjoint(said):
        return f"{begin}{mot}{end}"
    known = (plier(text) for text in (interne or rpls or cle, rpls, cle) if text)
    return " ".join(dict.fromkeys((*said, *known, *more)))


def plier_et_trier(textes: list[str]) -> tuple[list[str], list[str]]:
    """``plier`` and ``cle_de_tri`` of many texts that differ, all at once where they are plain."""
    together = "\n".join(textes)
    if not together.isascii() or together.split() != textes:
        return [plier(text) for text in textes], [cle_de_tri(text) for text in textes]
    folded = together.lower()
    return folded.split("\n"), _elargir(folded.encode()).decode().split("\n")


def _elargir(octets: bytes) -> bytes:
    """ASCII text whose numbers all have ``LARGEUR`` digits or more."""
    table = np.frombuffer(octets, np.uint8)
    digits = np.concatenate(([False], (table >= _ZERO) & (table <= _NEUF), [False]))
    edges = np.flatnonzero(digits[1:] != digits[:-1])
    starts, ends = edges[::2], edges[1::2]
    added = np.zeros(len(table), np.int64)
    added[starts] = np.maximum(0, LARGEUR - (ends - starts))
    places = np.arange(len(table)) + added.cumsum()
    wide = np.full(len(table) + int(added.sum()), _ZERO, np.uint8)
    wide[places] = table
    return wide.tobytes()
