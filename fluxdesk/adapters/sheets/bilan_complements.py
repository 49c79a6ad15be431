"""The sheets beside the legal axes: rents, territories, relogements, forecast, new, targets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter

from fluxdesk.adapters.sheets.bilan_feuilles import MESURES, totaliser
from fluxdesk.adapters.sheets.bilan_ouverture import ouvrir
from fluxdesk.adapters.sheets.bilan_page import ENTETE, PREMIERE, TAUX, Table
from fluxdesk.domain.bilan_controles import mesures
from fluxdesk.domain.bilan_lignes import loyers_de, territoires_de
from fluxdesk.domain.bilan_prevus import (
    NON_LOCALISEES,
    non_localises,
    prevus_de,
    relogements_de,
    sans_prevision,
)
from fluxdesk.domain.vacance import CategorieSoustrait

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openpyxl.workbook import Workbook

    from fluxdesk.adapters.sheets.bilan_page import Feuille
    from fluxdesk.domain.bilan import Bilan
    from fluxdesk.domain.bilan_faits import ObjectifVu

LOYERS, TERRITOIRES, NEUF, OBJECTIFS = "LOYERS", "TERRITOIRES", "NEUF", "OBJECTIFS"
RIEN = "néant"
PREVUS_A_L_ANNEE = "Prévus\u00a0: pour l’année entière. Réalisés\u00a0: dans la période."
_DIX_MILLE = 10_000
_DITS = ("Territoire", "Objectif", "Pour", "Source", "Résultat")
_MESURES = (
    "Cible",
    "Compte",
    "Base",
    "Dont inconnus",
    "Réalisé au moins",
    "Réalisé au plus",
    "QPV inconnu, hors base",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tableau:
    """A table of texts then of whole numbers; the last columns are added up."""

    feuille: str
    titre: str
    textes: Sequence[str]
    nombres: Sequence[str]
    lignes: Sequence[tuple[Sequence[str], Sequence[int]]]


def feuille_loyers(classeur: Workbook, bilan: Bilan) -> tuple[Feuille, Table]:
    """Rents against the ceiling of the APL convention, by réservataire, financing and QPV."""
    return _ecrire(
        classeur,
        bilan,
        _Tableau(
            feuille=LOYERS,
            titre="Loyers et plafonds APL",
            textes=("Réservataire", "Financement", "QPV / hors QPV", "Loyer / plafond APL"),
            nombres=MESURES[:3],
            lignes=[
                (
                    (x.reservataire, x.financement, x.qpv, x.plafond),
                    (x.proposes, x.attribues, x.baux),
                )
                for x in loyers_de(bilan)
            ],
        ),
    )


def feuille_territoires(classeur: Workbook, bilan: Bilan) -> tuple[Feuille, Table]:
    """The consolidated view by département and EPCI, in and out of QPV."""
    return _ecrire(
        classeur,
        bilan,
        _Tableau(
            feuille=TERRITOIRES,
            titre="Vue consolidée par département et EPCI",
            textes=("Département", "EPCI", "QPV / hors QPV"),
            nombres=("Libérations", "Soustraits", *MESURES),
            lignes=[
                (
                    (x.departement, x.epci, x.qpv),
                    (x.liberations, x.soustraits, *mesures([x])),
                )
                for x in territoires_de(bilan)
            ],
        ),
    )


def feuille_relogements(classeur: Workbook, bilan: Bilan) -> tuple[Feuille, Table]:
    """Dwellings taken out in the year, beside what was foreseen (regles.md 17)."""
    sheet, table = _ecrire(
        classeur,
        bilan,
        _Tableau(
            feuille=f"RELOGEMENTS {bilan.annee}",
            titre="Bilan des logements soustraits et des relogements",
            textes=("Catégorie (CCH, art. R441-5)", "Opération", "Commune", "QPV", "Typologie"),
            nombres=("Prévus", "Réalisés", "Écart"),
            lignes=[
                (
                    (x.categorie, x.operation, x.commune, x.qpv, x.typologie),
                    (x.prevus, x.realises, x.realises - x.prevus),
                )
                for x in relogements_de(bilan)
            ],
        ),
    )
    _dire_a_part(sheet, table, bilan, bilan.annee)
    return sheet, table


def feuille_previsionnel(classeur: Workbook, bilan: Bilan) -> tuple[Feuille, Table]:
    """What will be taken out in the year that runs, by category of operation (regles.md 17)."""
    year = bilan.annee + 1
    found = prevus_de(bilan, year)
    named = {fait.categorie for fait in found}
    rows = [
        (
            (f.categorie.value, f.operation, f.lieu.commune, f.lieu.qpv, f.typologie),
            (f.nombre,),
        )
        for f in found
    ]
    rows += [((c.value, "", "", "", ""), (0,)) for c in CategorieSoustrait if c not in named]
    sheet, table = _ecrire(
        classeur,
        bilan,
        _Tableau(
            feuille=f"PRÉVISIONNEL {year}",
            titre=f"Prévisionnel {year} des logements soustraits",
            textes=("Catégorie (CCH, art. R441-5)", "Opération", "Commune", "QPV", "Typologie"),
            nombres=("Prévus",),
            lignes=rows,
        ),
    )
    _dire_a_part(sheet, table, bilan, year)
    return sheet, table


def _dire_a_part(sheet: Feuille, table: Table, bilan: Bilan, annee: int) -> None:
    """Below the total, what it leaves out; « Prévus » is the sixth column of both tables."""
    row = table.total + 1
    if told := sans_prevision(bilan, annee):
        sheet.note(row, told)
        row += 1
    if count := non_localises(bilan, annee):
        sheet.note(row, NON_LOCALISEES)
        sheet.nombre(row, 6, count)
        row += 1
    if annee == bilan.annee and not bilan.periode.entiere:
        sheet.note(row, PREVUS_A_L_ANNEE)


def feuille_neuf(classeur: Workbook, bilan: Bilan) -> tuple[Feuille, Table]:
    """Rights agreed on new programmes, first lettings counted apart (regles.md 46-49)."""
    return _ecrire(
        classeur,
        bilan,
        _Tableau(
            feuille=NEUF,
            titre="Programmes neufs et droits convenus",
            textes=(
                "Programme",
                "Commune",
                "Livraison prévue",
                "Livraison réelle",
                "Typologie",
                "Financement",
                "Réservataire",
            ),
            nombres=("Droits",),
            lignes=[
                (
                    (
                        n.programme,
                        n.lieu.commune,
                        f"{n.livraison_prevue:%d/%m/%Y}" if n.livraison_prevue else "",
                        f"{n.livraison_reelle:%d/%m/%Y}" if n.livraison_reelle else "",
                        n.typologie,
                        n.financement,
                        n.reservataire,
                    ),
                    (n.droits,),
                )
                for n in bilan.neufs
            ],
        ),
    )


def feuille_objectifs(classeur: Workbook, bilan: Bilan) -> Feuille:
    """Targets of the year, and where each stands once it is measured.

    A rate is two: with what is not known counted for nothing, then for all of it.
    """
    sheet = ouvrir(classeur, OBJECTIFS, bilan, "Objectifs d’attribution")
    heads = (*_DITS, *_MESURES)
    sheet.entetes(ENTETE, heads, textes=len(_DITS))
    for row, goal in enumerate(bilan.objectifs, start=PREMIERE):
        told = (goal.territoire, goal.nature, goal.qui, goal.source, goal.etat)
        for column, text in enumerate(told, start=1):
            sheet.texte(row, column, text)
        sheet.nombre(row, 6, goal.cible / _DIX_MILLE, TAUX)
        _mesurer(sheet, row, goal)
    if not bilan.objectifs:
        sheet.texte(PREMIERE, 1, RIEN)
    sheet.filtrer(PREMIERE + max(len(bilan.objectifs), 1) - 1, len(heads))
    sheet.ajuster()
    return sheet


def _mesurer(sheet: Feuille, row: int, goal: ObjectifVu) -> None:
    """The counts, what of them is not known, and the two rates."""
    if goal.compte is None or goal.base is None:
        return
    counts = (goal.compte, goal.base, goal.inconnus, goal.sans_lieu)
    for column, count in zip((7, 8, 9, 12), counts, strict=True):
        if count is not None:
            sheet.nombre(row, column, count)
    for column, yes, most in ((10, f"G{row}", 0), (11, f"(G{row}+I{row})", goal.inconnus or 0)):
        rate = round((goal.compte + most) / goal.base, 4) if goal.base else RIEN
        sheet.formule(row, column, f'IF(H{row}=0,"{RIEN}",ROUND({yes}/H{row},4))', rate, TAUX)


def _ecrire(classeur: Workbook, bilan: Bilan, tableau: _Tableau) -> tuple[Feuille, Table]:
    sheet = ouvrir(classeur, tableau.feuille, bilan, tableau.titre)
    texts, numbers = len(tableau.textes), len(tableau.nombres)
    sheet.entetes(ENTETE, (*tableau.textes, *tableau.nombres), textes=texts)
    nothing = ((RIEN, *[""] * (texts - 1)), (0,) * numbers)
    rows = tableau.lignes or [nothing]
    for row, (words, counts) in enumerate(rows, start=PREMIERE):
        for column, text in enumerate(words, start=1):
            sheet.texte(row, column, text)
        for column, count in enumerate(counts, start=texts + 1):
            sheet.nombre(row, column, count)
    sums = tuple(sum(counts[rank] for _, counts in rows) for rank in range(numbers))
    table = Table(tableau.feuille, PREMIERE, PREMIERE + len(rows) - 1, sums)
    totaliser(sheet, table, [get_column_letter(texts + 1 + rank) for rank in range(numbers)])
    sheet.filtrer(table.derniere, texts + numbers)
    sheet.ajuster()
    return sheet, table
