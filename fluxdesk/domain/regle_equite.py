"""How far the part of cheap dwellings that each party has may be from its part of the flux.

Nothing here is law: the band and the ceilings are what the landlord and its partners agreed
(pratique.md B16, B23), with their source.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.gardee import gardee

ZONES = ("1bis", "1", "2", "3")
USAGE = "usage, à convenir avec les réservataires"


@gardee
@dataclass(frozen=True, slots=True, kw_only=True)
class PlafondLoyer:
    """The rent under which a dwelling of that type is cheap, in cents a month.

    ``zone`` is the 1-2-3 zone of the commune, empty for every zone.
    """

    typologie: str
    centimes: int
    zone: str = ""


@gardee
@dataclass(frozen=True, slots=True, kw_only=True)
class RegleEquite:
    """The band, in 1/10 000 of the flux, and the ceilings; ``id`` is 0 until recorded.

    Without ceilings only the financing tells: PLAI.
    """

    id: int = 0
    tolerance: int = 500
    plafonds: tuple[PlafondLoyer, ...] = ()
    source: str = USAGE


class PlafondIllisibleError(FluxDeskError):
    """Not an amount in euros, or not a ceiling as « T3=380 » or « T3:2=400,50 »."""

    def __init__(self, texte: str) -> None:
        super().__init__(
            f"« {texte} » n’est pas un plafond de loyer. Écrivez un montant en euros par mois, "
            "avec deux décimales au plus, comme « 380 » ou « 402,50 »."
        )


_EUROS = re.compile(r"(\d{1,5})(?:[.,](\d{1,2}))?( ?€)?", re.ASCII)
_PLAFOND = re.compile(r"(T\d)(?::(1bis|1|2|3))?=(.+)", re.ASCII)


def lire_euros(texte: str) -> int:
    """``380``, ``402,5`` or ``402.50 €`` in cents, exactly.

    Raises:
        PlafondIllisibleError: anything else.
    """
    found = _EUROS.fullmatch(" ".join(texte.split()))
    if found is None:
        raise PlafondIllisibleError(texte)
    return int(found[1]) * 100 + int((found[2] or "").ljust(2, "0"))


def ecrire_euros(centimes: int) -> str:
    """The text that ``lire_euros`` reads back, without its sign: ``402,50``."""
    whole, cents = divmod(centimes, 100)
    return f"{whole},{cents:02d}" if cents else str(whole)


def lire_plafond(texte: str) -> PlafondLoyer:
    """``T3=380`` for every zone, ``T3:2=402,50`` for zone 2.

    Raises:
        PlafondIllisibleError: anything else.
    """
    found = _PLAFOND.fullmatch(texte.strip())
    if found is None:
        raise PlafondIllisibleError(texte)
    return PlafondLoyer(typologie=found[1], centimes=lire_euros(found[3]), zone=found[2] or "")
