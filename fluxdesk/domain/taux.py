"""Percentages as officers type them, kept exact in 1/10 000."""

from __future__ import annotations

import re

from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.flux.parties import UN

_TAUX = re.compile(r"(\d{1,3})(?:[.,](\d+))?( ?%)?", re.ASCII)
_DECIMALES = 2


class TauxIllisibleError(FluxDeskError):
    """Not a percentage from 0 to 100 with two decimals at most."""

    def __init__(self, texte: str) -> None:
        super().__init__(
            f"« {texte} » n’est pas un taux. Écrivez un pourcentage de 0 à 100, avec deux "
            "décimales au plus, comme « 22,5 »."
        )


class TauxAmbiguError(FluxDeskError):
    """A number under 1 without its sign: a spreadsheet keeps 25 % as 0.25."""

    def __init__(self, texte: str) -> None:
        super().__init__(
            f"« {texte} » peut dire {texte} % ou être le nombre qu’un tableur garde d’un "
            "pourcentage. Écrivez le taux en texte, avec son signe %."
        )


def lire_taux(texte: str) -> int:
    """``22,5``, ``22.5 %`` or ``25 %`` in 1/10 000, exactly.

    Raises:
        TauxIllisibleError: another word, more than two decimals, or over 100 %.
        TauxAmbiguError: between 0 and 1 without the sign.
    """
    found = _TAUX.fullmatch(" ".join(texte.split()))
    if found is None:
        raise TauxIllisibleError(texte)
    whole, decimals, sign = found[1], (found[2] or "").rstrip("0"), found[3]
    if len(decimals) > _DECIMALES:
        if not int(whole) and not sign:
            raise TauxAmbiguError(texte)
        raise TauxIllisibleError(texte)
    rate = int(whole) * 100 + int(decimals.ljust(_DECIMALES, "0"))
    if rate > UN:
        raise TauxIllisibleError(texte)
    if 0 < rate < UN // 100 and not sign:
        raise TauxAmbiguError(texte)
    return rate


def ecrire_taux(dix_milliemes: int) -> str:
    """The text that ``lire_taux`` reads back, with its sign: ``22,5 %``."""
    whole, cents = divmod(dix_milliemes, 100)
    decimals = f"{cents:02d}".rstrip("0")
    return f"{whole},{decimals} %" if decimals else f"{whole} %"
