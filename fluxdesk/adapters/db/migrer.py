"""Bring the schema of a base to the one this version knows, one transaction a step."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from alembic.migration import MigrationContext
from alembic.operations import Operations

from fluxdesk.adapters.db.migrations.versions import (
    v0001_initial,
    v0002_moteur,
    v0003_fichiers,
    v0004_loyer_max,
    v0005_annee,
    v0006_bail,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

Etape = Callable[[], None]

# Named, not discovered: a frozen program has no folder of scripts to look into.
ETAPES: Final[Sequence[Etape]] = (
    v0001_initial.upgrade,
    v0002_moteur.upgrade,
    v0003_fichiers.upgrade,
    v0004_loyer_max.upgrade,
    v0005_annee.upgrade,
    v0006_bail.upgrade,
)


class CleEtrangereError(Exception):
    """A step left rows that point nowhere: it is rolled back."""


def migrer(connection: Connection, etapes: Sequence[Etape] = ETAPES) -> None:
    """Run the steps the base has not had; the number of each is part of its transaction."""
    done = version(connection)
    _cles_etrangeres(connection, actives=False)  # a table is rebuilt by dropping it
    try:
        for number, step in enumerate(etapes, start=1):
            if number > done:
                _franchir(connection, number, step)
    finally:
        _cles_etrangeres(connection, actives=True)


def version(connection: Connection) -> int:
    """The schema number of the base."""
    with connection.begin():
        return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def _franchir(connection: Connection, number: int, step: Etape) -> None:
    with connection.begin():
        with Operations.context(MigrationContext.configure(connection)):
            step()
        if orphan := connection.exec_driver_sql("PRAGMA foreign_key_check").first():
            message = f"step {number} breaks a foreign key: {tuple(orphan)}"
            raise CleEtrangereError(message)
        connection.exec_driver_sql(f"PRAGMA user_version = {number}")


def _cles_etrangeres(connection: Connection, *, actives: bool) -> None:
    """Outside of any transaction, where alone it has an effect."""
    cursor = connection.connection.cursor()
    cursor.execute(f"PRAGMA foreign_keys = {'ON' if actives else 'OFF'}")
    cursor.close()
