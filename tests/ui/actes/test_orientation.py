"""The orientation panel says to whom, why, and what another choice would cost."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from fluxdesk.domain.vacance import Etape
from fluxdesk.ui.dialogs.autre_reservataire import AUTRE, RAISONS, AutreReservataireDialog
from fluxdesk.ui.models.classement import COLONNES_EQUILIBRE
from fluxdesk.ui.models.classement_choix import LigneChoix, effet_du_choix, lire_choix
from fluxdesk.ui.pages.orientation import echeance_de, phrases_de
from fluxdesk.ui.pages.vacances import VacancesPage
from fluxdesk.ui.phrases import proposer_a

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.services.suggerer_orientation import Proposition
    from fluxdesk.ui.contexte import Contexte
    from tests.ui.actes.conftest import Attendre, Montrer


@pytest.fixture
def page(contexte: Contexte, montrer: Montrer, attendre: Attendre) -> VacancesPage:
    """The page, on the proposal for the first vacancy to orient."""
    shown = montrer(VacancesPage(contexte))
    row = next(r for r in shown.liste.model.lignes if r.etape is Etape.A_ORIENTER)
    shown.montrer_objet(row.id)
    attendre(250)
    shown.entete.suite.click()
    attendre()
    assert shown.pile.currentWidget() is shown.panneau
    return shown


@pytest.fixture
def proposition(page: VacancesPage) -> Proposition:
    assert page.panneau.proposition is not None
    return page.panneau.proposition


def derniere_offre(page: VacancesPage) -> Orientation:
    assert page.dossier is not None
    assert page.dossier.offre is not None
    return page.dossier.offre


def test_the_name_stands_large_and_the_button_says_it(
    page: VacancesPage, proposition: Proposition
) -> None:
    assert page.panneau._nom.text().startswith(proposition.destinataire_nom)
    assert page.entete.proposer.text() == proposer_a(
        proposition.destinataire, proposition.destinataire_nom
    )
    assert page.dossier is not None
    assert page.dossier.lieu in page.sous_titre.text()
    assert not page.entete.conge.isVisible()


def test_the_sentences_of_the_engine_are_shown_whole(
    page: VacancesPage, proposition: Proposition
) -> None:
    shown = page.panneau._phrases.text()
    for line in proposition.texte.split("\n")[1:]:
        assert line in shown
    assert "Dû" in shown
    assert phrases_de(proposition).count("Proposition") == 0


def test_every_party_is_in_the_table_those_left_out_with_a_reason(
    page: VacancesPage, proposition: Proposition
) -> None:
    suggestion = proposition.suggestion
    rows = page.panneau.model.lignes
    keys = {row.rang.cle for row in rows}
    assert keys >= {r.cle for r in (*suggestion.classement, *suggestion.exclus)}
    model = page.panneau.model
    for number, row in enumerate(rows):
        reason = model.index(number, model.columnCount() - 1)
        assert bool(reason.data()) == row.grise
        assert bool(reason.data(Qt.ItemDataRole.AccessibleTextRole)) == row.grise
    assert rows[0].choisi
    assert rows[-1].grise


def test_each_bar_says_its_numbers(page: VacancesPage) -> None:
    said = page.panneau.model.index(0, COLONNES_EQUILIBRE[1]).data(
        Qt.ItemDataRole.AccessibleTextRole
    )
    assert said.startswith("typologie T")
    assert "dû" in said
    assert "reçu" in said
    epci = page.panneau.model.index(0, COLONNES_EQUILIBRE[3]).data(Qt.ItemDataRole.ToolTipRole)
    assert not any(word.isdigit() and len(word) == 9 for word in epci.split())  # no SIREN


def test_escape_goes_back_and_writes_nothing(
    page: VacancesPage, qtbot: QtBot, contexte: Contexte, attendre: Attendre
) -> None:
    with contexte.bureau.base.transaction() as uow:
        before = len(uow.orientations.toutes())
    qtbot.keyClick(page.entete.proposer, Qt.Key.Key_Escape)
    attendre()
    assert page.pile.currentWidget() is page.liste
    with contexte.bureau.base.transaction() as uow:
        assert len(uow.orientations.toutes()) == before


def test_the_whole_orientation_is_done_by_keyboard_alone(
    contexte: Contexte, montrer: Montrer, attendre: Attendre, qtbot: QtBot
) -> None:
    page = montrer(VacancesPage(contexte))
    rows = page.liste.model.lignes
    wanted = next(n for n, row in enumerate(rows) if row.etape is Etape.A_ORIENTER)
    table = page.liste.table
    table.setFocus()
    for _ in range(wanted):
        qtbot.keyClick(table, Qt.Key.Key_Down)
    attendre()
    qtbot.keyClick(table, Qt.Key.Key_Return)
    attendre()
    assert page.pile.currentWidget() is page.panneau
    page.panneau.table.setFocus()
    qtbot.keyClick(page.panneau.table, Qt.Key.Key_Return)
    attendre()
    assert page.pile.currentWidget() is page.liste
    offer = derniere_offre(page)
    assert offer.vacance_id == rows[wanted].id
    assert offer.numero in page.annonce.texte


def test_the_offer_is_told_with_its_number_and_deadline_and_leads_to_the_letter(
    page: VacancesPage,
    proposition: Proposition,
    attendre: Attendre,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page.entete.proposer.click()
    attendre()
    offer = derniere_offre(page)
    assert offer.suggere == proposition.destinataire
    assert offer.numero in page.annonce.texte
    if offer.reservataire_id is None:
        assert "gardé par le bailleur" in page.annonce.texte
        return
    assert "Échéance de réponse" in page.annonce.texte
    target = tmp_path / "offre.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    page.annonce.boutons()[0].click()
    attendre()
    assert target.exists()


def test_another_choice_needs_a_reason(page: VacancesPage, attendre: Attendre) -> None:
    page.entete.autre.click()
    attendre()
    dialog = page.conduite.dialogue
    assert isinstance(dialog, AutreReservataireDialog)
    assert not dialog._agir.isEnabled()
    dialog.ui.raison.setCurrentIndex(dialog.ui.raison.findText(AUTRE))
    assert not dialog._agir.isEnabled()  # « autre motif » alone says nothing
    dialog.ui.precision.setText("accord du comité de suivi")
    assert dialog._agir.isEnabled()
    assert dialog.motif() == "accord du comité de suivi"
    dialog.ui.raison.setCurrentIndex(0)
    assert dialog.motif() == f"{RAISONS[0]}\u00a0: accord du comité de suivi"
    dialog.ui.precision.clear()
    assert dialog.motif() == RAISONS[0]
    dialog.reject()


def test_another_choice_is_recorded_with_its_reason(
    page: VacancesPage, proposition: Proposition, attendre: Attendre
) -> None:
    page.entete.autre.click()
    attendre()
    dialog = page.conduite.dialogue
    assert isinstance(dialog, AutreReservataireDialog)
    chosen = dialog.destinataire()
    assert chosen != proposition.destinataire
    assert dialog.ui.effet.text()
    assert dialog._agir.text().startswith(("Proposer", "Garder"))
    dialog.ui.raison.setCurrentIndex(0)
    dialog.accept()
    attendre()
    offer = derniere_offre(page)
    assert offer.derogation == RAISONS[0]
    assert offer.suggere == proposition.destinataire
    assert any(RAISONS[0] in line for line in page.liste.detail.deroule.textes())


def test_only_parties_without_parts_that_have_a_right_can_be_chosen(
    proposition: Proposition, contexte: Contexte
) -> None:
    choices = lire_choix(contexte.bureau, proposition)
    keys = [c.cle for c in choices]
    assert keys[0] == proposition.destinataire
    assert len(set(keys)) == len(keys)
    with contexte.bureau.base.transaction() as uow:
        split = {
            str(c.reservataire_id)
            for c in uow.conventions.toutes()
            if c.avenants[-1].sous_contingents
        }
    assert split
    assert not split & set(keys)
    assert not set(proposition.suggestion.refusants) & set(keys)


def ligne(nom: str, retard: str) -> LigneChoix:
    return LigneChoix(cle=nom, nom=nom, du=Fraction(5), servi=4, retard=Fraction(retard))


@pytest.mark.parametrize(
    ("choisi", "suggere", "dit"),
    [
        ("0.4", "0.95", "dépasse la tolérance (0,90)"),
        ("0", "0.2", "serait servi au-delà de son droit"),
        ("0.5", "0.6", "compensera cet écart"),
    ],
)
def test_the_effect_of_a_choice_is_told(choisi: str, suggere: str, dit: str) -> None:
    said = effet_du_choix(ligne("Calvi", choisi), ligne("ALS", suggere), Fraction("0.9"))
    assert dit in said.replace("\u00a0", " ")
    assert said.startswith("Calvi passerait")


def test_a_dwelling_kept_by_the_landlord_has_no_deadline(proposition: Proposition) -> None:
    assert "Aucune échéance" in echeance_de(replace(proposition, echeance=None))


def test_a_long_vacancy_is_offered_to_several_at_once(
    page: VacancesPage, contexte: Contexte, attendre: Attendre
) -> None:
    assert page.dossier is not None
    assert not page.panneau.savoir.isVisibleTo(page.panneau)
    contexte.mois_vacance_longue = -24  # as if two years went by
    page.conduite.commencer(page.dossier.vacance.id)
    attendre()
    assert page.panneau.savoir.isVisibleTo(page.panneau)
    assert "à plusieurs réservataires" in page.panneau.savoir.texte.text()


def test_the_list_holds_long_vacancies_apart(page: VacancesPage, attendre: Attendre) -> None:
    liste = page.liste
    place = liste.etapes.findData("longues")
    assert place >= 0
    liste.etapes.setCurrentIndex(place)
    assert liste.etapes.currentText() == f"Vacance longue ({liste.model.rowCount()})"
    assert all(liste.model.longue(row) for row in liste.model.lignes)
