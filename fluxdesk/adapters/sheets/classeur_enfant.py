"""Reads a workbook in a process of its own: the bytes on its input, frames on its output.

calamine aborts the whole process on some damaged workbooks: the officer's window must outlive
it. A frame is its size (four bytes) and a marshalled tuple whose first value says what it is:
a sheet, a block of its rows by columns, or why the workbook cannot be read. Nothing else of the
program is imported here: the child starts in the time of an interpreter.
"""

from __future__ import annotations

import io
import marshal
import struct
import sys
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeAlias

from python_calamine import CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import BinaryIO

LIGNES_PAR_BLOC = 1000
CELLULES_MAX = 5_000_000
MEMOIRE_MAX = 3 << 30
TAILLE = struct.Struct("<I")
# What a frame says first.
FEUILLE, LIGNES, ERREUR, FIN = "feuille", "lignes", "erreur", "fin"
# Why a workbook cannot be read.
MOT_DE_PASSE, DEMESURE, ABIME = "mot de passe", "démesuré", "abîmé"
JOUR, MOMENT, HEURE = 0, 1, 2
_VERSION = 2  # of marshal: without references, which cost more than they save

# The columns, and which of them are days only, by their ordinals, or hold times among others.
Bloc: TypeAlias = tuple[tuple[int, ...], tuple[int, ...], list[tuple[Any, ...]]]


def lire(octets: bytes, sortie: BinaryIO) -> None:
    """Write every sheet of the workbook as frames, or the reason why not."""
    try:
        _lire(octets, sortie)
    except PasswordError:
        _ecrire(sortie, (ERREUR, MOT_DE_PASSE))
    except MemoryError:
        _ecrire(sortie, (ERREUR, DEMESURE))
    except Exception:  # noqa: BLE001 - ten unrelated types on damaged workbooks (surete.md §5.1)
        _ecrire(sortie, (ERREUR, ABIME))
    else:
        _ecrire(sortie, (FIN,))
    sortie.flush()


def _lire(octets: bytes, sortie: BinaryIO) -> None:
    book = CalamineWorkbook.from_filelike(io.BytesIO(octets))
    for told in book.sheets_metadata:
        if told.typ != SheetTypeEnum.WorkSheet:
            continue  # a chart, a macro, an old dialogue: no cells
        sheet = book.get_sheet_by_name(told.name)
        last = sheet.end or (-1, -1)
        if (last[0] + 1) * (last[1] + 1) > CELLULES_MAX:
            raise MemoryError
        hidden = told.visible != SheetVisibleEnum.Visible
        merged = [(*first, *last) for first, last in sheet.merged_cell_ranges or ()]
        shift = sheet.start[1] if sheet.start else 0
        _ecrire(sortie, (FEUILLE, told.name, hidden, last[0] + 1, shift, merged))
        rows = sheet.iter_rows()
        while block := list(islice(rows, LIGNES_PAR_BLOC)):
            _ecrire(sortie, (LIGNES, len(block), marshal.dumps(par_colonnes(block), _VERSION)))


def par_colonnes(lignes: Sequence[Sequence[Any]]) -> Bloc:
    """The columns of these rows; days and times as marshal knows them."""
    columns = list(zip(*lignes, strict=True))
    days, timed = [], []
    for index, column in enumerate(columns):
        kinds = set(map(type, column))
        if kinds == {date}:
            days.append(index)
            columns[index] = tuple(map(date.toordinal, column))
        elif not kinds.isdisjoint((date, datetime, time, timedelta)):
            timed.append(index)
            columns[index] = tuple(map(_transportable, column))
    return tuple(days), tuple(timed), columns


def _transportable(cellule: object) -> object:
    """The cell, or its kind and its text where marshal does not know it."""
    match cellule:
        case datetime():
            return (MOMENT, cellule.isoformat())
        case date():
            return (JOUR, cellule.isoformat())
        case time():
            return (HEURE, cellule.isoformat())
        case timedelta():
            minutes, seconds = divmod(int(cellule.total_seconds()), 60)
            return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"
        case _:
            return cellule


def _ecrire(sortie: BinaryIO, cadre: tuple[Any, ...]) -> None:
    data = marshal.dumps(cadre, _VERSION)
    sortie.write(TAILLE.pack(len(data)))
    sortie.write(data)


def limiter_memoire() -> None:
    """Let this process ask for no more than it may ever need, where the system can hold it."""
    try:
        import resource  # noqa: PLC0415 - unknown to Windows
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMOIRE_MAX, MEMOIRE_MAX))


if __name__ == "__main__":
    limiter_memoire()
    lire(sys.stdin.buffer.read(), sys.stdout.buffer)
