"""How long the candidates of an offer are kept (surete.md §1.2): editable, each with its source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fluxdesk.domain.dates import plus_mois
from fluxdesk.domain.gardee import gardee
from fluxdesk.domain.orientation import ISSUES_OUVERTES, IssueOrientation

if TYPE_CHECKING:
    from datetime import date

    from fluxdesk.domain.orientation import Orientation


SOURCE_LOCATAIRES = (
    "arrêté sur le SNE et COMDALO, douze mois au plus ; à faire confirmer par votre délégué à la "
    "protection des données"
)
SOURCE_AUTRES = "usage, six mois, le temps d’un recours ou d’une nouvelle proposition"


@gardee
@dataclass(frozen=True, slots=True, kw_only=True)
class Conservation:
    """Months after which candidates are removed; ``id`` is 0 until recorded.

    ``locataires`` runs from the lease (ceiling of twelve months: order on the SNE and COMDALO, to
    be confirmed by the landlord's DPO), ``autres`` from the end of the offer (usage: six months,
    time for an appeal and for being presented again).
    """

    id: int = 0
    locataires: int = 12
    autres: int = 6


def echues(offre: Orientation, durees: Conservation, jour: date) -> bool:
    """Whether the candidates of the offer have been kept long enough."""
    if offre.issue in ISSUES_OUVERTES:
        return False
    if offre.issue is IssueOrientation.BAIL_SIGNE:
        end, months = offre.date_bail, durees.locataires
    else:
        end, months = offre.date_issue or offre.jour, durees.autres
    return end is not None and plus_mois(end, months) <= jour
