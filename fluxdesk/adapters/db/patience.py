"""Long work that SQLite does in one go, told of and stopped from outside.

A sort, a check of every page or a flush to the disk never says how far it is: it is done in a
thread of its own, which holds no lock of Python meanwhile, and the one that asked keeps talking.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor, wait
from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

PAS_S: Final = 0.1  # between two words: the window wants five a second
_INSISTER_S: Final = 0.02  # an interruption that comes between two statements is lost

Fait = TypeVar("Fait")


def patienter(
    travail: Callable[[], Fait], dire: Callable[[], object], arreter: Callable[[], object]
) -> Fait:
    """What the work gives; ``dire`` is called all the while, in the thread of the caller.

    Where ``dire`` raises, ``arreter`` is called until the work has ended, and the error goes on.
    """
    with ThreadPoolExecutor(1) as pool:
        asked = pool.submit(travail)
        try:
            while not wait([asked], PAS_S).done:
                dire()
        except BaseException:
            arreter()
            while not wait([asked], _INSISTER_S).done:
                arreter()
            raise
        return asked.result()
