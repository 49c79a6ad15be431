"""What if Action Logement had 30 %: from the rail to the workbook, through the real window."""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDoubleSpinBox, QFileDialog

from fluxdesk.adapters.disk.reglages import ReglagesDisque
from fluxdesk.bootstrap.charge import charger_atelier
from fluxdesk.bootstrap.horloge import SystemClock
from fluxdesk.services.demonstration_acteurs import ACTION_LOGEMENT
from fluxdesk.ui.classeur import RANGS
from fluxdesk.ui.main_window import MainWindow
from fluxdesk.ui.models.simulation import Col
from fluxdesk.ui.pages.simulation import SimulationPage
from fluxdesk.ui.pages.vacances import VacancesPage
from tests.ui.gestes import application

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

PATIENCE = 20_000  # ms: the machine of CI is slow by moments
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def fenetre(
    qtbot: QtBot, demonstration_faite: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[MainWindow]:
    """The window on the demonstration."""
    monkeypatch.setenv("FLUXDESK_AUJOURDHUI", "2026-11-22")
    monkeypatch.setenv("FLUXDESK_DOSSIER", str(tmp_path / "dossier"))
    application()
    clock = SystemClock()
    base = Path(shutil.copy(demonstration_faite, tmp_path / "demo.fluxdesk"))
    window = MainWindow(
        partial(charger_atelier, clock),
        chemin=base,
        reglages=ReglagesDisque(tmp_path / "reglages.json"),
        horloge=clock,
        demonstration=None,
    )
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: window.seance is not None, timeout=PATIENCE)
    yield window
    window.close()


def page_montree(window: MainWindow) -> QWidget | None:
    assert window.seance is not None
    return window.seance.classeur.currentWidget()


def supposer(page: SimulationPage, qtbot: QtBot) -> None:
    """Type the rate over, as an officer does."""
    table, model = page.hypothese.table, page.hypothese.model
    rank = [row.nom for row in model.lignes].index(ACTION_LOGEMENT)
    table.setFocus()
    table.setCurrentIndex(model.index(rank, Col.TAUX))
    qtbot.keyClick(table, Qt.Key.Key_F2)
    editor = table.findChild(QDoubleSpinBox)
    assert editor is not None
    editor.selectAll()
    qtbot.keyClicks(editor, "30")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: model.lignes[rank].taux == 3000, timeout=PATIENCE)


def taux_du_classeur(chemin: Path) -> dict[str, tuple[object, object]]:
    """Signed and supposed rates, by name, as the workbook has them."""
    sheet = openpyxl.load_workbook(chemin)["Hypothèses"]
    rows = sheet.iter_rows(min_row=7, max_col=3, values_only=True)
    return {str(name).strip(): (signed, supposed) for name, signed, supposed in rows}


def destinataires_du_classeur(chemin: Path) -> list[object]:
    """Whom the dwellings that move would have gone to."""
    sheet = openpyxl.load_workbook(chemin)["Écarts"]
    rows = sheet.iter_rows(min_row=7, min_col=5, max_col=5, values_only=True)
    return [name for (name,) in rows]


def test_action_logement_at_thirty_per_cent(
    fenetre: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    qtbot.keyClick(fenetre, Qt.Key(Qt.Key.Key_1 + RANGS["simulation"]), CTRL)
    page = page_montree(fenetre)
    assert isinstance(page, SimulationPage)
    qtbot.waitUntil(page.simuler.isEnabled, timeout=PATIENCE)
    supposer(page, qtbot)

    qtbot.keyClick(page.simuler, Qt.Key.Key_Return)
    qtbot.waitUntil(page.resultat.isVisible, timeout=PATIENCE)

    moved = page.resultat.deplaces.model()
    titles = [moved.headerData(n, Qt.Orientation.Horizontal) for n in range(moved.columnCount())]
    simulated = titles.index("Simulé")
    names = [moved.index(n, simulated).data() for n in range(moved.rowCount())]
    assert ACTION_LOGEMENT in names
    assert f"({len(names)})" in page.resultat.onglets.tabText(2)

    target = tmp_path / "simulation.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    page.exporter.click()
    qtbot.waitUntil(page.annonce.isVisible, timeout=PATIENCE)
    assert taux_du_classeur(target)[ACTION_LOGEMENT] == (0.22, 0.3)
    assert destinataires_du_classeur(target) == names

    page.resultat.onglets.setCurrentIndex(2)
    page.resultat.deplaces.selectRow(0)
    qtbot.keyClick(page.resultat.deplaces, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(page_montree(fenetre), VacancesPage), timeout=PATIENCE)
    vacancies = page_montree(fenetre)
    assert isinstance(vacancies, VacancesPage)
    qtbot.waitUntil(lambda: vacancies.dossier is not None, timeout=PATIENCE)
