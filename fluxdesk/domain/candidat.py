"""A candidate proposed for a dwelling: the least that is needed, and nothing more."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidat:
    """One household proposed on one offer; ``id`` is 0 until recorded (surete.md §1.3).

    ``rang`` orders the candidates of an offer from 1. ``quartile`` is 1 to 4, ``priorite`` a
    code of the closed list of priority grounds; None is « not known », never « no ».
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
