"""What a letter about an offer is written from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fluxdesk.domain.bailleur import Bailleur
    from fluxdesk.domain.convention import Convention
    from fluxdesk.domain.logement import Logement
    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.domain.reservataire import Reservataire
    from fluxdesk.domain.territoire import Commune
    from fluxdesk.domain.vacance import Vacance


@dataclass(frozen=True, slots=True, kw_only=True)
class FaitsOffre:
    """An offer and the dwelling it was about."""

    orientation: Orientation
    vacance: Vacance
    logement: Logement
    commune: Commune | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LettreProposition(FaitsOffre):
    """Everything that a letter about an offer may name (pratique.md §3.1).

    ``convention`` is None where the holder of an identified dwelling has none (R441-5).
    """

    bailleur: Bailleur
    reservataire: Reservataire
    sous_contingent: str
    convention: Convention | None
    rang_annee: int
    du: str
    proposes: int
    signes: int
