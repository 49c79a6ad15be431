"""A right that answers a loan guarantee, and when it ends (regles.md 29-32; R441-6)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from fluxdesk.domain.gardee import gardee


@gardee
@dataclass(frozen=True, slots=True, kw_only=True)
class Garantie:
    """One guaranteed loan of one programme; ``id`` is 0 until recorded.

    ``quotite`` is the share guaranteed, in 1/10 000; ``logements`` the dwellings of the
    programme, ``droits`` those reserved in return. ``derniere_echeance`` is the last repayment
    as the loan foresees it, ``rembourse`` the day it was wholly repaid, ``informe`` the day the
    guarantor was told.
    """

    reservataire_id: int
    programme: str
    id: int = 0
    commune: str = ""
    pret: str = ""
    quotite: int = 0
    logements: int = 0
    droits: int = 0
    derniere_echeance: date | None = None
    rembourse: date | None = None
    informe: date | None = None
    observation: str = ""
