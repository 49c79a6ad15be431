"""One look for every sheet of the bilan: title, recipient, period, columns, print set-up."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter, quote_sheetname

from fluxdesk.adapters.sheets.cellules import ecrire_texte
from fluxdesk.adapters.sheets.vrac import LARGEUR_MAX, Vrac, lignes

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date
    from fractions import Fraction

    from openpyxl import Workbook
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

    from fluxdesk.adapters.sheets.vrac import Case, Forme

Valeur = int | float | str

ENTIER, DECIMAL, JOUR = "#,##0", "#,##0.00", "dd/mm/yyyy"
TAUX = '0.00"\u00a0"%'  # the sign of percent stands apart in French
ENTETE = 6  # row of the column heads; those above say what the sheet is
PREMIERE = ENTETE + 1

_ACCENT, _TEXTE, _DOUX, _FILET, _FOND = "1D4F91", "1C2430", "5D6878", "DFE3E8", "F4F6F9"
_TRAIT = Side(style="thin", color=_FILET)
_BORDURE = Border(bottom=_TRAIT)
_HAUT = Alignment(vertical="top", wrap_text=True)
CHIFFRES = Alignment(vertical="top", horizontal="right", indent=1)
_JOURS = Alignment(vertical="top", horizontal="center")
_CENTRE = Alignment(vertical="center", wrap_text=True)
_CENTRE_DROITE = Alignment(vertical="center", horizontal="right", indent=1, wrap_text=True)
_LIGNE = 15.5  # height of a line of text, in points
_TITRE = 12  # size of a heading inside a sheet
# Looks already made, by workbook: openpyxl takes ten times as long to make one as to copy it.
_STYLES: WeakKeyDictionary[Workbook, dict[tuple[object, ...], object]] = WeakKeyDictionary()
_LARGEUR_MIN = 9
_FLECHE = 3  # characters that the arrow of a filter covers


@dataclass(slots=True)
class Feuille:
    """A sheet being written; ``valeurs`` are the results of its formulas, by cell.

    A program that does not compute (a preview, a phone) shows the results that the file holds.
    """

    page: Worksheet
    valeurs: dict[str, Valeur] = field(default_factory=dict)
    vrac: Vrac | None = None
    tetes: set[int] = field(default_factory=set)

    def texte(self, ligne: int, colonne: int, texte: str, *, gras: bool = False) -> None:
        """A text that stays text."""
        cell = self.page.cell(ligne, colonne)
        ecrire_texte(cell, texte)
        self._habiller(cell, _HAUT, ("texte", cell.number_format, gras), gras=gras)

    def nombre(self, ligne: int, colonne: int, valeur: float, forme: str = ENTIER) -> None:
        """A number that was counted."""
        cell = self.page.cell(ligne, colonne, valeur)
        cell.number_format = forme
        self._habiller(cell, CHIFFRES, ("nombre", forme))

    def date(self, ligne: int, colonne: int, jour: date) -> None:
        """A day."""
        cell = self.page.cell(ligne, colonne, jour)
        cell.number_format = JOUR
        self._habiller(cell, _JOURS, ("jour", JOUR))

    def cases(self, ligne: int, cases: Sequence[Case]) -> None:
        """One row of texts, numbers and days."""
        for column, case in enumerate(cases, start=1):
            match case:
                case None | "" | (None, _):
                    continue
                case str():
                    self.texte(ligne, column, case)
                case (number, form):
                    self.nombre(ligne, column, number, form)
                case _:
                    self.date(ligne, column, case)

    def rangees(self, premiere: int, rangees: Sequence[Sequence[Case]]) -> None:
        """Rows one under the other, however many; those after the first are written in bulk."""
        if rangees:
            self.cases(premiere, rangees[0])
        self.vrac = Vrac(premiere + 1, self._numero_de, hauteur=_LIGNE)
        for row in rangees[1:]:
            self.vrac.ajouter(row)

    def _numero_de(self, forme: Forme) -> int:
        """The number of a look, made on a cell apart that is taken away at once."""
        kind, form = forme
        cell = self.page.cell(1, 16_384)
        if kind == "texte":
            cell.number_format = form
            self._habiller(cell, _HAUT, ("vrac", form))
        elif kind == "jour":
            cell.number_format = JOUR
            self._habiller(cell, _JOURS, ("jour", JOUR))
        else:
            cell.number_format = form
            self._habiller(cell, CHIFFRES, ("nombre", form))
        number = int(cell.style_id)
        del self.page._cells[1, 16_384]  # noqa: SLF001 - nothing else removes a cell
        return number

    def formule(
        self, ligne: int, colonne: int, formule: str, valeur: Valeur, forme: str = ENTIER
    ) -> None:
        """A number that the sheet computes, with its result of today."""
        cell = self.page.cell(ligne, colonne, f"={formule}")
        cell.number_format = forme
        self._habiller(cell, CHIFFRES, ("nombre", forme))
        self.valeurs[cell.coordinate] = valeur

    def _habiller(
        self, cell: Cell, alignement: Alignment, cle: tuple[object, ...], *, gras: bool = False
    ) -> None:
        def look() -> None:
            cell.font = _police(bold=gras, color=_TEXTE)
            cell.alignment = alignement
            cell.border = _BORDURE

        self._vetir(cell, cle, look)

    def _vetir(self, cell: Cell, cle: tuple[object, ...], habit: Callable[[], None]) -> None:
        """Dress a cell; a look is made once a workbook, then copied: thousands share it."""
        styles = _STYLES.setdefault(self.page.parent, {})
        ready = styles.get(cle)
        if ready is None:
            habit()
            styles[cle] = cell._style  # noqa: SLF001
        else:
            cell._style = copy(ready)  # noqa: SLF001 - the only way that is not slow

    def annoncer(self, titre: str, suite: Sequence[str]) -> None:
        """The title of the sheet, then what it is about, above its heads."""
        for row, text in enumerate((titre, *suite), start=1):
            cell = self.page.cell(row, 1)
            ecrire_texte(cell, text)
            cell.font = _police(color=_DOUX, size=10)
        self.page.cell(1, 1).font = _police(bold=True, size=16, color=_ACCENT)
        self.page.row_dimensions[len(suite) + 1].height = 1.5 * _LIGNE
        self.page.cell(len(suite) + 1, 1).alignment = Alignment(vertical="top")

    def titre(self, ligne: int, texte: str) -> None:
        """A heading inside the sheet."""
        cell = self.page.cell(ligne, 1)
        ecrire_texte(cell, texte)
        cell.font = _police(bold=True, size=_TITRE, color=_ACCENT)

    def entetes(self, ligne: int, titres: Sequence[str], *, textes: int = 1) -> None:
        """Column heads; after the first ``textes`` columns, they stand over figures."""
        self.tetes.add(ligne)
        for colonne, titre in enumerate(titres, start=1):
            cell = self.page.cell(ligne, colonne)
            ecrire_texte(cell, titre)
            place = _CENTRE if colonne <= textes else _CENTRE_DROITE
            key = ("entete", cell.number_format, colonne <= textes)
            self._vetir(cell, key, partial(_coiffer, cell, place))

    def souligner(self, ligne: int, colonnes: int) -> None:
        """Show that this row is a total."""
        for colonne in range(1, colonnes + 1):
            cell = self.page.cell(ligne, colonne)
            key = ("total", cell.number_format, cell.alignment.horizontal)
            self._vetir(cell, key, partial(_souligner, cell))

    def filtrer(self, derniere: int, colonnes: int) -> None:
        """Freeze the heads and filter the rows down to that one; the total stays outside."""
        self.page.freeze_panes = self.page.cell(PREMIERE, 2)
        self.page.auto_filter.ref = f"A{ENTETE}:{get_column_letter(colonnes)}{derniere}"

    def note(self, ligne: int, texte: str) -> None:
        """A remark that runs over the empty cells at its right."""
        cell = self.page.cell(ligne, 1)
        ecrire_texte(cell, texte)
        cell.font = _police(color=_DOUX, italic=True)

    def ajuster(self, largeurs: Mapping[str, int] | None = None) -> None:
        """Widen the columns to their longest content within reason, then heighten the rows.

        A head is as wide as its longest word and wraps; so does a text longer than the reason.
        """
        # What ``iter_cols`` looks at it makes: thousands of empty cells, and rows written twice.
        columns: dict[int, list[Cell]] = {}
        rows: dict[int, list[Cell]] = {}
        for (row, column), cell in self.page._cells.items():  # noqa: SLF001 - nothing else tells
            if row >= ENTETE:
                columns.setdefault(column, []).append(cell)
                rows.setdefault(row, []).append(cell)
        for column, cells in columns.items():
            longest = max((self._place(c) for c in cells if not self._deborde(c)), default=0)
            if self.vrac is not None:
                longest = max(longest, self.vrac.largeurs.get(column, 0) + 2)
            width = min(max(longest, _LARGEUR_MIN), LARGEUR_MAX)
            letter = get_column_letter(column)
            self.page.column_dimensions[letter].width = (largeurs or {}).get(letter, width)
        for row, cells in rows.items():
            lines = max(self._lignes(cell) for cell in cells)
            self.page.row_dimensions[row].height = lines * _LIGNE

    def _deborde(self, cell: Cell) -> bool:
        """A remark or a heading runs over the empty cells at its right."""
        return bool(cell.font.italic) or cell.font.sz == _TITRE

    def _place(self, cell: Cell) -> int:
        """The characters that a column must hold for this cell."""
        text = self._contenu(cell)
        if cell.row in self.tetes:
            return max(map(len, text.split()), default=0) + _FLECHE
        return len(text) + 2

    def _lignes(self, cell: Cell) -> int:
        if not cell.alignment.wrap_text:
            return 1
        # A bold letter is wider, and the arrow of a filter takes its place.
        lost = _FLECHE - 1 if cell.row in self.tetes else 0
        room = self.page.column_dimensions[cell.column_letter].width - lost
        return lignes(self._contenu(cell), max(room, 1))

    def _contenu(self, cell: Cell) -> str:
        return str(self.valeurs.get(cell.coordinate, cell.value or ""))


@dataclass(frozen=True, slots=True)
class Table:
    """Where a table stands on its sheet: first and last data row; the total is right below.

    ``sommes`` are the sums of its columns of figures, as the sheet finds them.
    """

    feuille: str
    premiere: int
    derniere: int
    sommes: tuple[int, ...] = ()

    @property
    def total(self) -> int:
        """Row of the total."""
        return self.derniere + 1

    def plage(self, colonne: str) -> str:
        """``'BILAN CROISÉ'!$H$7:$H$20``."""
        name = quote_sheetname(self.feuille)
        return f"{name}!${colonne}${self.premiere}:${colonne}${self.derniere}"

    def cellule_total(self, colonne: str) -> str:
        """``'BILAN CROISÉ'!$H$21``."""
        return f"{quote_sheetname(self.feuille)}!${colonne}${self.total}"


def _coiffer(cell: Cell, alignement: Alignment) -> None:
    cell.font = _police(bold=True, color="FFFFFF")
    cell.fill = PatternFill("solid", fgColor=_ACCENT)
    cell.alignment = alignement


def _souligner(cell: Cell) -> None:
    cell.font = _police(bold=True, color=_TEXTE)
    cell.fill = PatternFill("solid", fgColor=_FOND)
    cell.border = Border(top=Side(style="medium", color=_ACCENT))


def _police(*, bold: bool = False, italic: bool = False, size: int = 11, color: str) -> Font:
    """The font every spreadsheet has or replaces by one as wide."""
    return Font(name="Calibri", bold=bold, italic=italic, size=size, color=color)


def arrondi(valeur: Fraction) -> float:
    """Two decimals, halves to the even neighbour: what « #,##0.00 » shows of an exact due."""
    return float(round(valeur, 2))
