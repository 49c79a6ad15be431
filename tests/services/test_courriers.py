"""The letters about an offer, in words: what each says, and what it leaves out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from fluxdesk.domain.candidat import Candidat
from fluxdesk.domain.clauses import Clauses, SuiteCarence
from fluxdesk.domain.echec import CauseEchec
from fluxdesk.domain.garantie import Garantie
from fluxdesk.domain.modele_lettre import GenreCourrier
from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.domain.suivi_vacance import SuiviOffre
from fluxdesk.services.composer_autres import (
    EnvoiBilan,
    SansRemboursementError,
    composer_envoi_du_bilan,
    composer_fin_de_droits,
)
from fluxdesk.services.composer_courrier import composer_courrier
from fluxdesk.services.composer_pourquoi import composer_pourquoi
from fluxdesk.services.editer_pourquoi import editer_pourquoi
from fluxdesk.services.enregistrer_issue import enregistrer_issue
from tests.services.courriers import JOUR, changer, dit, lecture
from tests.services.monde import (
    ACTION_LOGEMENT,
    actions,
    conge,
    monde,
    orienter,
)

if TYPE_CHECKING:
    from tests.services.memoire import MemoireUow

if TYPE_CHECKING:
    from pathlib import Path

    from fluxdesk.domain.lettre import Lettre

G = GenreCourrier
ATTRIBUEE, BAIL = IssueOrientation.ATTRIBUEE, IssueOrientation.BAIL_SIGNE


def courrier(uow: MemoireUow, genre: GenreCourrier, ident: int, jour: date = JOUR) -> str:
    with uow:
        return dit(composer_courrier(genre, ident, lecture=lecture(uow), jour=jour))


def une_offre(**valeurs: object) -> tuple[MemoireUow, int]:
    uow = monde()
    made = orienter(uow, conge(uow, 1), "2", "essai")
    changer(uow, made, **valeurs)
    return uow, made.id


def test_the_reply_is_acknowledged_with_what_was_received() -> None:
    uow, ident = une_offre(
        suivi=SuiviOffre(candidats_recus=date(2026, 3, 20), cal_prevue=date(2026, 4, 8))
    )
    assert "Nous avons enregistré" not in courrier(uow, G.ACCUSE, ident)
    with uow:
        uow.candidats.enregistrer(
            Candidat(orientation_id=ident, numero_unique="075123456789012345", nom="DURAND")
        )
        uow.valider()
    told = courrier(uow, G.ACCUSE, ident)
    assert "Nous accusons réception, le 20 mars 2026, de votre réponse" in told
    assert "Nous avons enregistré 1 candidat." in told
    assert "à la commission d’attribution du 8 avril 2026." in told
    assert "DURAND" not in told


def test_a_reminder_before_the_deadline_is_not_one_after_it() -> None:
    uow, ident = une_offre(echeance=date(2026, 4, 2))
    with uow:
        held = uow.conventions.du_reservataire(ACTION_LOGEMENT)
        assert held is not None
        clauses = Clauses(suite_carence=SuiteCarence.REPRISE)
        uow.conventions.enregistrer(replace(held, clauses=clauses))
        uow.valider()
    before = courrier(uow, G.RELANCE, ident, date(2026, 3, 30))
    after = courrier(uow, G.RELANCE, ident, date(2026, 4, 3))
    assert "expire le jeudi 2 avril 2026" in before
    assert "a expiré" not in before
    assert "a expiré le jeudi 2 avril 2026" in after
    assert "reprise pour un tour par le bailleur" in after


def test_a_missing_candidate_is_established_with_its_reason() -> None:
    uow, ident = une_offre()
    enregistrer_issue(
        ident,
        IssueOrientation.SANS_CANDIDAT,
        jour=date(2026, 4, 3),
        motif="silence",
        uow=uow,
    )
    told = courrier(uow, G.CARENCE, ident)
    assert "Nous en prenons acte le 3 avril 2026." in told
    assert "Motif enregistré : silence." in told
    assert "Offre = n° 2026-001 du 3 mars 2026" in told


def test_the_cause_stands_where_no_reason_was_written() -> None:
    uow, ident = une_offre(
        issue=IssueOrientation.REFUSEE,
        date_issue=date(2026, 4, 8),
        cause=CauseEchec.NON_ATTRIBUTION,
    )
    told = courrier(uow, G.DECISION_CAL, ident)
    assert "du 8 avril 2026 n’a pas attribué le logement." in told
    assert "Motif enregistré : la CAL n’attribue pas le logement." in told
    assert "vaut refus" not in told


def test_a_favourable_decision_tells_until_when_the_candidate_may_answer() -> None:
    uow, ident = une_offre(suivi=SuiviOffre(reponse_echeance=date(2026, 4, 20)))
    enregistrer_issue(ident, ATTRIBUEE, jour=date(2026, 4, 8), motif="rang 1", uow=uow)
    told = courrier(uow, G.DECISION_CAL, ident)
    assert "du 8 avril 2026 a attribué le logement à un candidat de votre contingent." in told
    assert "jusqu’au 20 avril 2026 ; son silence vaut refus" in told
    assert "Motif" not in told


def test_a_lease_is_told_and_its_account() -> None:
    uow, ident = une_offre()
    enregistrer_issue(ident, ATTRIBUEE, jour=date(2026, 4, 8), uow=uow)
    enregistrer_issue(ident, BAIL, jour=date(2026, 5, 4), uow=uow)
    told = courrier(uow, G.BAIL, ident)
    assert "a été signé le 4 mai 2026" in told
    assert "L’entrée dans les lieux" not in told
    assert "imputé au contingent « Action Logement »" in told


def test_a_reservataire_passed_over_is_told_that_it_costs_nothing() -> None:
    uow, ident = une_offre(issue=IssueOrientation.ECARTEE, date_issue=date(2026, 5, 4))
    told = courrier(uow, G.ECARTE, ident)
    assert "Notre offre est close depuis le 4 mai 2026." in told
    assert "Elle ne coûte rien à votre contingent « Action Logement »" in told


def test_an_offer_of_a_past_year_has_no_known_due() -> None:
    uow, ident = une_offre(classement="")
    uow._valide.evenements.clear()
    assert "dû non renseigné" in courrier(uow, G.PROPOSITION, ident)


def test_an_offer_without_its_ranking_finds_its_due_in_the_ledger() -> None:
    uow, ident = une_offre()
    kept = courrier(uow, G.PROPOSITION, ident)
    changer_classement = une_offre(classement="")
    assert courrier(changer_classement[0], G.PROPOSITION, ident) == kept


def garantie(**valeurs: object) -> Garantie:
    bare = Garantie(reservataire_id=3, programme="Les Oliviers", commune="2A004")
    return replace(bare, **valeurs)  # type: ignore[arg-type]


def test_the_guarantor_is_told_when_its_rights_end() -> None:
    uow = monde()
    with uow:
        told = composer_fin_de_droits(
            garantie(rembourse=date(2024, 2, 29), quotite=5000, droits=4, pret="n° 12"),
            lecture=lecture(uow),
            jour=JOUR,
        )
    assert "prendront fin le 28 février 2029 (CCH, art. R441-6)." in dit(told)
    assert "à l’échéance" in dit(told)
    assert "Commune = Ajaccio" in dit(told)
    assert "Droits réservés = 4 logements" in dit(told)
    assert told.destinataire is not None
    assert told.destinataire.nom == "Ville d’Ajaccio"


def test_rights_that_ended_already_are_told_in_the_past() -> None:
    uow = monde()
    with uow:
        past = garantie(rembourse=date(2020, 5, 4))
        told = dit(composer_fin_de_droits(past, lecture=lecture(uow), jour=JOUR))
    assert "ont pris fin le 4 mai 2025" in told
    assert "Un avenant à la convention qui nous lie en tire les conséquences." in told
    assert "Jusqu’à cette date" not in told


def test_what_is_not_known_of_a_guarantee_leaves_no_row() -> None:
    uow = monde()
    with uow:
        bare = garantie(derniere_echeance=date(2026, 1, 1), commune="99999")
        told = dit(composer_fin_de_droits(bare, lecture=lecture(uow), jour=JOUR))
    assert "Quotité" not in told
    assert "Commune = 99999" in told


def test_no_letter_without_the_last_repayment() -> None:
    uow = monde()
    with uow, pytest.raises(SansRemboursementError, match="dernier remboursement"):
        composer_fin_de_droits(garantie(), lecture=lecture(uow), jour=JOUR)


def test_a_bilan_goes_with_its_figures() -> None:
    uow = monde()
    with uow:
        sent = EnvoiBilan(
            destinataire=uow.reservataires.lire(ACTION_LOGEMENT),
            annee=2025,
            periode="du 1er janvier au 31 décembre 2025",
            proposes=12,
            attribues=1,
            baux=0,
            pieces="bilan (xlsx et PDF)",
        )
        told = dit(composer_envoi_du_bilan(sent, lecture=lecture(uow), jour=JOUR))
    assert "– 12 logements proposés" in told
    assert "– 1 attribution en commission" in told
    assert "– 0 bail signé dans la période" in told
    assert "Pièces jointes : bilan (xlsx et PDF)." in told


def test_the_page_for_a_mayor_says_why_and_names_no_candidate() -> None:
    uow = monde()
    made = orienter(uow, conge(uow, 1), "2", "pour Mme Durand, relogée d’urgence")
    with uow:
        uow.candidats.enregistrer(
            Candidat(orientation_id=made.id, numero_unique="075123456789012345", nom="DURAND Léa")
        )
        page = composer_pourquoi(made.id, lecture=lecture(uow), jour=JOUR)
    told = dit(page)
    assert page.destinataire is None
    assert "a proposé le logement ci-dessous à Action Logement (offre n° 2026-001)." in told
    assert "La règle désignait le bailleur ; l’agent en a choisi un autre" in told
    assert "Réservataire | Dû | Servi | Retard | Remarque" in told
    assert "m.rossi | Offre 2026-001" in told
    assert "pour Mme le candidat, relogée d’urgence" in told
    assert "urand" not in told


def test_the_page_says_nothing_of_what_it_does_not_know() -> None:
    uow = monde()
    made = orienter(uow, conge(uow, 1))
    changer(uow, made, classement="", issue=BAIL, date_issue=date(2026, 5, 4))
    uow._valide.journal.clear()
    with uow:
        told = dit(composer_pourquoi(made.id, lecture=lecture(uow), jour=JOUR))
    assert "La règle désignait" not in told
    assert "Suite donnée : bail signé, le 4 mai 2026." in told
    assert "Remarque" not in told
    assert "Ce qui a été fait" not in told


def test_the_page_of_a_dwelling_kept_says_so() -> None:
    uow = monde()
    made = orienter(uow, conge(uow, 1), "bailleur", "essai")
    changer(uow, made, suggere="1/prioritaires")
    with uow:
        told = dit(composer_pourquoi(made.id, lecture=lecture(uow), jour=JOUR))
    assert "Objet : pourquoi ce logement a été proposé au bailleur" in told
    assert "La règle désignait État (prioritaires)" in told


def test_the_page_is_written_and_told_in_the_journal(tmp_path: Path) -> None:
    uow = monde()
    made = orienter(uow, conge(uow, 1))
    printed: list[Lettre] = []
    editer_pourquoi(
        made.id,
        tmp_path / "p.pdf",
        lecture=lecture(uow),
        ecrire=lambda lettre, _cible: printed.append(lettre),
        jour=JOUR,
    )
    assert printed[0].genre is G.POURQUOI
    assert actions(uow)[-1] == "lettre.pourquoi"
