"""A list handed to a spreadsheet: every cell stays the text it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from fluxdesk.adapters.disk.sortie import EcritureError
from fluxdesk.adapters.sheets.liste_fichier import ecrire_liste

if TYPE_CHECKING:
    from pathlib import Path

TITRES = ("Nom", "Adresse")
LIGNES = [("=1+1", "@x"), ("+33 6", "12 rue Haute"), ("-2", "Œuvres")]


def test_a_csv_opens_in_a_french_spreadsheet_and_runs_nothing(tmp_path: Path) -> None:
    ecrire_liste(TITRES, LIGNES, tmp_path / "l.csv")
    octets = (tmp_path / "l.csv").read_bytes()
    assert octets.startswith(b"\xef\xbb\xbfNom;Adresse\r\n")
    assert octets.decode("utf-8-sig").splitlines()[1:] == [
        "'=1+1;'@x",
        "'+33 6;12 rue Haute",
        "-2;Œuvres",
    ]


def test_a_workbook_holds_texts_only(tmp_path: Path) -> None:
    ecrire_liste(TITRES, LIGNES, tmp_path / "l.xlsx")
    page = load_workbook(tmp_path / "l.xlsx").active
    assert page is not None
    rows = list(page.iter_rows())
    assert [[cell.value for cell in row] for row in rows] == [list(TITRES), *map(list, LIGNES)]
    assert {cell.data_type for row in rows for cell in row} == {"s"}
    assert page.auto_filter.ref == "A1:B4"


def test_an_empty_list_has_its_titles(tmp_path: Path) -> None:
    ecrire_liste(TITRES, [], tmp_path / "l.xlsx")
    page = load_workbook(tmp_path / "l.xlsx").active
    assert page is not None
    assert page.max_row == 1


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(EcritureError):
        ecrire_liste(TITRES, LIGNES, tmp_path / "absent" / "l.csv")


def test_a_count_is_a_number_in_a_workbook_and_its_text_in_a_csv(tmp_path: Path) -> None:
    for name in ("l.xlsx", "l.csv"):
        ecrire_liste(("Nom", "Nombre"), [("=A1", 12)], tmp_path / name)
    page = load_workbook(tmp_path / "l.xlsx").active
    assert page is not None
    assert page["B2"].value == 12
    assert (tmp_path / "l.csv").read_text("utf-8-sig").splitlines()[1].endswith(";12")
