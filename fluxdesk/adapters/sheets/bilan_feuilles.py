"""The sheets that hold the counts: crossed table, one sheet per axis, dwellings taken out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.utils import column_index_from_string

from fluxdesk.adapters.sheets.bilan_ouverture import ouvrir
from fluxdesk.adapters.sheets.bilan_page import ENTETE, ENTIER, PREMIERE, Table
from fluxdesk.domain.bilan import LIBELLES_AXE, AxeBilan, LigneBilan, totaux
from fluxdesk.domain.bilan_controles import mesures
from fluxdesk.domain.vacance import CategorieSoustrait

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openpyxl.workbook import Workbook

    from fluxdesk.adapters.sheets.bilan_page import Feuille
    from fluxdesk.domain.bilan import Bilan
    from fluxdesk.domain.bilan_controles import Mesures

CROISE, SOUSTRAITS = "BILAN CROISÉ", "SOUSTRAITS"
MESURES = ("Proposés", "Attribués", "Baux signés", "Sans suite")
FEUILLES_AXE: dict[AxeBilan, str] = {
    AxeBilan.TYPOLOGIE: "TYPOLOGIE",
    AxeBilan.FINANCEMENT: "FINANCEMENT",
    AxeBilan.QPV: "QPV",
    AxeBilan.COMMUNE: "COMMUNE",
    AxeBilan.PERIODE: "PÉRIODE",
    AxeBilan.RESERVATAIRE: "RÉSERVATAIRE",
}
AUCUN = "aucun mouvement"
# Columns of the crossed table.
COLONNE_SOUS = "B"
COLONNES_AXE: dict[AxeBilan, str] = {
    AxeBilan.RESERVATAIRE: "A",
    AxeBilan.COMMUNE: "F",
    AxeBilan.QPV: "G",
    AxeBilan.TYPOLOGIE: "H",
    AxeBilan.FINANCEMENT: "I",
    AxeBilan.PERIODE: "J",
}
COLONNES_MESURE = ("L", "M", "N", "O")
CROISEMENT = (
    "Réservataire",
    "Sous-contingent",
    "Département",
    "EPCI",
    "Code INSEE",
    "Commune",
    "QPV / hors QPV",
    "Typologie",
    "Financement",
    "Période de construction",
    "Neuf / relocation",
)


def feuille_croisee(classeur: Workbook, bilan: Bilan) -> tuple[Feuille, Table]:
    """One row per combination; zero rows of réservataires included."""
    sheet = ouvrir(classeur, CROISE, bilan, "Bilan croisé")
    sheet.entetes(
        ENTETE,
        (*CROISEMENT, *MESURES),
        textes=len(CROISEMENT),
    )
    lignes = bilan.lignes or (LigneBilan(reservataire=AUCUN),)
    sheet.rangees(
        PREMIERE,
        [
            (*croisement(ligne), *((count, ENTIER) for count in mesures([ligne])))
            for ligne in lignes
        ],
    )
    table = Table(CROISE, PREMIERE, PREMIERE + len(lignes) - 1, mesures(lignes))
    totaliser(sheet, table, COLONNES_MESURE)
    sheet.filtrer(table.derniere, len(CROISEMENT) + len(MESURES))
    sheet.ajuster()
    return sheet, table


def croisement(ligne: LigneBilan) -> tuple[str, ...]:
    """What a row crosses, in the order of ``CROISEMENT``."""
    return (
        ligne.reservataire,
        ligne.sous_contingent,
        ligne.departement,
        ligne.epci,
        ligne.insee,
        ligne.commune,
        ligne.qpv,
        ligne.typologie,
        ligne.financement,
        ligne.periode,
        ligne.neuf,
    )


def feuille_axe(
    classeur: Workbook, bilan: Bilan, axe: AxeBilan, croise: Table
) -> tuple[Feuille, Table]:
    """Totals by modality, computed from the crossed table."""
    name = FEUILLES_AXE[axe]
    sheet = ouvrir(classeur, name, bilan, f"Bilan par axe\u00a0: {LIBELLES_AXE[axe]}")
    sheet.entetes(ENTETE, (LIBELLES_AXE[axe], *MESURES))
    found = totaux(bilan.lignes, axe)
    rows = [(t.modalite, mesures([t])) for t in found] or [(AUCUN, mesures(()))]
    for row, (modality, values) in enumerate(rows, start=PREMIERE):
        sheet.texte(row, 1, modality)
        test = f"EXACT({croise.plage(COLONNES_AXE[axe])},$A{row})"
        compter(sheet, (row, 2), test, croise, values)
    sums = tuple(sum(values[rank] for _, values in rows) for rank in range(len(MESURES)))
    table = Table(name, PREMIERE, PREMIERE + len(rows) - 1, sums)
    totaliser(sheet, table, ("B", "C", "D", "E"))
    sheet.filtrer(table.derniere, 1 + len(MESURES))
    sheet.ajuster()
    return sheet, table


def compter(
    sheet: Feuille, ou: tuple[int, int], test: str, croise: Table, valeurs: Mesures
) -> None:
    """The measures of the rows that pass the test, side by side from that cell.

    EXACT in a product, not SUMIFS: names may hold ``*``, ``?`` or begin with ``=``, which
    SUMIFS would obey.
    """
    row, first = ou
    for rank, letter in enumerate(COLONNES_MESURE):
        formula = f"SUMPRODUCT({test}*{croise.plage(letter)})"
        sheet.formule(row, first + rank, formula, valeurs[rank])


def totaliser(sheet: Feuille, table: Table, lettres: Sequence[str]) -> None:
    """The row of totals right below the table."""
    sheet.texte(table.total, 1, "Total")
    for letter, value in zip(lettres, table.sommes, strict=True):
        span = f"{letter}{table.premiere}:{letter}{table.derniere}"
        sheet.formule(table.total, column_index_from_string(letter), f"SUM({span})", value)
    sheet.souligner(table.total, column_index_from_string(lettres[-1]))


def soustraits(bilan: Bilan) -> list[tuple[str, int]]:
    """Every category of R441-5 al. 5, at zero when nothing was taken out."""
    counts = {ligne.categorie: ligne.nombre for ligne in bilan.soustraits}
    return [(category.value, counts.get(category, 0)) for category in CategorieSoustrait]


def feuille_soustraits(classeur: Workbook, bilan: Bilan) -> tuple[Feuille, Table]:
    """Dwellings taken out of the flux, by category."""
    sheet = ouvrir(classeur, SOUSTRAITS, bilan, "Logements soustraits du flux")
    sheet.entetes(ENTETE, ("Catégorie (CCH, art. R441-5)", "Logements"))
    rows = soustraits(bilan)
    for row, (category, count) in enumerate(rows, start=PREMIERE):
        sheet.texte(row, 1, category)
        sheet.nombre(row, 2, count)
    sums = (sum(count for _, count in rows),)
    table = Table(SOUSTRAITS, PREMIERE, PREMIERE + len(rows) - 1, sums)
    totaliser(sheet, table, ("B",))
    sheet.filtrer(table.derniere, 2)
    sheet.ajuster()
    return sheet, table
