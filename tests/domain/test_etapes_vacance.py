"""The time line of a vacancy and its one next act, from the congé to the entry."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from fluxdesk.domain.echeance import Echeance
from fluxdesk.domain.etapes_vacance import CodeEtape, EtatEtape, etapes_vacance
from fluxdesk.domain.ordre_etapes import (
    EtapeDesordonneeError,
    EtapeFutureError,
    verifier_offre,
    verifier_passe,
    verifier_vacance,
)
from fluxdesk.domain.orientation import IssueOrientation, Orientation
from fluxdesk.domain.prochaine_action import Acte, Situation, est_echue, prochaine_action
from fluxdesk.domain.suivi_vacance import EtatVacance, SuiviOffre, SuiviVacance
from fluxdesk.domain.vacance import CauseLiberation, Qualification, Vacance

JOUR = date(2026, 3, 20)
VACANCE = Vacance(
    id=1,
    logement_id=1,
    date_conge=date(2026, 2, 1),
    cause=CauseLiberation.CONGE,
    qualification=Qualification.FLUX,
)
OFFRE = Orientation(
    id=7,
    numero="2026-007",
    vacance_id=1,
    jour=date(2026, 3, 3),
    reservataire_id=2,
    echeance=date(2026, 4, 2),
    echeance_explication="30 jours",
)
ATTRIBUEE = replace(OFFRE, issue=IssueOrientation.ATTRIBUEE, date_attribution=date(2026, 3, 18))
LOUEE = replace(ATTRIBUEE, issue=IssueOrientation.BAIL_SIGNE, date_bail=date(2026, 3, 19))


def situation(vacance: Vacance = VACANCE, *offres: Orientation, **autres: object) -> Situation:
    known = {"jour": JOUR, **autres}
    return Situation(vacance=vacance, offres=offres, **known)  # type: ignore[arg-type]


def suivie(offre: Orientation, **champs: object) -> Orientation:
    return replace(offre, suivi=SuiviOffre(**champs))  # type: ignore[arg-type]


def facts(**champs: object) -> Vacance:
    return replace(VACANCE, suivi=SuiviVacance(**champs))  # type: ignore[arg-type]


RECUS: dict[str, Any] = {"envoi": date(2026, 3, 3), "candidats_recus": date(2026, 3, 10)}
COMPLETS: dict[str, Any] = {**RECUS, "dossiers_complets": date(2026, 3, 12)}
ACCEPTEE: dict[str, Any] = {
    **COMPLETS,
    "notification": date(2026, 3, 18),
    "reponse_echeance": date(2026, 3, 30),
    "reponse": date(2026, 3, 19),
}


@pytest.mark.parametrize(
    ("vue", "acte", "jour"),
    [
        (
            situation(replace(VACANCE, qualification=Qualification.A_QUALIFIER)),
            Acte.QUALIFIER,
            VACANCE.date_conge,
        ),
        (situation(replace(VACANCE, qualification=Qualification.STOCK)), Acte.AUCUN, None),
        (
            situation(replace(VACANCE, qualification=Qualification.STOCK), titulaire="Armées"),
            Acte.PROPOSER,
            VACANCE.disponibilite,
        ),
        (situation(facts(retrait=date(2026, 3, 1), retrait_motif="plomb")), Acte.RENDRE, None),
        (situation(facts(retrait=date(2026, 3, 1))), Acte.RENDRE, None),
        (situation(), Acte.ORIENTER, None),
        (
            situation(signalement=Echeance(date(2026, 2, 9), "8 jours")),
            Acte.ORIENTER,
            date(2026, 2, 9),
        ),
        (situation(VACANCE, OFFRE), Acte.ENVOYER, OFFRE.jour),
        (situation(VACANCE, suivie(OFFRE, envoi=OFFRE.jour)), Acte.RECEVOIR, OFFRE.echeance),
        (situation(VACANCE, OFFRE, jour=date(2026, 4, 3)), Acte.TRANCHER, OFFRE.echeance),
        (
            situation(VACANCE, replace(OFFRE, reservataire_id=None, echeance=None)),
            Acte.RECEVOIR,
            None,
        ),
        (
            situation(VACANCE, replace(OFFRE, echeance=None, echeance_explication="")),
            Acte.RECEVOIR,
            None,
        ),
        (situation(VACANCE, suivie(OFFRE, **RECUS)), Acte.COMPLETER, None),
        (situation(VACANCE, suivie(OFFRE, **COMPLETS)), Acte.PROGRAMMER, None),
        (
            situation(VACANCE, suivie(OFFRE, **COMPLETS, cal_prevue=date(2026, 3, 25))),
            Acte.DECIDER,
            date(2026, 3, 25),
        ),
        (situation(VACANCE, ATTRIBUEE), Acte.NOTIFIER, date(2026, 3, 18)),
        (
            situation(
                VACANCE,
                suivie(
                    ATTRIBUEE, notification=date(2026, 3, 18), reponse_echeance=date(2026, 3, 30)
                ),
            ),
            Acte.REPONDRE,
            date(2026, 3, 30),
        ),
        (
            situation(facts(preavis_mois=3), suivie(ATTRIBUEE, **ACCEPTEE)),
            Acte.LIBERER,
            date(2026, 5, 1),
        ),
        (
            situation(
                facts(travaux_debut=date(2026, 3, 1), liberation=date(2026, 2, 28)),
                suivie(ATTRIBUEE, **ACCEPTEE),
            ),
            Acte.FINIR_TRAVAUX,
            None,
        ),
        (situation(VACANCE, suivie(ATTRIBUEE, **ACCEPTEE)), Acte.SIGNER, None),
        (situation(VACANCE, LOUEE), Acte.RADIER, date(2026, 3, 19)),
        (situation(VACANCE, suivie(LOUEE, sne=JOUR)), Acte.ENTRER, None),
        (situation(VACANCE, suivie(LOUEE, sne=JOUR, entree=JOUR)), Acte.AUCUN, None),
    ],
)
def test_there_is_one_next_act_at_every_step(vue: Situation, acte: Acte, jour: date | None) -> None:
    found = prochaine_action(vue)
    assert (found.acte, found.jour) == (acte, jour)
    assert found.retard == (jour is not None and jour < vue.jour)
    assert found.explication
    assert len(etapes_vacance(vue)) == len(CodeEtape)


def etats(vue: Situation) -> dict[CodeEtape, EtatEtape]:
    return {step.code: step.etat for step in etapes_vacance(vue)}


def test_the_time_line_tells_what_is_done_next_late_or_was_never_noted() -> None:
    works = facts(
        preavis_mois=1,
        visite_conseil=date(2026, 4, 1),
        travaux_debut=date(2026, 3, 2),
        travaux_nature="peinture",
    )
    offer = suivie(
        OFFRE, candidats_recus=date(2026, 3, 10), dossiers_complets=JOUR, cal_prevue=JOUR
    )
    found = etats(situation(works, offer))
    assert found[CodeEtape.CONGE] is EtatEtape.FAITE
    assert found[CodeEtape.VISITE_CONSEIL] is EtatEtape.A_VENIR
    assert found[CodeEtape.LIBERATION] is EtatEtape.EN_RETARD
    assert found[CodeEtape.TRAVAUX] is EtatEtape.A_VENIR
    assert found[CodeEtape.ENVOI] is EtatEtape.NON_NOTEE
    assert found[CodeEtape.CAL] is EtatEtape.PROCHAINE
    assert found[CodeEtape.BAIL] is EtatEtape.A_VENIR
    told = {step.code: step.explication for step in etapes_vacance(situation(works, offer))}
    assert told[CodeEtape.TRAVAUX] == "Commencés le 2 mars 2026\u00a0: peinture"
    assert told[CodeEtape.CONGE].startswith("Préavis")


def test_steps_that_do_not_concern_a_dwelling_are_set_aside() -> None:
    kept = replace(OFFRE, reservataire_id=None, echeance=None)
    found = etats(situation(VACANCE, kept))
    assert found[CodeEtape.ENVOI] is EtatEtape.SANS_OBJET
    assert found[CodeEtape.TRAVAUX] is EtatEtape.SANS_OBJET
    waiting = facts(etat=EtatVacance.TRAVAUX, visite_conseil=date(2026, 2, 10))
    assert etats(situation(waiting))[CodeEtape.TRAVAUX] is EtatEtape.A_VENIR
    assert etats(situation(waiting))[CodeEtape.VISITE_CONSEIL] is EtatEtape.FAITE


def test_reminders_and_passages_in_cal_are_told() -> None:
    offer = suivie(
        OFFRE,
        envoi=OFFRE.jour,
        canal="courriel",
        relances=(date(2026, 3, 15), date(2026, 3, 18)),
        passages_cal=2,
    )
    told = {step.code: step.explication for step in etapes_vacance(situation(VACANCE, offer))}
    assert told[CodeEtape.ENVOI] == "2\u00a0relances, la dernière le 18 mars 2026"
    assert told[CodeEtape.CAL] == "2\u00a0passages en CAL"


def test_works_without_their_kind_and_done_are_told() -> None:
    done = facts(travaux_debut=date(2026, 3, 2), travaux_fin=date(2026, 3, 9))
    step = next(s for s in etapes_vacance(situation(done)) if s.code is CodeEtape.TRAVAUX)
    assert (step.etat, step.explication) == (EtatEtape.FAITE, "Commencés le 2 mars 2026")


def test_an_offer_is_echue_when_the_delay_is_over_and_nobody_came() -> None:
    assert est_echue(OFFRE, date(2026, 4, 3))
    assert not est_echue(OFFRE, date(2026, 4, 2))
    assert not est_echue(suivie(OFFRE, **RECUS), date(2026, 4, 3))
    assert not est_echue(replace(OFFRE, echeance=None), date(2026, 4, 3))


def test_steps_follow_each_other() -> None:
    verifier_offre(suivie(ATTRIBUEE, **ACCEPTEE))
    with pytest.raises(EtapeDesordonneeError, match="La réception des candidats"):
        verifier_offre(suivie(OFFRE, envoi=date(2026, 3, 5), candidats_recus=date(2026, 3, 4)))
    with pytest.raises(EtapeDesordonneeError, match="le début des travaux"):
        verifier_vacance(facts(travaux_debut=date(2026, 3, 5), travaux_fin=date(2026, 3, 4)))
    verifier_vacance(facts(visite_conseil=date(2026, 3, 5), liberation=date(2026, 2, 1)))
    with pytest.raises(EtapeFutureError, match="à venir"):
        verifier_passe("la relance", date(2026, 3, 21), JOUR)
    verifier_passe("la relance", JOUR, JOUR)
