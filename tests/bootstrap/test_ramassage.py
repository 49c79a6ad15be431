"""Cyclic garbage is collected in the thread of the widgets."""

from __future__ import annotations

import gc
import threading
import weakref
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from fluxdesk.bootstrap.ramassage import Ramassage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class Boucle(QObject):
    """An object of Qt that only the cyclic collector can free."""

    def __init__(self) -> None:
        super().__init__()
        self.moi = self


def _allouer_beaucoup() -> None:
    kept: list[list[int]] = [[] for _ in range(200_000)]
    kept.clear()


def test_the_worker_never_frees_an_object_of_qt(qtbot: QtBot) -> None:
    garbage = Ramassage()
    freed: list[str] = []
    weakref.finalize(Boucle(), lambda: freed.append(threading.current_thread().name))
    worker = threading.Thread(target=_allouer_beaucoup, name="worker")

    worker.start()
    worker.join()
    assert freed == []

    qtbot.waitUntil(lambda: gc.get_count()[0] < gc.get_threshold()[0], timeout=5_000)
    garbage.finir()
    assert freed == [threading.main_thread().name]
    assert gc.isenabled()


def test_little_garbage_waits(qtbot: QtBot) -> None:
    garbage = Ramassage()
    gc.collect()
    before = gc.get_stats()[0]["collections"]

    garbage.ramasser()

    assert gc.get_stats()[0]["collections"] == before
    garbage.finir()
