"""The cells that a spreadsheet spoils: dates, codes without their zeros, long numbers, accents."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fluxdesk.domain.cellules import Cellules
from fluxdesk.domain.dates_lues import DateIllisibleError, lire_date_de_fichier

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

_SCIENTIFIQUE = re.compile(r"\d+(?:[.,]\d*)?E\+?\d+", re.IGNORECASE | re.ASCII)
_NUMERO_UNIQUE = re.compile(r"\d[\dAB]\d{16}", re.ASCII)
_CODE_COMMUNE = 5
# Between two letters, or before letters at the head of a word, no French text has this sign.
_ACCENT_MORT = re.compile(r"[^\W\d_]\?[^\W\d_]|(?:^|\s)\?[^\W\d_]")
_ARRONDI = "000"


def accent_mort(texte: str) -> bool:
    """Whether ``?`` stands where a letter with an accent was: ``R?sidence``."""
    return "?" in texte and _ACCENT_MORT.search(texte) is not None


@dataclass(slots=True)
class CellulesTableur(Cellules):
    """One line of a table that went through a spreadsheet; what was mended is reported."""

    def libelle(self, colonne: str) -> str:
        """The cleaned text; one whose accents were lost is kept, and reported."""
        value = self.texte(colonne)
        if accent_mort(value):
            self.douter(colonne, "a perdu un accent, remplacé par « ? » ; gardé tel quel.")
        return value

    def date(self, colonne: str) -> date | None:
        """The day; what had to be supposed is reported, a day that does not exist refuses."""
        value = self.texte(colonne)
        if not value:
            return None
        try:
            read = lire_date_de_fichier(value)
        except DateIllisibleError as error:
            self.refuser_pour(colonne, error)
        if read.remarque:
            self.douter(colonne, read.remarque)
        return read.jour

    def commune(self, colonne: str, connue: Callable[[str], bool]) -> str:
        """The code of a commune; a lost zero is given back where the COG knows that code."""
        value = self.texte(colonne).upper().removesuffix(".0")
        if not value or connue(value):
            return value
        whole = value.zfill(_CODE_COMMUNE)
        if len(value) == _CODE_COMMUNE - 1 and value.isdecimal() and connue(whole):
            self.douter(colonne, f"a perdu son zéro : lu {whole}, que le COG connaît.")
            return whole
        self.douter(colonne, "n’est pas un code du COG ; gardé tel quel.")
        return value

    def numero_unique(self, colonne: str) -> str:
        """The number of a request; one that a spreadsheet rounded off is refused."""
        value = self.texte(colonne).upper().replace(" ", "")
        if _SCIENTIFIQUE.fullmatch(value):
            self.refuser(
                colonne,
                "est un numéro unique abîmé par un tableur, qui n’en garde que quinze chiffres : "
                "il ne peut pas être retrouvé. Refaites l’export avec cette colonne en texte.",
            )
        if value and not _NUMERO_UNIQUE.fullmatch(value):
            self.douter(colonne, "n’a pas les dix-huit signes d’un numéro unique.")
        elif value.endswith(_ARRONDI):
            self.douter(colonne, "finit par trois zéros : un tableur l’a peut-être arrondi.")
        return value
