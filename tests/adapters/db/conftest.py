"""A new base in a folder of its own, and the clock it lives by."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from fluxdesk.adapters.db.base import creer_base, ouvrir_base
from tests.adapters.db.exemples import BAILLEUR
from tests.services.memoire import HorlogeFixe

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from fluxdesk.adapters.db.base import SqlBase


@pytest.fixture
def chemin(tmp_path: Path) -> Path:
    return tmp_path / "bases" / "été 2026.fluxdesk"


@pytest.fixture
def sauvegardes(tmp_path: Path) -> Path:
    return tmp_path / "sauvegardes"


@pytest.fixture
def horloge() -> HorlogeFixe:
    return HorlogeFixe()


@pytest.fixture
def base(chemin: Path, sauvegardes: Path, horloge: HorlogeFixe) -> Iterator[SqlBase]:
    """A new base, open."""
    chemin.parent.mkdir()
    made = creer_base(chemin, BAILLEUR, auteur="m.rossi", horloge=horloge, sauvegardes=sauvegardes)
    yield made
    made.fermer()


@pytest.fixture
def ouvrir(sauvegardes: Path, horloge: HorlogeFixe) -> Iterator[Callable[[Path], SqlBase]]:
    """Open a base as another officer; closed at the end of the test."""
    opened: list[SqlBase] = []

    def open_one(path: Path) -> SqlBase:
        made = ouvrir_base(path, auteur="a.luciani", horloge=horloge, sauvegardes=sauvegardes)
        opened.append(made)
        return made

    yield open_one
    for made in opened:
        made.fermer()
