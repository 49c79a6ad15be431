"""What an answer does to the right of the réservataire, in one sentence (regles.md 82, 84, 85)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fluxdesk.domain.echec import Responsable
from fluxdesk.domain.flux.parties import EvenementDecompte, ModeRefus
from fluxdesk.domain.flux.phrases import a, de
from fluxdesk.domain.orientation import ISSUES_RENDUES, RESPONSABLE_DE, IssueOrientation
from fluxdesk.domain.typographie import accorde, typographier

if TYPE_CHECKING:
    from fluxdesk.domain.convention import Convention

_ETAPES = tuple(EvenementDecompte)
_ATTEINTES = {
    IssueOrientation.EN_COURS: EvenementDecompte.MISE_A_DISPOSITION,
    IssueOrientation.ATTRIBUEE: EvenementDecompte.ATTRIBUTION_CAL,
    IssueOrientation.BAIL_SIGNE: EvenementDecompte.BAIL_SIGNE,
}
A_L_ETAPE = {
    EvenementDecompte.MISE_A_DISPOSITION: "à la mise à disposition",
    EvenementDecompte.ATTRIBUTION_CAL: "à l’attribution en CAL",
    EvenementDecompte.BAIL_SIGNE: "au bail signé",
}
_ECHECS = {
    IssueOrientation.REFUSEE: "le refus",
    IssueOrientation.SANS_CANDIDAT: "l’absence de candidat",
    IssueOrientation.NON_ATTRIBUEE: "la non-attribution en CAL",
    IssueOrientation.REFUS_CANDIDAT: "le refus du candidat",
    IssueOrientation.RETIREE: "le retrait par le bailleur",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Offre:
    """As much of an offer as the effect of an answer depends on.

    ``autres`` counts the other offers still open; ``detenteur`` names who holds the dwelling
    meanwhile, empty where nobody else does.
    """

    nom: str
    avant: IssueOrientation
    convention: Convention
    autres: int = 0
    detenteur: str = ""


def mode_d_echec(
    convention: Convention, avant: IssueOrientation, issue: IssueOrientation
) -> tuple[ModeRefus, bool]:
    """How an offer that fails is charged, and whether that is because its step was reached.

    An offer that fails at the step that counts, or after it, has consumed the right; the clause
    still says whether the landlord then takes the dwelling for a turn (R2). Before that step
    the clause on refusals, on missing candidates, on the candidate or on the CAL rules. What the
    landlord withdraws follows its own clause at any step.
    """
    clause = clause_d_echec(convention, issue)
    if RESPONSABLE_DE[issue] is Responsable.BAILLEUR:
        return clause, False
    counted = _ETAPES.index(_ATTEINTES[avant]) >= _ETAPES.index(convention.evenement_decompte)
    if counted and clause is not ModeRefus.BAILLEUR_UN_TOUR:
        return ModeRefus.COMPTE, True
    return clause, counted


def clause_d_echec(convention: Convention, issue: IssueOrientation) -> ModeRefus:
    """The clause of the convention on this failure."""
    match issue:
        case IssueOrientation.REFUSEE:
            return convention.refus
        case IssueOrientation.SANS_CANDIDAT:
            return convention.carence
        case IssueOrientation.NON_ATTRIBUEE:
            return convention.clauses.refus_cal
        case IssueOrientation.REFUS_CANDIDAT:
            return convention.clauses.refus_candidat
        case _:
            return convention.clauses.retrait


def effet_de_l_issue(offre: Offre, issue: IssueOrientation) -> str:
    """The effect of this answer on the account, before it is confirmed."""
    if offre.detenteur and issue in ISSUES_RENDUES:
        said = (
            f"Le logement est attribué {a(offre.detenteur)} : cette réponse ne changera le compte "
            f"{de(offre.nom)} que si le logement revient."
        )
    elif issue in ISSUES_RENDUES:
        said = _effet_d_un_echec(offre, issue)
    else:
        said = _effet_d_une_avancee(offre, issue)
    return typographier(said + _sort_des_autres(offre, issue))


def _effet_d_un_echec(offre: Offre, issue: IssueOrientation) -> str:
    mode, reached = mode_d_echec(offre.convention, offre.avant, issue)
    step = A_L_ETAPE[offre.convention.evenement_decompte]
    why = f"décompte {step}" if reached else f"décompte {_ECHECS[issue]}"
    match mode:
        case ModeRefus.COMPTE:
            return f"Le droit {de(offre.nom)} est consommé : sa convention {why}."
        case ModeRefus.BAILLEUR_UN_TOUR:
            return (
                f"Le droit {de(offre.nom)} est consommé : sa convention {why}. Le bailleur reprend "
                "le logement pour un tour."
            )
        case ModeRefus.NON_COMPTE:
            return f"Rendu : le logement n’est pas décompté du droit {de(offre.nom)}."
        case _:  # R0m
            return (
                f"Rendu : le logement n’est pas décompté du droit {de(offre.nom)}, il reste compté "
                "comme proposition dans son équilibre."
            )


def _effet_d_une_avancee(offre: Offre, issue: IssueOrientation) -> str:
    """An offer in progress is engaged whatever the clause; a step only makes it certain."""
    counting = offre.convention.evenement_decompte
    order = _ETAPES.index(_ATTEINTES[issue]) - _ETAPES.index(counting)
    step = A_L_ETAPE[counting]
    if order < 0:
        return (
            f"Le logement est engagé sur le droit {de(offre.nom)}, qui ne sera consommé que plus "
            f"tard : sa convention décompte {step}."
        )
    already = "était déjà consommé" if order else "est consommé"
    return f"Le droit {de(offre.nom)} {already} : sa convention décompte {step}."


def _sort_des_autres(offre: Offre, issue: IssueOrientation) -> str:
    if not offre.autres:
        return ""
    others = accorde(offre.autres, "autre offre", "autres offres")
    plural = "s" if offre.autres > 1 else ""
    match issue:
        case IssueOrientation.ATTRIBUEE:
            be = "restent" if plural else "reste"
            return f" {others} {be} ouverte{plural} jusqu’au bail."
        case IssueOrientation.BAIL_SIGNE:
            be = "seront closes, sans rien coûter" if plural else "sera close, sans rien coûter"
            return f" {others} {be}."
        case _:
            be = "restent" if plural else "reste"
            return f" {others} {be} ouverte{plural}."
