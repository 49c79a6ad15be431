"""Values of the tables of reference: codes that lost a zero, lists of codes, zones, amounts."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NoReturn

from fluxdesk.domain.cellules import decimal
from fluxdesk.domain.logement import Financement
from fluxdesk.domain.typographie import plie

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fluxdesk.domain.cellules import Cellules

ConnaitCommune = Callable[[str], bool]

IDF = "IDF"  # key of the one threshold that holds for the whole of Île-de-France
SUPPLEMENT = "+"
_COMMUNE = re.compile(r"(?:\d{2}|2[AB])\d{3}", re.ASCII)
_SIREN = re.compile(r"\d{9}", re.ASCII)
_ABIME = re.compile(r"\d+(?:[.,]\d+)?E\+?\d+", re.IGNORECASE | re.ASCII)
_SEPARES = re.compile(r"[,;/|\s]+")
_ABC = {"abis": "Abis", "a": "A", "b1": "B1", "b2": "B2", "c": "C"}
_123 = {"1bis": "1bis", "1": "1", "2": "2", "3": "3"}
_LONGUEUR = 5
_SIGNIFICATIFS = re.compile(r"\d", re.ASCII)
FAMILLES = {plie(f.value): f for f in Financement if f is not Financement.NON_RENSEIGNE}
FINANCEMENTS_A_PLAFOND = frozenset({"PLAI", "PLUS", "PLS", "PLI", "LLI", "LLS", "LLTS"})


@dataclass(slots=True)
class LigneReferentiel:
    """One line of a file: its cells, and the name there of each column."""

    cellules: Cellules
    noms: Mapping[str, str]
    connait: ConnaitCommune = field(default=lambda _code: True)

    def texte(self, code: str) -> str:
        """The cleaned text of a column; empty where the file has none."""
        name = self.noms.get(code)
        return self.cellules.texte(name).removesuffix(".0") if name else ""

    def refuser(self, code: str, phrase: str) -> NoReturn:
        """Refuse the line for this column."""
        self.cellules.refuser(self.noms.get(code, code), phrase)

    def douter(self, code: str, phrase: str) -> None:
        """Warn about this column."""
        self.cellules.douter(self.noms.get(code, code), phrase)


class LigneEcarteeError(Exception):
    """The line says nothing that the table keeps; its text is the reason."""


def lire_commune(ligne: LigneReferentiel, colonne: str, *, connue: bool = True) -> str:
    """The INSEE code; a lost first zero is put back where the COG confirms it, and told.

    ``connue`` is False where the file itself says which communes there are.
    """
    text = ligne.texte(colonne).upper()
    if not text:
        ligne.refuser(colonne, "Le code de la commune manque.")
    return _commune(ligne, colonne, text, connue=connue)


def lire_communes(ligne: LigneReferentiel, colonne: str) -> str:
    """Codes that stand in one cell (« 02571, 02691 »), sorted, separated by commas."""
    texts = _SEPARES.split(ligne.texte(colonne).upper())
    codes = {_commune(ligne, colonne, text, connue=True) for text in texts if text}
    return ",".join(sorted(codes))


def _commune(ligne: LigneReferentiel, colonne: str, texte: str, *, connue: bool) -> str:
    code = texte.zfill(_LONGUEUR) if texte.isdecimal() else texte
    lost = code != texte
    if not _COMMUNE.fullmatch(code) or len(texte) < _LONGUEUR - 1:
        ligne.refuser(colonne, "n’est pas un code de commune à cinq signes.")
    known = ligne.connait(code)
    if lost and connue and not known:
        ligne.refuser(colonne, "a perdu un zéro, et aucune commune ne porte le code complété.")
    if lost:
        ligne.douter(colonne, f"a perdu son premier zéro : lu {code}.")
    elif connue and not known:
        ligne.douter(colonne, f"comporte le code {code}, qui n’est pas une commune connue.")
    return code


def lire_siren(ligne: LigneReferentiel, colonne: str) -> str:
    """Nine figures, spaces left out; empty where the cell is."""
    text = "".join(ligne.texte(colonne).split())
    if not text:
        return ""
    if _ABIME.fullmatch(text):
        ligne.refuser(colonne, "est un SIREN abîmé par un tableur : ses chiffres sont perdus.")
    if not _SIREN.fullmatch(text):
        ligne.refuser(colonne, "n’est pas un SIREN de neuf chiffres.")
    return text


def lire_montant(ligne: LigneReferentiel, colonne: str) -> str:
    """A yearly amount in euros, two decimals at most, as « 26920 » or « 8602.5 »."""
    text = ligne.texte(colonne)
    if not text:
        ligne.refuser(colonne, "Le montant manque.")
    if _ABIME.fullmatch(text):
        ligne.refuser(colonne, "est un montant abîmé par un tableur.")
    number = decimal(text)
    if number is None or number <= 0:
        ligne.refuser(colonne, "n’est pas un montant en euros.")
    rounded = f"{number:.2f}"
    return rounded.rstrip("0").rstrip(".")


def lire_zone_abc(texte: str) -> str:
    """Abis, A, B1, B2 or C; empty for another word."""
    return _ABC.get(_serre(texte), "")


def lire_zone_123(texte: str) -> str:
    """1bis, 1, 2 or 3; empty for another word."""
    return _123.get(_serre(texte).lstrip("0"), "")


def lire_zone_plafond(texte: str) -> str:
    """Zone of a ceiling: paris, idf, autres, or one of Abis, A, B1, B2-C; empty if none."""
    words = plie(texte)
    if ("limitrophe" in words and "hors" not in words) or words == "paris":
        return "paris"
    if "ile-de-france" in words or "ile de france" in words or words == "idf":
        return "idf"
    if words.startswith(("autre", "province")):
        return "autres"
    if _serre(texte) in {"b2c", "b2etc"}:
        return "B2-C"
    return lire_zone_abc(texte)


def lire_categorie(texte: str) -> str:
    """Category of household, « 1 » to « 6 », or « + » for each further person; empty if none."""
    words = plie(texte)
    if "suppl" in words or words == SUPPLEMENT:
        return SUPPLEMENT
    found = _SIGNIFICATIFS.search(words)
    return found.group() if found and found.group() in "123456" else ""


def _serre(texte: str) -> str:
    return re.sub(r"[^a-z0-9]", "", plie(texte).removeprefix("zone"))
