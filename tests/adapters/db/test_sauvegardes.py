"""Backups: whole, verified, made when something changed, removed in their turn."""

from __future__ import annotations

import threading
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from sqlcipher3 import dbapi2

from fluxdesk.adapters.db import sauvegardes as module
from fluxdesk.adapters.db.base import creer_base
from fluxdesk.adapters.db.erreurs import (
    BaseAbimeeError,
    SauvegardeImpossibleError,
    SauvegardeTenueError,
)
from fluxdesk.adapters.db.examen import verifier_rapidement
from fluxdesk.adapters.db.moteur import connecter
from fluxdesk.services.effacer_sauvegardes import effacer_sauvegardes, sauvegardes_d_avant
from fluxdesk.services.ports import AnnuleError
from tests.adapters.db.exemples import BAILLEUR, importer, logement
from tests.services.memoire import HorlogeFixe

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from fluxdesk.adapters.db.base import SqlBase

MAINTENANT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


def _importer(base: SqlBase, cle: str) -> None:
    with base.transaction() as uow:
        importer(uow, logement(cle))
        uow.valider()


def _sauver_il_y_a(base: SqlBase, jours: int) -> Path:
    """A backup as it was made so many days ago."""
    then = HorlogeFixe(MAINTENANT - timedelta(days=jours))
    return replace(base._sauvegardes, horloge=then).faire()


def _cles(chemin: Path) -> list[str]:
    with closing(connecter(chemin, mode="ro")) as connection:
        return [row[0] for row in connection.execute("SELECT cle FROM logement ORDER BY id")]


def test_a_backup_holds_what_the_base_holds_and_opens_as_one(
    base: SqlBase, ouvrir: Callable[[Path], SqlBase]
) -> None:
    _importer(base, "a")
    saved = base.sauvegarder()
    _importer(base, "b")
    copy = ouvrir(saved)
    assert copy.verifier() == []
    with copy.transaction() as uow:
        assert [item.cle for item in uow.logements.tous()] == ["a"]
        assert list(uow.journal.toutes())[-1].action == "base.sauvegarder"


def test_les_sauvegardes_d_avant_une_purge_s_effacent_une_neuve_faite_d_abord(
    base: SqlBase, sauvegardes: Path
) -> None:
    now = MAINTENANT
    assert sauvegardes_d_avant(now, base=base).phrase() == ""
    for days in (40, 2):
        _sauver_il_y_a(base, days)
    seen = sauvegardes_d_avant(now, base=base)
    assert seen.phrase() == (
        "2\u00a0sauvegardes faites avant la purge (entre le 13 octobre 2026 et le 20 novembre "
        f"2026) contiennent encore ces personnes, dans le dossier «\u00a0{sauvegardes}\u00a0»."
    )
    one = replace(seen, instants=seen.instants[:1]).phrase()
    assert "faite avant la purge (le 20 novembre 2026) contient" in one
    assert effacer_sauvegardes(now - timedelta(days=60), base=base) == 0
    assert effacer_sauvegardes(now, base=base) == 2
    assert min(base.sauvegardes()) == now
    with base.transaction() as uow:
        assert list(uow.journal.toutes())[-1].libelle == (
            "2\u00a0sauvegardes effacées, d’avant la purge du 22 novembre 2026"
        )


def test_une_sauvegarde_tenue_par_un_autre_le_dit_et_rien_d_autre_n_est_perdu(
    base: SqlBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = _sauver_il_y_a(base, 2)

    unlink = type(held).unlink

    def refuse(path: Path, *, missing_ok: bool = False) -> None:
        if path == held:
            raise PermissionError
        unlink(path, missing_ok=missing_ok)

    monkeypatch.setattr(type(held), "unlink", refuse)
    with pytest.raises(SauvegardeTenueError, match="fermez le programme qui la tient"):
        effacer_sauvegardes(MAINTENANT, base=base)
    assert held.exists()
    assert len(base.sauvegardes()) > 1  # a new one was made all the same


def test_the_base_is_saved_before_each_import_that_follows_a_change(
    base: SqlBase, sauvegardes: Path
) -> None:
    for key in ("a", "b", "c"):
        _importer(base, key)
    saved = sorted(sauvegardes.iterdir())
    assert [_cles(path) for path in saved] == [[], ["a"], ["a", "b"]]


def test_an_import_after_no_change_needs_no_new_backup(base: SqlBase, sauvegardes: Path) -> None:
    for _ in range(2):
        with base.transaction() as uow:
            importer(uow, logement("a"))  # the officer gave up
    assert len(list(sauvegardes.iterdir())) == 1


def test_an_import_tells_of_the_backup_before_it(base: SqlBase) -> None:
    _importer(base, "a")
    told: list[tuple[int, int, str]] = []
    with base.transaction() as uow:
        uow.lots.ouvrir("f", "RPLS", "utf-8", lambda *said: told.append(said))
    assert told[0] == (0, 0, "Sauvegarde de la base")


def test_a_backup_stopped_on_the_way_leaves_nothing(
    base: SqlBase, sauvegardes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _importer(base, "a")
    before = set(sauvegardes.iterdir())
    told: list[tuple[int, int, str]] = []
    seen = threading.Event()

    def stop(fait: int, total: int, quoi: str = "") -> None:
        told.append((fait, total, quoi))
        if len(told) > 1:
            seen.set()
            raise AnnuleError

    def long(chemin: Path, *, arret: Callable[[], bool], **_: object) -> None:
        seen.wait(10)
        verifier_rapidement(chemin, immuable=True, arret=arret)

    monkeypatch.setattr(module, "verifier_rapidement", long)
    with pytest.raises(AnnuleError), base.transaction() as uow:
        uow.lots.ouvrir("f", "RPLS", "utf-8", stop)
    done, total, _ = told[-1]
    assert done == total > 0
    assert set(sauvegardes.iterdir()) == before


@pytest.mark.parametrize("step", ["copying", "checking"])
def test_the_work_itself_stops(base: SqlBase, tmp_path: Path, step: str) -> None:
    copie = module._Copie()
    copie.arret.set()
    if step == "copying":
        with pytest.raises(AnnuleError):
            base._sauvegardes._copier(tmp_path / "copie.fluxdesk", copie)
    else:
        saved = base.sauvegarder()
        with closing(connecter(saved)) as connection:
            connection.execute("CREATE TABLE longue AS SELECT 1 AS x")
            connection.execute(
                "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n LIMIT 200000) "
                "INSERT INTO longue SELECT x FROM n"
            )
        with pytest.raises(dbapi2.OperationalError, match="interrupted"):
            verifier_rapidement(saved, arret=copie.arret.is_set)


def test_an_import_is_not_begun_without_a_backup(base: SqlBase, sauvegardes: Path) -> None:
    for path in sauvegardes.iterdir():
        path.unlink()
    sauvegardes.rmdir()
    sauvegardes.write_text("not a folder")
    with (
        base.transaction() as uow,
        pytest.raises(SauvegardeImpossibleError, match="reste de la place"),
    ):
        uow.lots.ouvrir("f", "RPLS", "utf-8")


def test_a_changed_base_is_saved_when_it_is_opened_and_an_unchanged_one_is_not(
    base: SqlBase, chemin: Path, sauvegardes: Path, ouvrir: Callable[[Path], SqlBase]
) -> None:
    _importer(base, "a")
    base.fermer()
    ouvrir(chemin).fermer()
    ouvrir(chemin).fermer()
    assert [_cles(path) for path in sorted(sauvegardes.iterdir())] == [[], ["a"]]


def test_a_base_opens_even_where_no_backup_can_be_made(
    base: SqlBase,
    chemin: Path,
    sauvegardes: Path,
    ouvrir: Callable[[Path], SqlBase],
    caplog: pytest.LogCaptureFixture,
) -> None:
    base.fermer()
    for path in sauvegardes.iterdir():
        path.unlink()
    sauvegardes.rmdir()
    sauvegardes.write_text("not a folder")
    opened = ouvrir(chemin)
    assert opened.lectures.etat().derniere_sauvegarde is None
    assert "no backup at opening" in caplog.text


def test_a_backup_that_cannot_be_read_never_takes_its_name(
    base: SqlBase, sauvegardes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = set(sauvegardes.iterdir())

    def refuse(chemin: Path, **_: object) -> None:
        raise BaseAbimeeError(chemin)

    monkeypatch.setattr(module, "verifier_rapidement", refuse)
    with pytest.raises(SauvegardeImpossibleError):
        base.sauvegarder()
    assert set(sauvegardes.iterdir()) == before


def test_a_damaged_backup_does_not_pass_for_up_to_date(base: SqlBase, sauvegardes: Path) -> None:
    (first,) = sauvegardes.iterdir()
    first.write_bytes(b"SQLite format 3\x00 and then nothing")
    _importer(base, "a")
    assert len(list(sauvegardes.iterdir())) == 2


def test_backups_of_two_bases_of_one_name_live_side_by_side(
    base: SqlBase, chemin: Path, tmp_path: Path, horloge: HorlogeFixe, sauvegardes: Path
) -> None:
    other = creer_base(
        tmp_path / chemin.name, BAILLEUR, auteur="x", horloge=horloge, sauvegardes=sauvegardes
    )
    for _ in range(12):
        other.sauvegarder()
    other.fermer()
    assert len(base._sauvegardes.liste()) == 1
    assert len(other._sauvegardes.liste()) == 10
    assert len(list(sauvegardes.iterdir())) == 11


def test_the_last_ten_are_kept_and_the_newest_is_told(
    base: SqlBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved = []
    for minute in range(1, 14):
        later = MAINTENANT + timedelta(minutes=minute)
        monkeypatch.setattr(HorlogeFixe, "maintenant", lambda _self, now=later: now)
        saved.append(base.sauvegarder())
    assert [path.exists() for path in saved] == [False] * 3 + [True] * 10
    assert base.lectures.etat().derniere_sauvegarde == MAINTENANT + timedelta(minutes=13)


def test_the_limit_of_age_is_a_setting(base: SqlBase, monkeypatch: pytest.MonkeyPatch) -> None:
    first = base.sauvegarder()
    short = replace(base._sauvegardes, age_max_jours=2)
    later = MAINTENANT + timedelta(days=3)
    monkeypatch.setattr(HorlogeFixe, "maintenant", lambda _self: later)
    second = short.faire()
    assert (first.exists(), second.exists()) == (False, True)
