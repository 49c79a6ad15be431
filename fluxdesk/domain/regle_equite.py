"""How far the part of cheap dwellings that each party has may be from its part of the flux.

Nothing here is law: the band and the ceilings are what the landlord and its partners agreed
(pratique.md B16, B23), with their source.
"""

from __future__ import annotations

from dataclasses import dataclass

from fluxdesk.domain.gardee import gardee


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
    source: str = ""
