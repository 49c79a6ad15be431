"""Numbers as French readers expect them, computed without any float."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fractions import Fraction

MOINS = "\u2212"


def nombre(valeur: Fraction, decimales: int = 2, *, signe: bool = False) -> str:
    """Write an exact value with a decimal comma; halves go to the even neighbour.

    Args:
        valeur: any exact value, in any unit.
        decimales: digits after the comma; 0 writes no comma.
        signe: whether a value above zero carries a plus; zero never carries a sign.

    Returns:
        The text, with U+2212 for minus, no thousands separator, and never a negative zero.
    """
    unites = round(valeur * 10**decimales)
    marque = MOINS if unites < 0 else "+" if signe and unites > 0 else ""
    chiffres = str(abs(unites)).rjust(decimales + 1, "0")
    coupe = len(chiffres) - decimales
    virgule = "," if decimales else ""
    return f"{marque}{chiffres[:coupe]}{virgule}{chiffres[coupe:]}"
