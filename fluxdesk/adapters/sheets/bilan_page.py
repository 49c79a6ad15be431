"""One look for every sheet of the bilan: title, recipient, period, columns, print set-up."""

from __future__ import annotations

import math
from copy import copy
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter, quote_sheetname

from fluxdesk.adapters.sheets.cellules import ecrire_texte
from fluxdesk.adapters.sheets.vrac import Vrac

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date
    from fractions import Fraction

    from openpyxl import Workbook
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

    from fluxdesk.adapters.sheets.vrac import Case, Forme
    from fluxdesk.domain.bilan import Bilan

Valeur = int | float | str

ENTIER, DECIMAL, TAUX, JOUR = "#,##0", "#,##0.00", "0.00%", "dd/mm/yyyy"
ENTETE = 6  # row of the column heads; those above say what the sheet is
PREMIERE = ENTETE + 1
BASE_DES_DATES = (
    "Proposés : offres faites dans la période. Attribués : décisions de CAL de la période."
    " Baux : baux signés dans la période. Sans suite : offres de la période qui ont échoué."
).replace(" :", "\u00a0:")

_ACCENT, _TEXTE, _DOUX, _FILET, _FOND = "1D4F91", "1C2430", "5D6878", "DFE3E8", "F4F6F9"
_TRAIT = Side(style="thin", color=_FILET)
_BORDURE = Border(bottom=_TRAIT)
_HAUT = Alignment(vertical="top", wrap_text=True)
_CHIFFRES = Alignment(vertical="top", horizontal="right")
_DROIT = Alignment(
    vertical="top"
)  # in bulk no row is heightened: a text that wrapped would overlap
_CENTRE = Alignment(vertical="center", wrap_text=True)
_CENTRE_DROITE = Alignment(vertical="center", horizontal="right", wrap_text=True)
_LIGNE = 15.5  # height of a line of text, in points
# Looks already made, by workbook: openpyxl takes ten times as long to make one as to copy it.
_STYLES: WeakKeyDictionary[Workbook, dict[tuple[object, ...], object]] = WeakKeyDictionary()
_LARGEUR_MIN, _LARGEUR_MAX = 11, 64


@dataclass(slots=True)
class Feuille:
    """A sheet being written; ``valeurs`` are the results of its formulas, by cell.

    A program that does not compute (a preview, a phone) shows the results that the file holds.
    """

    page: Worksheet
    valeurs: dict[str, Valeur] = field(default_factory=dict)
    vrac: Vrac | None = None

    def texte(self, ligne: int, colonne: int, texte: str, *, gras: bool = False) -> None:
        """A text that stays text."""
        cell = self.page.cell(ligne, colonne)
        ecrire_texte(cell, texte)
        self._habiller(cell, _HAUT, ("texte", cell.number_format, gras), gras=gras)

    def nombre(self, ligne: int, colonne: int, valeur: float, forme: str = ENTIER) -> None:
        """A number that was counted."""
        cell = self.page.cell(ligne, colonne, valeur)
        cell.number_format = forme
        self._habiller(cell, _CHIFFRES, ("nombre", forme))

    def date(self, ligne: int, colonne: int, jour: date) -> None:
        """A day."""
        cell = self.page.cell(ligne, colonne, jour)
        cell.number_format = JOUR
        self._habiller(cell, _CHIFFRES, ("nombre", JOUR))

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
        self.vrac = Vrac(premiere + 1, self._numero_de)
        for row in rangees[1:]:
            self.vrac.ajouter(row)

    def _numero_de(self, forme: Forme) -> int:
        """The number of a look, made on a cell apart that is taken away at once."""
        kind, form = forme
        cell = self.page.cell(1, 16_384)
        if kind == "texte":
            cell.number_format = form
            self._habiller(cell, _DROIT, ("vrac", form))
        else:
            look = JOUR if kind == "jour" else form
            cell.number_format = look
            self._habiller(cell, _CHIFFRES, ("nombre", look))
        number = int(cell.style_id)
        del self.page._cells[1, 16_384]  # noqa: SLF001 - nothing else removes a cell
        return number

    def formule(
        self, ligne: int, colonne: int, formule: str, valeur: Valeur, forme: str = ENTIER
    ) -> None:
        """A number that the sheet computes, with its result of today."""
        cell = self.page.cell(ligne, colonne, f"={formule}")
        cell.number_format = forme
        self._habiller(cell, _CHIFFRES, ("nombre", forme))
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

    def titre(self, ligne: int, texte: str) -> None:
        """A heading inside the sheet."""
        cell = self.page.cell(ligne, 1)
        ecrire_texte(cell, texte)
        cell.font = _police(bold=True, size=12, color=_ACCENT)

    def entetes(self, ligne: int, titres: Sequence[str], *, textes: int = 1) -> None:
        """Column heads; after the first ``textes`` columns, they stand over figures."""
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
        """Widen the columns to their longest content within reason, then heighten the rows."""
        # What ``iter_cols`` looks at it makes: thousands of empty cells, and rows written twice.
        columns: dict[int, list[Cell]] = {}
        rows: dict[int, list[Cell]] = {}
        for (row, column), cell in self.page._cells.items():  # noqa: SLF001 - nothing else tells
            if row >= ENTETE:
                columns.setdefault(column, []).append(cell)
                rows.setdefault(row, []).append(cell)
        for column, cells in columns.items():
            longest = max((self._longueur(c) for c in cells if not c.font.italic), default=0)
            if self.vrac is not None:
                longest = max(longest, self.vrac.largeurs.get(column, 0))
            width = min(max(longest + 4, _LARGEUR_MIN), _LARGEUR_MAX)
            letter = get_column_letter(column)
            self.page.column_dimensions[letter].width = (largeurs or {}).get(letter, width)
        for row, cells in rows.items():
            lines = max(self._lignes(cell) for cell in cells)
            self.page.row_dimensions[row].height = lines * _LIGNE

    def _lignes(self, cell: Cell) -> int:
        if not cell.alignment.wrap_text:
            return 1
        room = float(self.page.column_dimensions[cell.column_letter].width)
        return max(1, math.ceil(self._longueur(cell) / room))

    def _longueur(self, cell: Cell) -> int:
        return len(str(self.valeurs.get(cell.coordinate, cell.value or "")))


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


def ouvrir(classeur: Workbook, nom: str, bilan: Bilan, titre: str) -> Feuille:
    """A new sheet with its heading and its print set-up."""
    page = classeur.create_sheet(nom)
    sheet = Feuille(page)
    siret = f" – SIRET {bilan.siret}" if bilan.siret else ""
    for row, text in enumerate(
        (
            f"{titre} – {bilan.periode.nom}",
            f"Bailleur\u00a0: {bilan.bailleur}{siret}",
            f"Destinataire\u00a0: {bilan.destinataire}",
            f"Période\u00a0: {bilan.periode.bornes}. {BASE_DES_DATES}",
        ),
        start=1,
    ):
        cell = page.cell(row, 1)
        ecrire_texte(cell, text)
        cell.font = _police(color=_DOUX, size=10)
    page.cell(1, 1).font = _police(bold=True, size=16, color=_ACCENT)
    _imprimer(page, bilan)
    return sheet


def _police(*, bold: bool = False, italic: bool = False, size: int = 11, color: str) -> Font:
    """The font every spreadsheet has or replaces by one as wide."""
    return Font(name="Calibri", bold=bold, italic=italic, size=size, color=color)


def _imprimer(page: Worksheet, bilan: Bilan) -> None:
    page.sheet_view.showGridLines = False
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = page.PAPERSIZE_A4
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.print_title_rows = f"1:{ENTETE}"
    page.oddFooter.left.text = f"Bilan {bilan.periode.nom}"
    page.oddFooter.center.text = "&A"
    page.oddFooter.right.text = "page &P/&N"


def arrondi(valeur: Fraction) -> float:
    """Two decimals, halves to the even neighbour: what « #,##0.00 » shows of an exact due."""
    return float(round(valeur, 2))
