"""Reads a workbook in a process of its own: the bytes on its input, the cells on its output.

The library that reads workbooks aborts the whole process on some damaged ones (calamine 0.37
asks for 108 GB for an .xls with one byte changed): an officer's window must outlive it.
"""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from typing import TypeAlias

import pandas as pd
from python_calamine import SheetVisibleEnum

Feuilles: TypeAlias = list[tuple[str, list[list[str]]]]

_DELAI_S = 60
_SANS_FENETRE = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # Windows only


class LectureImpossibleError(Exception):
    """The process that read the workbook failed, died, or never ended."""


def lire_feuilles(octets: bytes) -> Feuilles:
    """Names and cells, all as text, of the visible sheets; read in another process.

    Raises:
        LectureImpossibleError: the workbook is damaged.
    """
    path = os.pathsep.join(entry for entry in sys.path if entry)
    try:
        done = subprocess.run(  # noqa: S603 - this very module, by this very interpreter
            [sys.executable, "-m", __name__],
            input=octets,
            capture_output=True,
            check=True,
            timeout=_DELAI_S,
            env=os.environ | {"PYTHONPATH": path},
            creationflags=_SANS_FENETRE,
        )
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
        raise LectureImpossibleError from error
    return [(name, rows) for name, rows in json.loads(done.stdout)]


def feuilles(octets: bytes) -> Feuilles:
    """The same, in this process: it may die of it."""
    found: Feuilles = []
    with pd.ExcelFile(io.BytesIO(octets), engine="calamine") as book:
        for sheet in book.book.sheets_metadata:
            if sheet.visible != SheetVisibleEnum.Visible:
                continue
            frame = pd.read_excel(
                book, sheet_name=sheet.name, header=None, dtype=str, na_filter=False
            )
            rows = [[str(cell) for cell in row] for row in frame.itertuples(index=False)]
            found.append((sheet.name, rows))
    return found


if __name__ == "__main__":
    sys.stdout.write(json.dumps(feuilles(sys.stdin.buffer.read())))
