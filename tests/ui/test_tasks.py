"""Work off the GUI thread ends in exactly one way."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, QThread, Slot

from fluxdesk.services.ports import AnnuleError

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from fluxdesk.services.ports import Progress
    from fluxdesk.ui.tasks import Task, Tasks


class Temoin(QObject):
    """Notes each outcome and the thread it arrived in."""

    def __init__(self, task: Task) -> None:
        super().__init__()
        self.outcomes: list[object] = []
        self.threads: list[QThread] = []
        self.steps: list[tuple[int, int, str]] = []
        task.succeeded.connect(self.succeed)
        task.failed.connect(self.fail)
        task.cancelled.connect(self.cancel)
        task.progressed.connect(self.step)

    @Slot(object)
    def succeed(self, result: object) -> None:
        self.outcomes.append(("succeeded", result))
        self.threads.append(QThread.currentThread())

    @Slot(Exception)
    def fail(self, error: Exception) -> None:
        self.outcomes.append(("failed", str(error)))

    @Slot()
    def cancel(self) -> None:
        self.outcomes.append("cancelled")

    @Slot(int, int, str)
    def step(self, done: int, total: int, what: str) -> None:
        self.steps.append((done, total, what))


def _answer(progress: Progress) -> int:
    progress(1, 2, "lecture")
    return 42


def _break(progress: Progress) -> None:
    message = "cassé"
    raise ValueError(message)


def _give_up(progress: Progress) -> None:
    raise AnnuleError


@pytest.mark.parametrize(
    ("work", "outcome"),
    [
        pytest.param(_answer, ("succeeded", 42), id="success"),
        pytest.param(_break, ("failed", "cassé"), id="failure"),
        pytest.param(_give_up, "cancelled", id="cancelled from inside"),
    ],
)
def test_a_task_ends_once_and_in_the_thread_of_the_window(
    work: Callable[[Progress], object], outcome: object, tasks: Tasks, qtbot: QtBot
) -> None:
    task = tasks.lancer(work)
    witness = Temoin(task)

    task.demarrer()

    qtbot.waitUntil(lambda: bool(witness.outcomes))
    assert witness.outcomes == [outcome]
    assert all(thread is QThread.currentThread() for thread in witness.threads)


@pytest.mark.parametrize(
    ("work", "outcome"),
    [(_answer, ("succeeded", 42)), (_break, ("failed", "cassé")), (_give_up, "cancelled")],
)
def test_the_run_itself_tells_one_outcome(
    work: Callable[[Progress], object], outcome: object, tasks: Tasks
) -> None:
    task = tasks.lancer(work)
    witness = Temoin(task)

    task._run()

    assert witness.outcomes == [outcome]


def test_work_not_yet_begun_is_never_begun_once_cancelled(tasks: Tasks) -> None:
    begun: list[int] = []
    task = tasks.lancer(lambda _p: begun.append(1))
    witness = Temoin(task)

    task.annuler()
    task._run()

    assert witness.outcomes == ["cancelled"]
    assert not begun


def test_work_under_way_stops_at_its_next_report(tasks: Tasks) -> None:
    reached: list[int] = []

    def work(progress: Progress) -> None:
        progress(1, 3)
        task.annuler()
        progress(2, 3)
        reached.append(2)

    task = tasks.lancer(work)
    witness = Temoin(task)
    task._run()

    assert witness.outcomes == ["cancelled"]
    assert not reached


def test_reports_are_told_at_a_pace_a_screen_can_follow(tasks: Tasks) -> None:
    def work(progress: Progress) -> None:
        for line in range(10_000):
            progress(line, 10_000, "lignes")
        progress(10_000, 10_000, "fini")

    task = tasks.lancer(work)
    witness = Temoin(task)
    task._run()

    assert witness.steps[-1] == (10_000, 10_000, "fini")
    assert len(witness.steps) < 1_000


def test_the_worker_says_when_it_is_busy_and_runs_one_thing_at_a_time(
    tasks: Tasks, qtbot: QtBot
) -> None:
    said: list[bool] = []
    tasks.occupe.connect(said.append)
    seen: list[str] = []
    threads: set[int] = set()

    def note(name: str) -> Callable[[Progress], None]:
        def work(_progress: Progress) -> None:
            seen.append(name)
            threads.add(threading.get_ident())

        return work

    for name in "abc":
        tasks.lancer(note(name)).demarrer()

    qtbot.waitUntil(lambda: tasks.en_cours == 0)
    assert seen == ["a", "b", "c"]
    assert len(threads) == 1
    assert said == [True, False]


def test_stopping_cancels_what_waits_and_runs_the_last_thing(tasks: Tasks, qtbot: QtBot) -> None:
    gate = threading.Event()
    seen: list[str] = []

    def slow(progress: Progress) -> None:
        gate.wait(5)
        progress(1, 2)
        seen.append("kept on")

    tasks.lancer(slow).demarrer()
    tasks.lancer(lambda _p: seen.append("queued")).demarrer()
    gate.set()
    tasks.annuler()

    tasks.stop(lambda: seen.append("closed"))

    assert seen == ["closed"]
