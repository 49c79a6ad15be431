"""The journal and the events are only ever added to, and the chain holds."""

from __future__ import annotations

from contextlib import closing
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from sqlcipher3 import dbapi2

from fluxdesk.adapters.db.moteur import connecter
from fluxdesk.adapters.db.valeurs import en_json
from fluxdesk.domain.flux.evenements import Service
from fluxdesk.domain.journal import GENESE, premiere_rupture
from tests.adapters.db.exemples import CONVENTION, EVENEMENTS, ORIENTATION, VACANCE, remplir
from tests.services.memoire import MemoireUow

if TYPE_CHECKING:
    from pathlib import Path

    from fluxdesk.adapters.db.base import SqlBase


@pytest.fixture
def remplie(base: SqlBase) -> SqlBase:
    with base.transaction() as uow:
        remplir(uow)
        uow.valider()
    return base


@pytest.mark.parametrize("table", ["journal", "evenement_flux"])
@pytest.mark.parametrize(
    "order",
    ["UPDATE {} SET numero = numero + 10", "DELETE FROM {}", "DELETE FROM {} WHERE numero=1"],
)
def test_the_file_itself_refuses_to_change_what_was_told(
    remplie: SqlBase, chemin: Path, table: str, order: str
) -> None:
    with (
        closing(connecter(chemin)) as connection,
        pytest.raises(dbapi2.IntegrityError, match="interdit"),
    ):
        connection.execute(order.format(table))


def test_the_chain_of_the_journal_holds_after_reopening(remplie: SqlBase) -> None:
    with remplie.transaction() as uow:
        told = list(uow.journal.toutes())
    assert [entree.numero for entree in told] == [1, 2, 3]
    assert told[0].precedent == GENESE
    assert premiere_rupture(told) is None


def test_a_journal_changed_behind_the_program_is_seen(remplie: SqlBase, chemin: Path) -> None:
    with closing(connecter(chemin)) as connection:
        connection.execute("DROP TRIGGER journal_sans_update")
        connection.execute("UPDATE journal SET libelle = 'rien' WHERE numero = 2")
    with remplie.transaction() as uow:
        assert premiere_rupture(uow.journal.toutes()) == 2
    assert remplie.verifier() == [
        "Le format de la base n’est pas celui de cette version (triggers)."
    ]


def test_an_entry_tells_what_stood_before_and_after_as_json(remplie: SqlBase) -> None:
    with remplie.transaction() as uow:
        last = list(uow.journal.toutes())[-1]
    assert last.auteur == "m.rossi"
    assert last.motif == "Relogement urgent"
    assert last.avant == en_json(VACANCE)
    assert '"numero": "2026-001"' in last.apres
    assert '"date_bail": "2026-04-01"' in last.apres


def test_entries_are_the_same_as_those_of_the_base_in_memory(remplie: SqlBase) -> None:
    memory = MemoireUow()
    with memory as uow:
        uow.journal.ecrire("a", "b:1", "c", avant=CONVENTION, apres=ORIENTATION, motif="m")
        uow.journal.ecrire("a", "b:1", "c", avant=Fraction(1, 3), apres=b"\x00")
        expected = list(uow.journal.toutes())
    with remplie.transaction() as sql:
        sql.journal.ecrire("a", "b:1", "c", avant=CONVENTION, apres=ORIENTATION, motif="m")
        sql.journal.ecrire("a", "b:1", "c", avant=Fraction(1, 3), apres=b"\x00")
        found = list(sql.journal.toutes())[-2:]
    assert [(e.avant, e.apres, e.quand) for e in found] == [
        (e.avant, e.apres, e.quand) for e in expected
    ]


def test_a_value_that_cannot_be_told_is_a_fault() -> None:
    with pytest.raises(TypeError, match="object"):
        en_json(object())


def test_events_are_numbered_on(remplie: SqlBase) -> None:
    with remplie.transaction() as uow:
        assert uow.evenements.prochain_numero() == 8
        uow.evenements.ajouter(Service(8, "1", "bailleur"))
        assert uow.evenements.tous() == (*EVENEMENTS, Service(8, "1", "bailleur"))
        assert uow.evenements.depuis(6) == (EVENEMENTS[6], Service(8, "1", "bailleur"))


def test_the_first_event_is_number_one(base: SqlBase) -> None:
    with base.transaction() as uow:
        assert uow.evenements.prochain_numero() == 1
