"""Reads a table whose columns are named, workbook or csv (ports.LecteurTableau)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fluxdesk.adapters.sheets.classeur_sur import OLE, ZIP, abime, verifier
from fluxdesk.adapters.sheets.lecture_isolee import LectureImpossibleError, lire_feuilles
from fluxdesk.adapters.sheets.texte import (
    SEPARATEURS,
    Rangee,
    lignes_physiques,
    lire_octets,
    lire_texte,
    rangees,
)
from fluxdesk.domain.cellules import CELLULES
from fluxdesk.domain.typographie import plie
from fluxdesk.services.ports import ColonnesAbsentesError, FichierLu, LigneLue

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

_LIGNES_AVANT_ENTETE = 20
_NON_MOT = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class _Table:
    """The named columns of a table and its records below them."""

    format: str
    noms: Sequence[str]
    records: Sequence[Rangee]


def lire_tableau(chemin: Path, attendues: Sequence[str]) -> FichierLu:
    """Every line under the row that names the columns; other columns are left out.

    Raises:
        FichierIllisibleError: unreadable or unsafe file, or no row names expected columns.
    """
    octets = lire_octets(chemin)
    if octets.startswith((ZIP, OLE)):
        verifier(chemin, octets)
        table, encodage = _du_classeur(chemin, octets, attendues), "classeur"
    else:
        texte, encodage = lire_texte(chemin)
        table = _du_texte(lignes_physiques(texte), attendues)
    if table is None:
        named = ", ".join(attendues)
        message = (
            f"Le fichier « {chemin.name} » ne nomme pas les colonnes attendues : {named}. "
            "Partez du modèle."
        )
        raise ColonnesAbsentesError(message)
    known = _reconnues(table.noms, attendues)
    places = {n: place for place, n in reversed(list(enumerate(table.noms))) if n in known}
    return FichierLu(
        nom=chemin.name,
        format=table.format,
        encodage=encodage,
        lignes=[_ligne(record, places, len(table.noms)) for record in table.records],
        colonnes=tuple(sorted(places, key=places.__getitem__)),
    )


def nom_de_colonne(entete: str) -> str:
    """The name a header cell is known by: ``Date de congé`` is ``date_de_conge``."""
    return _NON_MOT.sub("_", plie(entete)).strip("_")


def _reconnues(noms: Iterable[str], attendues: Sequence[str]) -> set[str]:
    """The names that are expected; ``zone_abc*`` expects every name that begins so."""
    begins = tuple(name[:-1] for name in attendues if name.endswith("*"))
    return {n for n in noms if n in attendues or (begins and n.startswith(begins))}


def _ligne(record: Rangee, places: dict[str, int], largeur: int) -> LigneLue:
    """The line by column; cells missing at its end are empty ones, cells too many refuse it."""
    cells = record.cellules
    if any(cell.strip() for cell in cells[largeur:]):
        return LigneLue(record.numero, {CELLULES: f"{len(cells)} cellules au lieu de {largeur}"})
    padded = [*cells, *[""] * (largeur - len(cells))]
    return LigneLue(record.numero, {name: padded[place] for name, place in places.items()})


def _entete(rows: Sequence[Rangee], attendues: Sequence[str]) -> tuple[int, list[str]]:
    """Index and names of the row that names most expected columns, among the first ones."""
    named = [[nom_de_colonne(cell) for cell in row.cellules] for row in rows]
    best = max(range(len(rows)), key=lambda i: len(_reconnues(named[i], attendues)))
    return best, named[best]


def _table(format_: str, rows: Sequence[Rangee], attendues: Sequence[str]) -> _Table | None:
    head = rows[:_LIGNES_AVANT_ENTETE]
    if not head:
        return None
    index, names = _entete(head, attendues)
    if not _reconnues(names, attendues):
        return None
    return _Table(format_, names, rows[index + 1 :])


def _du_texte(lines: Sequence[str], attendues: Sequence[str]) -> _Table | None:
    """The table cut by the separator that lets the header name most expected columns."""
    start = 1 if lines[0].lower().startswith("sep=") else 0
    head = lines[start : start + _LIGNES_AVANT_ENTETE]

    def reconnues(sign: str, line: str) -> int:
        return len(_reconnues((nom_de_colonne(cell) for cell in line.split(sign)), attendues))

    sign = max(SEPARATEURS, key=lambda sign: max(reconnues(sign, line) for line in head))
    names = max(head, key=lambda line: reconnues(sign, line))
    width = names.count(sign) + 1
    return _table("Tableau CSV", list(rangees(lines, sign, width, start)), attendues)


def _du_classeur(chemin: Path, octets: bytes, attendues: Sequence[str]) -> _Table | None:
    """The visible sheet that names most expected columns, the first of those."""
    try:
        sheets = lire_feuilles(octets)
    except LectureImpossibleError as error:
        raise abime(chemin) from error
    found: list[_Table] = []
    for name, cells in sheets:
        rows = [
            Rangee(number, row)
            for number, row in enumerate(cells, start=1)
            if any(map(str.strip, row))
        ]
        table = _table(f"Classeur, feuille « {name} »", rows, attendues)
        if table is not None:
            found.append(table)
    return max(found, key=lambda t: len(_reconnues(t.noms, attendues)), default=None)
