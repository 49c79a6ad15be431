"""What can be done with a vacancy, and when; which act each step of its time line asks for."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from fluxdesk.domain.etapes_vacance import CodeEtape
from fluxdesk.domain.orientation import ISSUES_ENGAGEES, ISSUES_OUVERTES, IssueOrientation
from fluxdesk.domain.prochaine_action import Acte
from fluxdesk.domain.vacance import Etape

if TYPE_CHECKING:
    from fluxdesk.ui.pages.vacances_dossier import DossierVacance


class Geste(StrEnum):
    """An act, as its entry in the menu says it."""

    QUALIFIER = "Qualifier…"
    ORIENTER = "Orienter…"
    PROPOSER = "Proposer au titulaire…"
    REPONDRE = "Enregistrer la réponse…"
    SUIVANT = "Passer au suivant…"
    SIGNER = "Enregistrer le bail…"
    REQUALIFIER = "Qualifier autrement…"
    ANNULER = "Annuler l’orientation…"
    ENVOYER = "Envoi de l’offre…"
    RELANCER = "Relancer le réservataire…"
    PROLONGER = "Prolonger le délai…"
    TRANCHER = "Décider de l’offre échue…"
    CANDIDATS = "Candidats reçus…"
    DOSSIERS = "Dossiers complets…"
    VISITE = "Visite d’un candidat…"
    CAL = "Date de la CAL…"
    NOTIFIER = "Notification au candidat…"
    ACCORD = "Réponse du candidat…"
    SNE = "Radiation du SNE…"
    ENTREE = "Entrée dans les lieux…"
    IMPUTER = "Imputer sur un autre droit…"
    PREAVIS = "Préavis…"
    VISITE_CONSEIL = "Visite conseil…"
    LIBERATION = "État des lieux de sortie…"
    TRAVAUX = "Travaux…"
    RETIRER = "Retirer de la location…"
    RENDRE = "Rendre à la location…"
    MUTATION = "Logement quitté par le locataire…"


DE_L_ACTE: dict[Acte, Geste] = {
    Acte.QUALIFIER: Geste.QUALIFIER,
    Acte.RENDRE: Geste.RENDRE,
    Acte.ORIENTER: Geste.ORIENTER,
    Acte.PROPOSER: Geste.PROPOSER,
    Acte.ENVOYER: Geste.ENVOYER,
    Acte.RECEVOIR: Geste.CANDIDATS,
    Acte.TRANCHER: Geste.TRANCHER,
    Acte.COMPLETER: Geste.DOSSIERS,
    Acte.PROGRAMMER: Geste.CAL,
    Acte.DECIDER: Geste.REPONDRE,
    Acte.NOTIFIER: Geste.NOTIFIER,
    Acte.REPONDRE: Geste.ACCORD,
    Acte.LIBERER: Geste.LIBERATION,
    Acte.FINIR_TRAVAUX: Geste.TRAVAUX,
    Acte.SIGNER: Geste.SIGNER,
    Acte.RADIER: Geste.SNE,
    Acte.ENTRER: Geste.ENTREE,
}
DE_L_ETAPE: dict[CodeEtape, Geste] = {
    CodeEtape.CONGE: Geste.PREAVIS,
    CodeEtape.VISITE_CONSEIL: Geste.VISITE_CONSEIL,
    CodeEtape.ORIENTATION: Geste.ORIENTER,
    CodeEtape.ENVOI: Geste.ENVOYER,
    CodeEtape.LIBERATION: Geste.LIBERATION,
    CodeEtape.TRAVAUX: Geste.TRAVAUX,
    CodeEtape.CANDIDATS: Geste.CANDIDATS,
    CodeEtape.DOSSIERS: Geste.DOSSIERS,
    CodeEtape.CAL: Geste.CAL,
    CodeEtape.NOTIFICATION: Geste.NOTIFIER,
    CodeEtape.REPONSE: Geste.ACCORD,
    CodeEtape.BAIL: Geste.SIGNER,
    CodeEtape.SNE: Geste.SNE,
    CodeEtape.ENTREE: Geste.ENTREE,
}
DE_L_OFFRE = (
    Geste.ENVOYER,
    Geste.RELANCER,
    Geste.PROLONGER,
    Geste.TRANCHER,
    Geste.CANDIDATS,
    Geste.DOSSIERS,
    Geste.VISITE,
    Geste.CAL,
    Geste.NOTIFIER,
    Geste.ACCORD,
    Geste.SNE,
    Geste.ENTREE,
    Geste.IMPUTER,
)
DU_LOGEMENT = (
    Geste.PREAVIS,
    Geste.VISITE_CONSEIL,
    Geste.LIBERATION,
    Geste.TRAVAUX,
    Geste.RETIRER,
    Geste.RENDRE,
    Geste.MUTATION,
)
_EN_COURS = frozenset({IssueOrientation.EN_COURS})
_ATTRIBUEE = frozenset({IssueOrientation.ATTRIBUEE})
_LOUEE = frozenset({IssueOrientation.BAIL_SIGNE})
# Where the offer must stand for each act on it.
_ISSUES: dict[Geste, frozenset[IssueOrientation]] = {
    Geste.REPONDRE: ISSUES_OUVERTES,
    Geste.CANDIDATS: ISSUES_OUVERTES,
    Geste.DOSSIERS: ISSUES_OUVERTES,
    Geste.VISITE: ISSUES_OUVERTES,
    Geste.CAL: ISSUES_OUVERTES,
    Geste.ANNULER: ISSUES_OUVERTES,
    Geste.SUIVANT: _EN_COURS,
    Geste.ENVOYER: _EN_COURS,
    Geste.RELANCER: _EN_COURS,
    Geste.PROLONGER: _EN_COURS,
    Geste.TRANCHER: _EN_COURS,
    Geste.NOTIFIER: _ATTRIBUEE,
    Geste.ACCORD: _ATTRIBUEE,
    Geste.SIGNER: _ATTRIBUEE,
    Geste.SNE: _LOUEE,
    Geste.ENTREE: _LOUEE,
    Geste.MUTATION: _LOUEE,
    Geste.IMPUTER: ISSUES_ENGAGEES,
}


def possible(geste: Geste, dossier: DossierVacance) -> bool:
    """Whether the vacancy stands where this can be done."""
    if geste in _ISSUES:
        return _de_l_offre(geste, dossier)
    stage, away = dossier.etape, dossier.vacance.suivi.retrait is not None
    match geste:
        case Geste.QUALIFIER:
            return stage is Etape.A_QUALIFIER
        case Geste.REQUALIFIER:
            return stage is not Etape.A_QUALIFIER and dossier.offre is None
        case Geste.ORIENTER | Geste.PROPOSER:
            return DE_L_ACTE.get(dossier.action.acte) is geste
        case Geste.RENDRE:
            return away
        case _:
            return geste is not Geste.RETIRER or not (away or stage is Etape.BAIL_SIGNE)


def _de_l_offre(geste: Geste, dossier: DossierVacance) -> bool:
    offre = dossier.offre
    if offre is None or offre.issue not in _ISSUES[geste]:
        return False
    match geste:
        case Geste.RELANCER | Geste.PROLONGER:
            return offre.echeance is not None
        case Geste.TRANCHER:
            return dossier.echue
        case Geste.SUIVANT:
            return dossier.a_un_suivant
        case Geste.MUTATION:
            return any(c.mutation for c in dossier.candidats.get(offre.id, ()))
        case _:
            return geste is not Geste.ENVOYER or offre.reservataire_id is not None
