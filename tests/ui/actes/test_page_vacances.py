"""The page Vacances lists, details, and offers the next step of each vacancy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton

from fluxdesk.domain.echec import CauseEchec
from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.domain.vacance import Etape, Qualification
from fluxdesk.ui.dialogs.conge import CongeDialog
from fluxdesk.ui.dialogs.issue import IssueDialog
from fluxdesk.ui.dialogs.motif import MotifDialog
from fluxdesk.ui.dialogs.qualification import QualificationDialog
from fluxdesk.ui.pages.vacances import VacancesPage

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from fluxdesk.ui.contexte import Contexte
    from tests.ui.actes.conftest import Attendre, Montrer


@pytest.fixture
def page(contexte: Contexte, montrer: Montrer) -> VacancesPage:
    return montrer(VacancesPage(contexte))


def choisir(page: VacancesPage, etape: Etape, attendre: Attendre) -> int:
    """Choose the first vacancy of a stage that was offered to a réservataire, if offered."""
    page.liste.etapes.setCurrentIndex(page.liste.etapes.findData("toutes"))
    row = next(
        r for r in page.liste.model.lignes if r.etape is etape and r.destinataire != "Bailleur"
    )
    page.montrer_objet(row.id)
    attendre(250)
    return row.id


def visibles(page: VacancesPage) -> list[str]:
    return [b.text() for b in page.findChildren(QPushButton) if b.isVisibleTo(page) and b.text()]


def etape_de(page: VacancesPage) -> Etape:
    assert page.dossier is not None
    return page.dossier.etape


def test_running_vacancies_are_listed_first_and_the_first_is_detailed(page: VacancesPage) -> None:
    assert not any(row.close for row in page.liste.model.lignes)
    assert Etape.BAIL_SIGNE not in {row.etape for row in page.liste.model.lignes}
    assert page.dossier is not None
    assert page.dossier.vacance.id == page.liste.model.lignes[0].id
    assert "en cours" in page.sous_titre.text()
    assert any(t.startswith("Adresse") for t in page.liste.detail.fiche.textes())


def test_the_rail_is_told_how_many_are_running(contexte: Contexte, montrer: Montrer) -> None:
    page = VacancesPage(contexte)
    told: list[int] = []
    page.compteur.connect(told.append)
    montrer(page)
    assert told[-1] == page.liste.model.rowCount() > 0


@pytest.mark.parametrize(
    ("etape", "bouton"),
    [
        (Etape.A_QUALIFIER, "Qualifier la vacance…"),
        (Etape.A_ORIENTER, "Orienter le logement…"),
        (Etape.PROPOSEE, "Décider de l’offre échue…"),
        (Etape.ATTRIBUEE, "Enregistrer le bail…"),
    ],
)
def test_the_primary_button_is_the_next_step(
    page: VacancesPage, attendre: Attendre, etape: Etape, bouton: str
) -> None:
    choisir(page, etape, attendre)
    assert bouton in visibles(page)
    assert page.entete.suite.accessibleName() == bouton


def test_a_vacancy_out_of_the_flux_asks_for_nothing(page: VacancesPage, attendre: Attendre) -> None:
    row = next(r for r in page.liste._toutes if r.etape is Etape.HORS_FLUX and r.close)
    page.montrer_objet(row.id)
    attendre(250)
    assert not page.entete.suite.isVisible()
    page._faire_la_suite()
    assert page.actes.dialogue is None


def test_words_filter_the_list(page: VacancesPage, attendre: Attendre) -> None:
    before = page.liste.model.rowCount()
    page.liste.recherche.setText("bastia")
    attendre(300)
    assert 0 < page.liste.model.rowCount() < before
    assert {row.commune.casefold() for row in page.liste.model.lignes} == {"bastia"}
    page.liste.recherche.setText("nulle part")
    attendre(300)
    assert page.liste.model.rowCount() == 0
    assert page.dossier is None
    assert page.pile.currentWidget() is page.liste  # the filter stays within reach


def test_a_stage_can_be_shown_alone(page: VacancesPage) -> None:
    stages = page.liste.etapes
    stages.setCurrentIndex(stages.findData(Etape.HORS_FLUX.value))
    assert {row.etape for row in page.liste.model.lignes} == {Etape.HORS_FLUX}


def test_dates_shown_in_the_detail_give_way_to_the_address(page: VacancesPage) -> None:
    page.resize(900, 700)
    assert page.liste.table.isColumnHidden(6)
    page.resize(2200, 700)
    assert not page.liste.table.isColumnHidden(6)


def test_a_click_on_a_title_sorts_and_keeps_the_row(page: VacancesPage) -> None:
    chosen = page.liste.ligne
    page.liste.table.sortByColumn(7, Qt.SortOrder.AscendingOrder)
    ages = [row.age_jours for row in page.liste.model.lignes]
    assert ages == sorted(ages)
    assert page.liste.ligne == chosen


def test_qualifying_moves_the_vacancy_on(page: VacancesPage, attendre: Attendre) -> None:
    ident = choisir(page, Etape.A_QUALIFIER, attendre)
    page.entete.suite.click()
    dialog = page.actes.dialogue
    assert isinstance(dialog, QualificationDialog)
    dialog.accept()
    attendre()
    assert page.dossier is not None
    assert page.dossier.vacance.id == ident
    assert etape_de(page) is Etape.A_ORIENTER


def test_qualifying_otherwise_is_in_the_menu_before_any_offer(
    page: VacancesPage, attendre: Attendre
) -> None:
    choisir(page, Etape.HORS_FLUX, attendre)
    assert page.entete.qualifier.isEnabled()
    page.entete.qualifier.trigger()
    dialog = page.actes.dialogue
    assert isinstance(dialog, QualificationDialog)
    dialog.ui.qualification.choisir(Qualification.HORS_CHAMP)
    dialog.accept()
    attendre()
    assert page.dossier is not None
    assert page.dossier.vacance.qualification is Qualification.HORS_CHAMP


def test_an_answer_is_recorded(page: VacancesPage, attendre: Attendre) -> None:
    choisir(page, Etape.PROPOSEE, attendre)
    page.entete.reponse.trigger()
    dialog = page.actes.dialogue
    assert isinstance(dialog, IssueDialog)
    dialog.accept()
    attendre()
    assert etape_de(page) is Etape.ATTRIBUEE


def test_a_refusal_gives_the_dwelling_back_with_its_reason(
    page: VacancesPage, attendre: Attendre
) -> None:
    choisir(page, Etape.PROPOSEE, attendre)
    page.entete.reponse.trigger()
    dialog = page.actes.dialogue
    assert isinstance(dialog, IssueDialog)
    dialog.choisir(CauseEchec.LOGEMENT_INADAPTE)
    dialog.ui.motif.setText("logement trop petit")
    dialog.accept()
    attendre()
    assert etape_de(page) is Etape.A_ORIENTER
    # The next in turn is shown at once, and who refused.
    assert page.pile.currentWidget() is page.panneau
    assert "A refusé ce logement" in page.panneau._phrases.text()
    page._revenir()
    attendre()
    said = page.liste.detail.deroule.textes()
    assert any("Refusée par le réservataire" in line for line in said)
    assert any("logement trop petit" in line for line in said)


def test_taking_an_offer_back_needs_a_reason(page: VacancesPage, attendre: Attendre) -> None:
    choisir(page, Etape.PROPOSEE, attendre)
    page.entete.annuler.trigger()
    dialog = page.actes.dialogue
    assert isinstance(dialog, MotifDialog)
    assert not dialog._faire.isEnabled()
    dialog._motif.setText("erreur de saisie")
    dialog.accept()
    attendre()
    assert etape_de(page) is Etape.A_ORIENTER
    assert page.dossier is not None
    assert page.dossier.offres[-1].issue is IssueOrientation.ANNULEE
    assert not page.entete.annuler.isEnabled()


def test_a_letter_is_written_where_the_officer_says_and_opened_on_demand(
    page: VacancesPage, attendre: Attendre, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def choose(_parent: object, _title: str, name: str, _filter: str) -> tuple[str, str]:
        asked.append(name)
        return str(tmp_path / "lettre"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    opened: list[str] = []
    monkeypatch.setattr(
        "fluxdesk.ui.pages.vacances_actes.QDesktopServices.openUrl",
        lambda url: opened.append(url.toLocalFile()),
    )
    choisir(page, Etape.PROPOSEE, attendre)
    page.entete.lettre.click()
    attendre()
    written = tmp_path / "lettre.pdf"
    assert written.read_bytes().startswith(b"%PDF")
    assert asked[0].startswith("Offre 2026-")
    assert "lettre.pdf" in page.annonce.texte
    assert not opened
    page.annonce.boutons()[0].click()
    assert opened == [str(written)]


def test_the_conge_dialog_opens_by_its_key_and_records(
    page: VacancesPage, attendre: Attendre, qtbot: QtBot
) -> None:
    page.activateWindow()
    qtbot.keyClick(page.liste.table, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    dialog = page.actes.dialogue
    assert isinstance(dialog, CongeDialog)
    dialog.ui.recherche.setText("calvi")
    attendre(250)
    dialog.accept()
    attendre()
    assert page.dossier is not None
    assert page.dossier.commune is not None
    assert page.dossier.commune.nom == "Calvi"
    assert etape_de(page) is Etape.A_ORIENTER


def test_another_page_can_ask_for_a_vacancy_that_is_over(
    page: VacancesPage, contexte: Contexte, attendre: Attendre
) -> None:
    rows = contexte.bureau.base.lectures.vacances(contexte.bureau.horloge.aujourd_hui())
    over = next(row for row in rows if row.etape is Etape.BAIL_SIGNE)
    page.montrer_objet(over.id)
    attendre(250)
    assert page.dossier is not None
    assert page.dossier.vacance.id == over.id


def test_an_empty_base_says_what_the_page_is_for(
    contexte_vide: Contexte, qtbot: QtBot, attendre_vide: Attendre
) -> None:
    page = VacancesPage(contexte_vide)
    qtbot.addWidget(page)
    page.show()
    attendre_vide()
    assert page.pile.currentWidget() is page.vide
    assert page.commencer.isVisible()
    page.commencer.click()
    assert isinstance(page.actes.dialogue, CongeDialog)
    attendre_vide(200)
    assert page.actes.dialogue.ui.trouves.text() == "Aucun logement trouvé."
    page.actes.dialogue.reject()
