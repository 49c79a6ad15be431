"""A new programme: its delivery, and the rights agreed when it was financed (regles.md 46-49)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from fluxdesk.domain.gardee import gardee


@gardee
@dataclass(frozen=True, slots=True, kw_only=True)
class DroitNeuf:
    """So many dwellings of one kind for one party; ``partie`` is a party key of the ledger."""

    partie: str
    nombre: int
    financement: str = ""
    typologie: str = ""


@gardee
@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeNeuf:
    """One programme; ``id`` is 0 until recorded.

    ``logements`` gives, by dwelling id, the party key agreed in the concertation for its first
    letting; an empty key is « not agreed yet ».
    """

    nom: str
    id: int = 0
    commune: str = ""
    livraison_prevue: date | None = None
    livraison_reelle: date | None = None
    agrement: date | None = None
    concertation: date | None = None
    contact_etat: str = ""
    contact_attribution: str = ""
    droits: tuple[DroitNeuf, ...] = ()
    logements: tuple[tuple[int, str], ...] = ()
    observation: str = ""
