"""Which rows of a sheet name its columns: those most like titles, above rows of steady kinds."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from enum import Enum
from itertools import islice
from typing import TYPE_CHECKING

from fluxdesk.domain.tableau_lu import texte_de

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from fluxdesk.domain.tableau_lu import Cellule, Feuille

PREMIERES = 31  # rows where a header may begin
HAUTEUR_MAX = 3  # rows of one header
_EXEMPLE = 20  # rows below it that are looked at
_LUES = PREMIERES + HAUTEUR_MAX + 3 * _EXEMPLE
_TITRE_LONG = 60
_SOUS_TITRES_MAX = 3
_TEMOINS_MIN = 2

_NOMBRE = re.compile(r"[+-]?\d[\d \u00a0\u202f]*(?:[.,]\d+)?(?:[eE][+-]?\d+)?\s?(?:€|%|m²|m2)?")
_DATE = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{1,2}/\d{4}|\d{4}-\d\d-\d\d.*")
_ABSENTS = frozenset({"", "-", "NA", "N/A", "#N/A", "NC", "NR", "NULL"})


class Genre(Enum):
    """What a cell looks like."""

    VIDE = 0
    TEXTE = 1
    CODE = 2  # letters and figures
    NOMBRE = 3
    DATE = 4


_DONNEES = frozenset({Genre.NOMBRE, Genre.DATE})


def normal(cellule: Cellule) -> str:
    """The text of a cell on one line."""
    return " ".join(texte_de(cellule).split())


def genre_de(texte: str) -> Genre:
    """What this text, on one line, looks like."""
    if texte.upper() in _ABSENTS:
        return Genre.VIDE
    if _DATE.fullmatch(texte):
        return Genre.DATE
    if _NOMBRE.fullmatch(texte) or texte in {"VRAI", "FAUX"}:
        return Genre.NOMBRE
    return Genre.CODE if any(map(str.isdigit, texte)) else Genre.TEXTE


def chercher_entetes(
    feuille: Feuille, connus: Callable[[str], int] | None = None
) -> tuple[tuple[int, ...], int]:
    """Indexes of the header rows, none where no row names the columns, and of the first data."""
    haut = _Haut(feuille)
    filled = [index for index, row in enumerate(haut.textes) if any(row)]
    if not filled:
        return (), 0
    blocks = [
        rows
        for first in filled
        if first < PREMIERES
        for size in range(1, HAUTEUR_MAX + 1)
        if haut.tient(rows := tuple(range(first, first + size)))
    ]
    best = max(blocks, key=lambda rows: haut.note(rows, connus), default=())
    if not best or haut.ressemble_a_des_donnees(best):
        return (), filled[0]
    return best, haut.premiere_donnee(best[-1] + 1)


def titres(feuille: Feuille, entetes: Sequence[int]) -> list[str]:
    """The title of each column, made of these rows: « Groupe – Titre »; empty where none is."""
    rows = [[normal(cell) for cell in feuille.lignes[index]] for index in entetes]
    width = max(map(len, rows), default=0)
    padded = [[*row, *[""] * (width - len(row))] for row in rows]
    for place, index in enumerate(entetes):
        _etendre(feuille, index, padded[place], padded[place + 1 :])
    return [" – ".join(dict.fromkeys(filter(None, column))) for column in zip(*padded, strict=True)]


def _etendre(feuille: Feuille, index: int, row: list[str], dessous: list[list[str]]) -> None:
    """Spread the titles of a row of groups over the columns they cover."""
    for top, first, bottom, last in feuille.fusions:
        if top <= index <= bottom:
            row[first : last + 1] = row[first : first + 1] * len(row[first : last + 1])
    if feuille.fusions or not dessous:
        return
    group = ""
    for column, title in enumerate(row):
        below = any(lower[column] for lower in dessous)
        group = (title or group) if below else ""
        row[column] = title or group


@dataclass(slots=True)
class _Colonne:
    """A column under a header: its main kind, and what it holds."""

    genre: Genre
    valeurs: frozenset[str]


class _Haut:
    """The top of a sheet, where headers are looked for."""

    def __init__(self, feuille: Feuille) -> None:
        self._feuille = feuille
        rows = [[normal(cell) for cell in row] for row in islice(feuille.lignes, _LUES)]
        width = max((place + 1 for row in rows for place, t in enumerate(row) if t), default=0)
        self.textes = [[*row, *[""] * (width - len(row))][:width] for row in rows]
        self._genres = [[genre_de(text) for text in row] for row in self.textes]
        self._largeur = width

    def tient(self, rows: tuple[int, ...]) -> bool:
        """Whether these rows may be one header."""
        if rows[-1] >= len(self.textes):
            return False
        return all(self._lie(index) for index in rows[:-1])

    def _lie(self, index: int) -> bool:
        """Whether this row, titles of groups, goes with the next one."""
        filled = [column for column, text in enumerate(self.textes[index]) if text]
        if not filled or not any(self.textes[index + 1]):
            return False
        merged = [m for m in self._feuille.fusions if m[0] <= index <= m[2]]
        if any(m[2] > index for m in merged):
            return True
        if len(filled) == 1 and filled[0] == 0:
            return False  # the title of the page
        return not self._feuille.fusions or any(m[3] > m[1] for m in merged)

    def note(self, rows: tuple[int, ...], connus: Callable[[str], int] | None) -> float:
        """How well these rows name the columns of those below them."""
        names = [*titres(self._feuille, rows), *[""] * self._largeur][: self._largeur]
        below = self._dessous(rows[-1] + 1, [self.textes[row] for row in rows])
        above = sum(self._mesures((row,)) >= _TEMOINS_MIN for row in range(rows[0]))
        score = -0.05 * rows[0] - above - self._prix(rows) - 2.5 * self._mesures(rows)
        seen = Counter(names)
        for name, column in zip(names, below, strict=True):
            score += _note_colonne(name, column)
            if not name:
                continue
            score -= 0.7 if seen[name] > 1 else 0
            score += 3 if connus is not None and connus(name) > 0 else 0
        return score

    def _prix(self, rows: tuple[int, ...]) -> float:
        """What a header of several rows costs: nothing where merged groups make it."""
        groups = [m for m in self._feuille.fusions if m[0] in rows[:-1] and m[3] > m[1]]
        return -1.0 if groups else len(rows) - 1.0

    def _dessous(self, debut: int, entete: Sequence[list[str]] = ()) -> list[_Colonne]:
        """The columns from this row on, blank rows and those that repeat the header left out."""
        filled = (i for i in range(debut, len(self.textes)) if any(self.textes[i]))
        rows = [i for i in filled if self.textes[i] not in entete][:_EXEMPLE]
        return [
            _Colonne(
                _principal([self._genres[row][column] for row in rows]),
                frozenset(self.textes[row][column] for row in rows),
            )
            for column in range(self._largeur)
        ]

    def ressemble_a_des_donnees(self, rows: tuple[int, ...]) -> bool:
        """Whether half of the titles are numbers or dates."""
        kinds = [kind for row in rows for kind in self._genres[row] if kind is not Genre.VIDE]
        return 2 * self._mesures(rows) >= max(len(kinds), 1)

    def _mesures(self, rows: tuple[int, ...]) -> int:
        """How many numbers and dates these rows hold."""
        return sum(kind in _DONNEES for row in rows for kind in self._genres[row])

    def premiere_donnee(self, debut: int) -> int:
        """The first row of data from this one: units and explanations below titles are none."""
        for row in range(debut, min(debut + _SOUS_TITRES_MAX, len(self.textes))):
            if not self._explique(row):
                return row
        return debut

    def _explique(self, row: int) -> bool:
        """Whether the row has words where all rows after it have numbers or dates."""
        kinds = self._genres[row]
        if any(kind in _DONNEES for kind in kinds):
            return False
        after = self._dessous(row + 1)
        measured = [k for k, column in zip(kinds, after, strict=True) if column.genre in _DONNEES]
        return sum(kind is not Genre.VIDE for kind in measured) >= max(
            _TEMOINS_MIN, len(measured) / 2
        )


def _principal(genres: Sequence[Genre]) -> Genre:
    counts = Counter(kind for kind in genres if kind is not Genre.VIDE)
    return counts.most_common(1)[0][0] if counts else Genre.VIDE


def _note_colonne(nom: str, colonne: _Colonne) -> float:
    if not nom:
        return 0.0 if colonne.genre is Genre.VIDE else -1.5
    score = 2.0 if colonne.genre is not Genre.VIDE else 0.3
    if len(nom) > _TITRE_LONG:
        score -= 1
    if nom in colonne.valeurs:
        return score - 1
    return score + _CONTRASTE[colonne.genre]


_CONTRASTE = {
    Genre.VIDE: 0.0,
    Genre.TEXTE: 0.2,
    Genre.CODE: 0.7,
    Genre.NOMBRE: 1.5,
    Genre.DATE: 1.5,
}
