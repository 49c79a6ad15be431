"""The check sheet: every total against every other, and against what FluxDesk counted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Font

from fluxdesk.adapters.sheets.bilan_feuilles import COLONNES_MESURE, MESURES
from fluxdesk.adapters.sheets.bilan_ouverture import ouvrir
from fluxdesk.adapters.sheets.bilan_page import DECIMAL, ENTETE, ENTIER, PREMIERE, arrondi
from fluxdesk.adapters.sheets.bilan_synthese import du_affiche, retenus
from fluxdesk.domain.bilan_comptes import comptes, total
from fluxdesk.domain.bilan_controles import mesures

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from openpyxl.workbook import Workbook

    from fluxdesk.adapters.sheets.bilan_page import (
        Feuille,
        Table,
    )
    from fluxdesk.adapters.sheets.bilan_synthese import Reperes
    from fluxdesk.domain.bilan import AxeBilan, Bilan

CONTROLE = "CONTRÔLE"
CONFORME, ECART = "conforme", "écart"
_DEMI_CENTIEME = 0.005


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """Where everything that must agree stands.

    ``autres`` hold the same measures too, each in the columns said beside it, their last ones.
    """

    croise: Table
    axes: Mapping[AxeBilan, Table]
    soustraits: Table
    synthese: Reperes
    autres: Sequence[tuple[Sequence[str], Table]] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Controle:
    """Two figures that must be equal: a formula or a figure of FluxDesk, and their value."""

    nom: str
    gauche: str
    droite: str
    valeur: float
    autre: float
    forme: str = ENTIER
    tolerance: float = 0


def feuille_controle(classeur: Workbook, bilan: Bilan, tables: Tables) -> tuple[Feuille, str]:
    """Write the checks; the address of the overall result."""
    sheet = ouvrir(classeur, CONTROLE, bilan, "Contrôle des totaux")
    sheet.entetes(ENTETE, ("Contrôle", "Total vérifié", "Total de référence", "Écart", "Résultat"))
    checks = (*_comptages(bilan, tables), *_sommes(bilan, tables))
    results = [_ecrire(sheet, row, check) for row, check in enumerate(checks, start=PREMIERE)]
    last = PREMIERE + len(checks) - 1
    overall = last + 1
    sheet.texte(overall, 1, "Résultat d’ensemble")
    whole = CONFORME if all(results) else ECART
    test = f'IF(COUNTIF(E{PREMIERE}:E{last},"{CONFORME}")=ROWS(E{PREMIERE}:E{last})'
    sheet.formule(overall, 5, f'{test},"{CONFORME}","{ECART}")', whole)
    sheet.souligner(overall, 5)
    red = CellIsRule(operator="equal", formula=[f'"{ECART}"'], font=Font(bold=True, color="B3261E"))
    sheet.page.conditional_formatting.add(f"E{PREMIERE}:E{overall}", red)
    sheet.filtrer(last, 5)
    sheet.ajuster()
    return sheet, f"E{overall}"


def _ecrire(sheet: Feuille, row: int, check: _Controle) -> bool:
    sheet.texte(row, 1, check.nom)
    sheet.formule(row, 2, check.gauche, check.valeur, check.forme)
    sheet.formule(row, 3, check.droite, check.autre, check.forme)
    gap = round(check.valeur - check.autre, 2)
    sheet.formule(row, 4, f"ROUND(B{row}-C{row},2)", gap, check.forme)
    equal = abs(gap) <= check.tolerance
    words = f'"{CONFORME}","{ECART}"'
    verdict = CONFORME if equal else ECART
    sheet.formule(row, 5, f"IF(ABS(D{row})<={check.tolerance},{words})", verdict)
    return equal


def _comptages(bilan: Bilan, tables: Tables) -> Iterator[_Controle]:
    """The measures: crossed table, movements and each axis."""
    others: list[tuple[Sequence[str], Table]] = [
        ("CDEF", tables.synthese.mouvements),
        *(("BCDE", t) for t in tables.axes.values()),
        *tables.autres,
    ]
    for rank, (name, letter) in enumerate(zip(MESURES, COLONNES_MESURE, strict=True)):
        reference = tables.croise.cellule_total(letter)
        crossed = tables.croise.sommes[rank]
        counted = mesures(bilan.lignes)[rank]
        yield _Controle(
            nom=f"{name}\u00a0: BILAN CROISÉ et compte de FluxDesk",
            gauche=reference,
            droite=str(counted),
            valeur=crossed,
            autre=counted,
        )
        for letters, table in (pair for pair in others if rank < len(pair[0])):
            yield _Controle(
                nom=f"{name}\u00a0: {table.feuille} et BILAN CROISÉ",
                gauche=table.cellule_total(letters[rank]),
                droite=reference,
                valeur=table.sommes[rank - len(letters)],
                autre=crossed,
            )


def _sommes(bilan: Bilan, tables: Tables) -> Iterator[_Controle]:
    """Dwellings taken out, then the accounts; dues may differ by their rounding alone."""
    yield _Controle(
        nom="Soustraits\u00a0: SYNTHÈSE et SOUSTRAITS",
        gauche=tables.synthese.soustraits.cellule_total("B"),
        droite=tables.soustraits.cellule_total("B"),
        valeur=tables.synthese.soustraits.sommes[0],
        autre=tables.soustraits.sommes[0],
    )
    accounts = tables.synthese.comptes
    if accounts is None:
        return
    room = round(_DEMI_CENTIEME * (accounts.derniere - accounts.premiere + 2), 3)
    for soldes, letters, when in zip(
        retenus(comptes(bilan)), ("CDE", "FGH"), ("de l’année", "cumulés"), strict=True
    ):
        due, shown = arrondi(total(soldes).du), du_affiche(soldes)
        balance = round(shown - total(soldes).servi, 2)
        cells = [accounts.cellule_total(letter) for letter in letters]
        yield _Controle(
            nom=f"Dus {when}\u00a0: SYNTHÈSE et FluxDesk, aux arrondis près",
            gauche=cells[0],
            droite=repr(due),
            valeur=shown,
            autre=due,
            forme=DECIMAL,
            tolerance=room,
        )
        yield _Controle(
            nom=f"Soldes {when}\u00a0: dus moins servis",
            gauche=cells[2],
            droite=f"{cells[0]}-{cells[1]}",
            valeur=balance,
            autre=balance,
            forme=DECIMAL,
        )
