"""What the words of a file stand for in the closed lists of FluxDesk."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Correspondance:
    """A value read in a column of a closed list, and the one it is taken for.

    ``champ`` is the code of the field, ``lue`` the value as the file writes it, ``nombre`` on
    how many lines. ``proposee`` is None where nothing resembles it. Only when ``sure`` may it
    be applied without the officer's word; ``confiance`` goes from 0 to 100.
    """

    champ: str
    lue: str
    nombre: int
    proposee: str | None
    confiance: int
    sure: bool
