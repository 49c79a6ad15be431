"""Long work is told of while it lasts, and stopped on request."""

from __future__ import annotations

import threading

import pytest
from sqlcipher3 import dbapi2

from fluxdesk.adapters.db.patience import patienter
from fluxdesk.services.ports import AnnuleError

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
