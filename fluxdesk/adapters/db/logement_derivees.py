"""The columns of a dwelling computed from its others: for lists, searches and sorts.

Many dwellings share a street, a programme, a type: what follows from those is computed once.
"""

from __future__ import annotations

from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING, ClassVar, TypeAlias

import numpy as np

from fluxdesk.adapters.db.texte import LARGEUR, cle_de_tri, plier
from fluxdesk.domain.logement import NON_RENSEIGNE, Adresse, modalite_qpv

if TYPE_CHECKING:
    from collections.abc import KeysView, Mapping, Sequence

    from fluxdesk.domain.logement import ValeurPlate

    Ligne: TypeAlias = tuple[ValeurPlate, ...]

_LIEU = (
    "numero", "indice", "type_voie", "voie", "lieu_dit", "complement", "code_postal",
    "nom_commune", "commune", "programme",
)  # fmt: skip
_BIEN = ("typologie", "financement", "qpv")
_NOMS = ("cle", "id_rpls", "id_interne")
_RETENUS = 50_000
_DEFAUTS: dict[str, ValeurPlate] = {
    "typologie": NON_RENSEIGNE,
    "financement": NON_RENSEIGNE,
    "qpv": None,
}
_ZERO, _NEUF = 48, 57


class Derivees:
    """Completes rows of flat values named ``champs``; ``communs`` are the same on every row."""

    NOMS: ClassVar = (
        "adresse_ligne", "commune_nom", "tri_programme", "tri_adresse", "tri_commune",
        "tri_typologie", "tri_financement", "tri_qpv", "reference", "tri_reference", "recherche",
    )  # fmt: skip

    def __init__(self, champs: Sequence[str], communs: Mapping[str, ValeurPlate]) -> None:
        wanted = (*_LIEU, *_BIEN, *_NOMS)
        missing = [name for name in wanted if name not in champs]
        shared = _DEFAUTS | dict(communs)
        self._autres = tuple(shared.get(name, "") for name in missing)
        names = [*champs, *missing]
        self._lieu, self._bien, self._noms = (
            itemgetter(*map(names.index, group)) for group in (_LIEU, _BIEN, _NOMS)
        )

    def completer(self, lignes: Sequence[Ligne], premier_id: int) -> list[Ligne]:
        """The rows with their id before them, counted from the first, and ``NOMS`` behind."""
        place, thing, others = self._lieu, self._bien, self._autres
        whole = [row + others for row in lignes]
        names = list(map(self._noms, whole))
        references = [interne or rpls or cle for cle, rpls, interne in names]
        folded, sorts = plier_et_trier(references)
        found: list[Ligne] = []
        for at, row in enumerate(lignes):
            full, (cle, rpls, _), reference, word = whole[at], names[at], references[at], folded[at]
            columns, said, phrase = _lieu(*place(full))
            keys, more, end = _bien(*thing(full))
            if (
                not word
                or rpls
                or reference is not cle
                or word in said
                or not more.isdisjoint(said)
            ):
                known = (plier(text) for text in (reference, rpls, cle) if text)
                sought = " ".join(dict.fromkeys((*said, *known, *more)))
            else:
                sought = f"{phrase}{word}{end}"
            found.append(
                (premier_id + at, *row, *columns, *keys, reference, sorts[at], sought)
            )  # fmt: skip
        return found


@lru_cache(maxsize=_RETENUS)
def _lieu(*valeurs: str) -> tuple[tuple[str, ...], KeysView[str], str]:
    """What follows from where a dwelling is: columns, the words it is searched by, their text."""
    read = dict(zip(_LIEU, valeurs, strict=True))
    code, programme = read.pop("commune"), read.pop("programme")
    place = Adresse(**read)
    line, town = place.ligne(), place.nom_commune or code
    street = f"{place.type_voie} {place.voie} {place.numero} {place.indice}".strip() or line
    said = (line, place.complement, place.lieu_dit, place.code_postal, town, code, programme)
    words = dict.fromkeys(plier(text) for text in said if text)
    sorts = map(cle_de_tri, (programme, street, town))
    return (line, town, *sorts), words.keys(), "".join(f"{word} " for word in words)


@lru_cache(maxsize=_RETENUS)
def _bien(
    typologie: str, financement: str, qpv: int | None
) -> tuple[tuple[str, ...], KeysView[str], str]:
    """The same of what a dwelling is."""
    said = (typologie, financement, modalite_qpv(None if qpv is None else bool(qpv)))
    words = dict.fromkeys(plier(text) for text in said[:2] if text)
    return tuple(map(cle_de_tri, said)), words.keys(), "".join(f" {word}" for word in words)


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
