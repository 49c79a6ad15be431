"""The life of a vacancy step by step: each act asks, shows its effect, and is done."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from fluxdesk.domain.convention import ModeOffre
from fluxdesk.domain.etapes_vacance import CodeEtape
from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.domain.vacance import Etape
from fluxdesk.ui.dates import en_qt
from fluxdesk.ui.dialogs.acte import ActeDialog
from fluxdesk.ui.dialogs.acte_champs import JourConnu, Valeurs
from fluxdesk.ui.dialogs.issue import IssueDialog
from fluxdesk.ui.dialogs.suivant import SuivantDialog
from fluxdesk.ui.pages.vacances import VacancesPage
from fluxdesk.ui.pages.vacances_dossier import lire_dossier
from fluxdesk.ui.pages.vacances_gestes import Geste
from tests.ui.actes.gestes_suivi import (
    accepter,
    demander,
    dossier_de,
    jour,
    liste,
    offre_de,
    texte,
)
from tests.ui.actes.test_page_vacances import choisir

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from fluxdesk.ui.contexte import Contexte
    from tests.ui.actes.conftest import Attendre, Montrer


@pytest.fixture
def page(contexte: Contexte, montrer: Montrer) -> VacancesPage:
    return montrer(VacancesPage(contexte))


def test_the_next_act_and_each_step_are_told_in_words(
    page: VacancesPage, attendre: Attendre
) -> None:
    choisir(page, Etape.PROPOSEE, attendre)
    shown = page.liste.detail.parcours
    assert "Décider de l’offre échue" in shown.ensuite.text()
    told = shown.textes()
    assert any(line.startswith("Candidats reçus, en retard, Retard de") for line in told)
    assert any(line.startswith("Orientation, faite") for line in told)
    assert not any(line.startswith(CodeEtape.TRAVAUX.value) for line in told)
    offered = [button.text() for button in shown.boutons()]
    assert CodeEtape.CANDIDATS.value in offered
    assert CodeEtape.NOTIFICATION.value not in offered  # nobody to notify yet


def test_a_step_is_noted_from_the_time_line_by_its_name(
    page: VacancesPage, attendre: Attendre, qtbot: QtBot
) -> None:
    choisir(page, Etape.PROPOSEE, attendre)
    step = next(
        b for b in page.liste.detail.parcours.boutons() if b.text() == CodeEtape.CANDIDATS.value
    )
    qtbot.mouseClick(step, Qt.MouseButton.LeftButton)
    attendre()
    dialog = page.suivi.dialogue
    assert isinstance(dialog, ActeDialog)
    assert "noter les dossiers complets" in dialog.effet.text()
    texte(dialog).setText("par la plateforme")
    accepter(dialog, attendre)
    assert offre_de(page).suivi.candidats_recus == dossier_de(page).jour
    assert page.entete.suite.text() == "Noter les dossiers complets…"
    again = demander(page, Geste.CANDIDATS, attendre)
    box = again.champ("effacer")
    box.setChecked(True)  # type: ignore[attr-defined] # a box to tick
    attendre(250)
    accepter(again, attendre)
    assert offre_de(page).suivi.candidats_recus is None


def test_the_primary_button_leads_from_the_offer_to_the_entry(
    page: VacancesPage, contexte: Contexte, attendre: Attendre
) -> None:
    choisir(page, Etape.ATTRIBUEE, attendre)
    decided = offre_de(page)
    with contexte.bureau.base.transaction() as uow:  # as on the evening of the CAL
        told = replace(decided.suivi, notification=None, reponse=None, reponse_echeance=None)
        uow.orientations.enregistrer(replace(decided, suivi=told))
        uow.valider()
    page.recharger()
    attendre(250)
    page._faire_la_suite()
    attendre()
    notice = page.suivi.dialogue
    assert isinstance(notice, ActeDialog)
    assert "Le candidat peut répondre jusqu’au" in notice.effet.text()
    accepter(notice, attendre)
    assert offre_de(page).suivi.notification == dossier_de(page).jour
    page._faire_la_suite()
    attendre()
    answer = page.suivi.dialogue
    assert isinstance(answer, ActeDialog)
    accepter(answer, attendre)
    page._faire_la_suite()
    attendre()
    lease = page.actes.dialogue
    assert isinstance(lease, IssueDialog)
    assert lease.issue is IssueOrientation.BAIL_SIGNE
    lease.accept()
    attendre(250)
    assert offre_de(page).issue is IssueOrientation.BAIL_SIGNE


def test_a_date_that_does_not_fit_is_refused_in_words_before(
    page: VacancesPage, attendre: Attendre
) -> None:
    choisir(page, Etape.PROPOSEE, attendre)
    dialog = demander(page, Geste.DOSSIERS, attendre)
    jour(dialog).setDate(en_qt(date(2000, 1, 1)))
    attendre(250)
    assert not dialog.faire.isEnabled()
    assert "ne peut pas précéder" in dialog.effet.text()
    jour(dialog).setDate(en_qt(dossier_de(page).jour))
    attendre(250)
    assert dialog.faire.isEnabled()
    dialog._montrer_effet((Valeurs({}), (), "dit trop tard"))
    assert "trop tard" not in dialog.effet.text()
    dialog.reject()


def test_the_refusal_of_the_candidate_is_an_answer(page: VacancesPage, attendre: Attendre) -> None:
    choisir(page, Etape.ATTRIBUEE, attendre)
    dialog = demander(page, Geste.ACCORD, attendre)
    dialog._demander_autre()
    answer = page.actes.dialogue
    assert isinstance(answer, IssueDialog)
    assert answer.ui.echec.isChecked()
    answer.reject()


def test_an_expired_offer_is_reminded_prolonged_or_ended_by_the_officer(
    page: VacancesPage, attendre: Attendre
) -> None:
    choisir(page, Etape.PROPOSEE, attendre)
    ask = demander(page, Geste.TRANCHER, attendre)
    assert "Sa convention prévoit" in ask.acte.phrase
    what = liste(ask, "quoi")
    what.setCurrentIndex(what.findData("prolongation"))
    assert "À remplir" in ask.effet.text()
    texte(ask).setText("congés d’été")
    attendre(250)
    accepter(ask, attendre)
    assert "congés d’été" in offre_de(page).echeance_explication
    reminder = demander(page, Geste.RELANCER, attendre)
    until = reminder.champ("jusqu_au")
    assert isinstance(until, JourConnu)
    until.case.setChecked(True)
    accepter(reminder, attendre)
    assert offre_de(page).suivi.relances == (dossier_de(page).jour,)
    later = demander(page, Geste.PROLONGER, attendre)
    texte(later).setText("accord du 3 mars")
    attendre(250)
    accepter(later, attendre)
    assert "accord du 3 mars" in offre_de(page).echeance_explication
    sent = demander(page, Geste.ENVOYER, attendre)
    accepter(sent, attendre)
    assert offre_de(page).suivi.canal == "courriel"


@pytest.mark.parametrize(
    ("decision", "issue", "etape"),
    [
        ("relance", IssueOrientation.EN_COURS, Etape.PROPOSEE),
        ("carence", IssueOrientation.SANS_CANDIDAT, Etape.A_ORIENTER),
        ("reprise", IssueOrientation.SANS_CANDIDAT, Etape.PROPOSEE),
    ],
)
def test_each_end_of_an_expired_offer(
    page: VacancesPage,
    attendre: Attendre,
    decision: str,
    issue: IssueOrientation,
    etape: Etape,
) -> None:
    choisir(page, Etape.PROPOSEE, attendre)
    before = offre_de(page)
    ask = demander(page, Geste.TRANCHER, attendre)
    what = liste(ask, "quoi")
    what.setCurrentIndex(what.findData(decision))
    texte(ask).setText("sans nouvelles")
    attendre(250)
    accepter(ask, attendre)
    dossier = dossier_de(page)
    assert next(o for o in dossier.offres if o.id == before.id).issue is issue
    assert dossier.etape is etape
    kept = decision == "reprise"
    assert (offre_de(page).reservataire_id is None) == kept


def test_an_expired_offer_in_order_may_pass_to_the_next(
    page: VacancesPage, attendre: Attendre, contexte: Contexte
) -> None:
    ident = choisir(page, Etape.PROPOSEE, attendre)
    with contexte.bureau.base.transaction() as uow:
        uow.orientations.enregistrer(replace(offre_de(page), mode=ModeOffre.ORDRE))
        uow.valider()
    page.dossier = lire_dossier(contexte.bureau, ident)
    ask = demander(page, Geste.TRANCHER, attendre)
    assert ask.acte.autre == "Passer au suivant…"
    ask._demander_autre()
    attendre()
    assert isinstance(page.actes.dialogue, SuivantDialog)
    page.actes.dialogue.reject()
