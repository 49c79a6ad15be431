from __future__ import annotations

import pytest

from fluxdesk.adapters.db.unite import SqlUnitOfWork
from fluxdesk.services import depots_imports
from fluxdesk.services.depots import UnitOfWork
from tests.services import depots_memoire_imports
from tests.services.memoire import MemoireUow


def test_both_units_of_work_have_every_repository_of_the_port() -> None:
    named = {name for name, value in vars(UnitOfWork).items() if isinstance(value, property)}

    assert len(named) == 18
    assert named <= set(dir(MemoireUow))
    assert named <= set(dir(SqlUnitOfWork))


@pytest.mark.parametrize(
    "protocole", ["Candidats", "Profils", "Provenances", "Referentiels", "Stock"]
)
def test_the_twin_in_memory_answers_all_that_the_protocol_asks(protocole: str) -> None:
    asked = {name for name in vars(getattr(depots_imports, protocole)) if name[0] != "_"}
    twin = getattr(depots_memoire_imports, f"{protocole}Memoire")
    assert asked
    assert asked <= set(vars(twin))
