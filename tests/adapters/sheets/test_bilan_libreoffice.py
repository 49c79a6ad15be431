"""Another spreadsheet opens the workbook, computes it anew and finds the same figures."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

from fluxdesk.adapters.sheets.bilan_workbook import ecrire_bilan_xlsx
from fluxdesk.domain.bilan import ConventionVue
from fluxdesk.domain.bilan_secret import regrouper

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from fluxdesk.domain.bilan import Bilan

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
PATIENCE = 300  # seconds: a first start makes its profile, on a shared machine
SANS_RESULTAT = 0.005

pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")


def recalculer(dossier: Path, *classeurs: Path) -> Path:
    """The folder of the same workbooks, written by LibreOffice, which computes them anew."""
    assert SOFFICE is not None
    subprocess.run(  # noqa: S603 - the program found on this machine, on a file made here
        [
            SOFFICE,
            f"-env:UserInstallation={(dossier / 'profil').as_uri()}",
            "--headless",
            "--convert-to",
            "xlsx:Calc MS Excel 2007 XML",
            "--outdir",
            str(dossier / "lu"),
            *map(str, classeurs),
        ],
        check=True,
        capture_output=True,
        timeout=PATIENCE,
    )
    return dossier / "lu"


def formules(classeur: Path) -> Iterator[tuple[str, str]]:
    """Sheet and cell of each formula."""
    book = openpyxl.load_workbook(classeur)
    for page in book:
        for row in page.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    yield page.title, cell.coordinate


def egales(une: Any, autre: Any) -> bool:  # noqa: ANN401 - whatever a cell holds
    if isinstance(une, (int, float)) and isinstance(autre, (int, float)):
        return abs(une - autre) < SANS_RESULTAT
    return bool(une == autre)


def sans_resultats(classeur: Path, cible: Path) -> Path:
    """The formulas without the results that FluxDesk wrote beside them."""
    openpyxl.load_workbook(classeur).save(cible)
    return cible


def sortes(bilan: Bilan) -> dict[str, Bilan]:
    """A bilan of each kind of recipient: what makes a sheet differ."""
    detail = tuple(f for f in bilan.detail if f.reservataire == "Calvi")
    told = ("Commune «\u00a0Calvi\u00a0», proposés\u00a0: 3 devient 4",)
    return {
        "prefecture": bilan,
        "reservataire": replace(
            bilan,
            cle="reservataire:2",
            reservataire="Calvi",
            convention=ConventionVue(reference="C-1", partielle=True),
            lignes=tuple(x for x in bilan.lignes if x.reservataire == "Calvi"),
            soldes=tuple(s for s in bilan.soldes if s.cle == "2"),
            soldes_annee=tuple(s for s in bilan.soldes_annee if s.cle == "2"),
            detail=detail,
            version=2,
            changements=told,
        ),
        "epci": replace(bilan, cle="epci:200", soldes=(), soldes_annee=()),
        "cil": replace(bilan, cle="cil"),
        "secret": regrouper(bilan, 5),
    }


def _meme_contenu(ecrit: Path, lu: Path) -> None:
    """Every row is read as it was written, those in bulk too."""
    ours = openpyxl.load_workbook(ecrit, data_only=True)
    theirs = openpyxl.load_workbook(lu, data_only=True)
    for page in ours:
        for mine, read in zip(page.values, theirs[page.title].values, strict=False):
            assert all(egales(x, y) for x, y in zip(mine, read, strict=False)), page.title


def test_every_formula_gives_in_libreoffice_what_the_file_says(
    bilan: Bilan, bilan_vide: Bilan, tmp_path: Path
) -> None:
    kinds = sortes(bilan) | {"vide": bilan_vide}
    for name, one in kinds.items():
        ecrire_bilan_xlsx(one, tmp_path / f"{name}.xlsx")
        sans_resultats(tmp_path / f"{name}.xlsx", tmp_path / f"{name} nu.xlsx")
    whole = tmp_path / "prefecture.xlsx"
    read = recalculer(tmp_path, whole, *(tmp_path / f"{name} nu.xlsx" for name in kinds))
    _meme_contenu(whole, read / whole.name)
    for name in kinds:
        made = tmp_path / f"{name}.xlsx"
        ours = openpyxl.load_workbook(made, data_only=True)
        theirs = openpyxl.load_workbook(read / f"{name} nu.xlsx", data_only=True)
        assert theirs.sheetnames == ours.sheetnames
        found = {
            ou: (ours[ou[0]][ou[1]].value, theirs[ou[0]][ou[1]].value) for ou in formules(made)
        }
        assert len(found) > 100, name
        assert {ou: pair for ou, pair in found.items() if not egales(*pair)} == {}, name
        assert theirs["CONTRÔLE"].cell(theirs["CONTRÔLE"].max_row, 5).value == "conforme"
