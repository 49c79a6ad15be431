"""Lines of a file by the thousand: their cells by palettes of neighbouring columns.

Neighbouring columns say the same for many lines: those of a commune, of a programme. A palette
holds each set of cells once; a line is then a few ranks. Plain lists, so that whoever cuts a
file fast (``adapters.sheets``) and whoever knows what the cells mean stay apart.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(slots=True, eq=False)
class Palette:
    """The sets of cells met so far in neighbouring columns; it only ever grows.

    ``colonnes`` names them; an empty name is a column to leave out.
    """

    colonnes: tuple[str, ...]
    valeurs: list[tuple[str, ...]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Bloc:
    """Some lines in the order of the file.

    ``rangs`` holds, palette by palette, the rank of each line's cells. ``ecarts`` are the lines
    that do not fit the columns: their numbers, and how many cells they have, in words.
    """

    numeros: Sequence[int]
    palettes: Sequence[Palette]
    rangs: Sequence[Sequence[int]]
    ecarts: Sequence[tuple[int, str]] = ()

    def champs(self, ligne: int) -> dict[str, str]:
        """The cells of the line at this place in the block, by column name."""
        found: dict[str, str] = {}
        for palette, ranks in zip(self.palettes, self.rangs, strict=True):
            cells = palette.valeurs[ranks[ligne]]
            found |= dict(zip(palette.colonnes, cells, strict=True))
        found.pop("", None)
        return found

    def __len__(self) -> int:
        return len(self.numeros) + len(self.ecarts)
