"""An offer sent, reminded, prolonged, answered; a candidate lost; an answer taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from fluxdesk.domain.candidat import Candidat, EtatCandidat
from fluxdesk.domain.clauses import Clauses, UniteDelai
from fluxdesk.domain.convention import ModeGestion
from fluxdesk.domain.echeance import ReponseTropCourteError
from fluxdesk.domain.echec import CauseEchec
from fluxdesk.domain.erreurs import IntrouvableError
from fluxdesk.domain.ordre_etapes import EtapeDesordonneeError
from fluxdesk.services.annuler_orientation import MotifManquantError
from fluxdesk.services.enregistrer_issue import DateAvantOffreError
from fluxdesk.services.envoyer_offre import (
    Envoi,
    NouvelleEcheanceError,
    SansDelaiError,
    envoyer_offre,
    prolonger_offre,
    relancer_offre,
)
from fluxdesk.services.noter_etape import OffreCloseError
from fluxdesk.services.notifier_decision import (
    PasAttribueeError,
    noter_accord_candidat,
    notifier_decision,
)
from fluxdesk.services.passer_au_candidat import (
    CandidatPerdu,
    PasDuCandidatError,
    passer_au_candidat,
    prevoir_nouveaux,
)
from tests.services.ensemble import (
    ATTRIBUEE,
    BAIL,
    EN_COURS,
    REFUSEE,
    a_trois,
    repondre,
    servis,
)
from tests.services.monde import conge, monde, orienter
from tests.services.test_actes import soldes
from tests.services.vies import AVRIL, annuler_le_dernier, feries, offerte, offre_de

if TYPE_CHECKING:
    from fluxdesk.domain.convention import Convention
    from tests.services.memoire import MemoireUow


def convenir(uow: MemoireUow, clauses: Clauses, **autres: object) -> None:
    """Sign these clauses with Action Logement."""
    with uow:
        signed: Convention | None = uow.conventions.du_reservataire(2)
        assert signed is not None
        uow.conventions.enregistrer(replace(signed, clauses=clauses, **autres))  # type: ignore[arg-type]
        uow.valider()


def envoi(offre_id: int, jour: date, jusqu_au: date | None = None, canal: str = "") -> Envoi:
    return Envoi(orientation_id=offre_id, jour=jour, canal=canal, jusqu_au=jusqu_au)


def test_the_delay_runs_from_the_sending_in_worked_days() -> None:
    uow = monde()
    convenir(uow, Clauses(unite_delai=UniteDelai.OUVRES), delai_jours=20)
    offer = offerte(uow)
    assert offer.echeance == date(2026, 3, 31)
    sent = envoyer_offre(
        envoi(offer.id, date(2026, 3, 16), canal=" courriel "),
        uow=uow,
        horloge=AVRIL,
        feries=feries,
    )
    assert (sent.suivi.canal, sent.echeance) == ("courriel", date(2026, 4, 14))
    assert "le 6 avril 2026, férié, ne compte pas" in sent.echeance_explication
    again = envoyer_offre(envoi(offer.id, date(2026, 3, 17)), uow=uow, horloge=AVRIL)
    assert again.suivi.canal == ""
    assert "envoyée" in annuler_le_dernier(uow)
    assert offre_de(uow, offer.id) == sent


def test_an_offer_to_the_landlord_is_sent_to_nobody_in_time() -> None:
    uow = monde()
    kept = offerte(uow, vers="bailleur")
    sent = envoyer_offre(envoi(kept.id, date(2026, 3, 16)), uow=uow, horloge=AVRIL)
    assert sent.echeance is None
    with pytest.raises(SansDelaiError):
        relancer_offre(envoi(kept.id, date(2026, 3, 16)), uow=uow, horloge=AVRIL)


def test_a_delegated_right_waits_for_nobody() -> None:
    uow = monde()
    convenir(uow, Clauses(), mode_gestion=ModeGestion.DELEGUEE)
    offer = offerte(uow)
    assert (offer.echeance, offer.echeance_explication) == (None, "")
    assert [servi for cle, _, servi in soldes(uow) if cle == "2"] == [1]


def test_an_agreement_turned_delegated_moves_no_deadline() -> None:
    uow = monde()
    offer = offerte(uow)
    convenir(uow, Clauses(), mode_gestion=ModeGestion.DELEGUEE)
    sent = envoyer_offre(envoi(offer.id, date(2026, 3, 16)), uow=uow, horloge=AVRIL)
    assert sent.echeance == offer.echeance


def test_reminders_are_dated_and_give_a_new_deadline() -> None:
    uow = monde()
    offer = offerte(uow)
    first = relancer_offre(envoi(offer.id, date(2026, 4, 3)), uow=uow, horloge=AVRIL)
    assert first.echeance == date(2026, 5, 3)
    second = relancer_offre(
        envoi(offer.id, date(2026, 4, 20), date(2026, 4, 28)), uow=uow, horloge=AVRIL
    )
    assert second.suivi.relances == (date(2026, 4, 3), date(2026, 4, 20))
    assert second.echeance_explication == "délai donné par la relance du 20 avril 2026"
    late = envoyer_offre(envoi(offer.id, date(2026, 4, 2)), uow=uow, horloge=AVRIL)
    assert late.echeance == date(2026, 4, 28)  # the reminder's
    with pytest.raises(NouvelleEcheanceError):
        relancer_offre(
            envoi(offer.id, date(2026, 4, 21), date(2026, 4, 21)), uow=uow, horloge=AVRIL
        )


def test_more_time_is_given_with_a_reason() -> None:
    uow = monde()
    offer = offerte(uow)
    with pytest.raises(MotifManquantError):
        prolonger_offre(offer.id, date(2026, 5, 15), motif="", uow=uow, horloge=AVRIL)
    for past in (date(2026, 4, 29), date(2026, 4, 2)):
        with pytest.raises(NouvelleEcheanceError):
            prolonger_offre(offer.id, past, motif="fêtes", uow=uow, horloge=AVRIL)
    longer = prolonger_offre(offer.id, date(2026, 5, 15), motif="fêtes", uow=uow, horloge=AVRIL)
    assert (longer.echeance, longer.echeance_explication) == (
        date(2026, 5, 15),
        "délai prolongé par le bailleur : fêtes",
    )
    repondre(uow, offer, REFUSEE, date(2026, 4, 20))
    with pytest.raises(OffreCloseError):
        prolonger_offre(offer.id, date(2026, 5, 15), motif="fêtes", uow=uow, horloge=AVRIL)


def test_the_decision_is_notified_and_the_candidate_accepts() -> None:
    uow = monde()
    offer = offerte(uow)
    with pytest.raises(PasAttribueeError):
        notifier_decision(offer.id, date(2026, 4, 21), uow=uow)
    repondre(uow, offer, ATTRIBUEE, date(2026, 4, 20))
    with pytest.raises(EtapeDesordonneeError):
        notifier_decision(offer.id, date(2026, 4, 19), uow=uow)
    with pytest.raises(ReponseTropCourteError):
        notifier_decision(offer.id, date(2026, 4, 21), uow=uow, jours=9)
    deadline = notifier_decision(offer.id, date(2026, 4, 21), uow=uow, feries=feries)
    assert deadline.jour == date(2026, 5, 4)
    noter_accord_candidat(offer.id, date(2026, 4, 28), uow=uow, horloge=AVRIL)
    kept = offre_de(uow, offer.id).suivi
    assert (kept.notification, kept.reponse_echeance, kept.reponse) == (
        date(2026, 4, 21),
        date(2026, 5, 4),
        date(2026, 4, 28),
    )


def test_the_next_of_the_ranked_candidates_keeps_the_attribution() -> None:
    uow = monde()
    offer = offerte(uow)
    with uow:
        ident = uow.candidats.enregistrer(
            Candidat(orientation_id=offer.id, numero_unique="1", nom="A")
        )
        uow.valider()
    repondre(uow, offer, ATTRIBUEE, date(2026, 4, 20))
    notifier_decision(offer.id, date(2026, 4, 21), uow=uow)
    before = soldes(uow)
    lost = CandidatPerdu(
        orientation_id=offer.id,
        cause=CauseEchec.REFUS_ETAGE,
        jour=date(2026, 4, 25),
        candidat_id=ident,
    )
    after = passer_au_candidat(lost, uow=uow)
    assert (after.issue, after.suivi.notification) == (ATTRIBUEE, None)
    assert soldes(uow) == before
    with uow:
        assert [c.etat for c in uow.candidats.de_l_orientation(offer.id)] == [EtatCandidat.REFUS]
    passer_au_candidat(replace(lost, cause=CauseEchec.DESISTEMENT), uow=uow)
    with uow:
        assert [c.etat for c in uow.candidats.de_l_orientation(offer.id)] == [EtatCandidat.DESISTE]
    with pytest.raises(IntrouvableError, match="candidat"):
        passer_au_candidat(replace(lost, candidat_id=99), uow=uow)
    with pytest.raises(DateAvantOffreError):
        passer_au_candidat(replace(lost, jour=date(2026, 4, 1)), uow=uow)
    with pytest.raises(PasDuCandidatError):
        passer_au_candidat(replace(lost, cause=CauseEchec.RENONCE), uow=uow)


def test_undone_the_next_candidate_leaves_the_household_as_it_was() -> None:
    uow = monde()
    offer = offerte(uow)
    person = Candidat(orientation_id=offer.id, numero_unique="1", nom="DUPONT")
    with uow:
        ident = uow.candidats.enregistrer(person)
        uow.valider()
    lost = CandidatPerdu(
        orientation_id=offer.id,
        cause=CauseEchec.REFUS_ETAGE,
        jour=date(2026, 4, 25),
        candidat_id=ident,
    )
    passer_au_candidat(lost, uow=uow)
    passer_au_candidat(replace(lost, cause=CauseEchec.DESISTEMENT), uow=uow)
    annuler_le_dernier(uow)
    with uow:
        assert uow.candidats.lire(ident).etat is EtatCandidat.REFUS
        assert "DUPONT" not in repr(list(uow.journal.toutes()))
        uow.candidats.enregistrer(replace(person, id=ident, etat=EtatCandidat.LOCATAIRE))
        uow.valider()
    annuler_le_dernier(uow)  # what it was said to be since stays
    with uow:
        assert uow.candidats.lire(ident).etat is EtatCandidat.LOCATAIRE


def test_a_cal_that_chooses_nobody_counts_a_passage_and_asks_for_others() -> None:
    uow = monde()
    convenir(uow, Clauses(candidats_nouveaux_jours=8))
    offer = offerte(uow)
    with uow:
        ident = uow.candidats.enregistrer(
            Candidat(orientation_id=offer.id, numero_unique="1", nom="A")
        )
        uow.valider()
    lost = CandidatPerdu(
        orientation_id=offer.id,
        cause=CauseEchec.NON_ATTRIBUTION,
        jour=date(2026, 4, 20),
        candidat_id=ident,
        nouveaux=True,
    )
    foreseen = prevoir_nouveaux(offer.id, lost.jour, uow=uow)
    assert foreseen is not None
    assert foreseen.jour == date(2026, 4, 28)
    after = passer_au_candidat(lost, uow=uow)
    assert (after.issue, after.suivi.passages_cal, after.echeance) == (
        EN_COURS,
        1,
        date(2026, 4, 28),
    )
    with uow:
        (candidate,) = uow.candidats.de_l_orientation(offer.id)
    assert candidate.etat is EtatCandidat.NON_RETENU
    # Another party has no such clause, the landlord no deadline: nothing moves.
    other = offerte(uow, 2, "3")
    same = passer_au_candidat(replace(lost, orientation_id=other.id, candidat_id=None), uow=uow)
    assert same.echeance == other.echeance
    kept = offerte(uow, 3, "bailleur")
    passer_au_candidat(replace(lost, orientation_id=kept.id, candidat_id=None), uow=uow)


@pytest.mark.parametrize("plusieurs", [False, True])
def test_new_candidates_give_the_attribution_up_and_it_comes_back(*, plusieurs: bool) -> None:
    uow = monde()
    ident = conge(uow, 1)
    offer = a_trois(uow, ident)[1] if plusieurs else orienter(uow, ident, "2", "essai")
    before = (soldes(uow), servis(uow))
    repondre(uow, offer, ATTRIBUEE, date(2026, 4, 20))
    chosen = soldes(uow)
    lost = CandidatPerdu(
        orientation_id=offer.id,
        cause=CauseEchec.SILENCE,
        jour=date(2026, 4, 30),
        nouveaux=True,
    )
    after = passer_au_candidat(lost, uow=uow)
    assert (after.issue, after.date_attribution) == (EN_COURS, None)
    assert (soldes(uow), servis(uow)) == before
    assert "nouveaux candidats" in annuler_le_dernier(uow)
    assert soldes(uow) == chosen
    assert offre_de(uow, offer.id).issue is ATTRIBUEE
    repondre(uow, offer, BAIL, date(2026, 5, 1))
