"""Long work is told of while it lasts, and stopped on request."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import event
from sqlcipher3 import dbapi2

from fluxdesk.adapters.db.patience import patienter
from fluxdesk.services.ports import AnnuleError
from tests.adapters.db.exemples import importer, logement

if TYPE_CHECKING:
    from fluxdesk.adapters.db.base import SqlBase

_SANS_FIN = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"


def test_it_gives_what_the_work_gives_and_talks_meanwhile() -> None:
    told: list[str] = []
    enough = threading.Event()

    def dire() -> None:
        told.append(threading.current_thread().name)
        if len(told) == 3:
            enough.set()

    assert patienter(lambda: enough.wait(10), dire, enough.set) is True
    assert set(told) == {threading.current_thread().name}


def test_an_error_of_the_work_is_that_of_the_caller() -> None:
    with pytest.raises(ZeroDivisionError):
        patienter(lambda: 1 // 0, lambda: None, lambda: None)


def test_a_statement_without_end_is_interrupted() -> None:
    connection = dbapi2.connect(":memory:", check_same_thread=False)

    def dire() -> None:
        raise AnnuleError

    with pytest.raises(AnnuleError):
        patienter(lambda: connection.execute(_SANS_FIN).fetchone(), dire, connection.interrupt)
    connection.close()


def test_a_stop_that_was_lost_is_asked_again() -> None:
    asked: list[int] = []
    enough = threading.Event()

    def arreter() -> None:
        asked.append(1)
        if len(asked) == 3:
            enough.set()

    def dire() -> None:
        raise AnnuleError

    with pytest.raises(AnnuleError):
        patienter(lambda: enough.wait(10), dire, arreter)
    assert len(asked) >= 3


def test_a_commit_tells_that_it_lasts_and_no_longer_stops(base: SqlBase) -> None:
    told = threading.Event()

    def progress(fait: int, total: int, quoi: str = "") -> None:
        told.set()
        raise AnnuleError

    event.listen(base._moteur._engine, "commit", lambda _: told.wait(10))
    with base.transaction() as uow:
        importer(uow, logement("a"))
        uow.valider(progress)
    assert told.is_set()
    with base.transaction() as uow:
        assert uow.logements.nombre() == 1
