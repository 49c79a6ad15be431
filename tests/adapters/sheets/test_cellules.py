"""What is written as text is read back as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import openpyxl
import pytest

from fluxdesk.adapters.sheets.cellules import LONGUEUR_MAX, ecrire_texte, texte_sur

if TYPE_CHECKING:
    from pathlib import Path

CHARGES = (
    "=1+1",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://exemple.invalid","Cliquez")',
    "=SUM(A1:A9)",
    "+1+1",
    "+33 4 95 00 00 00",
    "-1+1",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)",
    "@mairie",
    "|calc",
    "%0A=1",
    " =1+1",
    "\t=1+1",
    "\n=1+1",
    "\r=1+1",
    "=",
    "==",
    "{=1+1}",
    "\uff1d1+1",
    "#N/A",
)


def relue(texte: str, dossier: Path) -> tuple[object, str, str]:
    """The cell as another program reads it: value, type, format."""
    classeur = openpyxl.Workbook()
    ecrire_texte(classeur.active["A1"], texte)
    chemin = dossier / "texte.xlsx"
    classeur.save(chemin)
    cellule = openpyxl.load_workbook(chemin).active["A1"]
    return cellule.value, cellule.data_type, cellule.number_format


def test_there_are_twenty_one_payloads() -> None:
    assert len(set(CHARGES)) == 21


@pytest.mark.parametrize("charge", CHARGES)
def test_a_payload_is_read_back_as_the_same_text(charge: str, tmp_path: Path) -> None:
    assert relue(charge, tmp_path) == (charge.replace("\r", "\n"), "s", "@")


def test_a_postcode_keeps_its_zero(tmp_path: Path) -> None:
    assert relue("01000", tmp_path) == ("01000", "s", "@")


def test_a_long_sentence_is_not_formatted_as_text_since_excel_would_hide_it(tmp_path: Path) -> None:
    assert relue("Phrase " * 60, tmp_path)[2] == "General"


def test_a_long_payload_stays_text_even_when_it_is_edited(tmp_path: Path) -> None:
    assert relue("=" + "A1+" * 200 + "1", tmp_path)[1:] == ("s", "@")


def test_an_empty_text_leaves_the_cell_empty(tmp_path: Path) -> None:
    assert relue("", tmp_path)[0] is None


def test_what_xml_cannot_hold_is_left_out() -> None:
    assert texte_sur("a\x00b\x1bc\ud800d\uffffe\r\nf\tg") == "abcde\nf\tg"


def test_a_text_longer_than_a_cell_is_cut() -> None:
    assert len(texte_sur("a" * 40_000)) == LONGUEUR_MAX
