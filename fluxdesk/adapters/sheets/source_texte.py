"""A text file as a source: one sheet of text cells, cut into lines once, into cells when asked."""

from __future__ import annotations

import csv
from array import array
from collections import Counter
from typing import TYPE_CHECKING

from typing_extensions import override

from fluxdesk.adapters.sheets.lignes_paresseuses import LignesParBlocs
from fluxdesk.adapters.sheets.texte import SEPARATEURS, lignes_physiques, rangees
from fluxdesk.domain.tableau_lu import Feuille, SourceLue

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from fluxdesk.services.ports import Progress

_TEMOINS = 200
_LIGNES_D_UNE_CELLULE = 50  # as texte.rangees has it
_PAR_BLOC = 1000
_PAS = 20_000
_QUOI = "Lecture du fichier"
_SEP = "sep="
_POIDS_VIRGULE = 0.85  # a comma is as often in a number as between two cells


class LignesDeTexte(LignesParBlocs):
    """Records of a text, by the index of their first lines; blank ones have no cell."""

    def __init__(
        self, lignes: Sequence[str], debuts: Sequence[int], signe: str, largeur: int
    ) -> None:
        super().__init__(len(debuts), _PAR_BLOC)
        self._lignes = lignes
        self._debuts = debuts
        self._signe = signe
        self._largeur = largeur

    @override
    def _ouvrir(self, bloc: int) -> Sequence[Sequence[str]]:
        starts = self._debuts[bloc * _PAR_BLOC : (bloc + 1) * _PAR_BLOC]
        return [self._cellules(start) for start in starts]

    def _cellules(self, debut: int) -> Sequence[str]:
        line = self._lignes[debut]
        if '"' not in line:
            cells = line.split(self._signe)
            return cells if any(map(str.strip, cells)) else ()
        return _rangee(self._lignes, debut, self._signe, self._largeur)


def feuille_de_texte(chemin: Path, texte: str, encodage: str, progress: Progress) -> SourceLue:
    """The one table of a text file, its separator found, blank lines kept.

    Raises:
        AnnuleError: stopped on the way.
    """
    lines = lignes_physiques(texte)
    while not lines[-1].strip():
        lines.pop()
    first = 1 if lines[0].lower().startswith(_SEP) and len(lines) > 1 else 0
    said = lines[0][len(_SEP) : len(_SEP) + 1] if first else ""
    sign, width = _coupe(lines[first:], said)
    starts = _debuts(lines, sign, width, first, progress)
    plain = len(starts) == len(lines) - first
    sheet = Feuille(
        nom=chemin.stem,
        lignes=LignesDeTexte(lines, starts, sign, width),
        numero_premiere=first + 1,
        numeros=() if plain else array("l", (start + 1 for start in starts)),
    )
    return SourceLue(
        nom=chemin.name,
        format="Fichier texte",
        encodage=encodage,
        separateur=sign if width > 1 else "",
        feuilles=(sheet,),
    )


def _debuts(
    lines: Sequence[str], signe: str, largeur: int, premiere: int, progress: Progress
) -> array[int]:
    """The index of the first line of each record: a quoted cell may run over several."""
    starts = array("l")
    index, due = premiere, 0
    while index < len(lines):
        if index >= due:
            progress(index, len(lines), _QUOI)
            due = index + _PAS
        starts.append(index)
        taken = 1
        if '"' in lines[index]:
            cells = _rangee(lines, index, signe, largeur)
            taken += sum(cell.count("\n") for cell in cells)
        index += taken
    return starts


def _rangee(lines: Sequence[str], index: int, signe: str, largeur: int) -> Sequence[str]:
    """The cells of the record that begins on this line; none where it is blank."""
    window = lines[index : index + _LIGNES_D_UNE_CELLULE]
    record = next(rangees(window, signe, largeur, 0), None)
    return record.cellules if record is not None and record.numero == 1 else ()


def _coupe(lines: Sequence[str], dit: str) -> tuple[str, int]:
    """The separator, and how many cells most lines have with it; 1 where nothing separates."""
    seen = [line for line in lines if line.strip()][:_TEMOINS]

    def mesure(sign: str) -> tuple[float, int]:
        widths = Counter(_largeur(line, sign) for line in seen)
        widths.pop(1, None)
        if not widths:
            return 0.0, 1
        width, alike = max(widths.items(), key=lambda item: (item[1], item[0]))
        share = alike / len(seen)
        return round(share * (_POIDS_VIRGULE if sign == "," else 1), 1), width

    measured = {sign: mesure(sign) for sign in (dit or SEPARATEURS)}
    best = max(measured, key=measured.__getitem__)
    return best, measured[best][1]


def _largeur(line: str, signe: str) -> int:
    """How many cells a line has, by its quotes where they pair, else by its separators alone."""
    if '"' in line and line.count('"') % 2 == 0:
        try:
            return len(next(csv.reader([line], delimiter=signe)))
        except csv.Error:  # a cell beyond the limit of the csv module
            pass
    return line.count(signe) + 1
