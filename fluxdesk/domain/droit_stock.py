"""Reservations dwelling by dwelling, as they stood before the flux (regles.md 5, 89-97)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


class NatureDroit(StrEnum):
    """How long a right on an identified dwelling lasts (regles.md 90, 95).

    The last three never enter the flux: their dwellings stay identified (R441-5; regles.md 5).
    """

    DROIT_DE_SUITE = "droit de suite"
    DESIGNATION_UNIQUE = "désignation unique"
    DEFENSE = "défense nationale"
    SECURITE = "sécurité intérieure"
    SANTE = "établissement public de santé"


IDENTIFIES = frozenset({NatureDroit.DEFENSE, NatureDroit.SECURITE, NatureDroit.SANTE})


@dataclass(frozen=True, slots=True, kw_only=True)
class DroitStock:
    """One right on one dwelling; ``id`` is 0 until recorded, ``fin`` None while it lasts.

    ``source`` says where it was read: convention, RPLS, the landlord's file, the réservataire.
    """

    logement_id: int
    reservataire_id: int
    nature: NatureDroit = NatureDroit.DROIT_DE_SUITE
    id: int = 0
    sous_contingent: str = ""
    fin: date | None = None
    source: str = ""
    observation: str = ""

    def vaut(self, jour: date) -> bool:
        """Whether the right still stands that day: its end is its last day."""
        return self.fin is None or self.fin >= jour
