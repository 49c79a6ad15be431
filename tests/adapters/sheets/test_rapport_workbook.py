"""The report of an import as a workbook: everything told, nothing run."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

from fluxdesk.adapters.disk.sortie import EcritureError
from fluxdesk.adapters.sheets.rapport_workbook import ecrire_rapport_xlsx
from fluxdesk.domain.rapport import (
    CorrectionCellule,
    MiseAPart,
    RapportImport,
    RefusLigne,
    sorte,
)

if TYPE_CHECKING:
    from pathlib import Path

FORMULE = '=HYPERLINK("http://x")'
DOUTE = RefusLigne(ligne=9, colonne="FINAN", valeur="+1", phrase="Ligne 9 : inconnu.")
RAPPORT = RapportImport(
    fichier=FORMULE, format="Classeur", encodage="", essai=True,
    lues=3, creees=1, modifiees=0, inchangees=1, refusees=1, absents=2,
    refus=(RefusLigne(ligne=4, colonne="DEPCOM", valeur=FORMULE, phrase="Commune inconnue."),),
    avertissements=(DOUTE,),
    ecartees=(MiseAPart(ligne=7, raison="total"),),
    corrections=(CorrectionCellule(ligne=5, colonne="SURFHAB", lue="x", corrigee="@60"),),
    ignores=(sorte(DOUTE),),
)  # fmt: skip


def rangees(chemin: Path, feuille: str) -> list[tuple[Any, ...]]:
    return list(openpyxl.load_workbook(chemin)[feuille].iter_rows(values_only=True))


def test_every_count_and_every_line_is_there_and_no_cell_is_a_formula(tmp_path: Path) -> None:
    path = tmp_path / "r.xlsx"

    ecrire_rapport_xlsx(RAPPORT, path)

    told = dict(rangees(path, "Synthèse"))
    assert told["Fichier"] == FORMULE
    assert told["État"] == "Essai, rien n’a été enregistré"
    assert (told["Lignes lues"], told["Refusées"], told["Mises à part"]) == (3, 1, 1)
    assert rangees(path, "Refus et avertissements")[1:] == [
        (4, "refusée", "DEPCOM", FORMULE, "Commune inconnue."),
        (9, "ignoré", "FINAN", "+1", "inconnu."),
    ]
    assert rangees(path, "Lignes mises à part")[1:] == [(7, "total")]
    assert rangees(path, "Corrections")[1:] == [(5, "SURFHAB", "x", "@60")]
    book = openpyxl.load_workbook(path)
    assert "f" not in {c.data_type for page in book for row in page.iter_rows() for c in row}


@pytest.mark.parametrize(("lot", "dit"), [(3, "Import n°\u00a03"), (0, "Rien à importer")])
def test_what_became_of_it_is_said(lot: int, dit: str, tmp_path: Path) -> None:
    path = tmp_path / "r.xlsx"

    ecrire_rapport_xlsx(replace(RAPPORT, essai=False, lot=lot, ignores=()), path)

    assert dict(rangees(path, "Synthèse"))["État"] == dit
    assert rangees(path, "Refus et avertissements")[2][1] == "avertissement"


def test_the_same_report_gives_the_same_bytes(tmp_path: Path) -> None:
    ecrire_rapport_xlsx(RAPPORT, tmp_path / "a.xlsx")
    ecrire_rapport_xlsx(RAPPORT, tmp_path / "b.xlsx")

    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(EcritureError):
        ecrire_rapport_xlsx(RAPPORT, tmp_path / "absent" / "r.xlsx")
