"""A program killed during an import loses nothing that it said was kept, and keeps no half."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from fluxdesk.domain.journal import premiere_rupture
from tests.adapters.db import importeur

if TYPE_CHECKING:
    from collections.abc import Callable

    from fluxdesk.adapters.db.base import SqlBase

DELAIS = ((0, 0.05), (0, 0.12), (0, 0.2), (1, 0.01), (1, 0.1))  # after so many lots, seconds
RACINE = Path(__file__).parents[3]


def _tuer_pendant_l_import(chemin: Path, sauvegardes: Path, lots: int, delai: float) -> int:
    """Lots that the program said it kept before it was killed."""
    with subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-m", "tests.adapters.db.importeur", str(chemin), str(sauvegardes)],
        cwd=RACINE,
        stdout=subprocess.PIPE,
        text=True,
    ) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "READY\n"
        for _ in range(lots):
            assert program.stdout.readline()
        time.sleep(delai)
        program.kill()
        return lots + len(program.stdout.read().splitlines())


def test_kill_9_during_an_import_leaves_whole_lots_and_a_base_that_opens(
    base: SqlBase, chemin: Path, sauvegardes: Path, ouvrir: Callable[[Path], SqlBase]
) -> None:
    base.fermer()
    kept = 0
    for first, delay in DELAIS:
        kept += _tuer_pendant_l_import(chemin, sauvegardes, first, delay)
        again = ouvrir(chemin)  # takes over the lock that the dead program left
        assert again.verifier() == []
        with again.transaction() as uow:
            number = uow.logements.nombre()
            told = list(uow.journal.toutes())
        lots = sum(entree.action == "import.patrimoine" for entree in told)
        assert premiere_rupture(told) is None
        assert number == lots * importeur.LOT  # whole lots
        assert lots in {kept, kept + 1}  # killed between its commit and its word
        kept = lots
        again.fermer()
    assert kept > 0
