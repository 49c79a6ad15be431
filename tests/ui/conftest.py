"""Bases, a worker and a dressed application for the tests of the window."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from fluxdesk.ui.contexte import Contexte
from fluxdesk.ui.main_window import MainWindow
from fluxdesk.ui.tasks import Tasks
from tests.services.memoire import HorlogeFixe
from tests.ui.faux import AtelierDEssai, ReglagesDEssai, neuve, ouverte
from tests.ui.gestes import PATIENCE, application, calmer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from fluxdesk.services.ports import Bureau


@pytest.fixture(autouse=True)
def app(qapp: QApplication) -> QApplication:
    """The application with its fonts, in the light palette."""
    return application()


@pytest.fixture
def atelier(demonstration_faite: Path) -> AtelierDEssai:
    return AtelierDEssai(demonstration_faite)


@pytest.fixture
def bureau(demonstration_faite: Path, tmp_path: Path) -> Iterator[Bureau]:
    """A desk on a copy of the demonstration."""
    path = tmp_path / "copie.fluxdesk"
    shutil.copy(demonstration_faite, path)
    desk = ouverte(path)
    yield desk
    desk.base.fermer()


@pytest.fixture
def bureau_vide(tmp_path: Path) -> Iterator[Bureau]:
    """A desk on a base that holds nothing yet."""
    desk = neuve(tmp_path / "vide.fluxdesk")
    yield desk
    desk.base.fermer()


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    """The worker; a test that leaves work running fails."""
    made = Tasks()
    yield made
    qtbot.waitUntil(lambda: made.en_cours == 0, timeout=PATIENCE)
    made.stop()


@pytest.fixture
def contexte(bureau: Bureau, tasks: Tasks) -> Contexte:
    return Contexte(bureau, tasks)


@pytest.fixture
def contexte_vide(bureau_vide: Bureau, tasks: Tasks) -> Contexte:
    return Contexte(bureau_vide, tasks)


@pytest.fixture
def reglages() -> ReglagesDEssai:
    return ReglagesDEssai()


@pytest.fixture
def fenetre(
    qtbot: QtBot, atelier: AtelierDEssai, reglages: ReglagesDEssai, tmp_path: Path
) -> Iterator[Callable[[Path | None], MainWindow]]:
    """Shows a window started on a base, or on nothing."""
    made: list[MainWindow] = []

    def show(chemin: Path | None) -> MainWindow:
        window = MainWindow(
            lambda: atelier,
            chemin=chemin,
            reglages=reglages,
            horloge=HorlogeFixe(),
            demonstration=tmp_path / "demonstration.fluxdesk",
        )
        qtbot.addWidget(window)
        window.show()
        made.append(window)
        return window

    yield show
    for window in made:
        window.close()


@pytest.fixture
def demo(fenetre: Callable[[Path | None], MainWindow], qtbot: QtBot, tmp_path: Path) -> MainWindow:
    """A window on the demonstration, all read."""
    window = fenetre(tmp_path / "demonstration.fluxdesk")
    qtbot.waitUntil(lambda: window.seance is not None, timeout=PATIENCE)
    calmer(window, qtbot)
    return window
