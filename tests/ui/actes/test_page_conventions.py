"""The page Conventions lists what was signed, adds it up, and lets it be changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from fluxdesk.domain.profil import Genre
from fluxdesk.domain.reservataire import Categorie
from fluxdesk.ui.dialogs.convention import ConventionDialog
from fluxdesk.ui.pages.conventions import SANS_CHIFFRES, ConventionsPage

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from fluxdesk.ui.contexte import Contexte
    from tests.ui.actes.conftest import Attendre, Montrer


@pytest.fixture
def page(contexte: Contexte, montrer: Montrer) -> ConventionsPage:
    return montrer(ConventionsPage(contexte))


def noms(page: ConventionsPage) -> list[str]:
    return [row.reservataire.nom for row in page.model.lignes]


def test_each_reservataire_is_listed_with_its_rate_and_its_territory_in_words(
    page: ConventionsPage,
) -> None:
    row = next(r for r in page.model.lignes if r.reservataire.nom == "Ville de Bastia")
    assert row.territoire == "Bastia"
    assert row.taux > 0
    assert "convention" in page.sous_titre.text()


def test_the_rates_add_up_place_by_place_fullest_first(page: ConventionsPage) -> None:
    rates = [row.taux for row in page.sommes.lignes]
    assert rates == sorted(rates, reverse=True)
    bastia = next(row for row in page.sommes.lignes if row.lieu == "À Bastia")
    state = next(r for r in page.model.lignes if r.reservataire.categorie is Categorie.ETAT)
    assert "Ville de Bastia" in bastia.detail
    assert bastia.taux > state.taux
    assert page.alertes.phrases


def test_the_page_says_whether_the_conventions_can_be_kept_together(
    page: ConventionsPage,
) -> None:
    (told,) = page.faisabilite.phrases
    assert told.startswith("Tous les droits peuvent être servis")
    assert "logements entrés dans le flux" in told


def test_without_any_convention_nothing_is_compared(
    contexte_vide: Contexte, qtbot: QtBot, attendre_vide: Attendre
) -> None:
    page = ConventionsPage(contexte_vide)
    qtbot.addWidget(page)
    page.show()
    attendre_vide()
    assert page.faisabilite.phrases == (SANS_CHIFFRES,)


def test_a_new_convention_is_added(page: ConventionsPage, attendre: Attendre) -> None:
    before = len(noms(page))
    page.ajouter.click()
    dialog = page.dialogue
    assert dialog is not None
    assert dialog.saisie().reservataire.categorie is Categorie.COMMUNE  # others are signed
    dialog.commencer_par(Categorie.EMPLOYEUR)
    dialog.ui.nom.setText("Hôpital de Bastia")
    dialog.ui.taux.setValue(1)
    attendre(300)
    dialog.accept()
    attendre()
    assert len(noms(page)) == before + 1
    chosen = page._ligne()
    assert chosen is not None
    assert chosen.reservataire.nom == "Hôpital de Bastia"


def test_a_changed_rate_is_recorded_as_an_avenant(
    page: ConventionsPage, attendre: Attendre, qtbot: QtBot
) -> None:
    place = noms(page).index("Ville de Bastia")
    page.table.selectRow(place)
    signed = page.model.lignes[place].convention.avenants
    qtbot.keyClick(page.table, Qt.Key.Key_F2)
    dialog = page.dialogue
    assert dialog is not None
    dialog.ui.taux.setValue(9)
    attendre(300)
    dialog.accept()
    attendre()
    changed = page.model.lignes[place]
    assert len(changed.convention.avenants) == len(signed) + 1
    assert changed.taux == 900
    assert changed.convention.avenants[0].dix_milliemes == signed[0].dix_milliemes


def test_another_page_can_ask_for_a_convention(
    contexte: Contexte, montrer: Montrer, attendre: Attendre
) -> None:
    page = ConventionsPage(contexte)
    page.montrer_objet(2)
    montrer(page)
    attendre()
    chosen = page._ligne()
    assert chosen is not None
    assert chosen.convention.id == 2


def test_the_workbook_to_fill_is_written(
    page: ConventionsPage, attendre: Attendre, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    page.contexte.avis.connect(told.append)
    target = tmp_path / "modele"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    page.fichier.modele.trigger()
    attendre()
    assert target.with_suffix(".xlsx").exists()
    assert "modele.xlsx" in told[-1]


def test_a_choice_of_file_that_is_given_up_does_nothing(
    page: ConventionsPage, attendre: Attendre, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    page.contexte.importer.connect(asked.append)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    page.fichier.modele.trigger()
    page.fichier.importer.trigger()
    attendre()
    assert asked == [Genre.CONVENTIONS]


def test_an_empty_base_says_what_a_convention_is_for(
    contexte_vide: Contexte, qtbot: QtBot, attendre_vide: Attendre
) -> None:
    page = ConventionsPage(contexte_vide)
    qtbot.addWidget(page)
    page.commencer.click()  # its places are not read yet: nothing opens
    assert not page.findChildren(ConventionDialog)
    page.show()
    attendre_vide()
    assert page.pile.currentIndex() == 1
    assert not page.ajouter.isVisible()
    assert not page.modifier.isEnabled()
    page.commencer.click()
    dialog = page.dialogue
    assert dialog is not None
    assert dialog.saisie().reservataire.categorie is Categorie.ETAT
    dialog.reject()
