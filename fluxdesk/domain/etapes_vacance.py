"""The time line of one vacancy: its steps, done, next or late, each explained (pratique.md §4)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from fluxdesk.domain.dates import en_lettres
from fluxdesk.domain.preavis import fin_de_preavis
from fluxdesk.domain.prochaine_action import Acte, prochaine_action
from fluxdesk.domain.suivi_vacance import EtatVacance, SuiviOffre
from fluxdesk.domain.typographie import accorde, typographier

if TYPE_CHECKING:
    from datetime import date

    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.domain.prochaine_action import ProchaineAction, Situation


class CodeEtape(StrEnum):
    """The steps, in their order, as the time line titles them."""

    CONGE = "Congé reçu"
    VISITE_CONSEIL = "Visite conseil"
    ORIENTATION = "Orientation"
    ENVOI = "Envoi de l’offre"
    LIBERATION = "État des lieux de sortie"
    TRAVAUX = "Travaux"
    CANDIDATS = "Candidats reçus"
    DOSSIERS = "Dossiers complets"
    CAL = "Décision de la CAL"
    NOTIFICATION = "Notification au candidat"
    REPONSE = "Réponse du candidat"
    BAIL = "Bail signé"
    SNE = "Radiation SNE"
    ENTREE = "Entrée dans les lieux"


class EtatEtape(StrEnum):
    """How a step stands."""

    FAITE = "faite"
    PROCHAINE = "prochaine"
    EN_RETARD = "en retard"
    A_VENIR = "à venir"
    NON_NOTEE = "non notée"  # a later step was reached without it
    SANS_OBJET = "sans objet"


@dataclass(frozen=True, slots=True, kw_only=True)
class EtapeDatee:
    """One step: ``jour`` when it was done, ``prevue`` the day it is expected or due by."""

    code: CodeEtape
    etat: EtatEtape = EtatEtape.A_VENIR
    jour: date | None = None
    prevue: date | None = None
    explication: str = ""


_DE_L_ACTE = {
    Acte.ORIENTER: CodeEtape.ORIENTATION,
    Acte.PROPOSER: CodeEtape.ORIENTATION,
    Acte.ENVOYER: CodeEtape.ENVOI,
    Acte.RECEVOIR: CodeEtape.CANDIDATS,
    Acte.TRANCHER: CodeEtape.CANDIDATS,
    Acte.COMPLETER: CodeEtape.DOSSIERS,
    Acte.PROGRAMMER: CodeEtape.CAL,
    Acte.DECIDER: CodeEtape.CAL,
    Acte.NOTIFIER: CodeEtape.NOTIFICATION,
    Acte.REPONDRE: CodeEtape.REPONSE,
    Acte.LIBERER: CodeEtape.LIBERATION,
    Acte.FINIR_TRAVAUX: CodeEtape.TRAVAUX,
    Acte.SIGNER: CodeEtape.BAIL,
    Acte.RADIER: CodeEtape.SNE,
    Acte.ENTRER: CodeEtape.ENTREE,
}
# The chain of the offer: once one is reached, those before it that were not noted are passed.
_CHAINE = (
    CodeEtape.ORIENTATION,
    CodeEtape.ENVOI,
    CodeEtape.CANDIDATS,
    CodeEtape.DOSSIERS,
    CodeEtape.CAL,
    CodeEtape.NOTIFICATION,
    CodeEtape.REPONSE,
    CodeEtape.BAIL,
)


def etapes_vacance(situation: Situation) -> tuple[EtapeDatee, ...]:
    """Every step in order, read from the vacancy and from the offer that speaks for it."""
    facts = {step.code: step for step in (*_du_logement(situation), *_de_l_offre(situation))}
    following = prochaine_action(situation)
    reached = [code for code in _CHAINE if facts[code].jour is not None]
    last = _CHAINE.index(reached[-1]) if reached else -1
    passed = frozenset(_CHAINE[: max(last, 0)])
    return tuple(_juger(facts[code], situation, following, passed) for code in CodeEtape)


def _juger(
    step: EtapeDatee, situation: Situation, action: ProchaineAction, passees: frozenset[CodeEtape]
) -> EtapeDatee:
    if step.etat is EtatEtape.SANS_OBJET:
        return step
    if step.jour is not None:
        return replace(step, etat=EtatEtape.FAITE)
    if step.code in passees:
        return replace(step, etat=EtatEtape.NON_NOTEE)
    due = step.prevue
    if due is not None and due < situation.jour:
        return replace(step, etat=EtatEtape.EN_RETARD)
    if _DE_L_ACTE.get(action.acte) is step.code:
        return replace(step, etat=EtatEtape.PROCHAINE)
    return step


def _du_logement(situation: Situation) -> tuple[EtapeDatee, ...]:
    vacance, suivi = situation.vacance, situation.vacance.suivi
    notice = fin_de_preavis(vacance.date_conge, suivi.preavis_mois, suivi.preavis_motif)
    seen = suivi.visite_conseil
    works = suivi.travaux_debut is not None or suivi.etat is EtatVacance.TRAVAUX
    ended = suivi.travaux_fin if suivi.travaux_debut is not None else None
    return (
        EtapeDatee(
            code=CodeEtape.CONGE,
            jour=vacance.date_conge,
            explication=f"Préavis : {notice.explication}" if notice else "",
        ),
        EtapeDatee(
            code=CodeEtape.VISITE_CONSEIL,
            jour=seen if seen is not None and seen <= situation.jour else None,
            prevue=seen,
        ),
        EtapeDatee(
            code=CodeEtape.LIBERATION,
            jour=suivi.liberation,
            prevue=notice.jour if notice else None,
            explication=f"Fin du préavis : {notice.explication}" if notice else "",
        ),
        EtapeDatee(
            code=CodeEtape.TRAVAUX,
            etat=EtatEtape.A_VENIR if works else EtatEtape.SANS_OBJET,
            jour=ended,
            prevue=vacance.disponibilite if works else None,
            explication=_travaux(situation),
        ),
    )


def _travaux(situation: Situation) -> str:
    suivi = situation.vacance.suivi
    if suivi.travaux_debut is None:
        return suivi.travaux_nature
    kind = f" : {suivi.travaux_nature}" if suivi.travaux_nature else ""
    return typographier(f"Commencés le {en_lettres(suivi.travaux_debut)}{kind}")


def _de_l_offre(situation: Situation) -> tuple[EtapeDatee, ...]:
    offre = situation.offre
    suivi = offre.suivi if offre else SuiviOffre()
    due = situation.signalement
    sent = EtatEtape.SANS_OBJET if offre and offre.reservataire_id is None else EtatEtape.A_VENIR
    return (
        EtapeDatee(
            code=CodeEtape.ORIENTATION,
            jour=offre.jour if offre else None,
            prevue=due.jour if due else None,
            explication=due.explication if due else "",
        ),
        EtapeDatee(code=CodeEtape.ENVOI, etat=sent, jour=suivi.envoi, explication=_relances(suivi)),
        EtapeDatee(
            code=CodeEtape.CANDIDATS,
            jour=suivi.candidats_recus,
            prevue=offre.echeance if offre else None,
            explication=offre.echeance_explication if offre else "",
        ),
        EtapeDatee(code=CodeEtape.DOSSIERS, jour=suivi.dossiers_complets),
        EtapeDatee(
            code=CodeEtape.CAL,
            jour=offre.date_attribution if offre else None,
            prevue=suivi.cal_prevue,
            explication=_passages(suivi),
        ),
        *_suites(offre, suivi),
    )


def _suites(offre: Orientation | None, suivi: SuiviOffre) -> tuple[EtapeDatee, ...]:
    return (
        EtapeDatee(code=CodeEtape.NOTIFICATION, jour=suivi.notification),
        EtapeDatee(code=CodeEtape.REPONSE, jour=suivi.reponse, prevue=suivi.reponse_echeance),
        EtapeDatee(code=CodeEtape.BAIL, jour=offre.date_bail if offre else None),
        EtapeDatee(code=CodeEtape.SNE, jour=suivi.sne, prevue=offre.date_bail if offre else None),
        EtapeDatee(code=CodeEtape.ENTREE, jour=suivi.entree),
    )


def _relances(suivi: SuiviOffre) -> str:
    if not suivi.relances:
        return suivi.canal
    times = accorde(len(suivi.relances), "relance")
    return f"{times}, la dernière le {en_lettres(suivi.relances[-1])}"


def _passages(suivi: SuiviOffre) -> str:
    return accorde(suivi.passages_cal, "passage") + " en CAL" if suivi.passages_cal else ""
