"""The table to fill: its columns, their explanations, and that it is read back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from fluxdesk.adapters.sheets.modele_workbook import ModeleNonEcritError, ecrire_modele
from fluxdesk.adapters.sheets.tableau_reader import lire_tableau
from fluxdesk.domain.flux.parties import ModeRefus
from fluxdesk.services import (
    importer_candidats,
    importer_conventions,
    importer_historique,
    importer_stock,
    importer_vacances,
)

if TYPE_CHECKING:
    from pathlib import Path

TABLES = [
    importer_conventions.COLONNES,
    importer_vacances.COLONNES,
    importer_stock.COLONNES,
    importer_historique.COLONNES,
    importer_candidats.COLONNES,
]


@pytest.mark.parametrize("colonnes", TABLES)
@pytest.mark.parametrize("nom", ["modèle.xlsx", "modèle.csv"])
def test_the_empty_model_is_read_back_with_all_its_columns(
    tmp_path: Path, colonnes: tuple[str, ...], nom: str
) -> None:
    ecrire_modele(colonnes, tmp_path / nom)
    lu = lire_tableau(tmp_path / nom, colonnes)
    assert lu.colonnes == colonnes
    assert lu.lignes == []


@pytest.mark.parametrize("colonnes", TABLES)
def test_a_second_sheet_explains_each_column_with_an_example(
    tmp_path: Path, colonnes: tuple[str, ...]
) -> None:
    path = tmp_path / "m.xlsx"
    ecrire_modele(colonnes, path)
    book = load_workbook(path)
    assert book.sheetnames == ["À remplir", "Mode d’emploi"]
    told = list(book["Mode d’emploi"].values)
    assert [row[0] for row in told[1:]] == list(colonnes)
    assert all(len(str(row[1])) > 10 and row[2] for row in told[1:])
    sheet = book["À remplir"]
    assert sheet.freeze_panes == "A2"
    assert {cell.number_format for cell in sheet[2]} == {"@"}


def test_every_way_to_count_a_refusal_is_explained(tmp_path: Path) -> None:
    ecrire_modele(importer_conventions.COLONNES, tmp_path / "m.xlsx")
    rows = {
        row[0]: str(row[1]) for row in load_workbook(tmp_path / "m.xlsx")["Mode d’emploi"].values
    }
    assert all(f"{word.value}\u00a0:" in rows["refus"] for word in ModeRefus)
    assert "bailleur" not in rows["categorie"]


def test_the_category_of_a_vacancy_is_not_that_of_a_reservataire(tmp_path: Path) -> None:
    ecrire_modele(importer_vacances.COLONNES, tmp_path / "m.xlsx")
    rows = list(load_workbook(tmp_path / "m.xlsx")["Mode d’emploi"].values)
    (told,) = [str(row[1]) for row in rows if row[0] == "categorie"]
    assert "habitat indigne" in told


@pytest.mark.parametrize(
    ("colonnes", "colonne", "fragment"),
    [
        (importer_historique.COLONNES, "reservataire", "le bailleur l’a gardé"),
        (importer_historique.COLONNES, "issue", "sans candidat, non attribuée"),
        (importer_historique.COLONNES, "qualification", "s’il y a une offre"),
        (importer_stock.COLONNES, "fin", "Dernier jour du droit"),
        (importer_candidats.COLONNES, "priorite", "g bis, viol"),
        (importer_conventions.COLONNES, "fin", "ce taux s’applique"),
    ],
)
def test_the_same_name_is_explained_by_its_table(
    tmp_path: Path, colonnes: tuple[str, ...], colonne: str, fragment: str
) -> None:
    ecrire_modele(colonnes, tmp_path / "m.xlsx")
    rows = list(load_workbook(tmp_path / "m.xlsx")["Mode d’emploi"].values)
    (told,) = [str(row[1]) for row in rows if row[0] == colonne]
    assert fragment in told


def test_the_csv_opens_in_a_french_spreadsheet(tmp_path: Path) -> None:
    ecrire_modele(("reservataire", "taux"), tmp_path / "M.CSV")
    assert (tmp_path / "M.CSV").read_bytes() == b"\xef\xbb\xbfreservataire;taux\r\n"


def test_a_place_that_refuses_the_file_is_said(tmp_path: Path) -> None:
    for name in ("m.csv", "m.xlsx"):
        with pytest.raises(ModeleNonEcritError, match="ne peut pas être écrit"):
            ecrire_modele(("taux",), tmp_path / "absent" / name)
