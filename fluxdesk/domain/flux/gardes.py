"""Rules of law watched beside the rights of each convention (regles.md 20-23, 29)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class NatureGarde(StrEnum):
    """What a rule of law asks of a share of the flow."""

    UNIFORME = "uniforme"  # the same share in every commune (R441-5-2 II)
    PLANCHER_HORS_QPV = "plancher_hors_qpv"  # no less than this share outside QPV (R441-5-2 II)
    PLAFOND = "plafond"  # no more than this share of the year's flow (R441-5-2 I, L441-1)


class EffetGarde(StrEnum):
    """Whether a rule only says what it sees, or decides."""

    ALERTE = "alerte"
    CONTRAINTE = "contrainte"


@dataclass(frozen=True, slots=True)
class Garde:
    """One rule: its parties by key (a cap counts them together), its share in 1/10 000.

    `nom` is whose share it is, to follow « la part » (« de l'État »); `source` the article.
    `dix_milliemes` is not read by UNIFORME, where the party's own due is the measure.
    """

    nature: NatureGarde
    nom: str
    parties: tuple[str, ...]
    dix_milliemes: int
    effet: EffetGarde
    source: str
