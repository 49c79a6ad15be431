"""Any table on the command line, and the profiles it is read by."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, cast

import openpyxl
import pytest

from fluxdesk.resources import resource

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.appel import Appel

LIGNES = (
    ("Logement", None, None, "Situation", None, "Financement"),
    ("Code UG", "Type", "Surf. hab.", "Commune INSEE", "Ville", "Nature"),
    ("001", "T3bis", "65,5 m²", "2A004", "AJACCIO", "PLUS"),
    ("002", "F2", 40, "2A004", "AJACCIO", "PLUS-PLAI"),
    ("Sous-total", None, 105.5, None, None, None),
    ("003", "Studio", 22, "2B033", "BASTIA", "Zorglub"),
    ("004", "Garage", 22, "2B033", "BASTIA", "PLAI"),
    ("TOTAL", None, 149.5, None, None, None),
)
COLONNES = {
    "Logement – Code UG": "IDENT_INT",
    "Logement – Type": "NBPIECE",
    "Logement – Surf. hab.": "SURFHAB",
    "Situation – Commune INSEE": "DEPCOM",
    "Situation – Ville": "LIBCOM",
    "Financement – Nature": "FINAN",
}


@pytest.fixture
def classeur(tmp_path: Path) -> Path:
    """Two sheets, the second with merged headers on two rows, sub-totals and a total."""
    book = openpyxl.Workbook()
    book.create_sheet("Lisez-moi").append(["Ce classeur", "contient le parc"])
    sheet = book.create_sheet("Parc")
    for row in LIGNES:
        sheet.append(row)
    sheet.merge_cells("A1:C1")
    sheet.merge_cells("D1:E1")
    del book["Sheet"]
    path = tmp_path / "parc.xlsx"
    book.save(path)
    return path


@pytest.fixture
def neuve(appel: Appel, tmp_path: Path) -> Path:
    path = tmp_path / "neuve.fluxdesk"
    assert appel("nouveau", path, "--raison-sociale", "OPH d’Essai").code == 0
    return path


def test_a_table_is_tried_then_imported(appel: Appel, neuve: Path, classeur: Path) -> None:
    tried = appel("--base", neuve, "importer", classeur, "--genre", "patrimoine", "--essai")

    assert tried.code == 0
    assert "«\u00a0Logement – Code UG\u00a0» → Référence du logement (" in tried.sortie
    assert (
        "Financement, «\u00a0PLUS-PLAI\u00a0» (1\u00a0ligne)\u00a0: sans doute «\u00a013\u00a0»"
        in tried.sortie
    )
    assert "«\u00a0Zorglub\u00a0» (1\u00a0ligne)\u00a0: rien ne lui ressemble" in tried.sortie
    assert "Lignes à part\u00a0: sous-total (1), total (1)." in tried.sortie
    assert "4\u00a0lignes lues\u00a0: 3\u00a0créées" in tried.sortie
    assert "rien n’a été enregistré" in tried.sortie

    done = appel("--base", neuve, "importer", classeur, "--genre", "Patrimoine", "--json")
    told = done.document
    report = cast("dict[str, object]", told["rapport"])
    assert done.code == 0
    assert told["feuille"] == "Parc"
    assert told["lignes"] == 6
    assert [report[key] for key in ("creees", "refusees", "essai")] == [3, 1, False]
    columns = cast("list[dict[str, object]]", told["colonnes"])
    assert {one["titre"]: one["champ"] for one in columns} == COLONNES
    doubts = cast("list[dict[str, object]]", told["a_confirmer"])
    assert {one["lue"] for one in doubts} == {"PLUS-PLAI", "Zorglub", "Garage"}


def test_a_profile_goes_from_base_to_base(
    appel: Appel, neuve: Path, classeur: Path, tmp_path: Path
) -> None:
    path = tmp_path / "profil.json"
    kept = {
        "nom": "Parc ERP",
        "genre": "patrimoine",
        "signature": "",
        "feuille": "Parc",
        "entetes": [0, 1],
        "champs": COLONNES,
        "valeurs": {"FINAN": {"PLUS-PLAI": "10", "Zorglub": ""}, "NBPIECE": {"Garage": ""}},
        "ignores": [],
    }
    document = {"genre_de_fichier": "profil d’import FluxDesk", "version": 1, "profil": kept}
    path.write_text(json.dumps(document), encoding="utf-8")

    assert appel("--base", neuve, "profils").sortie == "Aucun profil d’import.\n"
    made = appel("--base", neuve, "profils", "importer", path)
    assert made.sortie == "Profil d’import «\u00a0Parc ERP\u00a0» enregistré.\n"
    assert appel("--base", neuve, "profils", "importer", path).code == 1
    assert appel("--base", neuve, "profils", "importer", path, "--remplacer").code == 0
    listed = appel("--base", neuve, "profils", "lister")
    assert listed.sortie == "Parc ERP\u00a0: patrimoine, 6\u00a0colonnes\n"

    done = appel(
        "--base", neuve, "importer", classeur, "--genre", "patrimoine", "--profil", "parc erp",
        "--feuille", "parc",
    )  # fmt: skip
    assert "Profil d’import «\u00a0Parc ERP\u00a0»." in done.sortie
    assert "à confirmer" not in done.sortie
    assert "4\u00a0lignes lues\u00a0: 4\u00a0créées" in done.sortie

    out = tmp_path / "sortie.json"
    assert appel("--base", neuve, "profils", "exporter", "Parc ERP", out).sortie == f"{out}\n"
    assert json.loads(out.read_text(encoding="utf-8")) == document
    again = appel("--base", neuve, "profils", "exporter", "Parc ERP", out)
    assert again.code == 1
    assert "existe déjà" in again.paroles
    gone = appel("--base", neuve, "profils", "retirer", "PARC erp")
    assert gone.sortie == "Profil d’import «\u00a0PARC erp\u00a0» retiré.\n"
    assert appel("--base", neuve, "profils", "--json").document == {"profils": []}


@pytest.mark.parametrize(
    ("mots", "code", "phrase"),
    [
        (["--genre", "planetes"], 2, "n’est pas un genre de fichier"),
        ([], 2, "Il manque l’option «\u00a0--genre\u00a0»."),
        (["--genre", "conventions"], 1, "ne remplit «\u00a0Réservataire\u00a0»"),
        (
            ["--genre", "patrimoine", "--feuille", "Hiver"],
            1,
            "«\u00a0Lisez-moi\u00a0», «\u00a0Parc\u00a0»",
        ),
        (["--genre", "patrimoine", "--profil", "X"], 1, "Aucun n’est encore enregistré."),
    ],
)
def test_what_cannot_be_done_is_said(
    appel: Appel, neuve: Path, classeur: Path, mots: list[str], code: int, phrase: str
) -> None:
    told = appel("--base", neuve, "importer", classeur, *mots)

    assert told.code == code
    assert told.sortie == ""
    assert phrase in told.paroles


def test_a_table_of_which_nothing_was_taken_is_a_refusal(
    appel: Appel, neuve: Path, tmp_path: Path
) -> None:
    path = tmp_path / "vacances.csv"
    path.write_text("Réf. logement;Date de préavis\n12;01/02/2026\n", encoding="cp1252")

    told = appel("--base", neuve, "importer", path, "--genre", "vacances")

    assert told.code == 1
    assert "1\u00a0refusée" in told.sortie


def test_rpls_needs_no_matching(appel: Appel, neuve: Path) -> None:
    path = resource("demo", "rpls2018_mayotte.csv")
    told = appel("--base", neuve, "importer", path, "--genre", "patrimoine")
    again = appel("--base", neuve, "importer", path, "--genre", "patrimoine", "--json").document

    assert told.sortie.startswith("rpls2018_mayotte.csv (RPLS données ouvertes 2018")
    assert "270\u00a0créées" in told.sortie
    assert cast("dict[str, object]", again["rapport"])["inchangees"] == 270
    assert (again["colonnes"], again["lignes"]) == ([], 270)


def test_only_the_first_doubts_are_shown(appel: Appel, neuve: Path, tmp_path: Path) -> None:
    path = tmp_path / "parc.csv"
    rows = [f"{n};2A004;Zorglub {n}" for n in range(25)]
    path.write_text("\n".join(["Code UG;Commune INSEE;Financement", *rows]), encoding="utf-8")

    told = appel("--base", neuve, "importer", path, "--genre", "patrimoine", "--essai")

    assert told.sortie.count("rien ne lui ressemble") == 20
    assert "et 5\u00a0autres, que l’option --json donne." in told.sortie
