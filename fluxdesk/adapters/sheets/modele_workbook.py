"""Writes the empty table an officer fills and imports (ports.RedacteurModele)."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from fluxdesk.adapters.sheets.cellules import ecrire_texte
from fluxdesk.adapters.sheets.modele_aide import aide
from fluxdesk.domain.erreurs import FluxDeskError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet

_LIGNES_EN_TEXTE = 500
_LARGEUR, _LARGEUR_EXPLICATION, _LARGEUR_EXEMPLE = 20, 90, 40
_GRAS = Font(bold=True)
_HAUT = Alignment(vertical="top", wrap_text=True)


class ModeleNonEcritError(FluxDeskError):
    """The model could not be written there."""

    def __init__(self, nom: str) -> None:
        super().__init__(
            f"Le fichier « {nom} » ne peut pas être écrit. Fermez-le s’il est ouvert dans un "
            "tableur, ou choisissez un autre dossier."
        )


def ecrire_modele(colonnes: Sequence[str], cible: Path) -> None:
    """Write the header row, and in a workbook a sheet that explains each column.

    A name in ``.csv`` makes a csv for Excel (UTF-8 with BOM, semicolons), any other a workbook.

    Raises:
        ModeleNonEcritError: the folder or the file refuses it.
    """
    try:
        if cible.suffix.lower() == ".csv":
            _ecrire_csv(colonnes, cible)
        else:
            _classeur(colonnes).save(cible)
    except OSError as error:
        raise ModeleNonEcritError(cible.name) from error


def _ecrire_csv(colonnes: Sequence[str], cible: Path) -> None:
    with cible.open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream, delimiter=";", lineterminator="\r\n").writerow(colonnes)


def _classeur(colonnes: Sequence[str]) -> Workbook:
    book = Workbook()
    sheet = book.active
    sheet.title = "À remplir"
    sheet.freeze_panes = "A2"
    for place, name in enumerate(colonnes, start=1):
        _entete(sheet, place, name)
        # As text, so that no spreadsheet takes 25 % for 0.25 nor eats the zero of a code.
        for row in range(2, _LIGNES_EN_TEXTE + 2):
            sheet.cell(row, place).number_format = "@"
        sheet.column_dimensions[get_column_letter(place)].width = _LARGEUR
    _mode_d_emploi(book.create_sheet("Mode d’emploi"), colonnes)
    return book


def _mode_d_emploi(sheet: Worksheet, colonnes: Sequence[str]) -> None:
    for place, name in enumerate(("Colonne", "Ce qu’elle contient", "Exemple"), start=1):
        _entete(sheet, place, name)
    sheet.freeze_panes = "A2"
    for row, name in enumerate(colonnes, start=2):
        told = aide(name, colonnes)
        for place, text in enumerate((name, told.explication, told.exemple), start=1):
            cell = sheet.cell(row, place)
            ecrire_texte(cell, text)
            cell.alignment = _HAUT
    for letter, width in (("A", _LARGEUR), ("B", _LARGEUR_EXPLICATION), ("C", _LARGEUR_EXEMPLE)):
        sheet.column_dimensions[letter].width = width


def _entete(sheet: Worksheet, place: int, nom: str) -> None:
    cell = sheet.cell(1, place)
    ecrire_texte(cell, nom)
    cell.font = _GRAS
