"""Long work that SQLite does in one go, told of and stopped from outside.

A sort, a check of every page or a flush to the disk never says how far it is: it is done in a
thread of its own, which holds no lock of Python meanwhile, and the one that asked keeps talking.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from concurrent.futures import Future

PAS_S: Final = 0.1  # between two words: the window wants five a second
_INSISTER_S: Final = 0.02  # an interruption that comes between two statements is lost

Fait = TypeVar("Fait")


class Second:
    """Another pair of hands: one job at a time, in a thread of its own."""

    def __init__(self, pool: ThreadPoolExecutor) -> None:
        self._pool = pool
        self._travail: Future[Any] | None = None

    def confier(self, travail: Callable[[], Fait]) -> Future[Fait]:
        """Begin a job once the one before has ended; raises what that one raised."""
        self.attendre()
        asked = self._pool.submit(travail)
        self._travail = asked
        return asked

    def attendre(self) -> None:
        """Until the job has ended; raises what it raised."""
        if self._travail:
            self._travail.result()

    def arreter(self, demander: Callable[[], object]) -> None:
        """Ask until the job has ended, well or not."""
        while self._travail and not self._travail.done():
            demander()
            wait([self._travail], _INSISTER_S)


@contextmanager
def seconder(arreter: Callable[[], object]) -> Iterator[Second]:
    """A second whose last job has ended when the block ends.

    Where the block raises, ``arreter`` is called until the job has ended, and the error goes on.
    """
    with ThreadPoolExecutor(1) as pool:
        second = Second(pool)
        try:
            yield second
            second.attendre()
        except BaseException:
            second.arreter(arreter)
            raise


def patienter(
    travail: Callable[[], Fait], dire: Callable[[], object], arreter: Callable[[], object]
) -> Fait:
    """What the work gives; ``dire`` is called all the while, in the thread of the caller.

    Where ``dire`` raises, ``arreter`` is called until the work has ended, and the error goes on.
    """
    with seconder(arreter) as second:
        asked = second.confier(travail)
        while not wait([asked], PAS_S).done:
            dire()
        return asked.result()
