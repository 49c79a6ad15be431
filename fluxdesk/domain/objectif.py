"""Objectives of attribution of an EPCI and a year (regles.md 66-76); optional, dated, sourced."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from fluxdesk.domain.gardee import gardee


class NatureObjectif(StrEnum):
    """What is counted, over what."""

    Q1_HORS_QPV = "1er quartile ou relogés, hors QPV"
    NON_Q1_QPV = "autres que 1er quartile, en QPV"
    PRIORITAIRES = "prioritaires (DALO, L441-1)"
    LIBRE = "objectif libre"


@gardee
@dataclass(frozen=True, slots=True, kw_only=True)
class Objectif:
    """One target; ``id`` is 0 until recorded.

    ``cible`` in 1/10 000. ``epci`` empty = the whole patrimoine; ``partie`` the party key it binds
    (empty = the landlord and all). ``source`` is the text or agreement that sets it.
    """

    annee: int
    nature: NatureObjectif
    cible: int
    id: int = 0
    epci: str = ""
    partie: str = ""
    libelle: str = ""
    source: str = ""
