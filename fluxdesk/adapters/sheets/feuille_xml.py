"""What calamine does not tell of an xlsx sheet: hidden rows and columns, how far its cells reach.

Read from its XML by pieces. No XML parser: tags are found by their bytes, so that no entity,
nesting or size can do harm.
"""

from __future__ import annotations

import html
import posixpath
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import zipfile

CELLULES_MAX = 5_000_000
_LIGNES_DEBUT, _PAS = 100, 20  # the box of rows grows by a twentieth at a time
RESTE_MAX = 4096  # longer than any tag of a cell, a row or a column
_COLONNES_FEUILLE = 16_384

_DIMENSION = re.compile(rb'<(?:\w+:)?dimension\s[^>]*?ref="[^"]*?([A-Z]{1,3})([0-9]{1,7})"')
_BALISE = re.compile(rb"<(?:\w+:)?(row|col)\s([^>]*)>")
_ATTRIBUT = re.compile(rb'\b(r|min|max|hidden)="([^"]*)"')
_FEUILLE = re.compile(r"<(?:\w+:)?sheet\s([^>]*)>")
_LIEN = re.compile(r"<(?:\w+:)?Relationship\s([^>]*)>")
_ATTRIBUT_TEXTE = re.compile(r'([\w:]+)="([^"]*)"')


class ExamenFeuille:
    """Reads the XML of one sheet piece by piece; indexes of rows and columns count from 0."""

    def __init__(self) -> None:
        self.lignes_masquees: set[int] = set()
        self.colonnes_masquees: set[int] = set()
        self._reste = b""
        self._colonnes, self._lignes, self._borne = 1, 1, _LIGNES_DEBUT
        self._dehors = self._motif()

    @property
    def demesuree(self) -> bool:
        """Whether its cells, or what it says of them, need more room than any table."""
        return self._colonnes * self._lignes > CELLULES_MAX

    def lire(self, piece: bytes) -> None:
        """Take the next piece."""
        piece = self._reste + piece
        cut = piece.rfind(b"<")
        cut = cut if cut >= 0 and len(piece) - cut <= RESTE_MAX else len(piece)
        self._reste = piece[cut:]
        self._prendre(piece[:cut])

    def finir(self) -> None:
        """Take what was kept for the next piece."""
        piece, self._reste = self._reste, b""
        self._prendre(piece)

    def _prendre(self, piece: bytes) -> None:
        if b"='" in piece:  # no spreadsheet writes its attributes so
            piece = piece.replace(b"'", b'"')
        for found in _DIMENSION.finditer(piece) if b"dimension" in piece else ():
            self._etendre(found)
        self._mesurer(piece)
        if b"hidden=" in piece:
            self._masques(piece)

    def _mesurer(self, piece: bytes) -> None:
        """Extend the box by the cells that lie outside of it: none, in most pieces."""
        place = 0
        while found := self._dehors.search(piece, place):
            self._etendre(found)
            place = found.end()

    def _etendre(self, found: re.Match[bytes]) -> None:
        column, row = colonne(found[1]), int(found[2])
        if column <= self._colonnes and row <= self._borne:
            return  # a number written with zeros before it
        self._colonnes = max(self._colonnes, column)
        self._lignes = max(self._lignes, row)
        self._borne = max(self._borne, row + row // _PAS)
        self._dehors = self._motif()

    def _motif(self) -> re.Pattern[bytes]:
        """What finds a cell outside the box, without looking at those within."""
        right, below = _apres_lettres(self._colonnes), _apres_chiffres(self._borne)
        outside = f"(?:{right})[0-9]|[A-Z]{{1,3}}(?:{below})"
        return re.compile(f' r="(?={outside})([A-Z]{{1,3}})([0-9]{{1,9}})"'.encode())

    def _masques(self, piece: bytes) -> None:
        for found in _BALISE.finditer(piece):
            said = dict(_ATTRIBUT.findall(found[2]))
            if said.get(b"hidden") not in {b"1", b"true"}:
                continue
            if found[1] == b"row":
                self.lignes_masquees.update(_entiers(said, b"r", b"r"))
            else:
                self.colonnes_masquees.update(_entiers(said, b"min", b"max"))


def colonne(lettres: bytes) -> int:
    """The number of a column, from 1: ``AA`` is 27."""
    number = 0
    for letter in lettres:
        number = number * 26 + letter - ord("A") + 1
    return number


def lettres_de(numero: int) -> str:
    """The letters of a column, from 1: 27 is ``AA``."""
    letters = ""
    while numero:
        numero, rest = divmod(numero - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def chemins_feuilles(archive: zipfile.ZipFile) -> dict[str, str]:
    """The member that holds each sheet, by its name; empty where the workbook does not say."""
    try:
        book = archive.read("xl/workbook.xml").decode("utf-8", "replace")
        links = archive.read("xl/_rels/workbook.xml.rels").decode("utf-8", "replace")
    except KeyError:
        return {}
    targets = {
        said.get("Id", ""): posixpath.normpath(posixpath.join("/xl", said.get("Target", "")))[1:]
        for said in (_attributs(found[1]) for found in _LIEN.finditer(links))
    }
    sheets = [_attributs(found[1]) for found in _FEUILLE.finditer(book)]
    return {said.get("name", ""): targets.get(said.get("r:id", ""), "") for said in sheets}


def _attributs(balise: str) -> dict[str, str]:
    return {name: html.unescape(value) for name, value in _ATTRIBUT_TEXTE.findall(balise)}


def _entiers(said: dict[bytes, bytes], debut: bytes, fin: bytes) -> range:
    """Indexes from one attribute to the other; none where they are no numbers."""
    first, last = said.get(debut, b""), said.get(fin, b"")
    if not (first.isdigit() and last.isdigit()):
        return range(0)
    begin = int(first[:9]) - 1
    return range(begin, min(int(last[:9]), begin + _COLONNES_FEUILLE))


def _apres_lettres(numero: int) -> str:
    """A pattern of the letters of every column after this one."""
    letters = lettres_de(numero)
    longer = [f"[A-Z]{{{size}}}" for size in range(len(letters) + 1, 4)]
    same = [
        f"{letters[:i]}[{chr(ord(letter) + 1)}-Z]{'[A-Z]' * (len(letters) - i - 1)}"
        for i, letter in enumerate(letters)
        if letter != "Z"
    ]
    return "|".join([*longer, *same]) or "(?!)"


def _apres_chiffres(nombre: int) -> str:
    """A pattern of every number after this one, its closing quote with it."""
    figures = str(nombre)
    same = [
        f'{figures[:i]}[{int(figure) + 1}-9]{"[0-9]" * (len(figures) - i - 1)}"'
        for i, figure in enumerate(figures)
        if figure != "9"
    ]
    return "|".join([f"[0-9]{{{len(figures) + 1}}}", *same])
