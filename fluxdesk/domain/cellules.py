"""The cells of one line of a file, read one by one: sentinels, codes, numbers, years."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, NoReturn

from fluxdesk.domain.dates_lues import DateIllisibleError, lire_date_de_fichier
from fluxdesk.domain.rapport import RefusLigne
from fluxdesk.domain.typographie import plie, typographier

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from fluxdesk.domain.erreurs import FluxDeskError

# A line that could not be laid on the columns holds this one, nameless field: how many cells
# it has, and how many it should, in words.
CELLULES = ""
REMEDE = "Corrigez le fichier ou ignorez cette ligne."

# What landlords and warehouses write for « nothing » (formats.md §1.1), compared in capitals.
_ABSENTS = frozenset({"", "-", "NA", "N/A", "#N/A", "NA/NA", "NC", "NR", "NULL"})
_NOMBRE = re.compile(r"\d+(?: \d{3})*(?:[.,]\d+)?(?:E[+-]?\d{1,3})?", re.IGNORECASE | re.ASCII)
_MOIS_ANNEE = re.compile(r"(0[1-9]|1[0-2])/\d{4}", re.ASCII)
_NOMBRE_MAX = 1_000_000_000  # no value of a dwelling comes near; a base could not hold 9E999
_ANNEE_MIN, _ANNEE_MAX = 1500, 2100
_NON_FAIT = "01/1900"


class LigneRefuseeError(Exception):
    """The line cannot become a dwelling; carries the refusal to report."""

    def __init__(self, refus: RefusLigne) -> None:
        super().__init__(refus.phrase)
        self.refus = refus


def propre(texte: str) -> str:
    """A cell without doubled, unbreakable or outer spaces, its accents composed."""
    bare = texte if texte.isascii() else unicodedata.normalize("NFC", texte)
    return " ".join(bare.split())


def dit(texte: str) -> str:
    """What the cell says, cleaned; empty where it says « nothing » in one of the usual words."""
    value = propre(texte)
    return "" if value.upper() in _ABSENTS else value


def decimal(texte: str) -> Decimal | None:
    """The number in a French or English cell; None where there is none."""
    bare = propre(texte).removesuffix("€").strip()
    if not _NOMBRE.fullmatch(bare):
        return None
    number = Decimal(bare.replace(" ", "").replace(",", "."))
    return number if number <= _NOMBRE_MAX else None


@dataclass(slots=True)
class Cellules:
    """One line; reading a doubtful cell adds to ``avertissements``, an impossible one raises."""

    numero: int
    champs: Mapping[str, str]
    avertissements: list[RefusLigne] = field(default_factory=list)

    def verifier_decoupage(self) -> None:
        """Refuse the line when its cells could not be laid on the columns."""
        if CELLULES in self.champs:
            found = self.champs[CELLULES]
            self.refuser(CELLULES, f"{found} : un séparateur manque ou est en trop.")

    def texte(self, colonne: str) -> str:
        """The cleaned text; empty where the column is missing or says « nothing »."""
        return dit(self.champs.get(colonne, ""))

    def code(self, colonne: str, admis: frozenset[str]) -> str:
        """The code, in capitals, or empty; a code out of the table is doubted."""
        value = self.texte(colonne).upper().removesuffix(".0")
        if not value or value in admis:
            return value
        self.douter(colonne, "n’est pas un code de cette colonne ; la valeur est laissée vide.")
        return ""

    def oui_non(self, colonne: str) -> bool | None:
        """1 or oui, 2 or non (never 0): RPLS says no by 2."""
        value = plie(self.texte(colonne)).removesuffix(".0")
        if value in {"1", "oui", "o"}:
            return True
        if value in {"2", "non", "n"}:
            return False
        if value:
            self.douter(colonne, "ne dit ni oui (1) ni non (2) ; la valeur est laissée vide.")
        return None

    def entier(self, colonne: str, sentinelles: frozenset[int]) -> int | None:
        """The number, rounded; None for a sentinel, and for what is no number, which is doubted."""
        value = self.texte(colonne)
        number = decimal(value)
        if number is None:
            if value:
                self.douter(colonne, "n’est pas un nombre ; la valeur est laissée vide.")
            return None
        rounded = int(number.to_integral_value(ROUND_HALF_UP))
        return None if rounded in sentinelles else rounded

    def centimes(self, colonne: str, sentinelle: int) -> int | None:
        """An amount in euros, as cents; None for the sentinel."""
        value = self.texte(colonne)
        number = decimal(value)
        if number is None:
            if value:
                self.douter(colonne, "n’est pas un montant en euros ; il est laissé vide.")
            return None
        if number == sentinelle:
            return None
        return int((number * 100).to_integral_value(ROUND_HALF_UP))

    def annee(self, colonne: str) -> int | None:
        """A year; 9999 and 0 say it is unknown, and one that cannot be is doubted."""
        year = self.entier(colonne, frozenset({0, 9999}))
        if year is None or _ANNEE_MIN <= year <= _ANNEE_MAX:
            return year
        self.douter(colonne, "n’est pas une année plausible ; elle est laissée vide.")
        return None

    def mois_annee(self, colonne: str) -> str:
        """``mm/aaaa``; 01/1900 says it was never done."""
        value = self.texte(colonne)
        if not value or value == _NON_FAIT:
            return ""
        if _MOIS_ANNEE.fullmatch(value):
            return value
        self.douter(colonne, "n’est pas une date mm/aaaa ; elle est laissée vide.")
        return ""

    def jour(self, colonne: str) -> date | None:
        """The day; what had to be supposed is told, a day that does not exist refuses the line."""
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

    def douter(self, colonne: str, phrase: str) -> None:
        """Warn about a cell without stopping the line; ``phrase`` follows the value."""
        self.avertissements.append(self._remarque(colonne, phrase))

    def signaler(self, colonne: str, phrase: str) -> None:
        """Warn about a cell that no report may quote; ``phrase`` stands by itself."""
        said = typographier(f"Ligne {self.numero}, colonne {colonne} : {phrase}")
        self.avertissements.append(
            RefusLigne(ligne=self.numero, colonne=colonne, valeur="", phrase=said)
        )

    def refuser(self, colonne: str, phrase: str) -> NoReturn:
        """Refuse the line; ``phrase`` follows the value, the remedy is added."""
        raise LigneRefuseeError(self._remarque(colonne, f"{phrase} {REMEDE}"))

    def refuser_pour(self, colonne: str, error: FluxDeskError) -> NoReturn:
        """Refuse the line for what a reader of values said, which names the value already."""
        raise LigneRefuseeError(
            RefusLigne(
                ligne=self.numero,
                colonne=colonne,
                valeur=self.champs.get(colonne, ""),
                phrase=typographier(f"Ligne {self.numero}, colonne {colonne} : {error}"),
            )
        ) from error

    def _remarque(self, colonne: str, phrase: str) -> RefusLigne:
        value = self.champs.get(colonne, "")
        where = f"Ligne {self.numero}, colonne {colonne}" if colonne else f"Ligne {self.numero}"
        said = f"« {propre(value)} » {phrase}" if colonne and value.strip() else phrase
        return RefusLigne(
            ligne=self.numero,
            colonne=colonne,
            valeur=value,
            phrase=typographier(f"{where} : {said}"),
        )
