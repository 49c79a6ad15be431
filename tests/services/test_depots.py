from __future__ import annotations

from fluxdesk.adapters.db.unite import SqlUnitOfWork
from fluxdesk.services.depots import UnitOfWork
from tests.services.memoire import MemoireUow


def test_both_units_of_work_have_every_repository_of_the_port() -> None:
    named = {name for name, value in vars(UnitOfWork).items() if isinstance(value, property)}

    assert len(named) == 17
    assert named <= set(dir(MemoireUow))
    assert named <= set(dir(SqlUnitOfWork))
