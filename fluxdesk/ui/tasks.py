"""Work off the GUI thread: one worker, and exactly one outcome for each piece of work."""

from __future__ import annotations

import logging
import threading
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot

from fluxdesk.services.ports import AnnuleError

if TYPE_CHECKING:
    from collections.abc import Callable

    from fluxdesk.services.ports import Progress

log = logging.getLogger(__name__)

CADENCE = 0.05  # seconds between two reports: an import counts by the thousand lines


class Task(QObject):
    """One call made in the pool; lives in the GUI thread, where its signals arrive.

    Make it with ``Tasks.lancer``, connect, ``demarrer``. Exactly one of succeeded, failed and
    cancelled is emitted. Connect bound methods of widgets, never lambdas: Qt drops the call
    if the widget is gone.
    """

    progressed = Signal(int, int, str)
    succeeded = Signal(object)
    failed = Signal(Exception)
    cancelled = Signal()

    def __init__(self, work: Callable[[Progress], object], tasks: Tasks) -> None:
        super().__init__(tasks)  # Tasks outlives every window
        self._work = work
        self._tasks = tasks
        self._stopped = threading.Event()
        self._told = 0.0

    def demarrer(self) -> None:
        """Queue the work behind what was queued before."""
        self._tasks.prendre(self)

    def annuler(self) -> None:
        """Ask the work to stop at its next report; work not yet begun is never begun."""
        self._stopped.set()

    def _run(self) -> None:
        try:
            if self._stopped.is_set():
                raise AnnuleError  # noqa: TRY301 - the one way out for both cancellations
            result = self._work(self._report)
        except AnnuleError:
            self.cancelled.emit()
        except Exception as error:
            log.exception("task failed")
            self.failed.emit(error)
        else:
            self.succeeded.emit(result)

    def _report(self, fait: int, total: int, quoi: str = "") -> None:
        if self._stopped.is_set():
            raise AnnuleError
        now = time.monotonic()
        if now - self._told >= CADENCE or fait >= total:
            self._told = now
            self.progressed.emit(fait, total, quoi)


class Tasks(QObject):
    """The one worker thread and what is queued for it; owns every task."""

    occupe = Signal(bool)
    progres = Signal(int, int, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._pool.setExpiryTimeout(-1)  # keep the thread: SQLite connections belong to it
        self._running: list[Task] = []
        self._arrete = False

    @property
    def en_cours(self) -> int:
        """Pieces of work begun or waiting."""
        return len(self._running)

    def lancer(self, work: Callable[[Progress], object]) -> Task:
        """A task for this work; connect its signals, then ``demarrer`` it."""
        return Task(work, self)

    def prendre(self, task: Task) -> None:
        """Queue a task; called by the task itself. Once stopped, nothing begins any more."""
        if self._arrete:
            return
        task.progressed.connect(self.progres)
        task.succeeded.connect(self._on_outcome)
        task.failed.connect(self._on_outcome)
        task.cancelled.connect(self._on_outcome)
        self._running.append(task)
        if len(self._running) == 1:
            self.occupe.emit(True)  # noqa: FBT003 - a signal has no keywords
        self._pool.start(task._run)  # noqa: SLF001 - the pool is the task's only caller

    def annuler(self) -> None:
        """Cancel everything begun or waiting."""
        for task in self._running:
            task.annuler()

    def stop(self, dernier: Callable[[], None] | None = None) -> None:
        """Cancel everything and wait for the worker; for the end of the program.

        ``dernier`` runs last, on the worker: a base is closed by the thread that read it.
        """
        self._arrete = True
        self.annuler()
        if dernier is not None:
            self._pool.start(dernier)
        self._pool.waitForDone()

    @Slot()
    def _on_outcome(self) -> None:
        task = self.sender()
        if isinstance(task, Task) and task in self._running:
            self._running.remove(task)
            task.deleteLater()
            if not self._running:
                self.occupe.emit(False)  # noqa: FBT003 - a signal has no keywords
