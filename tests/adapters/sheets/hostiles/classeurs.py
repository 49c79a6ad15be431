"""Hostile workbooks, each named for its trap; those that break the format are in ``archives``."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from typing import TYPE_CHECKING, Any

from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from tests.adapters.sheets.hostiles.attendu import Juste, Piege

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet

    from tests.adapters.sheets.hostiles.attendu import Fabrique

TITRES = ("Réf.", "Commune", "Surface")
LIGNES: tuple[tuple[str | float, ...], ...] = (
    ("L001", "Bastia", 65.5),
    ("L002", "Ajaccio", 48),
    ("L003", "Corte", 30),
)
PREMIERE = ("L001", "Bastia", "65.5")
XLSX = "Classeur Excel (xlsx)"


def classeur(remplir: Callable[[Workbook, Worksheet], None]) -> Fabrique:
    def fabrique(chemin: Path) -> None:
        book = Workbook()
        sheet = book.active
        assert sheet is not None
        remplir(book, sheet)
        book.save(chemin)

    return fabrique


def table(sheet: Worksheet, *avant: tuple[object, ...]) -> None:
    for row in (*avant, TITRES, *LIGNES):
        sheet.append(row)


def simple(book: Workbook, sheet: Worksheet) -> None:
    table(sheet)


def titres_de_page(book: Workbook, sheet: Worksheet) -> None:
    table(sheet, ("Patrimoine au 1er janvier",), (), ("Édité par le service",))
    sheet.merge_cells("A1:C1")


def entete_sur_deux_rangs(book: Workbook, sheet: Worksheet) -> None:
    sheet.append(("Office de la Haute-Corse",))
    sheet.append(("Réf.", "Logement", None, "Loyer", None))
    sheet.append((None, "Surface\nhabitable", "Type", "Principal", "Charges"))
    sheet.append(("L001", 65.5, "T3", 420.1, 33))
    sheet.append(("L002", 48, "T2", 380, 31))
    for merged in ("A1:E1", "A2:A3", "B2:C2", "D2:E2"):
        sheet.merge_cells(merged)


def totaux_et_pieds(book: Workbook, sheet: Worksheet) -> None:
    sheet.append((*TITRES, "Loyer"))
    sheet.append(("Programme Les Lilas",))
    sheet.append((*LIGNES[0], 420))
    sheet.append(("Sous-total", None, "=SUM(C3)", 420))
    sheet.append(("Page 1 / 2",))
    sheet.append((*TITRES, "Loyer"))
    sheet.append((*LIGNES[1], 380))
    sheet.append(())
    sheet.append(("TOTAL GÉNÉRAL", None, 113.5, 800))


def feuilles_masquees(book: Workbook, sheet: Worksheet) -> None:
    sheet.title = "Paramètres"
    sheet.append(("a", "b"))
    sheet.sheet_state = "hidden"
    deep = book.create_sheet("Secrets")
    deep.append(("c", "d"))
    deep.sheet_state = "veryHidden"
    table(book.create_sheet("Parc"))
    book.create_chartsheet("Graphique")
    book.active = 2


def lignes_et_colonnes_masquees(book: Workbook, sheet: Worksheet) -> None:
    table(sheet)
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["B"].hidden = True


def calendrier_1904(book: Workbook, sheet: Worksheet) -> None:
    book.epoch = CALENDAR_MAC_1904
    for row in (("Réf.", "Entrée"), ("L001", date(2019, 5, 1)), ("L002", date(2020, 7, 1))):
        sheet.append(row)


def numero_unique_en_nombre(book: Workbook, sheet: Worksheet) -> None:
    for row in (("Numéro unique", "Nom"), (691123456789012345, "A"), (75012345678901234, "B")):
        sheet.append(row)


def valeurs_etranges(book: Workbook, sheet: Worksheet) -> None:
    sheet.append(("Réf.", "Erreur", "Vrai", "Heure", "Durée", "Formule"))
    sheet.append(("L001", "#N/A", True, time(14, 30), timedelta(hours=30), "=1/0"))
    sheet["B2"].data_type = "e"
    sheet["E2"].number_format = "[h]:mm:ss"


def tableau_decale(book: Workbook, sheet: Worksheet) -> None:
    for index, row in enumerate((TITRES, *LIGNES), start=4):
        for shift, value in enumerate(row, start=3):
            sheet.cell(row=index, column=shift, value=value)


def programme_fusionne(book: Workbook, sheet: Worksheet) -> None:
    for row in (("Programme", "Réf."), ("Les Lilas", "L001"), (None, "L002"), ("Le Port", "L003")):
        sheet.append(row)
    sheet.merge_cells("A2:A3")


def codes_en_nombres(book: Workbook, sheet: Worksheet) -> None:
    for row in (("Réf.", "Commune"), (12, 1053), (13, 1053.0)):
        sheet.append(row)


def feuille_vide(book: Workbook, sheet: Worksheet) -> None:
    sheet["C5"] = None


SIMPLE = Juste(titres=TITRES, lignes=3, numero=2, premiere=PREMIERE, format=XLSX)


def juste(
    nom: str,
    remplir: Callable[[Workbook, Worksheet], None],
    **autres: Any,  # noqa: ANN401 - fields of Juste
) -> Piege:
    return Piege(
        fichier=f"{nom}.xlsx", fabrique=classeur(remplir), attendu=replace(SIMPLE, **autres)
    )


PIEGES = (
    juste("titres_de_page_fusionnes", titres_de_page, numero=5),
    juste(
        "entete_fusionnee_sur_deux_rangs",
        entete_sur_deux_rangs,
        titres=(
            "Réf.",
            "Logement – Surface habitable",
            "Logement – Type",
            "Loyer – Principal",
            "Loyer – Charges",
        ),
        premiere=("L001", "65.5", "T3", "420.1", "33"),
        lignes=2,
        numero=4,
    ),
    juste(
        "totaux_et_pieds_de_page",
        totaux_et_pieds,
        titres=(*TITRES, "Loyer"),
        premiere=(*PREMIERE, "420"),
        lignes=2,
        numero=3,
        ecartees={
            "intertitre ou note": 1,
            "sous-total": 1,
            "pied de page": 1,
            "en-tête répété": 1,
            "vide": 1,
            "total": 1,
        },
    ),
    juste("feuilles_masquees", feuilles_masquees, masquees=("Paramètres", "Secrets")),
    juste(
        "lignes_et_colonnes_masquees",
        lignes_et_colonnes_masquees,
        ecartees={"ligne masquée": 1},
        colonnes_masquees=("Commune",),
    ),
    juste(
        "calendrier_1904",
        calendrier_1904,
        titres=("Réf.", "Entrée"),
        premiere=("L001", "01/05/2019"),
        lignes=2,
    ),
    juste(
        "numero_unique_en_nombre",
        numero_unique_en_nombre,
        titres=("Numéro unique", "Nom"),
        premiere=("6.91123456789012e+17", "A"),
        lignes=2,
    ),
    juste(
        "valeurs_etranges",
        valeurs_etranges,
        titres=("Réf.", "Erreur", "Vrai", "Heure", "Durée", "Formule"),
        premiere=("L001", "", "VRAI", "14:30:00", "30:00:00", ""),
        lignes=1,
    ),
    juste("tableau_decale", tableau_decale, numero=5),
    juste(
        "programme_fusionne_sur_ses_logements",
        programme_fusionne,
        titres=("Programme", "Réf."),
        premiere=("Les Lilas", "L001"),
    ),
    juste(
        "codes_sans_leur_zero",
        codes_en_nombres,
        titres=("Réf.", "Commune"),
        premiere=("12", "1053"),
        lignes=2,
    ),
    juste("feuille_vide", feuille_vide, titres=(), premiere=(), lignes=0, numero=0),
)
