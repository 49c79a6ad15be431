"""The page Simulation: what is supposed, what it changes, and that nothing is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QFileDialog, QStyleOptionViewItem, QWidget

from fluxdesk.domain.flux.parties import ModeRefus
from fluxdesk.services.demonstration_acteurs import ACTION_LOGEMENT
from fluxdesk.ui.contexte import Sujet
from fluxdesk.ui.models.simulation import Col, resume
from fluxdesk.ui.pages.simulation import SimulationPage
from fluxdesk.ui.pages.simulation_courbes import EN_COURBES, EN_TABLEAU

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from fluxdesk.services.ports import Bureau
    from fluxdesk.ui.contexte import Contexte
    from tests.ui.actes.conftest import Attendre, Montrer

Role = Qt.ItemDataRole


@pytest.fixture
def page(contexte: Contexte, montrer: Montrer) -> SimulationPage:
    return montrer(SimulationPage(contexte))


def rang(page: SimulationPage, nom: str) -> int:
    return [row.nom for row in page.hypothese.model.lignes].index(nom)


def supposer(page: SimulationPage, nom: str, taux: float) -> bool:
    model = page.hypothese.model
    return model.setData(model.index(rang(page, nom), Col.TAUX), taux)


def simuler(page: SimulationPage, attendre: Attendre, taux: float = 30.0) -> None:
    supposer(page, ACTION_LOGEMENT, taux)
    page.simuler.click()
    attendre()


# --- the hypothesis --------------------------------------------------------------------------


def test_the_newest_year_is_ready_with_what_was_signed(page: SimulationPage) -> None:
    assert page.hypothese.isVisible()
    assert page.hypothese.sources.currentText() == "Exercice 2026"
    assert "dans le flux" in page.hypothese.contenu.text()
    assert "Somme la plus forte" in page.hypothese.somme.text()
    assert page.simuler.isEnabled()
    assert not page.reinitialiser.isEnabled()
    QAbstractItemModelTester(page.hypothese.model)


def test_a_whole_follows_its_parts_and_is_not_typed_over(page: SimulationPage) -> None:
    model = page.hypothese.model
    whole, part = rang(page, "État"), rang(page, "État (agents publics)")
    assert not supposer(page, "État", 20)
    assert "sous-contingents" in model.index(whole, Col.TAUX).data(Role.ToolTipRole)
    assert supposer(page, "État (agents publics)", 3.5)
    assert model.index(whole, Col.TAUX).data() == "28,5\u00a0%"
    assert model.index(part, Col.NOM).data().strip() == "agents publics"
    assert model.index(part, Col.TAUX).data(Role.FontRole).bold()
    assert model.index(part, Col.SIGNE).data(Role.FontRole) is None
    assert model.index(part, Col.SIGNE).data(Role.ForegroundRole) is not None
    assert model.index(whole, Col.REFUS).data(Role.ForegroundRole) is None
    assert not supposer(page, "État (agents publics)", 3.5), "the same rate changes nothing"
    assert not model.setData(model.index(part, Col.REFUS), ModeRefus.COMPTE)
    assert not model.setData(model.index(-1, -1), 3)


def test_a_clause_is_changed_and_everything_comes_back(page: SimulationPage) -> None:
    model = page.hypothese.model
    index = model.index(rang(page, "État"), Col.REFUS)
    assert model.setData(index, ModeRefus.COMPTE)
    assert index.data() == "consomme le droit"
    assert "consomme le droit" in resume(model.lignes)
    assert page.reinitialiser.isEnabled()
    page.reinitialiser.click()
    assert not any(row.modifiee for row in model.lignes)
    assert resume(model.lignes) == "conventions signées, sans changement"


def test_more_than_there_is_cannot_be_simulated_and_says_where(page: SimulationPage) -> None:
    supposer(page, ACTION_LOGEMENT, 90)
    assert "de trop" in page.hypothese.somme.text()
    assert page.hypothese.somme.property("role") == "erreur"
    assert not page.simuler.isEnabled()


def test_the_keyboard_types_a_rate_and_chooses_a_clause(page: SimulationPage, qtbot: QtBot) -> None:
    table, model = page.hypothese.table, page.hypothese.model
    table.setCurrentIndex(model.index(rang(page, ACTION_LOGEMENT), Col.TAUX))
    qtbot.keyClick(table, Qt.Key.Key_F2)
    editor = table.findChild(QDoubleSpinBox)
    assert editor is not None
    assert editor.accessibleName() == "Taux simulé en pour cent"
    editor.setValue(25)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: model.lignes[rang(page, ACTION_LOGEMENT)].taux == 2500)
    index = model.index(rang(page, ACTION_LOGEMENT), Col.REFUS)
    table.setCurrentIndex(index)
    qtbot.keyClick(table, Qt.Key.Key_F2)
    choice = table.findChild(QComboBox)
    assert choice is not None
    choice.setCurrentIndex(choice.findData(ModeRefus.NON_COMPTE))
    choice.activated.emit(choice.currentIndex())
    assert model.lignes[index.row()].refus is ModeRefus.NON_COMPTE
    table.grab()


def test_the_delegates_let_other_editors_be(page: SimulationPage) -> None:
    delegate, index = page.hypothese._refus, page.hypothese.model.index(0, Col.REFUS)
    other = QWidget()
    delegate.setEditorData(other, index)
    delegate.setModelData(other, page.hypothese.model, index)
    delegate._choisi()
    made = delegate.createEditor(other, QStyleOptionViewItem(), index)
    delegate.setEditorData(made, index)
    assert isinstance(made, QComboBox)
    assert made.currentData() == ModeRefus.NON_COMPTE_MIXITE


def test_another_year_is_read(page: SimulationPage, attendre: Attendre) -> None:
    place = page.hypothese.sources.findData(2025)
    page.hypothese.sources.setCurrentIndex(place)
    page.hypothese.sources.activated.emit(place)
    attendre()
    assert page.hypothese.source is not None
    assert page.hypothese.source.titre == "2025"


def test_what_was_typed_stays_when_the_base_moves_on(
    page: SimulationPage, contexte: Contexte, attendre: Attendre
) -> None:
    supposer(page, ACTION_LOGEMENT, 28)
    contexte.change.emit(frozenset({Sujet.VACANCES}))
    attendre()
    assert page.hypothese.model.lignes[rang(page, ACTION_LOGEMENT)].taux == 2800


# --- what it changes -------------------------------------------------------------------------


def test_both_ways_stand_side_by_side(
    page: SimulationPage, attendre: Attendre, bureau: Bureau
) -> None:
    with bureau.base.transaction() as uow:
        before = (len(list(uow.journal.toutes())), len(uow.evenements.tous()))
    simuler(page, attendre)
    assert page.resultat.isVisible()
    assert "22\u00a0% → 30\u00a0%" in page.resultat.resume.text()
    drawn = page.resultat.courbes.courbes
    assert [label.text() for label in drawn.titres] == [
        "Retard\u00a0: ce qui a été fait",
        "Retard\u00a0: ce qui aurait été fait",
    ]
    first, second = (graph._echelle for graph in drawn.graphes)
    assert first is second
    accounts = page.resultat.comptes.model()
    rows = {accounts.index(n, 0).data().strip(): n for n in range(accounts.rowCount())}
    assert accounts.index(rows[ACTION_LOGEMENT], 1).data() == "22\u00a0% → 30\u00a0%"
    assert accounts.index(rows[ACTION_LOGEMENT], 8).data().startswith("+")
    assert accounts.index(rows["Bailleur (non réservé)"], 1).data() == "le reste"
    with bureau.base.transaction() as uow:
        assert (len(list(uow.journal.toutes())), len(uow.evenements.tous())) == before


def test_columns_of_figures_sort_by_figures(page: SimulationPage, attendre: Attendre) -> None:
    simuler(page, attendre)
    accounts = page.resultat.comptes
    for column in range(accounts.model().columnCount()):
        accounts.sortByColumn(column, Qt.SortOrder.AscendingOrder)
    accounts.sortByColumn(3, Qt.SortOrder.DescendingOrder)
    served = [int(accounts.model().index(n, 3).data()) for n in range(accounts.model().rowCount())]
    assert served == sorted(served, reverse=True)
    mix = page.resultat.mixite
    for column in range(mix.model().columnCount()):
        mix.sortByColumn(column, Qt.SortOrder.AscendingOrder)


def test_the_mix_of_one_party_alone(page: SimulationPage, attendre: Attendre) -> None:
    simuler(page, attendre)
    everything = page.resultat.mixite.model().rowCount()
    place = page.resultat.partie.findText(ACTION_LOGEMENT)
    page.resultat.partie.setCurrentIndex(place)
    page.resultat.partie.activated.emit(place)
    model = page.resultat.mixite.model()
    assert 0 < model.rowCount() < everything
    assert {model.index(n, 0).data() for n in range(model.rowCount())} == {ACTION_LOGEMENT}


def test_a_dwelling_that_moves_says_why_and_opens(
    page: SimulationPage, attendre: Attendre, contexte: Contexte
) -> None:
    simuler(page, attendre)
    opened: list[tuple[str, int]] = []
    contexte.ouvrir.connect(lambda nom, ident: opened.append((nom, ident)))
    found = page.resultat.simulation
    assert found is not None
    table = page.resultat.deplaces
    assert table.model().rowCount() == len(found.deplaces)
    page.resultat.seuls.setChecked(True)
    own = [row for row in found.deplaces if row.simule != row.temoin]
    assert table.model().rowCount() == len(own) < len(found.deplaces)
    table.selectRow(0)
    assert own[0].motif in page.resultat.motif.text()
    for column in range(table.model().columnCount()):
        table.sortByColumn(column, Qt.SortOrder.AscendingOrder)
        assert table.model().index(0, column).data()
    table.activated.emit(table.model().index(0, 0))
    assert opened[0][0] == "vacances"
    assert str(opened[0][1]) in {row.cle for row in own}


def test_curves_are_read_as_a_table_and_copied(page: SimulationPage, attendre: Attendre) -> None:
    simuler(page, attendre)
    panel = page.resultat.courbes
    found = page.resultat.simulation
    assert found is not None
    panel.basculer.click()
    assert panel.basculer.text() == EN_COURBES
    assert panel.table.model().rowCount() == len(found.jours)
    assert panel.table.model().columnCount() == 1 + 2 * len(panel.legende.model.visibles)
    panel.legende.boutons[1].click()
    assert panel.table.model().columnCount() == 1 + 2 * len(found.noms)
    panel.table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    panel.basculer.click()
    assert panel.basculer.text() == EN_TABLEAU
    panel.legende.liste.setCurrentIndex(panel.legende.model.index(3))
    assert ACTION_LOGEMENT in panel.lecture.text()
    QGuiApplication.clipboard().clear()
    panel.copier.click()
    assert not QGuiApplication.clipboard().pixmap().isNull()


def test_back_to_the_hypothesis_and_on(page: SimulationPage, attendre: Attendre) -> None:
    simuler(page, attendre)
    page.modifier.click()
    assert page.hypothese.isVisible()
    assert page.hypothese.model.lignes[rang(page, ACTION_LOGEMENT)].taux == 3000
    page.contexte.change.emit(frozenset({Sujet.CONVENTIONS}))
    attendre()
    assert page.hypothese.isVisible()


def test_it_is_exported_and_opened(
    page: SimulationPage, attendre: Attendre, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "simulation.xlsx"
    page._exporter()
    assert not target.exists(), "nothing to export yet"
    simuler(page, attendre)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    page.exporter.click()
    attendre()
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "simulation"), "")
    )
    page.exporter.click()
    attendre()
    assert openpyxl.load_workbook(target).sheetnames[0] == "Hypothèses"
    assert "simulation.xlsx" in page.annonce.texte
    opened: list[str] = []
    monkeypatch.setattr(
        "fluxdesk.ui.pages.simulation.QDesktopServices.openUrl",
        lambda url: opened.append(url.toLocalFile()),
    )
    page.annonce.boutons()[0].click()
    assert opened == [str(target)]
