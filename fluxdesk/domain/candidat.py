"""A candidate proposed for a dwelling: the least that is needed, and nothing more."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


class EtatCandidat(StrEnum):
    """What became of a candidate."""

    PROPOSE = "proposé"
    RETENU = "retenu par la CAL"
    NON_RETENU = "non retenu par la CAL"
    REFUS = "a refusé l’offre"
    DESISTE = "s’est désisté"
    LOCATAIRE = "a signé le bail"


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidat:
    """One household proposed on one offer; ``id`` is 0 until recorded (surete.md §1.3).

    ``rang`` orders the candidates of an offer from 1. ``quartile`` is 1 to 4, ``priorite`` a
    code of the closed list of priority grounds; None is « not known », never « no ».
    ``origine`` is the party key of who brought the household, whatever right is charged
    (pratique.md B15). ``relogement`` is a relogement of renewal or ORCOD (regles.md 67).
    ``cotation`` is the score of the demand as the landlord was given it. ``retire`` is the day an
    officer set the candidate aside, None while it stands: until the purge it can be put back.
    """

    orientation_id: int
    numero_unique: str
    nom: str
    id: int = 0
    rang: int = 1
    personnes: int | None = None
    quartile: int | None = None
    dalo: bool | None = None
    priorite: str = ""
    mutation: bool | None = None
    dossier_complet: bool | None = None
    relogement: bool | None = None
    origine: str = ""
    etat: EtatCandidat = EtatCandidat.PROPOSE
    cotation: int | None = None
    recu: date | None = None
    pieces_manquantes: str = ""
    retire: date | None = None
