"""The window as the program opens it, and the self-test that opens it off screen."""

from __future__ import annotations

import shutil
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from fluxdesk.adapters.disk.chemins import fichier_reglages
from fluxdesk.adapters.disk.reglages import ReglagesDisque
from fluxdesk.bootstrap import auto_test as essai
from fluxdesk.bootstrap import charge, fenetre
from fluxdesk.bootstrap.atelier import AtelierLocal
from fluxdesk.bootstrap.auto_test import AutoTestError
from fluxdesk.bootstrap.horloge import VARIABLE, JourFixeError
from fluxdesk.ui.amorce import Amorce
from fluxdesk.ui.main_window import MainWindow
from tests.demonstration import JOUR

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from fluxdesk.services.ports import Progress


@pytest.fixture(autouse=True)
def _hooks_as_before(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The window takes over Ctrl+C and uncaught errors; the tests need theirs."""
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    hook = sys.excepthook
    yield
    sys.excepthook = hook


def _fermer_bientot() -> None:
    """Close the real window as soon as it has taken the place of the empty one."""
    shown = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
    if any(isinstance(w, MainWindow) for w in shown):
        for widget in shown:
            widget.close()
    else:
        QTimer.singleShot(50, _fermer_bientot)


def test_the_window_opens_on_nothing_and_ends_well(qtbot: QtBot) -> None:
    QTimer.singleShot(50, _fermer_bientot)

    assert charge.ouvrir_fenetre(None, demonstration=False) == 0
    assert sys.excepthook is sys.__excepthook__


def test_the_demonstration_is_built_in_the_folder_of_bases(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked: list[tuple[Path | None, Path]] = []
    real = fenetre.faire_fenetre

    def note(base: Path | None, *, reglages: ReglagesDisque, demonstration: Path) -> MainWindow:
        asked.append((base, demonstration))
        return real(None, reglages=reglages, demonstration=demonstration)

    monkeypatch.setenv("FLUXDESK_DOSSIER", str(tmp_path))
    monkeypatch.setattr(fenetre, "faire_fenetre", note)
    for demo in (True, False):
        QTimer.singleShot(50, _fermer_bientot)
        charge.ouvrir_fenetre(Path("a.fluxdesk"), demonstration=demo)

    place = tmp_path / "bases" / "demonstration.fluxdesk"
    assert asked == [(place, place), (Path("a.fluxdesk"), place)]


def test_a_window_that_cannot_be_made_is_refused_with_its_sentence(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FLUXDESK_AUJOURDHUI", "hier")

    with pytest.raises(JourFixeError):
        charge.ouvrir_fenetre(None, demonstration=False)


def test_closing_the_empty_window_before_the_real_one_ends_well(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Amorce, "showEvent", lambda self, _event: QTimer.singleShot(0, self.close))
    monkeypatch.setattr(Amorce, "paintEvent", lambda *_: None)

    assert charge.ouvrir_fenetre(None, demonstration=False) == 0


def test_a_fault_is_told_then_closes_the_window(qtbot: QtBot, tmp_path: Path) -> None:
    window = fenetre.faire_fenetre(
        None, reglages=ReglagesDisque(fichier_reglages()), demonstration=tmp_path / "d.fluxdesk"
    )
    qtbot.addWidget(window)
    panne = fenetre.Panne(window)
    window.show()

    panne.crochet.crashed.emit("RuntimeError: boom")
    box = window.findChild(QMessageBox)
    assert box is not None
    assert box.detailedText() == "RuntimeError: boom"
    box.close()
    qtbot.waitUntil(lambda: not window.isVisible())

    assert panne.survenue
    panne.crochet.uninstall()


def test_the_self_test_does_an_officer_s_morning(
    qtbot: QtBot, demonstration_faite: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def copier(_atelier: AtelierLocal, chemin: Path, _progress: Progress) -> None:
        shutil.copy(demonstration_faite, chemin)

    monkeypatch.setenv(VARIABLE, JOUR)
    monkeypatch.setattr(AtelierLocal, "_construire", copier)
    told = charge.auto_test()

    assert told[0].startswith("Fenêtre ouverte hors écran")
    assert "842\u00a0logements" in told[1]
    assert told[-1] == "FluxDesk fonctionne."


def test_the_self_test_fails_when_the_window_shows_no_base(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(essai, "PATIENCE", 0)

    with pytest.raises(AutoTestError, match="n’a pas ouvert"):
        charge.auto_test()


def test_the_self_test_fails_when_a_paper_is_missing_or_empty(tmp_path: Path) -> None:
    (tmp_path / "vide.pdf").touch()

    for name in ("vide.pdf", "absent.pdf"):
        with pytest.raises(AutoTestError, match=name):
            essai._exiger_fichiers((tmp_path / name,))
