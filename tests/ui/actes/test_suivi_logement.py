"""What happens to the dwelling meanwhile: works, withdrawal, imputation, mutation chains."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel

from fluxdesk.domain.candidat import Candidat
from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.domain.suivi_vacance import EtatVacance
from fluxdesk.domain.vacance import CauseLiberation, Etape, Qualification
from fluxdesk.ui import theme
from fluxdesk.ui.dates import de_qt, en_qt
from fluxdesk.ui.dialogs.acte_champs import Valeurs
from fluxdesk.ui.dialogs.issue import IssueDialog
from fluxdesk.ui.pages.vacances import VacancesPage
from fluxdesk.ui.pages.vacances_gestes import Geste
from tests.ui.actes.gestes_suivi import (
    accepter,
    demander,
    dossier_de,
    inscrire,
    jour,
    liste,
    offre_de,
    texte,
)
from tests.ui.actes.test_page_vacances import choisir

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from fluxdesk.ui.contexte import Contexte
    from tests.ui.actes.conftest import Attendre, Montrer


MENAGE = Candidat(orientation_id=0, numero_unique="02A032600012320A1A", nom="MARTIN")


@pytest.fixture
def page(contexte: Contexte, montrer: Montrer) -> VacancesPage:
    return montrer(VacancesPage(contexte))


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
