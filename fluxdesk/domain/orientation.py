"""An offer of a freed dwelling to a réservataire."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from fluxdesk.domain.convention import ModeOffre
from fluxdesk.domain.suivi_vacance import SuiviOffre

if TYPE_CHECKING:
    from datetime import date

    from fluxdesk.domain.echec import CauseEchec


class IssueOrientation(StrEnum):
    """How an offer ended, or that it has not."""

    EN_COURS = "en cours"
    ATTRIBUEE = "attribuée en CAL"
    BAIL_SIGNE = "bail signé"
    REFUSEE = "refusée par le réservataire"
    SANS_CANDIDAT = "sans candidat dans le délai"
    ANNULEE = "annulée"
    ECARTEE = "attribuée à un autre réservataire"


# Offers that still hold the dwelling: they count as served in the ledger (moteur.md §4, State).
ISSUES_ENGAGEES = frozenset(
    {IssueOrientation.EN_COURS, IssueOrientation.ATTRIBUEE, IssueOrientation.BAIL_SIGNE}
)


# Offers that still wait for something: an answer, or the lease.
ISSUES_OUVERTES = frozenset({IssueOrientation.EN_COURS, IssueOrientation.ATTRIBUEE})
# Answers by which a réservataire gives the dwelling back.
ISSUES_RENDUES = frozenset({IssueOrientation.REFUSEE, IssueOrientation.SANS_CANDIDAT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Orientation:
    """One offer; ``id`` is 0 until recorded.

    ``reservataire_id`` is None when the landlord keeps the dwelling; ``sous_contingent`` is the
    code of the account charged inside the convention, or empty. ``explication`` and
    ``classement`` (JSON) hold the suggestion as it was shown; ``suggere`` is the party key it
    named. ``derogation`` is the mandatory reason when the officer chose another.
    ``mode`` tells whether others were offered the dwelling too.
    ``echeance`` is None for the landlord, who answers to nobody. ``cause`` says why an offer
    that failed did.
    """

    numero: str
    vacance_id: int
    jour: date
    reservataire_id: int | None
    sous_contingent: str = ""
    id: int = 0
    echeance: date | None = None
    echeance_explication: str = ""
    candidats: int = 0
    suggere: str = ""
    explication: str = ""
    classement: str = ""
    derogation: str = ""
    mode: ModeOffre = ModeOffre.UN_SEUL
    issue: IssueOrientation = IssueOrientation.EN_COURS
    date_issue: date | None = None
    date_attribution: date | None = None
    date_bail: date | None = None
    motif_issue: str = ""
    cause: CauseEchec | None = None
    suivi: SuiviOffre = field(default_factory=SuiviOffre)


def numero_offre(annee: int, rang: int) -> str:
    """Offer number of the year: ``2026-031``."""
    return f"{annee}-{rang:03d}"
