"""The pages of the day, of the patrimoine and of the journal, on the demonstration base."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton

from fluxdesk.domain.logement import Logement, Programme, TypeConstruction
from fluxdesk.domain.profil import Genre
from fluxdesk.services.consulter_logement import FicheLogement
from fluxdesk.services.rows import LogementRow
from fluxdesk.ui.contexte import Sujet
from fluxdesk.ui.models.lignes import ROLE_LIGNE
from fluxdesk.ui.models.logements_fiche import champs_logement
from fluxdesk.ui.pages.aujourdhui import (
    AujourdhuiPage,
    lire_journee,
    premiers_pas,
    titre_flux,
)
from fluxdesk.ui.pages.patrimoine import PatrimoinePage
from tests.ui.gestes import PATIENCE, calmer, montrer

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from fluxdesk.ui.contexte import Contexte


class TestPage:
    """A page reads when it must, and only then."""

    def test_a_hidden_page_reads_again_when_it_is_shown(
        self, contexte: Contexte, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        read: list[int] = []
        monkeypatch.setattr(PatrimoinePage, "recharger", lambda _page: read.append(1))
        page = PatrimoinePage(contexte)
        qtbot.addWidget(page)

        contexte.change.emit(frozenset({Sujet.PATRIMOINE}))
        assert read == []
        page.show()
        assert read == [1]
        contexte.change.emit(frozenset({Sujet.BAILLEUR}))
        assert read == [1]
        contexte.change.emit(frozenset({Sujet.PATRIMOINE}))
        assert read == [1, 1]
        page.hide()
        page.show()

        assert read == [1, 1]


class TestAujourdhui:
    """What must be done, and whether the flux is fair."""

    def test_the_day_shows_deadlines_waiting_dwellings_and_dues(
        self, contexte: Contexte, qtbot: QtBot
    ) -> None:
        page = AujourdhuiPage(contexte)
        counts: list[int] = []
        page.compteur.connect(counts.append)

        montrer(page, qtbot)

        assert page.sous_titre.text() == "dimanche 22 novembre 2026"
        assert page.a_faire.boutons()
        assert counts[-1] > 0
        assert page.a_orienter.model().rowCount() > 0
        assert page.flux.model().rowCount() > 5
        assert "Plus grand retard" in page.commentaires.text()
        assert page.premiers_pas.isHidden()
        assert page.conge.isVisible()

    def test_a_thing_to_do_opens_where_it_is_done(self, contexte: Contexte, qtbot: QtBot) -> None:
        page = AujourdhuiPage(contexte)
        montrer(page, qtbot)
        by_verb = {button.text(): button for button in page.a_faire.boutons()}

        with qtbot.waitSignal(contexte.ouvrir) as told:
            by_verb["Ouvrir"].click()
        assert told.args[0] == "vacances"
        assert told.args[1] > 0
        with qtbot.waitSignal(contexte.ouvrir) as told:
            by_verb["Préparer"].click()

        assert told.args == ["bilans", 2026]

    def test_a_dwelling_to_orient_opens_its_vacancy(self, contexte: Contexte, qtbot: QtBot) -> None:
        page = AujourdhuiPage(contexte)
        montrer(page, qtbot)
        index = page.a_orienter.model().index(0, 0)

        with qtbot.waitSignal(contexte.ouvrir) as told:
            page.a_orienter.activated.emit(index)

        assert told.args == ["vacances", index.data(ROLE_LIGNE).id]

    def test_a_new_base_is_led_by_the_hand(self, contexte_vide: Contexte, qtbot: QtBot) -> None:
        page = AujourdhuiPage(contexte_vide)

        montrer(page, qtbot)

        assert page.premiers_pas.isVisible()
        assert page.conge.isHidden()
        first, second, third = page.premiers_pas.boutons()
        with qtbot.waitSignal(contexte_vide.ouvrir) as told:
            first.click()
        assert told.args == ["patrimoine", 0]
        with qtbot.waitSignal(contexte_vide.ouvrir) as told:
            second.click()
        assert told.args == ["conventions", 0]
        third.click()
        dialog = page._actes.dialogue
        assert dialog is not None
        assert dialog.isVisible()
        calmer(page, qtbot)
        dialog.reject()


class TestPatrimoine:
    """Found by typing, read as a fiche, brought in by import."""

    @pytest.fixture
    def page(self, contexte: Contexte, qtbot: QtBot) -> PatrimoinePage:
        made = PatrimoinePage(contexte)
        montrer(made, qtbot)
        calmer(made, qtbot)
        return made

    def test_the_list_counts_everything_and_shows_the_first_dwelling(
        self, page: PatrimoinePage
    ) -> None:
        total = page.model.rowCount()

        assert page.sous_titre.text() == f"{total} logements"
        row = page.model.index(0, 0).data(ROLE_LIGNE)
        assert isinstance(row, LogementRow)
        assert f"Typologie\u00a0: {row.typologie}" in page.fiche.textes()

    def test_typing_finds(self, page: PatrimoinePage, qtbot: QtBot) -> None:
        total = page.model.rowCount()

        page.recherche.setText("salicetti")
        qtbot.waitUntil(lambda: 0 < page.model.rowCount() < total, timeout=PATIENCE)
        calmer(page, qtbot)

        assert page.sous_titre.text().endswith(f"sur {total} logements")
        page.recherche.setText("rue qui n’existe pas")
        qtbot.waitUntil(lambda: page.model.rowCount() == 0, timeout=PATIENCE)
        assert not page.fiche.isVisible()
        calmer(page, qtbot)

    def test_a_programme_narrows_the_list_and_stays_chosen(
        self, page: PatrimoinePage, qtbot: QtBot
    ) -> None:
        total = page.model.rowCount()
        rows = page.contexte.bureau.base.lectures.programmes()
        assert page.programmes.count() == 1 + len(rows)

        page.programmes.setCurrentIndex(1)
        page.programmes.activated.emit(1)
        qtbot.waitUntil(lambda: page.model.rowCount() == rows[0].logements, timeout=PATIENCE)
        calmer(page, qtbot)
        assert page.programmes.currentData() == rows[0].programme
        assert page.sous_titre.text().endswith(f"sur {total} logements")

        gone = Programme(nom="DISPARU", commune="2A004")
        page._filtre = replace(page._filtre, programme=gone)
        page.recharger()
        qtbot.waitUntil(lambda: page.model.rowCount() == total, timeout=PATIENCE)

    def test_a_title_sorts_the_whole_list(self, page: PatrimoinePage, qtbot: QtBot) -> None:
        typologie = 3
        page.table.sortByColumn(typologie, Qt.SortOrder.DescendingOrder)
        calmer(page, qtbot)
        page.grab()
        calmer(page, qtbot)

        shown = [page.model.index(row, typologie).data() for row in range(20)]
        assert shown == sorted(shown, reverse=True)

    def test_a_dwelling_asked_for_is_chosen(self, page: PatrimoinePage, qtbot: QtBot) -> None:
        wanted = page.model.identifiant(7)

        page.montrer_objet(wanted)
        calmer(page, qtbot)

        assert page.table.currentIndex().row() == 7

    def test_the_button_asks_for_files_of_the_patrimoine(
        self, page: PatrimoinePage, qtbot: QtBot
    ) -> None:
        with qtbot.waitSignal(page.contexte.importer) as asked:
            page.importer.click()

        assert asked.args == [Genre.PATRIMOINE]

    def test_without_a_dwelling_the_page_says_where_they_come_from(
        self, contexte_vide: Contexte, qtbot: QtBot
    ) -> None:
        page = PatrimoinePage(contexte_vide)

        montrer(page, qtbot)

        assert page.sous_titre.text() == "0 logement"
        assert page.importer.isHidden()
        shown = [b.text() for b in page.findChildren(QPushButton) if b.isVisible()]
        assert "Choisir un fichier…" in shown


def test_the_fiche_says_what_is_known_and_what_is_not() -> None:
    full = Logement(
        cle="1",
        surface=66,
        etage="2",
        ascenseur=True,
        construction=TypeConstruction.COLLECTIF,
        qpv=True,
        qpv_code="QP02A001",
        loyer=40215,
        charges=6100,
    )
    said = {champ.titre: champ.valeur for champ in champs_logement(FicheLogement(logement=full))}
    bare = {
        champ.titre: champ.valeur
        for champ in champs_logement(FicheLogement(logement=Logement(cle="2")))
    }

    assert said["Étage"] == "2e étage, ascenseur"
    assert said["Construction"] == "non renseigné, collectif"
    assert said["QPV"] == "oui (QP02A001)"
    assert said["Loyer"] == "402,15\u00a0€ + 61,00\u00a0€ de charges"
    assert bare["QPV"] == "non renseigné"
    assert bare["Loyer"] == ""


def test_the_day_is_read_in_one_go(contexte: Contexte, contexte_vide: Contexte) -> None:
    full, empty = lire_journee(contexte.bureau), lire_journee(contexte_vide.bureau)

    assert full.complete
    assert full.conventions > 0
    assert titre_flux(full.tableau).startswith("Le flux · en 2026, ")
    assert not empty.complete
    assert [step.fait for step in premiers_pas(empty)] == [False, False, False]


def test_two_columns_become_one_where_they_would_be_too_narrow(
    contexte: Contexte, qtbot: QtBot
) -> None:
    page = AujourdhuiPage(contexte)
    montrer(page, qtbot)

    def beside() -> bool:
        return page.flux.mapTo(page, QPoint()).x() > page.a_orienter.mapTo(page, QPoint()).x()

    assert beside()
    page.resize(640, 800)
    qtbot.waitUntil(lambda: not beside())
    page.resize(1400, 800)

    qtbot.waitUntil(beside)
