"""Time the reading of a big workbook beside python-calamine alone, on the same file.

    python -m tests.bancs.classeur [ROWS COLUMNS]

The goal (issue 4): xlsx of 100 000 rows by 40 columns in at most 1.3 times the library's own time.
Calamine reads in a fresh process, as FluxDesk does; each figure is the best of three, wall time,
one after the other so that both meet the same machine. FluxDesk's time is the whole ``lire_source``
and the opening of every row it gives back.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time
import zipfile
from itertools import pairwise
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from fluxdesk.adapters.sheets.feuille_xml import lettres_de
from fluxdesk.adapters.sheets.source_reader import lire_source

LIGNES, COLONNES = 100_000, 40
ESSAIS = 3
SCHEMAS = "http://schemas.openxmlformats.org"
PRINCIPAL = f'xmlns="{SCHEMAS}/spreadsheetml/2006/main"'
LIENS = f"{SCHEMAS}/officeDocument/2006/relationships"
PAQUET = f'xmlns="{SCHEMAS}/package/2006/relationships"'
MEMBRES = {
    "[Content_Types].xml": f'<Types xmlns="{SCHEMAS}/package/2006/content-types"/>',
    "_rels/.rels": f'<Relationships {PAQUET}><Relationship Id="r1" Type="{LIENS}/officeDocument" '
    'Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook {PRINCIPAL} xmlns:r="{LIENS}"><sheets>'
    '<sheet name="Parc" sheetId="1" r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f"<Relationships {PAQUET}>"
    f'<Relationship Id="r1" Type="{LIENS}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="r2" Type="{LIENS}/styles" Target="styles.xml"/>'
    f'<Relationship Id="r3" Type="{LIENS}/sharedStrings" Target="sharedStrings.xml"/>'
    "</Relationships>",
    "xl/styles.xml": f'<styleSheet {PRINCIPAL}><cellXfs><xf numFmtId="0"/>'
    '<xf numFmtId="14"/></cellXfs></styleSheet>',
}
SEULE = (
    "import sys; from time import perf_counter as t; from python_calamine import CalamineWorkbook;"
    "a = t(); rows = CalamineWorkbook.from_path(sys.argv[1]).get_sheet_by_index(0).to_python();"
    "print(t() - a)"
)


def main() -> None:
    """Make the workbook, read it both ways, print the times and their ratio."""
    rows, columns = map(int, sys.argv[1:3]) if len(sys.argv) > 2 else (LIGNES, COLONNES)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "parc.xlsx"
        ecrire(path, rows, columns)
        alone, ours = [], []
        gap = 0.0
        for _ in range(ESSAIS):
            alone.append(seule(path))
            spent, longest = lire(path, rows)
            ours.append(spent)
            gap = max(gap, longest)
        size = path.stat().st_size / 1e6
    here, child = (
        resource.getrusage(who).ru_maxrss / 1024
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    told = (
        f"{rows} x {columns}, {size:.1f} MB",
        f"python-calamine alone: {min(alone):6.2f} s",
        f"lire_source, all rows: {min(ours):6.2f} s",
        f"ratio:                 {min(ours) / min(alone):6.2f}   (goal 1.30)",
        f"longest silence of the progress: {gap:.2f} s (goal 0.20)",
        f"memory: {here:.0f} MB here, {child:.0f} MB in the largest child (goal 600 together)",
    )
    sys.stdout.write("\n".join(told) + "\n")


def seule(path: Path) -> float:
    """Seconds that the library takes, in a process of its own, its start left out."""
    done = subprocess.run(  # noqa: S603 - this very interpreter
        [sys.executable, "-c", SEULE, str(path)], capture_output=True, check=True, text=True
    )
    return float(done.stdout)


def lire(path: Path, lignes: int) -> tuple[float, float]:
    """Seconds that FluxDesk takes, and the longest between two reports."""
    told = [time.perf_counter()]
    source = lire_source(path, lambda *_: told.append(time.perf_counter()))
    count = sum(1 for _ in source.feuilles[0].lignes)
    spent = time.perf_counter() - told[0]
    assert count == lignes + 1
    return spent, max(after - before for before, after in pairwise(told))


def ecrire(path: Path, lignes: int, colonnes: int) -> None:
    """A workbook as Excel writes one, texts shared: codes, names, numbers, dates, and holes."""
    chance = Random(4)  # noqa: S311 - made-up dwellings
    texts: dict[str, int] = {}
    letters = [lettres_de(column + 1) for column in range(colonnes)]

    def texte(text: str) -> str:
        return f' t="s"><v>{texts.setdefault(text, len(texts))}</v></c>'

    kinds = (
        lambda row: texte(f"L{row:06}"),
        lambda _: f"><v>{chance.randrange(100_000) / 100}</v></c>",
        lambda _: f"><v>{1950 + chance.randrange(70)}</v></c>",
        lambda _: f' s="1"><v>{36_000 + chance.randrange(9000)}</v></c>',
        lambda _: texte(f"{chance.randrange(3000)} RUE DES LILAS"),
        lambda _: texte(f"T{chance.randrange(1, 7)}"),
        lambda _: "/>",
        lambda _: texte(f"PROGRAMME {chance.randrange(800)}"),
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as out:
        for name, text in MEMBRES.items():
            out.writestr(name, f'<?xml version="1.0" encoding="UTF-8"?>{text}')
        with out.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            corner = f"{letters[-1]}{lignes + 1}"
            sheet.write(f'<worksheet {PRINCIPAL}><dimension ref="A1:{corner}"/>'.encode())
            titles = "".join(f'<c r="{c}1"{texte(f"Titre {c}")}' for c in letters)
            sheet.write(f'<sheetData><row r="1">{titles}</row>'.encode())
            for row in range(2, lignes + 2):
                cells = "".join(
                    f'<c r="{letter}{row}"{kinds[column % len(kinds)](row)}'
                    for column, letter in enumerate(letters)
                )
                sheet.write(f'<row r="{row}">{cells}</row>'.encode())
            sheet.write(b"</sheetData></worksheet>")
        items = "".join(f"<si><t>{text}</t></si>" for text in texts)
        out.writestr("xl/sharedStrings.xml", f"<sst {PRINCIPAL}>{items}</sst>")


if __name__ == "__main__":
    main()
