"""An error nobody caught is logged where it happened and told once, in the window's thread."""

from __future__ import annotations

import logging
import sys
import threading
from typing import TYPE_CHECKING, NoReturn

import pytest
from PySide6.QtCore import QObject, QThread, QThreadPool, Slot
from PySide6.QtWidgets import QMessageBox, QWidget

from fluxdesk.ui.crash import CrashHook, boite_de_panne

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


class Temoin(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []
        self.threads: list[QThread] = []

    @Slot(str)
    def tell(self, words: str) -> None:
        self.told.append(words)
        self.threads.append(QThread.currentThread())


@pytest.fixture
def hook(qapp: object) -> Iterator[CrashHook]:
    made = CrashHook()
    made.install()
    yield made
    made.uninstall()


def _fail() -> NoReturn:
    message = "perdu"
    raise KeyError(message)


@pytest.mark.parametrize("where", ["pool", "thread"])
def test_an_error_of_another_thread_is_told_in_the_window(
    where: str, hook: CrashHook, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    witness = Temoin()
    hook.crashed.connect(witness.tell)
    pool = QThreadPool()

    if where == "pool":
        pool.start(_fail)
    else:
        threading.Thread(target=_fail).start()

    qtbot.waitUntil(lambda: bool(witness.told))
    pool.waitForDone()
    assert witness.told == ["KeyError: 'perdu'"]
    assert witness.threads == [QThread.currentThread()]
    assert "uncaught" in caplog.text


def test_it_is_told_once_and_logged_each_time(
    hook: CrashHook, caplog: pytest.LogCaptureFixture
) -> None:
    witness = Temoin()
    hook.crashed.connect(witness.tell)

    for _ in range(3):
        sys.excepthook(ValueError, ValueError("peinture"), None)

    assert witness.told == ["ValueError: peinture"]
    logged = [r for r in caplog.records if r.levelno == logging.CRITICAL]
    assert len(logged) == 3


def test_ctrl_c_stays_with_python(
    hook: CrashHook, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    passed: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "__excepthook__", lambda kind, _error, _trace: passed.append(kind))

    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)

    assert passed == [KeyboardInterrupt]
    assert not caplog.records


def test_the_box_says_that_nothing_is_lost_and_keeps_the_detail_folded(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)

    box = boite_de_panne("KeyError: 'perdu'", window)

    assert "rien n’est perdu" in box.informativeText()
    assert "KeyError" not in box.text() + box.informativeText()
    assert box.detailedText() == "KeyError: 'perdu'"
    assert box.icon() is QMessageBox.Icon.Critical
