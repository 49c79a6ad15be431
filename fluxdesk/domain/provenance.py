"""Where each value of a dwelling comes from, and who vouches for it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


class Origine(StrEnum):
    """Kinds of origin, from the least sure to the surest."""

    RPLS = "RPLS"
    FICHIER = "fichier"
    SAISIE = "saisie"
    CONFIRMEE = "confirmée"


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """The origin of one field of one dwelling.

    ``champ`` bears the name of the field of ``Logement``; ``detail`` says which file or year;
    ``auteur`` and ``quand`` who put it there and when.
    """

    logement_id: int
    champ: str
    origine: Origine
    detail: str
    auteur: str
    quand: datetime
