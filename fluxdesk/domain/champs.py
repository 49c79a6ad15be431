"""The fields each kind of file can fill."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxdesk.domain.champ import Champ, NatureChamp
from fluxdesk.domain.champs_actes import CANDIDATS, CONVENTIONS, STOCK, VACANCES
from fluxdesk.domain.champs_patrimoine import PATRIMOINE
from fluxdesk.domain.profil import Genre

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["CHAMPS", "Champ", "NatureChamp", "champ_de"]

CHAMPS: Mapping[Genre, tuple[Champ, ...]] = {
    Genre.PATRIMOINE: PATRIMOINE,
    Genre.STOCK: STOCK,
    Genre.CONVENTIONS: CONVENTIONS,
    Genre.VACANCES: VACANCES,
    Genre.CANDIDATS: CANDIDATS,
}


def champ_de(genre: Genre, code: str) -> Champ:
    """The field of that code.

    Raises:
        KeyError: the kind has no such field.
    """
    found = {one.code: one for one in CHAMPS[genre]}
    return found[code]
