"""Whole numbers out of exact shares, by the largest remainder (regles.md 92, 99)."""

from __future__ import annotations

from fractions import Fraction
from math import floor
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_DEMI = Fraction(1, 2)


def plus_fort_reste(parts: Sequence[Fraction], total: int | None = None) -> tuple[int, ...]:
    """Each share rounded down, then one more to the largest remainders up to ``total``.

    ``total`` is that of the shares, rounded (halves up), where it is not given; it is never
    further from it than there are shares. Equal remainders: the first one named.
    """
    whole = floor(sum(parts) + _DEMI) if total is None else total
    found = [floor(part) for part in parts]
    order = sorted(range(len(parts)), key=lambda rank: found[rank] - parts[rank])
    for rank in order[: whole - sum(found)]:
        found[rank] += 1
    return tuple(found)
