"""What is near or past, with its reasoning; what an officer is asked of an expired offer."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from fluxdesk.domain.clauses import Clauses, SuiteCarence
from fluxdesk.domain.echec import CauseEchec
from fluxdesk.domain.flux.parties import ModeRefus
from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.domain.prochaine_action import Acte, prochaine_action
from fluxdesk.domain.vacance import Qualification
from fluxdesk.services.enregistrer_issue import Reponse
from fluxdesk.services.envoyer_offre import Envoi, envoyer_offre, relancer_offre
from fluxdesk.services.noter_etape import (
    EtapeLogement,
    EtapeOffre,
    NoteLogement,
    NoteOffre,
    noter_etape_logement,
    noter_etape_offre,
)
from fluxdesk.services.rappeler import rappels, situation_de
from fluxdesk.services.trancher_echeance import (
    REPRISE,
    PasEchueError,
    constater_carence,
    examiner_echue,
    reprendre_pour_un_tour,
)
from tests.services.ensemble import ATTRIBUEE, BAIL, REFUSEE, issues, repondre
from tests.services.memoire import HorlogeFixe
from tests.services.monde import HORLOGE, JOUR, TERRITOIRES, conge, monde, orienter
from tests.services.test_actes import soldes
from tests.services.test_suivre_offre import convenir
from tests.services.vies import AVRIL, offerte, offre_de

if TYPE_CHECKING:
    from fluxdesk.services.rappeler import Rappel
    from tests.services.memoire import MemoireUow

MI_MARS = HorlogeFixe(datetime(2026, 3, 15, 9, tzinfo=UTC))


def vus(uow: MemoireUow, jour: date) -> list[tuple[str, date]]:
    return [(r.titre.replace("\u00a0", " "), r.jour) for r in tous(uow, jour)]


def tous(uow: MemoireUow, jour: date) -> tuple[Rappel, ...]:
    with uow:
        return rappels(jour, uow=uow)


def test_an_offer_is_waited_for_then_reminded_then_asked_about() -> None:
    uow = monde()
    offer = offerte(uow)
    due = date(2026, 4, 2)
    assert vus(uow, JOUR) == [("Candidats attendus : Action Logement", due)]
    assert tous(uow, JOUR)[0].explication.endswith("l’envoi n’est pas noté")
    sent = Envoi(orientation_id=offer.id, jour=JOUR)
    envoyer_offre(sent, uow=uow, horloge=HORLOGE)
    assert vus(uow, date(2026, 3, 28)) == [("À relancer : Action Logement", due)]
    assert vus(uow, due) == [("À relancer : Action Logement", due)]
    assert vus(uow, date(2026, 4, 3)) == [("Offre échue : Action Logement", due)]
    assert tous(uow, due)[0].numero == "2026-001"


def test_visits_and_cal_are_told_within_five_days() -> None:
    uow = monde()
    offer = offerte(uow)
    visit = NoteLogement(
        vacance_id=offer.vacance_id, etape=EtapeLogement.VISITE_CONSEIL, jour=date(2026, 3, 20)
    )
    noter_etape_logement(visit, uow=uow, horloge=MI_MARS)
    for step, day in (
        (EtapeOffre.CANDIDATS, date(2026, 3, 10)),
        (EtapeOffre.DOSSIERS, date(2026, 3, 11)),
        (EtapeOffre.VISITE, date(2026, 3, 19)),
        (EtapeOffre.CAL_PREVUE, date(2026, 3, 18)),
    ):
        note = NoteOffre(orientation_id=offer.id, etape=step, jour=day)
        noter_etape_offre(note, uow=uow, horloge=MI_MARS)
    assert vus(uow, date(2026, 3, 15)) == [
        ("Passage en CAL : Action Logement", date(2026, 3, 18)),
        ("Visite d’un candidat", date(2026, 3, 19)),
        ("Visite conseil", date(2026, 3, 20)),
    ]
    assert vus(uow, date(2026, 3, 12)) == []


def test_a_vacancy_to_tell_of_is_recalled_by_the_nearest_clause() -> None:
    uow = monde()
    convenir(uow, Clauses(signalement_jours=40))
    ident = conge(uow, 1)
    conge(uow, 2, Qualification.A_QUALIFIER)
    conge(uow, 3, Qualification.HORS_CHAMP)
    assert vus(uow, date(2026, 3, 8)) == [("Orienter le logement", date(2026, 3, 13))]
    assert vus(uow, date(2026, 2, 3)) == []
    with uow:
        seen = situation_de(ident, JOUR, uow=uow)
    assert prochaine_action(seen).acte is Acte.ORIENTER
    assert seen.signalement is not None


def test_a_lease_is_finished_then_forgotten() -> None:
    uow = monde()
    offer = offerte(uow)
    repondre(uow, offer, ATTRIBUEE)
    assert vus(uow, JOUR) == [("Décision à notifier : Action Logement", JOUR)]
    repondre(uow, offer, BAIL)
    assert vus(uow, JOUR) == [("Radiation SNE : Action Logement", JOUR)]
    assert vus(uow, date(2026, 6, 1)) == []
    kept = orienter(uow, conge(uow, 2), "bailleur", "essai")
    repondre(uow, kept, ATTRIBUEE)
    assert "Décision à notifier : Bailleur" in dict(vus(uow, JOUR))


def echue(uow: MemoireUow, offre_id: int) -> tuple[SuiteCarence, str, str]:
    found = examiner_echue(offre_id, uow=uow, horloge=AVRIL)
    assert found.relance is not None
    assert found.relance.jour == date(2026, 5, 30)
    return found.suite, found.conseil, found.effet


def test_an_expired_offer_says_what_the_convention_provides_and_costs() -> None:
    uow = monde()
    offer = offerte(uow)
    suite, advice, effect = echue(uow, offer.id)
    assert (suite, "prévoit une relance" in advice) == (SuiteCarence.RELANCE, True)
    assert effect.startswith("Rendu")
    gone = Envoi(orientation_id=offer.id, jour=date(2026, 4, 3), jusqu_au=date(2026, 4, 10))
    relancer_offre(gone, uow=uow, horloge=AVRIL)
    assert "déjà été relancé" in echue(uow, offer.id)[1]
    convenir(uow, Clauses(suite_carence=SuiteCarence.SUIVANT))
    assert "réservataire suivant" in echue(uow, offer.id)[1]


def test_nothing_is_asked_of_an_offer_that_still_runs_or_is_over() -> None:
    uow = monde()
    offer = offerte(uow)
    with pytest.raises(PasEchueError):
        examiner_echue(offer.id, uow=uow, horloge=HORLOGE)
    repondre(uow, offer, REFUSEE)
    with pytest.raises(PasEchueError):
        examiner_echue(offer.id, uow=uow, horloge=AVRIL)
    kept = offerte(uow, 2, "bailleur")
    with pytest.raises(PasEchueError):
        examiner_echue(kept.id, uow=uow, horloge=AVRIL)


def test_a_carence_is_recorded_with_its_cause() -> None:
    uow = monde()
    offer = offerte(uow)
    ended = constater_carence(offer.id, jour=date(2026, 4, 3), motif="délai", uow=uow)
    assert (ended.issue, ended.cause) == (
        IssueOrientation.SANS_CANDIDAT,
        CauseEchec.AUCUN_CANDIDAT,
    )


def test_the_landlord_takes_it_for_a_turn_and_the_right_is_consumed_by_the_clause() -> None:
    uow = monde()
    with uow:
        signed = uow.conventions.du_reservataire(2)
        assert signed is not None
        uow.conventions.enregistrer(replace(signed, carence=ModeRefus.BAILLEUR_UN_TOUR))
        uow.valider()
    offer = offerte(uow)
    answer = Reponse(
        orientation_id=offer.id,
        issue=IssueOrientation.SANS_CANDIDAT,
        jour=date(2026, 4, 3),
        cause=CauseEchec.AUCUN_CANDIDAT,
    )
    made = reprendre_pour_un_tour(answer, uow=uow, horloge=AVRIL, territoires=TERRITOIRES)
    assert made.reservataire_id is None
    assert {cle: servi for cle, _, servi in soldes(uow) if servi} == {"2": 1}
    assert issues(uow, offer.vacance_id) == [
        IssueOrientation.SANS_CANDIDAT,
        IssueOrientation.EN_COURS,
    ]
    other = offerte(uow, 2)
    again = replace(answer, orientation_id=other.id)
    kept = reprendre_pour_un_tour(again, uow=uow, horloge=AVRIL, territoires=TERRITOIRES)
    assert offre_de(uow, kept.id).derogation in {"", REPRISE.replace(" :", "\u00a0:")}
