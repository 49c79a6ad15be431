"""Writes the report of an import as a workbook (ports.RedacteurRapport)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from fluxdesk.adapters.disk.sortie import poser
from fluxdesk.adapters.sheets.cellules import ecrire_texte
from fluxdesk.adapters.sheets.empaquetage import octets
from fluxdesk.domain.rapport import sans_lieu, sorte
from fluxdesk.domain.typographie import typographier

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet

    from fluxdesk.domain.rapport import RapportImport, RefusLigne

_GRAS = Font(bold=True)
_HAUT = Alignment(vertical="top", wrap_text=True)
_NU = Alignment(vertical="top")
_JOUR = "1980-01-01T00:00:00Z"  # the report is dated by its lot, the file by its name
_REMARQUES = ("Ligne", "Gravité", "Colonne", "Valeur", "À faire")
_LARGEURS_REMARQUES = (9, 14, 24, 28, 90)


def ecrire_rapport_xlsx(rapport: RapportImport, cible: Path) -> None:
    """Write the report: counts, remarks, rows set aside, corrections; nothing in it is run.

    Raises:
        EcritureError: the file cannot be written there.
    """
    book = Workbook()
    book.remove(book.active)
    _synthese(book.create_sheet("Synthèse"), rapport)
    _tableau(
        book.create_sheet("Refus et avertissements"),
        _REMARQUES,
        _LARGEURS_REMARQUES,
        _remarques(rapport),
    )
    _tableau(
        book.create_sheet("Lignes mises à part"),
        ("Ligne", "Raison"),
        (9, 60),
        [(row.ligne, row.raison) for row in rapport.ecartees],
    )
    _tableau(
        book.create_sheet("Corrections"),
        ("Ligne", "Colonne", "Valeur du fichier", "Valeur corrigée"),
        (9, 24, 40, 40),
        [(one.ligne, one.colonne, one.lue, one.corrigee) for one in rapport.corrections],
    )
    poser(cible, octets(book, {}, _JOUR))


def _synthese(page: Worksheet, rapport: RapportImport) -> None:
    done = f"Import n°\u00a0{rapport.lot}" if rapport.lot else "Essai, rien n’a été enregistré"
    told: list[tuple[str, str | int]] = [
        ("Fichier", rapport.fichier),
        ("Format", rapport.format),
        ("Encodage", rapport.encodage),
        ("État", typographier(done if rapport.lot or rapport.essai else "Rien à importer")),
        ("Lignes lues", rapport.lues),
        ("Créées", rapport.creees),
        ("Modifiées", rapport.modifiees),
        ("Inchangées", rapport.inchangees),
        ("Refusées", rapport.refusees),
        ("Mises à part", len(rapport.ecartees)),
        ("Avertissements", len(rapport.avertissements)),
        ("Logements absents du fichier", rapport.absents),
        ("Lieux que le fichier couvre", rapport.perimetre or "toute la base"),
    ]
    page.column_dimensions["A"].width = 30
    page.column_dimensions["B"].width = 70
    for row, (name, value) in enumerate(told, start=1):
        ecrire_texte(page.cell(row, 1), name)
        page.cell(row, 1).font = _GRAS
        _poser_valeur(page, row, 2, value)


def _remarques(rapport: RapportImport) -> Iterable[tuple[str | int, ...]]:
    for row in rapport.refus:
        yield _remarque(row, "refusée")
    for row in rapport.avertissements:
        yield _remarque(row, "ignoré" if sorte(row) in rapport.ignores else "avertissement")


def _remarque(row: RefusLigne, gravite: str) -> tuple[str | int, ...]:
    return row.ligne, gravite, row.colonne, row.valeur, sans_lieu(row)


def _tableau(
    page: Worksheet,
    titres: Sequence[str],
    largeurs: Sequence[int],
    lignes: Iterable[Sequence[str | int]],
) -> None:
    for column, (title, width) in enumerate(zip(titres, largeurs, strict=True), start=1):
        ecrire_texte(page.cell(1, column), title)
        page.cell(1, column).font = _GRAS
        page.column_dimensions[get_column_letter(column)].width = width
    last = 1
    for last, cells in enumerate(lignes, start=2):
        for column, value in enumerate(cells, start=1):
            _poser_valeur(page, last, column, value)
    page.freeze_panes = "A2"
    page.auto_filter.ref = f"A1:{get_column_letter(len(titres))}{last}"
    page.print_title_rows = "1:1"
    page.page_setup.orientation = "landscape"
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr.fitToPage = True


def _poser_valeur(page: Worksheet, ligne: int, colonne: int, valeur: str | int) -> None:
    cell = page.cell(ligne, colonne)
    if isinstance(valeur, int):
        cell.value = valeur
        cell.alignment = _NU
    else:
        ecrire_texte(cell, valeur)
        cell.alignment = _HAUT
