"""Neighbouring columns of RPLS looked up as one piece of bytes; which ones go together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fluxdesk.adapters.sheets.texte import sans_guillemets
from fluxdesk.domain.rpls_bloc import Palette

if TYPE_CHECKING:
    from collections.abc import Sequence

_COULEURS_MAX = 50_000
_PAR_DEFAUT = 6  # columns of a palette, where no line tells which go together
# Costs that the plan of palettes weighs, in tenths of a microsecond: a piece looked up on a
# line, a piece met for the first time, one more cell of it.
_CHERCHER, _DECOUVRIR, _LIRE = 3, 30, 15


@dataclass(frozen=True, slots=True)
class Mise:
    """How lines are cut: sign, encoding, and columns; ``""`` for one that is left out.

    ``requises`` is how many cells a line must have: columns without a name at the end may miss.
    """

    signe: str
    codec: str
    noms: tuple[str, ...]
    requises: int


class _Coupe(dict[bytes, int]):
    """The ranks of pieces in one palette; a piece never met is read and takes the next rank."""

    def __init__(self, mise: Mise, debut: int, fin: int) -> None:
        super().__init__()
        self.debut, self.fin = debut, fin
        self._mise = mise
        self._largeur = fin - debut
        self._entre = f'"{mise.signe}"'  # between two cells in quotes
        self._cellules: dict[tuple[str, ...], int] = {}
        self.palette = Palette(mise.noms[debut:fin])
        self.vides: set[int] = set()

    def __missing__(self, piece: bytes) -> int:
        text = piece.decode(self._mise.codec, errors="replace")
        cells = text[1:-1].split(self._entre)
        quoted = text[:1] == text[-1:] == '"' and len(cells) == self._largeur
        if not quoted or text.count('"') != 2 * self._largeur:
            cells = [sans_guillemets(cell) for cell in text.split(self._mise.signe)]
        rank = self.rang(tuple(cells))
        self[piece] = rank
        return rank

    def rang(self, cells: tuple[str, ...]) -> int:
        """The rank of these cells."""
        known = self._cellules.get(cells)
        if known is not None:
            return known
        rank = self._cellules[cells] = len(self.palette.valeurs)
        self.palette.valeurs.append(cells)
        if not any(map(str.strip, cells)):
            self.vides.add(rank)
        return rank

    def vider(self) -> None:
        """Begin a new palette."""
        self.clear()
        self._cellules.clear()
        self.vides.clear()
        self.palette = Palette(self.palette.colonnes)


class Alliage(dict[tuple[int, ...], int]):
    """The ranks of sets of ranks: palettes that vary together are shown as one."""

    def __init__(self, coupes: Sequence[_Coupe]) -> None:
        super().__init__()
        self.coupes = coupes
        self._seule = coupes[0] if len(coupes) == 1 else None
        names = (name for coupe in coupes for name in coupe.palette.colonnes)
        self._palette = Palette(tuple(names))
        self._vides: set[int] = set()

    @property
    def palette(self) -> Palette:
        """What lines show of it."""
        return self._seule.palette if self._seule else self._palette

    @property
    def vides(self) -> set[int]:
        """The ranks that hold nothing."""
        return self._seule.vides if self._seule else self._vides

    def __missing__(self, rangs: tuple[int, ...]) -> int:
        cells: tuple[str, ...] = ()
        for coupe, rank in zip(self.coupes, rangs, strict=True):
            cells += coupe.palette.valeurs[rank]
        rank = self[rangs] = len(self._palette.valeurs)
        self._palette.valeurs.append(cells)
        if not any(map(str.strip, cells)):
            self._vides.add(rank)
        return rank

    def rang(self, cellules: Sequence[str]) -> int:
        """The rank of the cells of one line."""
        ranks = [coupe.rang(tuple(cellules[coupe.debut : coupe.fin])) for coupe in self.coupes]
        return ranks[0] if self._seule else self[tuple(ranks)]

    def allier(self, rangs: Sequence[list[int]]) -> list[int]:
        """The ranks of lines, from their ranks in each palette."""
        if self._seule:
            return rangs[0]
        return list(map(self.__getitem__, zip(*rangs, strict=True)))

    def alleger(self) -> None:
        """Begin a new palette where one of them has grown too much."""
        sizes = (len(self), *(len(coupe.palette.valeurs) for coupe in self.coupes))
        if max(sizes) > _COULEURS_MAX:
            self.clear()
            self._vides.clear()
            self._palette = Palette(self._palette.colonnes)
            for coupe in self.coupes:
                coupe.vider()


def planifier(mise: Mise, lignes: Sequence[Sequence[str]]) -> list[Alliage]:
    """The palettes of a file, from some of its lines cut into cells."""
    coupes = [
        (_Coupe(mise, start, end), ranks)
        for start, end, ranks in _paliers(list(zip(*lignes, strict=True)), len(mise.noms))
    ]
    return [Alliage(together) for together in _allier(coupes)]


def _paliers(colonnes: Sequence[Sequence[str]], largeur: int) -> list[tuple[int, int, list[int]]]:
    """Runs of columns, with the rank of each line in them, that cost less together than apart."""
    if not colonnes:
        return [(at, min(at + _PAR_DEFAUT, largeur), []) for at in range(0, largeur, _PAR_DEFAUT)]
    runs: list[tuple[int, int, list[int]]] = []
    begun, together = 0, _numeroter(colonnes[0])
    for place in range(1, largeur):
        alone = _numeroter(colonnes[place])
        both = _numeroter(list(zip(together, alone, strict=True)))
        apart = _cout(together, place - begun) + _cout(alone, 1)
        if _cout(both, place - begun + 1) <= apart:
            together = both
        else:
            runs.append((begun, place, together))
            begun, together = place, alone
    return [*runs, (begun, largeur, together)]


def _allier(coupes: Sequence[tuple[_Coupe, list[int]]]) -> list[list[_Coupe]]:
    """Palettes that hardly vary more together than the one of them that varies most."""
    groups: list[tuple[list[_Coupe], list[int]]] = []
    for coupe, ranks in sorted(coupes, key=lambda found: -_distincts(found[1])):
        for group, (members, together) in enumerate(groups):
            both = _numeroter(list(zip(together, ranks, strict=True)))
            if _distincts(both) * 10 <= _distincts(together) * 11:
                groups[group] = ([*members, coupe], both)
                break
        else:
            groups.append(([coupe], ranks))
    return [members for members, _ in groups]


def _numeroter(valeurs: Sequence[object]) -> list[int]:
    ranks: dict[object, int] = {}
    return [ranks.setdefault(value, len(ranks)) for value in valeurs]


def _distincts(rangs: Sequence[int]) -> int:
    return max(rangs, default=-1) + 1


def _cout(rangs: Sequence[int], colonnes: int) -> int:
    return len(rangs) * _CHERCHER + _distincts(rangs) * (_DECOUVRIR + colonnes * _LIRE)
