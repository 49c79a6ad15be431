"""An offer of a freed dwelling to a réservataire."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from fluxdesk.domain.convention import ModeOffre
from fluxdesk.domain.echec import RESPONSABLES, CauseEchec, Responsable
from fluxdesk.domain.gardee import gardee
from fluxdesk.domain.suivi_vacance import SuiviOffre


class IssueOrientation(StrEnum):
    """How an offer ended, or that it has not."""

    EN_COURS = "en cours"
    ATTRIBUEE = "attribuée en CAL"
    BAIL_SIGNE = "bail signé"
    REFUSEE = "refusée par le réservataire"
    SANS_CANDIDAT = "sans candidat dans le délai"
    NON_ATTRIBUEE = "non attribuée en CAL"
    REFUS_CANDIDAT = "refusée par le candidat"
    RETIREE = "retirée par le bailleur"
    ANNULEE = "annulée"
    ECARTEE = "attribuée à un autre réservataire"


# Offers that still hold the dwelling: they count as served in the ledger (moteur.md §4, State).
ISSUES_ENGAGEES = frozenset(
    {IssueOrientation.EN_COURS, IssueOrientation.ATTRIBUEE, IssueOrientation.BAIL_SIGNE}
)


# Offers that still wait for something: an answer, or the lease.
ISSUES_OUVERTES = frozenset({IssueOrientation.EN_COURS, IssueOrientation.ATTRIBUEE})
# Failures, and whose each is: the dwelling goes to another, or back to the landlord.
RESPONSABLE_DE: dict[IssueOrientation, Responsable] = {
    IssueOrientation.REFUSEE: Responsable.RESERVATAIRE,
    IssueOrientation.SANS_CANDIDAT: Responsable.RESERVATAIRE,
    IssueOrientation.NON_ATTRIBUEE: Responsable.CAL,
    IssueOrientation.REFUS_CANDIDAT: Responsable.CANDIDAT,
    IssueOrientation.RETIREE: Responsable.BAILLEUR,
}
ISSUES_RENDUES = frozenset(RESPONSABLE_DE)
# Causes by which no candidate came: the clause on carence rules, not the one on refusals.
_CARENCES = frozenset({CauseEchec.AUCUN_CANDIDAT, CauseEchec.DOSSIERS_INCOMPLETS})
# What may only come before the CAL chose a candidate, and what only after.
_AVANT_CAL = _CARENCES | {
    CauseEchec.LOGEMENT_INADAPTE,
    CauseEchec.NON_ATTRIBUTION,
    CauseEchec.IRRECEVABLE,
}
_APRES_CAL = frozenset({CauseEchec.SILENCE, CauseEchec.CONDITION})


@gardee
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


def issue_de(cause: CauseEchec) -> IssueOrientation:
    """How an offer that fails for this cause ends."""
    if cause in _CARENCES:
        return IssueOrientation.SANS_CANDIDAT
    by_owner = {
        owner: issue
        for issue, owner in RESPONSABLE_DE.items()
        if issue is not IssueOrientation.SANS_CANDIDAT
    }
    return by_owner[RESPONSABLES[cause]]


def causes_de(issue: IssueOrientation) -> tuple[CauseEchec, ...]:
    """The causes for which an offer may end so, in the order of the list; none where it goes on."""
    return tuple(cause for cause in CauseEchec if issue_de(cause) is issue)


def causes_possibles(avant: IssueOrientation) -> tuple[CauseEchec, ...]:
    """The causes by which an offer that stands there may fail; none where it is closed."""
    if avant not in ISSUES_OUVERTES:
        return ()
    barred = _APRES_CAL if avant is IssueOrientation.EN_COURS else _AVANT_CAL
    return tuple(cause for cause in CauseEchec if cause not in barred)
