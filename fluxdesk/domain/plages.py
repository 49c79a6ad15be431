"""Sets of ids as ranges: « 1-40,57 ». A journal entry may name a hundred thousand dwellings."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def en_plages(ids: Iterable[int]) -> str:
    """These ids, in increasing order, each once."""
    runs: list[list[int]] = []
    for ident in sorted({*ids}):
        if runs and ident == runs[-1][1] + 1:
            runs[-1][1] = ident
        else:
            runs.append([ident, ident])
    return ",".join(str(a) if a == b else f"{a}-{b}" for a, b in runs)


def lire_plages(texte: str) -> list[int]:
    """The ids that ``en_plages`` wrote."""
    found: list[int] = []
    for run in filter(None, texte.split(",")):
        first, _, last = run.partition("-")
        found.extend(range(int(first), int(last or first) + 1))
    return found
