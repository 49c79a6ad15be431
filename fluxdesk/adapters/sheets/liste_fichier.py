"""A list of texts and counts as a workbook or a csv (ports.RedacteurListe)."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from fluxdesk.adapters.disk.sortie import poser
from fluxdesk.adapters.sheets.cellules import ecrire_texte
from fluxdesk.adapters.sheets.empaquetage import octets
from fluxdesk.adapters.sheets.rejeu_csv import texte_inerte

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

_GRAS = Font(bold=True)
_JOUR = "1980-01-01T00:00:00Z"  # the list is dated by its name
_LARGEUR_MIN, _LARGEUR_MAX = 10, 60  # signs


def ecrire_liste(titres: Sequence[str], lignes: Iterable[Sequence[str | int]], cible: Path) -> None:
    """Write the list; what a spreadsheet would take for a formula is text.

    A csv is in UTF-8 with its mark, ``;`` and CRLF: what Word and Excel read in France.

    Raises:
        EcritureError: the file cannot be written there.
    """
    rows = [tuple(line) for line in lignes]
    poser(cible, _csv(titres, rows) if cible.suffix == ".csv" else _classeur(titres, rows))


def _csv(titres: Sequence[str], lignes: Sequence[Sequence[str | int]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    for line in (titres, *lignes):
        writer.writerow([texte_inerte(str(cell)) for cell in line])
    return text.getvalue().encode("utf-8-sig")


def _classeur(titres: Sequence[str], lignes: Sequence[Sequence[str | int]]) -> bytes:
    book = Workbook()
    page = book.active
    page.title = "Liste"
    for column, title in enumerate(titres, start=1):
        ecrire_texte(page.cell(1, column), title)
        page.cell(1, column).font = _GRAS
        cells = [title, *(line[column - 1] for line in lignes)]
        wide = min(_LARGEUR_MAX, max(_LARGEUR_MIN, *(len(str(cell)) + 2 for cell in cells)))
        page.column_dimensions[get_column_letter(column)].width = wide
    for row, line in enumerate(lignes, start=2):
        for column, cell in enumerate(line, start=1):
            if isinstance(cell, int):
                page.cell(row, column, cell)
            else:
                ecrire_texte(page.cell(row, column), cell)
    page.freeze_panes = "A2"
    page.auto_filter.ref = f"A1:{get_column_letter(len(titres))}{len(lignes) + 1}"
    page.print_title_rows = "1:1"
    page.page_setup.orientation = "landscape"
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    return octets(book, {}, _JOUR)
