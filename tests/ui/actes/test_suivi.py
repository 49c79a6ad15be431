"""The life of a vacancy step by step: each act asks, shows its effect, and is done."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDateEdit, QLabel, QLineEdit

from fluxdesk.domain.candidat import Candidat
from fluxdesk.domain.convention import ModeOffre
from fluxdesk.domain.etapes_vacance import CodeEtape
from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.domain.suivi_vacance import EtatVacance
from fluxdesk.domain.vacance import CauseLiberation, Etape, Qualification
from fluxdesk.ui import theme
from fluxdesk.ui.dates import de_qt, en_qt
from fluxdesk.ui.dialogs.acte import ActeDialog
from fluxdesk.ui.dialogs.acte_champs import JourConnu, Valeurs
from fluxdesk.ui.dialogs.issue import IssueDialog
from fluxdesk.ui.dialogs.suivant import SuivantDialog
from fluxdesk.ui.pages.vacances import VacancesPage
from fluxdesk.ui.pages.vacances_dossier import lire_dossier
from fluxdesk.ui.pages.vacances_gestes import Geste
from tests.ui.actes.test_page_vacances import choisir

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.ui.contexte import Contexte
    from fluxdesk.ui.pages.vacances_dossier import DossierVacance
    from tests.ui.actes.conftest import Attendre, Montrer


@pytest.fixture
def page(contexte: Contexte, montrer: Montrer) -> VacancesPage:
    return montrer(VacancesPage(contexte))


def dossier_de(page: VacancesPage) -> DossierVacance:
    assert page.dossier is not None
    return page.dossier


def offre_de(page: VacancesPage) -> Orientation:
    offre = dossier_de(page).offre
    assert offre is not None
    return offre


def demander(page: VacancesPage, geste: Geste, attendre: Attendre) -> ActeDialog:
    """The dialog of an act, its effect computed."""
    page._faire(geste)
    attendre()
    dialog = page.suivi.dialogue
    assert isinstance(dialog, ActeDialog)
    return dialog


def jour(dialog: ActeDialog, code: str = "jour") -> QDateEdit:
    edit = dialog.champ(code)
    assert isinstance(edit, QDateEdit)
    return edit


def texte(dialog: ActeDialog, code: str = "motif") -> QLineEdit:
    line = dialog.champ(code)
    assert isinstance(line, QLineEdit)
    return line


def liste(dialog: ActeDialog, code: str) -> QComboBox:
    box = dialog.champ(code)
    assert isinstance(box, QComboBox)
    return box


def accepter(dialog: ActeDialog, attendre: Attendre) -> None:
    assert dialog.faire.isEnabled(), dialog.effet.text()
    dialog.accept()
    attendre(250)


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
    page: VacancesPage, attendre: Attendre
) -> None:
    choisir(page, Etape.ATTRIBUEE, attendre)
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


def test_the_dwelling_has_its_notice_its_works_and_its_withdrawal(
    page: VacancesPage, attendre: Attendre
) -> None:
    choisir(page, Etape.A_ORIENTER, attendre)
    today = dossier_de(page).jour
    notice = demander(page, Geste.PREAVIS, attendre)
    liste(notice, "motif").setCurrentIndex(2)  # zone tendue
    attendre(250)
    assert "un mois à compter du congé" in notice.effet.text()
    accepter(notice, attendre)
    assert dossier_de(page).vacance.suivi.preavis_mois == 1
    visit = demander(page, Geste.VISITE_CONSEIL, attendre)
    jour(visit).setDate(en_qt(today + timedelta(days=2)))
    attendre(250)
    accepter(visit, attendre)
    works = demander(page, Geste.TRAVAUX, attendre)
    texte(works, "nature").setText("électricité")
    attendre(250)
    accepter(works, attendre)
    assert dossier_de(page).vacance.suivi.etat is EtatVacance.TRAVAUX
    assert any(line.startswith("Travaux") for line in page.liste.detail.parcours.textes())
    away = demander(page, Geste.RETIRER, attendre)
    assert not away.faire.isEnabled()
    texte(away).setText("vente décidée")
    attendre(250)
    accepter(away, attendre)
    assert page.entete.suite.text() == "Rendre le logement à la location…"
    back = demander(page, Geste.RENDRE, attendre)
    accepter(back, attendre)
    assert dossier_de(page).vacance.suivi.retrait is None


@pytest.mark.parametrize("laisser", [True, False])
def test_a_withdrawal_closes_the_offer_or_leaves_it(
    page: VacancesPage, attendre: Attendre, *, laisser: bool
) -> None:
    choisir(page, Etape.PROPOSEE, attendre)
    away = demander(page, Geste.RETIRER, attendre)
    texte(away).setText("dégât des eaux")
    what = liste(away, "cause")
    what.setCurrentIndex(what.findData("laisser") if laisser else 0)
    attendre(250)
    accepter(away, attendre)
    assert dossier_de(page).vacance.suivi.retrait is not None
    expected = IssueOrientation.EN_COURS if laisser else IssueOrientation.RETIREE
    assert offre_de(page).issue is expected


def inscrire(page: VacancesPage, contexte: Contexte, candidat: Candidat) -> None:
    with contexte.bureau.base.transaction() as uow:
        uow.candidats.enregistrer(replace(candidat, orientation_id=offre_de(page).id))
        uow.valider()


MENAGE = Candidat(orientation_id=0, numero_unique="02A032600012320A1A", nom="MARTIN")


def test_a_dalo_household_is_charged_by_a_rule_that_is_named(
    page: VacancesPage, attendre: Attendre, contexte: Contexte
) -> None:
    page.liste.etapes.setCurrentIndex(page.liste.etapes.findData("toutes"))
    row = next(r for r in page.liste.model.lignes if r.destinataire.startswith("Action Logement"))
    page.montrer_objet(row.id)
    attendre(250)
    inscrire(page, contexte, replace(MENAGE, dalo=True))
    dialog = demander(page, Geste.IMPUTER, attendre)
    rights = liste(dialog, "droit")
    assert "DALO" in rights.itemText(0)
    assert dialog.faire.isEnabled()
    rights.setCurrentIndex(rights.count() - 1)
    assert "À remplir" in dialog.effet.text()
    rights.setCurrentIndex(0)
    attendre(250)
    assert "change de compte" in dialog.effet.text()
    accepter(dialog, attendre)
    assert "L441-2-3" in offre_de(page).suivi.impute_source
    back = demander(page, Geste.IMPUTER, attendre)
    rights = liste(back, "droit")
    rights.setCurrentIndex(rights.findText("Bailleur"))
    texte(back, "source").setText("accord du comité de suivi")
    attendre(250)
    accepter(back, attendre)
    assert offre_de(page).suivi.impute_source == "accord du comité de suivi"


def test_the_dwelling_left_by_a_mutation_is_proposed_at_the_lease(
    page: VacancesPage, attendre: Attendre, contexte: Contexte
) -> None:
    ident = choisir(page, Etape.ATTRIBUEE, attendre)
    inscrire(page, contexte, replace(MENAGE, mutation=True))
    page._faire(Geste.SIGNER)
    lease = page.actes.dialogue
    assert isinstance(lease, IssueDialog)
    lease.accept()
    attendre(250)
    assert "quitte un de vos logements" in page.annonce.texte
    page.annonce.boutons()[0].click()
    conge = page.suivi.conge
    assert conge is not None
    assert conge.saisie().cause is CauseLiberation.MUTATION
    assert conge.saisie().qualification is Qualification.A_QUALIFIER
    conge.ui.recherche.setText("calvi")
    attendre(250)
    conge.accept()
    attendre(250)
    assert dossier_de(page).vacance.suivi.suite_de == ident


def test_what_cannot_be_done_is_not_asked(page: VacancesPage, attendre: Attendre) -> None:
    choisir(page, Etape.A_ORIENTER, attendre)
    page._faire(Geste.NOTIFIER)
    assert page.suivi.dialogue is None
    assert not page.entete.gestes[Geste.NOTIFIER].isVisible()
    page.dossier = None
    page._faire(Geste.PREAVIS)
    page._faire_la_suite()
    assert page.suivi.dialogue is None


def test_the_step_that_had_the_keyboard_keeps_it(page: VacancesPage, attendre: Attendre) -> None:
    choisir(page, Etape.PROPOSEE, attendre)
    page.activateWindow()
    shown = page.liste.detail.parcours
    shown.boutons()[1].setFocus()
    named = shown.boutons()[1].text()
    page.liste.detail.montrer(dossier_de(page))
    assert next(b.text() for b in shown.boutons() if b.hasFocus()) == named


def test_icons_follow_the_palette(
    page: VacancesPage, attendre: Attendre, app: QApplication
) -> None:
    choisir(page, Etape.PROPOSEE, attendre)
    picture = page.liste.detail.parcours._lignes[0][1]
    before = picture.pixmap().toImage()
    theme.appliquer(app, sombre=True)
    attendre(10)
    assert picture.pixmap().toImage() != before
    assert all(isinstance(line[1], QLabel) for line in page.liste.detail.parcours._lignes)


def test_a_day_that_was_not_asked_is_a_fault() -> None:
    with pytest.raises(KeyError):
        Valeurs({}).jour("jour")
    assert Valeurs({"n": 3}).nombre("n") == 3
    assert de_qt(en_qt(date(2026, 3, 3))) == date(2026, 3, 3)
