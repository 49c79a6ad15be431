"""The sheet read first: the flux of the year, the accounts, the movements."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from openpyxl.utils import quote_sheetname
from openpyxl.worksheet.pagebreak import Break

from fluxdesk.adapters.sheets.bilan_feuilles import (
    AUCUN,
    COLONNE_SOUS,
    COLONNES_AXE,
    MESURES,
    compter,
    soustraits,
    totaliser,
)
from fluxdesk.adapters.sheets.bilan_ouverture import ouvrir
from fluxdesk.adapters.sheets.bilan_page import (
    CHIFFRES,
    DECIMAL,
    ENTETE,
    ENTIER,
    PREMIERE,
    TAUX,
    Table,
    arrondi,
)
from fluxdesk.domain.bilan import AxeBilan, ordre_de_lecture
from fluxdesk.domain.bilan_comptes import comptes, sans_compte, total
from fluxdesk.domain.bilan_controles import mesures
from fluxdesk.domain.bilan_lignes import causes_de

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openpyxl.workbook import Workbook

    from fluxdesk.adapters.sheets.bilan_page import (
        Feuille,
    )
    from fluxdesk.domain.bilan import Bilan, LigneSolde
    from fluxdesk.domain.bilan_comptes import Compte

SYNTHESE = "SYNTHÈSE"
ENTETES_COMPTES = (
    "Réservataire ou sous-contingent",
    "Taux en fin de période",
    "Dû (période)",
    "Servi (période)",
    "Solde (période)",
    "Dû (cumulé)",
    "Servi (cumulé)",
    "Solde à reporter",
    "Dans le total",
    "Report d’entrée",
    "Dû arrondi (période)",
)
_OUI, _NON = "oui", "non"
# Columns of the accounts: due, served, balance, of the year then since the first day.
_ANNEE, _CUMUL = (3, 4, 5), (6, 7, 8)
_DIX_MILLE = 10_000
# Eleven columns on one page: the heads wrap.
_LARGEURS = {"A": 52, "B": 20, **dict.fromkeys("CDEFGHIJK", 11)}
_PAGE = 42  # rows that stand on one sheet of paper


@dataclass(frozen=True, slots=True, kw_only=True)
class Reperes:
    """Where the tables of the synthesis stand, for the check sheet.

    None for the accounts of an EPCI, which has none, and for the causes without detail.
    """

    soustraits: Table
    comptes: Table | None
    mouvements: Table
    causes: Table | None


def feuille_synthese(
    classeur: Workbook, bilan: Bilan, *, croise: Table, hors_flux: Table
) -> tuple[Feuille, Reperes]:
    """Write the tables one under the other."""
    sheet = ouvrir(classeur, SYNTHESE, bilan, "Synthèse du bilan")
    taken = _flux(sheet, bilan, hors_flux)
    accounts, after = _comptes(sheet, bilan, taken.total + 2)
    moves = _mouvements(sheet, bilan, croise, after)
    sheet.page.freeze_panes = sheet.page.cell(ENTETE, 2)
    causes = _causes(sheet, bilan, moves.total + 3) if not bilan.seuil else None
    sheet.page.print_title_rows = f"1:{ENTETE - 1}"  # each table has heads of its own
    if causes is not None and causes.total > _PAGE:
        sheet.page.row_breaks.append(Break(id=causes.premiere - 3))
    sheet.ajuster(_LARGEURS)
    return sheet, Reperes(soustraits=taken, comptes=accounts, mouvements=moves, causes=causes)


def _flux(sheet: Feuille, bilan: Bilan, hors_flux: Table) -> Table:
    sheet.entetes(ENTETE, ("Flux de la période", "Logements"))
    sheet.texte(PREMIERE, 1, "Logements entrés dans le flux (libérations)")
    sheet.nombre(PREMIERE, 2, bilan.liberations)
    rows = soustraits(bilan)
    for rank, (category, count) in enumerate(rows):
        sheet.texte(PREMIERE + 1 + rank, 1, f"Soustraits\u00a0: {category}")
        source = f"{quote_sheetname(hors_flux.feuille)}!$B${hors_flux.premiere + rank}"
        sheet.formule(PREMIERE + 1 + rank, 2, source, count)
    sums = (sum(count for _, count in rows),)
    table = Table(SYNTHESE, PREMIERE + 1, PREMIERE + len(rows), sums)
    totaliser(sheet, table, ("B",))
    sheet.texte(table.total, 1, "Total des logements soustraits", gras=True)
    sheet.souligner(table.total, 2)
    return table


def _comptes(sheet: Feuille, bilan: Bilan, ligne: int) -> tuple[Table | None, int]:
    """The accounts, or why there is none; and the row where what follows stands."""
    sheet.titre(ligne, "Comptes des réservataires, en logements")
    lignes = comptes(bilan)
    if not lignes:
        sheet.note(ligne + 1, sans_compte(bilan))
        return None, ligne + 3
    sheet.entetes(ligne + 1, ENTETES_COMPTES)
    first = ligne + 2
    for row, compte in enumerate(lignes, start=first):
        _compte(sheet, row, compte)
    table = Table(SYNTHESE, first, first + len(lignes) - 1)
    _total_comptes(sheet, table, lignes)
    sheet.note(
        table.total + 1,
        "Les dus sont exacts dans FluxDesk et arrondis ici à deux décimales. Un sous-contingent"
        " est déjà dans le compte de son réservataire\u00a0; le bailleur ne réserve pas\u00a0: ni"
        " l’un ni l’autre n’entre dans le total.",
    )
    return table, table.total + 3


def _compte(sheet: Feuille, row: int, compte: Compte) -> None:
    sheet.texte(row, 1, f"   {compte.nom}" if compte.cumul.parent else compte.nom)
    if compte.cumul.taux is not None:
        sheet.nombre(row, 2, compte.cumul.taux / _DIX_MILLE, TAUX)
    for columns, solde in ((_ANNEE, compte.annee), (_CUMUL, compte.cumul)):
        due, served, _ = columns
        sheet.nombre(row, due, arrondi(solde.du), DECIMAL)
        sheet.nombre(row, served, solde.servi)
        _solde(sheet, row, columns, arrondi(solde.du) - solde.servi)
    sheet.texte(row, 9, _OUI if compte.compte else _NON)
    sheet.page.cell(row, 9).alignment = CHIFFRES
    _reports(sheet, row, arrondi(compte.annee.du), _ecart(compte.annee), _ecart(compte.cumul))


def _ecart(solde: LigneSolde) -> float:
    return round(arrondi(solde.du) - solde.servi, 2)


def _reports(sheet: Feuille, row: int, du: float, annee: float, cumul: float) -> None:
    """What was carried in, and the due of the period in whole dwellings."""
    sheet.formule(row, 10, f"H{row}-E{row}", round(cumul - annee, 2), DECIMAL)
    sheet.formule(row, 11, f"ROUND(C{row},0)", math.floor(du + 0.5), ENTIER)


def _solde(sheet: Feuille, row: int, columns: tuple[int, int, int], valeur: float) -> None:
    due, served = (sheet.page.cell(row, column).coordinate for column in columns[:2])
    sheet.formule(row, columns[2], f"{due}-{served}", round(valeur, 2), DECIMAL)


def _total_comptes(sheet: Feuille, table: Table, lignes: tuple[Compte, ...]) -> None:
    sheet.texte(table.total, 1, "Total des réservataires")
    balances = []
    for columns, soldes in zip((_ANNEE, _CUMUL), retenus(lignes), strict=True):
        due, served = du_affiche(soldes), total(soldes).servi
        for column, value, form in ((columns[0], due, DECIMAL), (columns[1], served, ENTIER)):
            letter = sheet.page.cell(table.total, column).column_letter
            span = f"{letter}{table.premiere}:{letter}{table.derniere}"
            flags = f"$I${table.premiere}:$I${table.derniere}"
            sheet.formule(table.total, column, f'SUMIF({flags},"{_OUI}",{span})', value, form)
        _solde(sheet, table.total, columns, due - served)
        balances.append((due, round(due - served, 2)))
    (due, year), (_, history) = balances
    _reports(sheet, table.total, due, year, history)
    sheet.souligner(table.total, len(ENTETES_COMPTES))


def retenus(lignes: Sequence[Compte]) -> tuple[list[LigneSolde], list[LigneSolde]]:
    """The accounts that add up: of the year, since the first day."""
    kept = [compte for compte in lignes if compte.compte]
    return [compte.annee for compte in kept], [compte.cumul for compte in kept]


def du_affiche(soldes: Sequence[LigneSolde]) -> float:
    """The total that a sheet finds, since it adds rounded dues."""
    return round(sum(arrondi(solde.du) for solde in soldes), 2)


def _mouvements(sheet: Feuille, bilan: Bilan, croise: Table, ligne: int) -> Table:
    sheet.titre(ligne, "Propositions, attributions, baux signés et offres sans suite")
    sheet.entetes(ligne + 1, ("Réservataire", "Sous-contingent", *MESURES), textes=2)
    first = ligne + 2
    found = {(x.reservataire, x.sous_contingent) for x in bilan.lignes}
    names = sorted(found, key=lambda pair: [*map(ordre_de_lecture, pair)]) or [(AUCUN, "")]
    for row, (name, sous) in enumerate(names, start=first):
        sheet.texte(row, 1, name)
        sheet.texte(row, 2, sous)
        here = [x for x in bilan.lignes if (x.reservataire, x.sous_contingent) == (name, sous)]
        who = f"EXACT({croise.plage(COLONNES_AXE[AxeBilan.RESERVATAIRE])},$A{row})"
        part = f"EXACT({croise.plage(COLONNE_SOUS)},$B{row})"
        compter(sheet, (row, 3), f"{who}*{part}", croise, mesures(here))
    table = Table(SYNTHESE, first, first + len(names) - 1, mesures(bilan.lignes))
    totaliser(sheet, table, ("C", "D", "E", "F"))
    return table


def _causes(sheet: Feuille, bilan: Bilan, ligne: int) -> Table:
    """Why offers of the period failed, the causes that did not happen too."""
    sheet.titre(ligne, "Offres sans suite, par cause")
    sheet.entetes(ligne + 1, ("Cause", "Imputable à", "Offres"), textes=2)
    rows = causes_de(bilan)
    first = ligne + 2
    for row, cause in enumerate(rows, start=first):
        sheet.texte(row, 1, cause.cause)
        sheet.texte(row, 2, cause.responsable)
        sheet.nombre(row, 3, cause.nombre)
    sums = (sum(cause.nombre for cause in rows),)
    table = Table(SYNTHESE, first, first + len(rows) - 1, sums)
    totaliser(sheet, table, ("C",))
    return table
