"""The workbook of the bilan: its sheets agree, and nothing in it is run."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import openpyxl
import pytest

from fluxdesk.adapters.disk.sortie import EcritureError
from fluxdesk.adapters.sheets.bilan_complements import PREVUS_A_L_ANNEE
from fluxdesk.adapters.sheets.bilan_workbook import bilan_en_octets, ecrire_bilan_xlsx
from fluxdesk.domain.bilan import LigneBilan, LigneSoustrait
from fluxdesk.domain.bilan_faits import FaitPrevu, Lieu
from fluxdesk.domain.periode import lire_periode
from fluxdesk.domain.vacance import CategorieSoustrait

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from fluxdesk.domain.bilan import Bilan

AXES = ("TYPOLOGIE", "FINANCEMENT", "QPV", "COMMUNE", "PÉRIODE", "RÉSERVATAIRE")
FEUILLES = [
    "LISEZ-MOI", "SYNTHÈSE", "BILAN CROISÉ", *AXES, "SOUSTRAITS", "DÉTAIL LOGEMENTS", "LOYERS",
    "TERRITOIRES", "RELOGEMENTS 2025", "PRÉVISIONNEL 2026", "NEUF", "OBJECTIFS", "CONTRÔLE",
]  # fmt: skip
PREMIERE = 7


@cache
def lire(bilan: Bilan, *, resultats: bool = True) -> Workbook:
    """The workbook, read once for all the tests of one bilan: nobody writes in it."""
    return openpyxl.load_workbook(BytesIO(bilan_en_octets(bilan)), data_only=resultats)


def rangee(page: Worksheet, nom: str) -> tuple[Any, ...]:
    """Values of the row whose first cell is that text."""
    return next(row for row in page.iter_rows(values_only=True) if row[0] == nom)


def donnees(page: Worksheet) -> list[tuple[Any, ...]]:
    """Rows of a sheet of one table, its total left out."""
    rows = list(page.iter_rows(min_row=PREMIERE, values_only=True))
    return rows[: [row[0] for row in rows].index("Total")]


def test_the_sheets_are_those_of_the_legal_bilan_in_reading_order(bilan: Bilan) -> None:
    assert lire(bilan).sheetnames == FEUILLES


def test_no_row_is_written_twice_which_a_spreadsheet_would_have_to_repair(bilan: Bilan) -> None:
    with ZipFile(BytesIO(bilan_en_octets(bilan))) as book:
        for name in book.namelist():
            if name.startswith("xl/worksheets/sheet"):
                rows = [int(n) for n in re.findall(rb'<row r="([0-9]+)"', book.read(name))]
                assert rows == sorted(set(rows))


def test_every_combination_has_its_row_the_empty_reservataire_too(bilan: Bilan) -> None:
    rows = donnees(lire(bilan)["BILAN CROISÉ"])
    assert len(rows) == len(bilan.lignes)
    assert rows[-1] == ("Département", *[None] * 10, 0, 0, 0, 0)


@pytest.mark.parametrize("axe", AXES)
def test_the_total_of_each_axis_is_the_sum_of_its_rows_and_of_the_crossed_table(
    axe: str, bilan: Bilan
) -> None:
    book = lire(bilan)
    rows = donnees(book[axe])
    sums = tuple(sum(row[column] for row in rows) for column in (1, 2, 3, 4))
    crossed = donnees(book["BILAN CROISÉ"])
    assert sums == tuple(sum(row[column] for row in crossed) for column in (11, 12, 13, 14))
    assert rangee(book[axe], "Total")[1:5] == sums == (14, 10, 6, 1)


def test_the_totals_of_an_axis_are_formulas_over_the_crossed_table(bilan: Bilan) -> None:
    page = lire(bilan, resultats=False)["TYPOLOGIE"]
    assert page["B7"].value == (
        "=SUMPRODUCT(EXACT('BILAN CROISÉ'!$H$7:$H$11,$A7)*'BILAN CROISÉ'!$L$7:$L$11)"
    )
    assert page["B10"].value == "=SUM(B7:B9)"


def test_the_reservataire_without_anything_is_on_its_axis(bilan: Bilan) -> None:
    assert rangee(lire(bilan)["RÉSERVATAIRE"], "Département")[1:4] == (0, 0, 0)


def test_every_category_taken_out_is_listed_even_at_zero(bilan: Bilan) -> None:
    page = lire(bilan)["SOUSTRAITS"]
    assert [row[0] for row in donnees(page)] == [c.value for c in CategorieSoustrait]
    assert [row[1] for row in donnees(page)] == [1, 0, 0, 0, 2]
    assert rangee(page, "Total")[1] == 3


def test_the_synthesis_repeats_the_categories_and_the_flux(bilan: Bilan) -> None:
    page = lire(bilan)["SYNTHÈSE"]
    assert rangee(page, "Logements entrés dans le flux (libérations)")[1] == 14
    assert rangee(page, "Soustraits\u00a0: vente")[1] == 2
    assert rangee(page, "Total des logements soustraits")[1] == 3


def test_the_accounts_show_rate_due_served_and_balance_of_year_and_history(bilan: Bilan) -> None:
    row = rangee(lire(bilan)["SYNTHÈSE"], "Calvi")
    assert row == ("Calvi", 0.2, 2.8, 4, -1.2, 5.67, 4, 1.67, "oui", 2.87, 3)


def test_the_balance_is_a_formula(bilan: Bilan) -> None:
    page = lire(bilan, resultats=False)["SYNTHÈSE"]
    row = next(r for r in page.iter_rows() if r[0].value == "Calvi")
    assert row[4].value == f"=C{row[0].row}-D{row[0].row}"
    assert row[2].number_format == "#,##0.00"


def test_the_total_leaves_out_parts_and_the_landlord(bilan: Bilan) -> None:
    page = lire(bilan)["SYNTHÈSE"]
    assert rangee(page, "Total des réservataires")[2:8] == (7.0, 9, -2.0, 14.67, 13, 1.67)
    assert rangee(page, "   État (agents)")[8] == "non"
    assert rangee(page, "Bailleur (non réservé)")[1] is None


def test_the_movements_tell_the_sous_contingents_apart(bilan: Bilan) -> None:
    rows = list(lire(bilan)["SYNTHÈSE"].iter_rows(values_only=True))
    assert ("État", "prioritaires", 3, 2, 1) in [row[:5] for row in rows]
    assert ("État", "agents", 2, 1, 1) in [row[:5] for row in rows]


def test_every_check_is_conforme_and_the_first_sheet_says_so(bilan: Bilan) -> None:
    book = lire(bilan)
    verdicts = [row[4] for row in book["CONTRÔLE"].iter_rows(min_row=PREMIERE, values_only=True)]
    assert set(verdicts) == {"conforme"}
    assert rangee(book["LISEZ-MOI"], "Contrôle des totaux")[1] == "conforme"


def test_a_row_that_no_axis_names_but_that_counts_is_an_ecart(bilan: Bilan) -> None:
    stray = LigneBilan(reservataire="Calvi", proposes=1)
    book = lire(replace(bilan, lignes=(*bilan.lignes, stray)))
    row = rangee(book["CONTRÔLE"], "Proposés\u00a0: TYPOLOGIE et BILAN CROISÉ")
    assert row[1:5] == (14, 15, -1, "écart")
    assert rangee(book["CONTRÔLE"], "Résultat d’ensemble")[4] == "écart"
    assert rangee(book["LISEZ-MOI"], "Contrôle des totaux")[1] == "écart"


def test_rounded_dues_stay_within_the_tolerance_of_the_check(bilan: Bilan) -> None:
    page = lire(bilan)["CONTRÔLE"]
    row = rangee(page, "Dus cumulés\u00a0: SYNTHÈSE et FluxDesk, aux arrondis près")
    assert row[1:5] == (14.67, 14.67, 0, "conforme")


def test_an_empty_bilan_has_its_tables_at_zero_and_conforme(bilan_vide: Bilan) -> None:
    book = lire(bilan_vide)
    assert donnees(book["BILAN CROISÉ"]) == [("aucun mouvement", *[None] * 10, 0, 0, 0, 0)]
    assert donnees(book["QPV"]) == [("aucun mouvement", 0, 0, 0, 0)]
    assert rangee(book["CONTRÔLE"], "Résultat d’ensemble")[4] == "conforme"


def test_the_bilan_of_one_reservataire_says_its_scope(bilan: Bilan) -> None:
    mine = replace(bilan, reservataire="Calvi", destinataire="Calvi")
    text = rangee(lire(mine)["LISEZ-MOI"], "Portée")[1]
    assert text == "Ce classeur porte sur le seul réservataire «\u00a0Calvi\u00a0»."


@pytest.mark.parametrize(
    "nom", ["=1+1", "+33 4", "-2+3", "@SUM(1)", "*", "?", "<>Calvi", "~*", ">0"]
)
def test_a_name_is_never_obeyed_and_still_counts_once(nom: str, bilan: Bilan) -> None:
    lignes = tuple(
        replace(x, reservataire=nom) if x.reservataire == "Calvi" else x for x in bilan.lignes
    )
    hostile = replace(bilan, bailleur=nom, destinataire=nom, lignes=lignes)
    book = lire(hostile, resultats=False)
    cell = next(r[0] for r in book["RÉSERVATAIRE"].iter_rows(min_row=PREMIERE) if r[0].value == nom)
    assert (cell.data_type, cell.number_format) == ("s", "@")
    assert rangee(lire(hostile)["RÉSERVATAIRE"], nom)[1:4] == (4, 4, 2)


def test_only_written_formulas_are_formulas(bilan: Bilan) -> None:
    for page in lire(bilan, resultats=False):
        texts = [c for row in page.iter_rows() for c in row if c.column == 1]
        assert {c.data_type for c in texts} <= {"s", "n"}


@pytest.mark.parametrize("nom", FEUILLES)
def test_every_sheet_prints_on_landscape_pages_as_wide_as_can_be_read(
    nom: str, bilan: Bilan
) -> None:
    page = lire(bilan)[nom]
    assert page.page_setup.orientation == "landscape"
    wide = 3 if nom == "DÉTAIL LOGEMENTS" else 1  # forty columns: three A3 sheets side by side
    tall = 1 if nom == "LISEZ-MOI" else 0
    assert (page.page_setup.fitToWidth, page.page_setup.fitToHeight) == (wide, tall)
    assert page.sheet_properties.pageSetUpPr.fitToPage
    # The synthesis has several tables, each with its heads; the heading of the detail is cut.
    rows = {"SYNTHÈSE": "$1:$5", "DÉTAIL LOGEMENTS": "$6:$6"}
    assert page.print_title_rows == rows.get(nom, "$1:$6")
    assert page.oddFooter.right.text == "page &P/&N"
    assert page.freeze_panes is not None


@pytest.mark.parametrize("nom", ["BILAN CROISÉ", *AXES, "SOUSTRAITS", "CONTRÔLE"])
def test_the_filter_leaves_the_total_out(nom: str, bilan: Bilan) -> None:
    page = lire(bilan)[nom]
    last = int(page.auto_filter.ref.rsplit(":", maxsplit=1)[1].lstrip("ABCDEFGHIJKLMNO"))
    assert page.cell(last + 1, 1).value in {"Total", "Résultat d’ensemble"}


def test_every_sheet_bears_title_landlord_recipient_and_period(bilan: Bilan) -> None:
    for page in lire(bilan):
        assert page["A1"].value.endswith("2025")
        assert page["A2"].value == "Bailleur\u00a0: Habitat Balagne – SIRET 123 456 789 00012"
        assert page["A3"].value == "Destinataire\u00a0: Préfecture"
        assert page["A4"].value == "Période\u00a0: du 1er janvier au 31 décembre 2025"
        assert page["A5"].value.startswith("Proposés\u00a0: offres faites dans la période.")


def test_a_rectificatif_says_what_it_changes_on_a_sheet_of_its_own(bilan: Bilan) -> None:
    told = ("Commune «\u00a0Calvi\u00a0», proposés\u00a0: 1 devient 2",)
    made = replace(bilan, version=2, changements=told, etabli=date(2026, 3, 4))
    book = lire(made)
    assert book.sheetnames[:3] == ["LISEZ-MOI", "RECTIFICATIF", "SYNTHÈSE"]
    assert rangee(book["RECTIFICATIF"], "Commune «\u00a0Calvi\u00a0», proposés")[1:3] == ("1", "2")
    assert "n°\u00a01" in rangee(book["LISEZ-MOI"], "Rectificatif")[1]
    assert rangee(book["LISEZ-MOI"], "Établi")[1].startswith("le 4 mars 2026, avec FluxDesk")
    masked = lire(replace(made, changements=(), seuil=5))
    assert "RECTIFICATIF" not in masked.sheetnames
    assert "RECTIFICATIF" not in rangee(masked["LISEZ-MOI"], "Rectificatif")[1]


def test_a_territory_without_any_operation_says_so_and_what_no_commune_has(bilan: Bilan) -> None:
    lost = FaitPrevu(annee=2026, categorie=CategorieSoustrait.VENTE, nombre=4, lieu=Lieu())
    here = replace(
        bilan, cle="epci:1", prevus=(), non_localises=(lost,), annees_prevues=(2026,), soldes=()
    )
    page = lire(here)["PRÉVISIONNEL 2026"]
    assert rangee(page, "Total")[5] == 0
    assert rangee(page, "Aucune opération n’est prévue sur ce territoire.")
    assert rangee(page, "Non localisées, toutes communes (hors total)")[5] == 4
    page = lire(here)["RELOGEMENTS 2025"]
    assert rangee(page, "Aucun prévisionnel n’est établi pour 2025.")
    whole = lire(here)["SYNTHÈSE"]
    assert rangee(
        whole, "Les comptes se tiennent par convention\u00a0: ils ne se découpent pas par EPCI."
    )
    assert "pas par EPCI" in rangee(lire(here)["LISEZ-MOI"], "Comptes")[1]
    quarter = replace(here, periode=lire_periode("2025-T2"))
    assert rangee(lire(quarter)["RELOGEMENTS 2025"], PREVUS_A_L_ANNEE)


def test_a_long_name_widens_its_column_and_a_longer_one_takes_two_lines(bilan: Bilan) -> None:
    row = LigneBilan(reservataire="Syndicat " * 8)
    page = lire(replace(bilan, lignes=(row, row)))["BILAN CROISÉ"]
    assert page.column_dimensions["A"].width == 48
    assert page.row_dimensions[PREMIERE].height == page.row_dimensions[PREMIERE + 1].height == 31


def test_the_same_bilan_gives_the_same_bytes(bilan: Bilan) -> None:
    assert bilan_en_octets(bilan) == bilan_en_octets(bilan)


def test_no_moment_of_writing_is_kept(bilan: Bilan) -> None:
    with ZipFile(BytesIO(bilan_en_octets(bilan))) as archive:
        core = archive.read("docProps/core.xml").decode()
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}
    assert core.count("2025-12-31T00:00:00Z") == 2
    assert "Habitat Balagne" in core


def test_the_file_is_written_over_the_former_one(bilan: Bilan, tmp_path: Path) -> None:
    cible = tmp_path / "bilan.xlsx"
    cible.write_bytes(b"ancien")
    ecrire_bilan_xlsx(bilan, cible)
    assert cible.read_bytes() == bilan_en_octets(bilan)


def test_a_folder_that_does_not_exist_is_told(bilan: Bilan, tmp_path: Path) -> None:
    with pytest.raises(EcritureError, match="n’a pas pu être écrit"):
        ecrire_bilan_xlsx(bilan, tmp_path / "absent" / "bilan.xlsx")


def test_a_change_of_the_counts_changes_the_workbook(bilan: Bilan) -> None:
    more = replace(
        bilan, soustraits=(LigneSoustrait(categorie=CategorieSoustrait.VENTE, nombre=9),)
    )
    assert bilan_en_octets(bilan) != bilan_en_octets(more)
