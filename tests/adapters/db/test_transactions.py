"""A transaction is whole or not at all, stamped, one at a time, and fails in French."""

from __future__ import annotations

import threading
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy.exc import IntegrityError

from fluxdesk.adapters.db import moteur
from fluxdesk.adapters.db.erreurs import (
    BaseFermeeError,
    DisquePleinError,
)
from fluxdesk.adapters.db.moteur import Moteur, connecter
from fluxdesk.services.rows import FiltreLogements
from tests.adapters.db.exemples import (
    BAILLEUR,
    CONVENTION,
    RESERVATAIRE,
    importer,
    logement,
    remplir,
)
from tests.services.memoire import HorlogeFixe

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from fluxdesk.adapters.db.base import SqlBase


def _lire(chemin: Path, requete: str) -> list[tuple[object, ...]]:
    with closing(connecter(chemin)) as connection:
        return list(connection.execute(requete).fetchall())


def test_what_is_not_validated_is_not_kept(base: SqlBase) -> None:
    with base.transaction() as uow:
        remplir(uow)
    with base.transaction() as uow:
        assert uow.logements.nombre() == 0
        assert uow.reservataires.tous() == ()
        assert [entree.action for entree in uow.journal.toutes()] == ["base.creer"]


def test_what_is_validated_is_kept_even_if_what_follows_fails(base: SqlBase) -> None:
    class _ImprevuError(Exception):
        pass

    def work() -> None:
        with base.transaction() as uow:
            importer(uow, logement("a"))
            uow.valider()
            importer(uow, logement("b"))
            raise _ImprevuError

    with pytest.raises(_ImprevuError):
        work()
    with base.transaction() as uow:
        assert [item.cle for item in uow.logements.tous()] == ["a"]


def test_one_unit_of_work_serves_several_transactions(base: SqlBase) -> None:
    uow = base.transaction()
    for key in ("a", "b"):
        with uow:
            importer(uow, logement(key))
            uow.valider()
    with uow:
        assert uow.logements.nombre() == 2


def test_a_transaction_inside_another_is_a_fault(base: SqlBase) -> None:
    with (
        base.transaction(),
        pytest.raises(RuntimeError, match="already open"),
        base.transaction(),
    ):
        pass


def test_nothing_is_reached_outside_of_a_transaction(base: SqlBase) -> None:
    with pytest.raises(RuntimeError, match="with uow"):
        base.transaction().logements.nombre()


def test_a_read_inside_a_transaction_sees_what_it_wrote_and_takes_no_part_in_it(
    base: SqlBase,
) -> None:
    with base.transaction() as uow:
        assert base.lectures.ids_logements(FiltreLogements()) == []
        importer(uow, logement("a"))
        assert base.lectures.ids_logements(FiltreLogements()) == [1]
        uow.valider()
        assert base.lectures.ids_logements(FiltreLogements()) == [1]
        importer(uow, logement("b"))
        uow.valider()
    assert base.lectures.ids_logements(FiltreLogements()) == [1, 2]


def test_another_thread_waits_for_the_end_of_the_transaction(base: SqlBase) -> None:
    seen: list[int] = []
    reader = threading.Thread(target=lambda: seen.append(base.lectures.etat().logements))
    with base.transaction() as uow:
        importer(uow, logement("a"))
        reader.start()
        uow.valider()
        importer(uow, logement("b"))
        assert seen == []
    reader.join()
    assert seen == [1]


def test_a_base_opened_in_one_thread_closes_in_another(base: SqlBase) -> None:
    base.lectures.etat()
    closing_thread = threading.Thread(target=base.fermer)
    closing_thread.start()
    closing_thread.join()
    with pytest.raises(BaseFermeeError, match="Rouvrez-la"):
        base.lectures.etat()


def test_rows_tell_who_made_them_and_who_changed_them_last(
    base: SqlBase,
    chemin: Path,
    horloge: HorlogeFixe,
    ouvrir: Callable[[Path], SqlBase],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with base.transaction() as uow:
        remplir(uow)
        uow.valider()
    base.fermer()
    later = horloge.instant + timedelta(hours=2)
    monkeypatch.setattr(HorlogeFixe, "maintenant", lambda _self: later)
    with ouvrir(chemin).transaction() as uow:
        uow.reservataires.enregistrer(replace(RESERVATAIRE, service="Autre"))
        uow.conventions.enregistrer(CONVENTION)  # as it was: nobody changed it
        lot = importer(uow)
        uow.logements.modifier([logement("k2", id=2, etage="4")], lot)
        uow.valider()
    first, second = horloge.instant.isoformat(), later.isoformat()
    told = "SELECT cree_par, cree_le, modifie_par, modifie_le FROM "
    changed = [("m.rossi", first, "a.luciani", second)]
    untouched = [("m.rossi", first, "m.rossi", first)]
    assert _lire(chemin, told + "reservataire") == changed
    assert _lire(chemin, told + "logement WHERE id = 2") == changed
    assert _lire(chemin, told + "logement WHERE id = 1") == untouched
    for table in ("convention", "avenant", "sous_contingent", "vacance", "orientation"):
        assert set(_lire(chemin, told + table)) == set(untouched)


def test_every_business_table_is_stamped(base: SqlBase, chemin: Path) -> None:
    names = {row[0] for row in _lire(chemin, "SELECT name FROM sqlite_schema WHERE type='table'")}
    stamps = {"cree_par", "cree_le", "modifie_par", "modifie_le"}
    bare = {
        str(name)
        for name in names
        if not stamps <= {row[1] for row in _lire(chemin, f"PRAGMA table_info({name})")}
    }
    # The journal and origins say it their own way; the program alone makes a checkpoint.
    assert bare == {"journal", "lot_ligne", "point_registre", "provenance", "sqlite_sequence"}


def test_the_connection_is_set_for_safety(
    base: SqlBase, chemin: Path, reglages_surs: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = {
        "journal_mode": "delete",
        "synchronous": 3,
        "foreign_keys": 1,
        "secure_delete": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "busy_timeout": 3000,
    }
    monkeypatch.setattr(moteur, "_REGLAGES", reglages_surs)
    engine = Moteur(chemin)
    try:
        with engine.lecture() as connection:
            found = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in wanted}
    finally:
        engine.fermer()
    assert found == wanted


def test_a_full_disk_is_told_and_what_was_there_is_intact(base: SqlBase) -> None:
    def fill() -> None:
        with base.transaction() as uow:
            importer(uow, logement("a"))
            uow.valider()
            pages = base._moteur._ouverte
            assert pages is not None
            size = pages.exec_driver_sql("PRAGMA page_count").scalar_one()
            pages.exec_driver_sql(f"PRAGMA max_page_count = {size}")
            importer(uow, *(logement(f"k{n}") for n in range(3_000)))

    with pytest.raises(DisquePleinError, match="est plein"):
        fill()
    with base.transaction() as uow:  # a new connection: there is room again
        assert uow.logements.nombre() == 1
        importer(uow, logement("b"))
        uow.valider()
    assert base.verifier() == []


def test_a_fault_of_the_program_rolls_back_and_keeps_its_name(base: SqlBase) -> None:
    def twice() -> None:
        with base.transaction() as uow:
            importer(uow, logement("a"), logement("a"))

    with pytest.raises(IntegrityError, match=r"logement\.cle") as caught:
        twice()
    assert "rossi" not in str(caught.value)  # what the rows hold is not told in a trace
    assert base.lectures.etat().logements == 0


def test_the_instant_of_a_stamp_is_utc_whatever_the_zone_of_the_clock(
    base: SqlBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    paris = datetime.fromisoformat("2026-07-01T10:00:00+02:00")
    monkeypatch.setattr(HorlogeFixe, "maintenant", lambda _self: paris)
    with base.transaction() as uow:
        uow.bailleurs.enregistrer(replace(BAILLEUR, ville="Bastia"))
        uow.journal.ecrire("bailleur.modifier", "bailleur:1", "Bailleur modifié")
        last = list(uow.journal.toutes())[-1]
    assert last.quand.isoformat() == "2026-07-01T08:00:00+00:00"
    assert last.quand.tzinfo is UTC
