"""Rules of law watched beside the rights of each convention (regles.md 20-23, 29)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from fluxdesk.domain.flux.parties import UN


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
    `dix_milliemes` is not read by UNIFORME, where the party's own due is the measure. A key
    that is not in the ledger is not watched.
    """

    nature: NatureGarde
    nom: str
    parties: tuple[str, ...]
    dix_milliemes: int
    effet: EffetGarde
    source: str


@dataclass(frozen=True, slots=True)
class ConstatGarde:
    """A rule triggered by a dwelling, and the figures that anyone can recompute.

    `base` counts the dwellings that the rule looks at, this one included: those of the flow of
    `annee` (PLAFOND), those of this commune (UNIFORME) or those outside QPV that are in the
    base of the party. `du` is what the share makes of them, in 1/10 000 of a dwelling; `tenus`
    are those that the party, or the whole group of a cap, holds without this one. `partie` is
    the key of who lacks dwellings, empty for a cap; `annee` is 0 but for a cap. `decisif` tells
    that the rule changed who is proposed.
    """

    garde: Garde
    partie: str
    nom: str
    annee: int
    base: int
    du: int
    tenus: int
    decisif: bool = False

    @property
    def manque(self) -> int:
        """What the party lacks, in 1/10 000 of a dwelling."""
        return self.du - self.tenus * UN

    @property
    def limite(self) -> int:
        """How many dwellings a cap allows: the share of the base, rounded up."""
        return -(-self.du // UN)
