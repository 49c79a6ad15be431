"""How a sheet is printed: landscape, as wide as its paper, its heads repeated, numbered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.worksheet.page import PageMargins

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_MARGES = PageMargins(left=0.4, right=0.4, top=0.5, bottom=0.6, header=0.25, footer=0.3)  # inches


def imprimer(page: Worksheet, pied: str, rangees: str) -> None:
    """Set the page up; ``pied`` stands at the left of its foot, ``rangees`` on each page."""
    page.sheet_view.showGridLines = False
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = page.PAPERSIZE_A4
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.page_margins = _MARGES
    page.print_title_rows = rangees
    page.oddFooter.left.text = en_tete(pied)
    page.oddFooter.center.text = "&A"
    page.oddFooter.right.text = "page &P/&N"


def en_tete(texte: str) -> str:
    """A text of the head or the foot, where « & » would begin a code."""
    return texte.replace("&", "&&")
