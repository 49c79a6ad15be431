"""The page Simulation plays files too, on a base that holds nothing yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from fluxdesk.ui.contexte import Sujet
from fluxdesk.ui.models.simulation import Col
from fluxdesk.ui.pages.simulation import SimulationPage
from fluxdesk.ui.pages.simulation_hypothese import PAR_FICHIERS
from fluxdesk.ui.pages.simulation_resultat import dire_deplaces

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from fluxdesk.ui.contexte import Contexte
    from tests.ui.actes.conftest import Attendre, Montrer

CONVENTIONS = "reservataire;taux\nAction Logement;20\nÉtat;30\n"
FLUX = (
    "id;date;commune;epci;departement;qpv;typologie;financement;periode;soustrait;refus\n"
    "L1;2026-01-05;2A004;E;2A;oui;T3;PLAI;2000;;\n"
    "L2;2026-02-05;2A004;E;2A;non;T2;PLUS;2000;;État\n"
)


@pytest.fixture
def fichiers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """A pair of tables, chosen one after the other."""
    paths = (tmp_path / "C.csv", tmp_path / "F.csv")
    for path, text in zip(paths, (CONVENTIONS, FLUX), strict=True):
        path.write_text(text, encoding="utf-8")
    answers = iter(paths)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(next(answers)), ""))
    return paths


@pytest.fixture
def page(contexte_vide: Contexte, qtbot: QtBot, attendre_vide: Attendre) -> SimulationPage:
    """The page on a base that holds nothing."""
    made = SimulationPage(contexte_vide)
    qtbot.addWidget(made)
    made.resize(1240, 820)
    made.show()
    attendre_vide()
    return made


def simuler(page: SimulationPage, attendre: Attendre, taux: float) -> None:
    """Choose both files, suppose a rate for Action Logement, play."""
    page.fichiers.click()
    for choice in (page.hypothese.conventions, page.hypothese.flux):
        choice.parcourir.click()
    attendre()
    model = page.hypothese.model
    rank = [row.nom for row in model.lignes].index("Action Logement")
    model.setData(model.index(rank, Col.TAUX), taux)
    page.simuler.click()
    attendre()


def test_an_empty_base_teaches_and_offers_files(page: SimulationPage) -> None:
    assert page.vide.isVisible()
    assert not page.simuler.isVisible()
    page.fichiers.click()
    assert page.hypothese.isVisible()
    assert not page.simuler.isEnabled()
    page._simuler()
    page.hypothese.reinitialiser()
    assert page.hypothese.source is None


@pytest.mark.usefixtures("fichiers")
def test_files_are_compared_with_their_own_conventions(
    page: SimulationPage, attendre_vide: Attendre
) -> None:
    simuler(page, attendre_vide, 60)
    assert page.hypothese.conventions.champ.text() == "C.csv"
    titles = [label.text() for label in page.resultat.courbes.courbes.titres]
    assert titles == ["Retard\u00a0: conventions signées", "Retard\u00a0: hypothèse"]
    assert not page.resultat.seuls.isVisible()
    moved = page.resultat.deplaces.model()
    assert moved.headerData(2, Qt.Orientation.Horizontal) == "Signé"
    found = page.resultat.simulation
    assert found is not None
    assert dire_deplaces(found).startswith("Sur 2\u00a0logements, ")


@pytest.mark.usefixtures("fichiers")
def test_a_dwelling_of_a_file_opens_nothing_and_the_files_stay(
    page: SimulationPage, attendre_vide: Attendre
) -> None:
    simuler(page, attendre_vide, 60)
    opened: list[str] = []
    page.contexte.ouvrir.connect(lambda nom, _: opened.append(nom))
    page.resultat.deplaces.activated.emit(page.resultat.deplaces.model().index(0, 0))
    assert opened == []
    page.contexte.change.emit(frozenset({Sujet.VACANCES}))
    attendre_vide()
    assert page.resultat.isVisible()


@pytest.mark.usefixtures("fichiers")
def test_nothing_moves_under_the_same_conventions(
    page: SimulationPage, attendre_vide: Attendre
) -> None:
    simuler(page, attendre_vide, 20)
    assert "Aucun logement" in page.resultat.resume.text()
    assert page.resultat.deplaces.model().rowCount() == 0


def test_from_a_year_to_files_and_nothing_chosen(
    contexte: Contexte, montrer: Montrer, attendre: Attendre, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = montrer(SimulationPage(contexte))
    place = page.hypothese.sources.findData(PAR_FICHIERS)
    page.hypothese.sources.setCurrentIndex(place)
    page.hypothese.sources.activated.emit(place)
    assert page.hypothese.conventions.isVisible()
    assert not page.simuler.isEnabled()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    page.hypothese.conventions.parcourir.click()
    assert page.hypothese.conventions.chemin is None
    page._lire_fichiers()
    attendre()
    assert page.hypothese.source is None
