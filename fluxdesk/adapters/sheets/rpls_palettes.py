"""Lines of RPLS cut into palettes (``domain.rpls_bloc``), at the speed of the disk.

Most lines hold the right number of separators: numpy finds them all at once, and each run of
neighbouring columns becomes one piece of bytes, looked up whole. Only pieces never met are cut
into cells. The other lines take the way of ``texte.rangee``, with its care for quotes.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from fluxdesk.adapters.sheets.rpls_coupes import planifier
from fluxdesk.adapters.sheets.texte import LIGNES_D_UNE_CELLULE, rangee
from fluxdesk.domain.rpls_bloc import Bloc

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from fluxdesk.adapters.sheets.rpls_coupes import Alliage, Mise

LIGNES_PAR_BLOC = 500
_TEMOINS = 2_000
_LF, _CR, _GUILLEMET = 10, 13, 34


@dataclass(frozen=True, slots=True)
class _Reperage:
    """Where the lines and separators of some bytes are; ``compte`` separators a line."""

    octets: bytes
    debuts: NDArray[np.int64]
    fins: NDArray[np.int64]
    signes: NDArray[np.int64]
    premiers: NDArray[np.int64]
    compte: NDArray[np.int64]

    @classmethod
    def de(cls, octets: bytes, signe: str) -> _Reperage:
        """Of bytes that end with a line."""
        table = np.frombuffer(octets, np.uint8)
        ends = np.flatnonzero(table == _LF)
        starts = np.concatenate((np.zeros(1, np.int64), ends[:-1] + 1))
        ends -= table[ends - 1] == _CR  # at 0, it looks at the last byte, which is LF
        signs = np.flatnonzero(table == ord(signe))
        bounds = np.searchsorted(signs, np.concatenate((starts, ends[-1:])))
        return cls(octets, starts, ends, signs, bounds[:-1], np.diff(bounds))

    def simples(self, largeur: int) -> NDArray[np.bool_]:
        """Lines that are cut at each of their signs, whatever their quotes (``texte.rangees``)."""
        found: NDArray[np.bool_] = self.compte == largeur - 1
        last = self.debuts.copy()
        if largeur > 1:
            rows = np.flatnonzero(found)
            last[rows] = self.signes[self.premiers[rows] + largeur - 2] + 1
        table = np.frombuffer(self.octets, np.uint8)
        opened = np.flatnonzero(found & (table[last] == _GUILLEMET))
        cells = zip(opened.tolist(), last[opened].tolist(), self.fins[opened].tolist(), strict=True)
        for line, start, end in cells:
            if self.octets.count(b'"', start, end) % 2:
                found[line] = False  # it may go on below
        return found

    def texte(self, ligne: int, codec: str) -> str:
        """One line."""
        piece = self.octets[int(self.debuts[ligne]) : int(self.fins[ligne])]
        return piece.decode(codec, errors="replace")

    def textes(self, debut: int, codec: str) -> list[str]:
        """The lines from this one, as many as a record may take."""
        last = min(debut + LIGNES_D_UNE_CELLULE, len(self.fins)) - 1
        piece = self.octets[int(self.debuts[debut]) : int(self.fins[last])]
        return piece.decode(codec, errors="replace").replace("\r\n", "\n").split("\n")


class Decoupeur:
    """Cuts the lines of a file into blocks."""

    def __init__(self, mise: Mise, debut: int) -> None:
        """``debut``: how many lines stand above the data."""
        self.lignes = 0
        self._mise = mise
        self._prises = debut
        self._alliages: list[Alliage] = []

    def blocs(self, morceaux: Iterator[bytes]) -> Iterator[Bloc]:
        """Blocks of the data lines; ``lignes`` says how many lines of the file are done."""
        rest = b""
        for piece in morceaux:
            octets = rest + piece
            # The last lines wait: a record may begin there and go on in what follows.
            keep = _sans_les_dernieres(octets, LIGNES_D_UNE_CELLULE)
            if keep:
                yield from self._couper(octets, keep)
            rest = octets[keep:]
        if rest:
            yield from self._couper(rest, len(rest))

    def _couper(self, octets: bytes, fin: int) -> Iterator[Bloc]:
        """The records that begin before ``fin``."""
        found = _Reperage.de(octets, self._mise.signe)
        number = int(np.searchsorted(found.debuts, fin))
        simple = found.simples(len(self._mise.noms))[:number]
        simple[: self._prises] = False
        odd = self._a_la_main(found, simple)
        lines = np.flatnonzero(simple)
        if not self._alliages:
            self._planifier(found, lines, odd)
        for alliage in self._alliages:
            alliage.alleger()
        yield from self._blocs(self._rangs(found, lines), lines.tolist(), odd, number)
        self.lignes += number

    def _a_la_main(self, found: _Reperage, simple: NDArray[np.bool_]) -> dict[int, list[str]]:
        """The cells of the records that are not simple, by line; the lines they run over go."""
        odd: dict[int, list[str]] = {}
        mise, next_ = self._mise, self._prises
        for line in np.flatnonzero(~simple).tolist():
            if line < next_:
                continue
            cells, taken = rangee(found.textes(line, mise.codec), 0, mise.signe, len(mise.noms))
            next_ = line + taken
            simple[line + 1 : next_] = False
            if any(map(str.strip, cells)):
                odd[line] = cells
        self._prises = max(0, next_ - len(simple))
        return odd

    def _planifier(
        self, found: _Reperage, lines: NDArray[np.int64], odd: dict[int, list[str]]
    ) -> None:
        mise = self._mise
        texts = (found.texte(line, mise.codec) for line in lines[:_TEMOINS].tolist())
        rows = [text.split(mise.signe) for text in texts]
        rows += [cells for cells in odd.values() if len(cells) == len(mise.noms)][:_TEMOINS]
        self._alliages = planifier(mise, rows)

    def _rangs(self, found: _Reperage, lines: NDArray[np.int64]) -> list[list[int]]:
        """The ranks of the simple lines, palette by palette."""
        width, octets = len(self._mise.noms), found.octets
        first, begins, ends = found.premiers[lines], found.debuts[lines], found.fins[lines]
        ranks: list[list[int]] = []
        for alliage in self._alliages:
            apart: list[list[int]] = []
            for coupe in alliage.coupes:
                start = found.signes[first + coupe.debut - 1] + 1 if coupe.debut else begins
                end = found.signes[first + coupe.fin - 1] if coupe.fin < width else ends
                pieces = [octets[i:j] for i, j in zip(start.tolist(), end.tolist(), strict=True)]
                apart.append(list(map(coupe.__getitem__, pieces)))
            ranks.append(alliage.allier(apart))
        return ranks

    def _blocs(
        self, rangs: list[list[int]], lines: list[int], odd: dict[int, list[str]], nombre: int
    ) -> Iterator[Bloc]:
        gaps: list[tuple[int, str]] = []
        if odd or all(alliage.vides for alliage in self._alliages):
            gaps = self._meler(rangs, lines, odd)
        palettes = [alliage.palette for alliage in self._alliages]
        above, begun, told = self.lignes, 0, 0
        for end in range(LIGNES_PAR_BLOC, nombre + LIGNES_PAR_BLOC, LIGNES_PAR_BLOC):
            stop, heard = bisect_left(lines, end, begun), bisect_left(gaps, (end,), told)
            numbers = [above + line + 1 for line in lines[begun:stop]]
            apart = [(above + line + 1, words) for line, words in gaps[told:heard]]
            self.lignes = above + min(end, nombre)
            yield Bloc(numbers, palettes, [ranks[begun:stop] for ranks in rangs], apart)
            begun, told = stop, heard
        self.lignes = above

    def _meler(
        self, rangs: list[list[int]], lines: list[int], odd: dict[int, list[str]]
    ) -> list[tuple[int, str]]:
        """Put odd lines at their places, take blank ones out; the lines that fit no column."""
        width, needed = len(self._mise.noms), self._mise.requises
        gaps: list[tuple[int, str]] = []
        rows = list(zip(lines, *rangs, strict=True))
        for line, cells in odd.items():
            if needed <= len(cells) <= width:
                padded = [*cells, *[""] * (width - len(cells))]
                rows.append((line, *(alliage.rang(padded) for alliage in self._alliages)))
            else:
                gaps.append((line, f"{len(cells)} cellules au lieu de {needed}"))
        blank = [alliage.vides for alliage in self._alliages]
        rows = [r for r in rows if any(x not in v for x, v in zip(r[1:], blank, strict=True))]
        rows.sort()
        lines[:] = [row[0] for row in rows]
        for place, ranks in enumerate(rangs, start=1):
            ranks[:] = [row[place] for row in rows]
        return gaps


def _sans_les_dernieres(octets: bytes, lignes: int) -> int:
    """Where the last lines begin; 0 where there are no others."""
    end = len(octets)
    for _ in range(lignes + 1):
        end = octets.rfind(b"\n", 0, end)
        if end < 0:
            return 0
    return end + 1
