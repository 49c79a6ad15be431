"""Cells read as words of a list, whole numbers, or what a reader makes of them."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.typographie import plie

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from fluxdesk.domain.cellules import Cellules

Valeur = TypeVar("Valeur")
Mot = TypeVar("Mot", bound=StrEnum)

_ENTIER = re.compile(r"([+-]?)(\d{1,6})(?:[.,]0+)?", re.ASCII)


def mot(
    cellules: Cellules, colonne: str, mots: type[Mot], libelles: Mapping[Mot, str] | None = None
) -> Mot | None:
    """The word of a closed list, case and accents folded; None for an empty cell."""
    text = _plier(cellules.texte(colonne))
    if not text:
        return None
    spelled = {_plier(word.value): word for word in mots}
    spelled |= {_plier(label): word for word, label in (libelles or {}).items()}
    if text not in spelled:
        known = ", ".join(f"« {word.value} »" for word in mots)
        cellules.refuser(colonne, f"n’est pas dans la liste : {known}.")
    return spelled[text]


def _plier(texte: str) -> str:
    return plie(texte).replace("_", " ")


def lu(cellules: Cellules, colonne: str, lire: Callable[[str], Valeur], /) -> Valeur | None:
    """What ``lire`` makes of the cell, refused with its own sentence; None for an empty one."""
    text = cellules.texte(colonne)
    if not text:
        return None
    try:
        return lire(text)
    except FluxDeskError as error:
        cellules.refuser_pour(colonne, error)


def entier(cellules: Cellules, colonne: str) -> int | None:
    """The whole number of the cell, refused where it is none; None for an empty one."""
    text = cellules.texte(colonne)
    found = _ENTIER.fullmatch(text.replace("−", "-"))
    if found:
        return int(found[1] + found[2])
    if text:
        cellules.refuser(colonne, "n’est pas un nombre entier.")
    return None


def borne(cellules: Cellules, colonne: str, mini: int, maxi: int) -> int | None:
    """The whole number of the cell, refused out of these bounds; None for an empty one."""
    value = entier(cellules, colonne)
    if value is not None and not mini <= value <= maxi:
        cellules.refuser(colonne, f"doit être compris entre {mini} et {maxi}.")
    return value
