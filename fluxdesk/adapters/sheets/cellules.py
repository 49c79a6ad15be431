"""Text cells that stay text: what a name holds is never run as a formula (surete.md §5.4)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openpyxl.cell import Cell

LONGUEUR_MAX = 32_767  # of a cell, fixed by the format
FORMAT_TEXTE = "@"
# Excel shows #### for a longer text in a cell formatted as text.
_LONGUEUR_FORMAT_TEXTE = 255
_DANGEREUX = ("=", "+", "-", "@", "|", "%")
# Everything XML 1.0 cannot hold: controls, lone surrogates, the two non-characters.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def texte_sur(texte: str) -> str:
    """The text a cell can hold: no illegal character, one kind of line end, not too long."""
    lignes = texte.replace("\r\n", "\n").replace("\r", "\n")
    return _ILLEGAL.sub("", lignes)[:LONGUEUR_MAX]


def ecrire_texte(cellule: Cell, texte: str) -> None:
    """Write a text that no spreadsheet will take for a formula, a number or a date."""
    propre = texte_sur(texte)
    cellule.value = propre
    if not propre:
        return
    # openpyxl guesses a formula from the first sign and an error from « #N/A ».
    cellule.data_type = "s"
    cellule.number_format = forme_de_texte(propre)


def forme_de_texte(propre: str) -> str:
    """The number format of a text: text, or general where a long one would show as ####."""
    if len(propre) <= _LONGUEUR_FORMAT_TEXTE or propre.lstrip().startswith(_DANGEREUX):
        return FORMAT_TEXTE
    return "General"
