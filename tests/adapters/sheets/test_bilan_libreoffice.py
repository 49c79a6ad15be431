"""Another spreadsheet opens the workbook, computes it anew and finds the same figures."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

from fluxdesk.adapters.sheets.bilan_workbook import ecrire_bilan_xlsx

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from fluxdesk.domain.bilan import Bilan

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
PATIENCE = 300  # seconds: a first start makes its profile, on a shared machine
SANS_RESULTAT = 0.005

pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")


def recalculer(classeur: Path, dossier: Path) -> Path:
    """The same workbook, written by LibreOffice, which computes a file made for another."""
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
            str(classeur),
        ],
        check=True,
        capture_output=True,
        timeout=PATIENCE,
    )
    return dossier / "lu" / classeur.name


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


def test_every_formula_gives_in_libreoffice_what_the_file_says(
    bilan: Bilan, tmp_path: Path
) -> None:
    made = tmp_path / "bilan.xlsx"
    ecrire_bilan_xlsx(bilan, made)
    bare = sans_resultats(made, tmp_path / "nu.xlsx")
    ours = openpyxl.load_workbook(made, data_only=True)
    theirs = openpyxl.load_workbook(recalculer(bare, tmp_path), data_only=True)
    assert theirs.sheetnames == ours.sheetnames
    found = {ou: (ours[ou[0]][ou[1]].value, theirs[ou[0]][ou[1]].value) for ou in formules(made)}
    assert len(found) > 100
    assert {ou: pair for ou, pair in found.items() if not egales(*pair)} == {}


def test_libreoffice_reads_every_row_of_the_file_as_it_was_written(
    bilan: Bilan, tmp_path: Path
) -> None:
    made = tmp_path / "bilan.xlsx"
    ecrire_bilan_xlsx(bilan, made)
    ours = openpyxl.load_workbook(made, data_only=True)
    theirs = openpyxl.load_workbook(recalculer(made, tmp_path), data_only=True)
    for page in ours:
        for mine, read in zip(page.values, theirs[page.title].values, strict=False):
            assert all(egales(x, y) for x, y in zip(mine, read, strict=False)), page.title
