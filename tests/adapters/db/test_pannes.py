"""What the file and its disk say when they fail becomes a sentence."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from fluxdesk.adapters.db import moteur
from fluxdesk.adapters.db.erreurs import (
    BaseAbimeeError,
    BaseInaccessibleError,
    BaseOccupeeError,
    DisquePleinError,
    PanneDisqueError,
    traduire,
)
from fluxdesk.adapters.db.moteur import Moteur, connecter

if TYPE_CHECKING:
    from pathlib import Path

    from fluxdesk.adapters.db.base import SqlBase
    from fluxdesk.domain.erreurs import FluxDeskError


def test_a_file_held_by_another_program_is_told(
    base: SqlBase, chemin: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(moteur, "_ATTENTE", 0.01)
    with closing(connecter(chemin)) as other:
        engine = Moteur(chemin)
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(BaseOccupeeError, match="un autre programme"), engine.lecture() as c:
            c.exec_driver_sql("SELECT * FROM base").all()
        engine.fermer()


def _panne(texte: str) -> DBAPIError:
    return DBAPIError("SELECT 1", {}, dbapi2.OperationalError(texte))


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("database or disk is full", DisquePleinError),
        ("disk I/O error", PanneDisqueError),
        ("database is locked", BaseOccupeeError),
        ("attempt to write a readonly database", BaseInaccessibleError),
        ("database disk image is malformed", BaseAbimeeError),
        ("file is not a database", BaseAbimeeError),
    ],
)
def test_errors_of_the_file_become_sentences(
    chemin: Path, said: str, told: type[FluxDeskError]
) -> None:
    assert type(traduire(_panne(said), chemin)) is told
    assert type(traduire(dbapi2.OperationalError(said), chemin)) is told


def test_faults_of_the_program_are_not_made_up_as_sentences(chemin: Path) -> None:
    assert traduire(_panne("no such table: logements"), chemin) is None
    assert traduire(ValueError("disk I/O error"), chemin) is None


def test_a_base_whose_disk_failed_stays_closed(base: SqlBase) -> None:
    broken = _panne("disk I/O error")

    def fail() -> None:
        with base.transaction():
            raise broken

    with pytest.raises(PanneDisqueError, match="rouvrez"):
        fail()
    with pytest.raises(PanneDisqueError):
        base.lectures.etat()
