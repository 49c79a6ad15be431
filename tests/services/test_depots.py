from __future__ import annotations

import pytest

from fluxdesk.adapters.db.unite import SqlUnitOfWork
from fluxdesk.services import depots_imports, depots_registre
from fluxdesk.services.depots import UnitOfWork
from tests.services import (
    depots_memoire_actes,
    depots_memoire_imports,
    depots_memoire_registre,
)
from tests.services.memoire import MemoireUow


def test_both_units_of_work_have_every_repository_of_the_port() -> None:
    named = {name for name, value in vars(UnitOfWork).items() if isinstance(value, property)}

    assert len(named) == 18
    assert named <= set(dir(MemoireUow))
    assert named <= set(dir(SqlUnitOfWork))


@pytest.mark.parametrize(
    ("protocole", "jumeau"),
    [
        (depots_imports.Candidats, depots_memoire_imports.CandidatsMemoire),
        (depots_imports.Profils, depots_memoire_imports.ProfilsMemoire),
        (depots_imports.Provenances, depots_memoire_imports.ProvenancesMemoire),
        (depots_imports.Referentiels, depots_memoire_imports.ReferentielsMemoire),
        (depots_imports.Stock, depots_memoire_imports.StockMemoire),
        (depots_registre.EvenementsFlux, depots_memoire_actes.EvenementsMemoire),
        (depots_registre.PointsDuRegistre, depots_memoire_registre.PointsMemoire),
        (depots_registre.Regles, depots_memoire_registre.ReglesMemoire),
    ],
)
def test_the_twin_in_memory_answers_all_that_the_protocol_asks(
    protocole: type, jumeau: type
) -> None:
    asked = {name for name in vars(protocole) if name[0] != "_"}
    assert asked
    assert asked <= set(vars(jumeau))
