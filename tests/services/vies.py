"""Lives of vacancies step by step, for the tests of what an officer notes."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from fluxdesk.services.annuler_action import annulables, annuler_action
from tests.services.memoire import HorlogeFixe
from tests.services.monde import conge, orienter

if TYPE_CHECKING:
    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.domain.vacance import Vacance
    from tests.services.memoire import MemoireUow

AVRIL = HorlogeFixe(datetime(2026, 4, 30, 9, 30, tzinfo=UTC))
PAQUES = date(2026, 4, 6)  # a Monday


def feries(annee: int, _departement: str) -> frozenset[date]:
    return frozenset({date(annee, 5, 1), PAQUES})


def offerte(uow: MemoireUow, logement: int = 1, vers: str = "2") -> Orientation:
    """An offer of 3 March 2026, to answer by 2 April."""
    return orienter(uow, conge(uow, logement), vers, "essai")


def vacance_de(uow: MemoireUow, vacance_id: int) -> Vacance:
    with uow:
        return uow.vacances.lire(vacance_id)


def offre_de(uow: MemoireUow, orientation_id: int) -> Orientation:
    with uow:
        return uow.orientations.lire(orientation_id)


def annuler_le_dernier(uow: MemoireUow) -> str:
    """What Ctrl+Z does."""
    with uow:
        last = annulables(uow.journal.toutes())[-1]
    return annuler_action(last.numero, motif="erreur", transaction=lambda: uow)
