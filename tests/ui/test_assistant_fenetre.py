"""Files come to the assistant by the menu, by the pages and by dropping them on the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from fluxdesk.domain.profil import Genre
from tests.journeys.classeur_erp import ecrire_erp
from tests.ui.faux import MAYOTTE
from tests.ui.gestes import action, calmer

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from fluxdesk.ui.assistant import ActesAssistant
    from fluxdesk.ui.main_window import MainWindow

Copy = Qt.DropAction.CopyAction
Left = Qt.MouseButton.LeftButton
SansTouche = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def actes(demo: MainWindow) -> ActesAssistant:
    assert demo.seance is not None
    return demo.seance.assistant


def urls(*chemins: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in chemins])
    return data


def survoler(window: MainWindow, data: QMimeData) -> bool:
    event = QDragEnterEvent(QPoint(5, 5), Copy, data, Left, SansTouche)
    event.ignore()
    QApplication.sendEvent(window, event)
    return event.isAccepted()


def lacher(window: MainWindow, data: QMimeData) -> None:
    event = QDropEvent(QPointF(5, 5), Copy, data, Left, SansTouche, QEvent.Type.Drop)
    QApplication.sendEvent(window, event)


def test_several_files_dropped_are_taken_one_after_the_other(
    demo: MainWindow, actes: ActesAssistant, qtbot: QtBot, tmp_path: Path
) -> None:
    erp = tmp_path / "erp.xlsx"
    ecrire_erp(erp)
    assert survoler(demo, urls(erp, MAYOTTE))
    lacher(demo, urls(erp, MAYOTTE))
    first = actes.dialogue
    assert first is not None
    assert first.windowTitle() == "Importer erp.xlsx"
    calmer(demo, qtbot)
    assert not survoler(demo, urls(erp))  # one at a time
    first.reject()
    second = actes.dialogue
    assert second is not None
    assert second.windowTitle() == f"Importer {MAYOTTE.name}"
    calmer(demo, qtbot)
    second.reject()
    assert actes.dialogue is None


def test_what_is_no_file_is_refused(demo: MainWindow, tmp_path: Path) -> None:
    text = QMimeData()
    text.setText("bonjour")
    assert not survoler(demo, text)
    assert not survoler(demo, urls(tmp_path))


def test_the_menu_and_the_page_ask_for_files(
    demo: MainWindow, actes: ActesAssistant, qtbot: QtBot
) -> None:
    command = action(demo, "Importer un fichier")
    assert command.shortcut().toString() == "Ctrl+I"
    command.trigger()
    chooser = demo.findChildren(QFileDialog)[-1]
    chooser.filesSelected.emit([str(MAYOTTE)])
    chooser.reject()
    assert actes.dialogue is not None
    calmer(demo, qtbot)
    actes.dialogue.voir.emit("patrimoine")
    assert demo.seance is not None
    shown = demo.seance.classeur.currentWidget()
    assert shown is not None
    assert shown.objectName() == "patrimoine"
    actes.dialogue.reject()
    demo.seance.contexte.importer.emit(Genre.CONVENTIONS)
    demo.findChildren(QFileDialog)[-1].reject()
    calmer(demo, qtbot)
