"""What the tests of the screens do by hand: show, wait, find, click."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMessageBox, QPushButton

from fluxdesk.ui import theme
from fluxdesk.ui.app import CORPS, creer_application

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.qtbot import QtBot

    from fluxdesk.ui.main_window import MainWindow
    from fluxdesk.ui.pages.page import Page

Q = TypeVar("Q", bound=QObject)

PATIENCE = 15_000  # ms: the machine of CI is slow by moments


def application() -> QApplication:
    """The application with its fonts, in the light palette, however the last test left it."""
    app = creer_application([])
    font = app.font()
    font.setPointSizeF(app.property(CORPS))
    app.setFont(font)
    theme.appliquer(app, sombre=False)
    return app


def trouver(parent: QObject, kind: type[Q]) -> Q:
    """The only child of that kind; the newest where an older one waits to be deleted."""
    found = parent.findChildren(kind)
    assert found, f"no {kind.__name__} in {parent!r}"
    return found[-1]


def calmer(holder: MainWindow | Page, qtbot: QtBot) -> None:
    """Wait until the worker has nothing left to do."""
    tasks = holder.contexte.tasks if hasattr(holder, "contexte") else holder.tasks
    qtbot.waitUntil(lambda: tasks.en_cours == 0, timeout=PATIENCE)


def montrer(page: Page, qtbot: QtBot) -> None:
    """Show a page and wait until it has read what it shows."""
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    page.grab()
    calmer(page, qtbot)


def action(window: MainWindow, debut: str) -> QAction:
    """The menu command whose words begin so."""
    found = [
        act
        for act in window.menuBar().findChildren(QAction)
        if act.text().replace("&", "").startswith(debut)
    ]
    assert len(found) == 1, [act.text() for act in found]
    return found[0]


def boite(window: QWidget) -> QMessageBox:
    """The message that is shown."""
    return next(box for box in window.findChildren(QMessageBox) if box.isVisible())


def bouton(parent: QWidget, texte: str) -> QPushButton:
    """The button that says so."""
    return next(b for b in parent.findChildren(QPushButton) if b.text() == texte)
