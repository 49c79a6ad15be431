"""Does the file hold the tables, indexes and triggers this version knows?"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from sqlalchemy import create_engine
from sqlcipher3 import dbapi2

from fluxdesk.adapters.db.records import Record
from fluxdesk.adapters.db.records_annee import DocumentRecord
from fluxdesk.adapters.db.records_flux import OrientationRecord
from fluxdesk.adapters.db.records_imports import ProfilRecord
from fluxdesk.adapters.db.records_patrimoine import LogementRecord

if TYPE_CHECKING:
    from sqlalchemy import Connection

Structure: TypeAlias = dict[str, frozenset[tuple[object, ...]]]

# Named here so that every table is known to the metadata, whoever imports this module.
_TABLES = (Record, LogementRecord, OrientationRecord, ProfilRecord, DocumentRecord)


def structure(connection: Connection) -> Structure:
    """Columns, keys, indexes and triggers, whatever the words they were declared with."""
    names = _lignes(
        connection,
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
    )
    found = {str(row[0]): _table(connection, str(row[0])) for row in names}
    found["triggers"] = frozenset(
        (row[0], row[1], " ".join(str(row[2]).split()))
        for row in _lignes(
            connection, "SELECT name, tbl_name, sql FROM sqlite_schema WHERE type = 'trigger'"
        )
    )
    return found


def structure_connue() -> Structure:
    """The structure of the records of this version."""
    engine = create_engine("sqlite://", module=dbapi2)
    try:
        with engine.connect() as connection:
            Record.metadata.create_all(connection)
            return structure(connection)
    finally:
        engine.dispose()


def ecarts(connection: Connection) -> list[str]:
    """Tables of the base that are not as this version knows them, by name."""
    found, known = structure(connection), structure_connue()
    return sorted(
        name for name in found.keys() | known.keys() if found.get(name) != known.get(name)
    )


def _table(connection: Connection, name: str) -> frozenset[tuple[object, ...]]:
    columns = _lignes(connection, f"PRAGMA table_xinfo('{name}')")
    keys = _lignes(connection, f"PRAGMA foreign_key_list('{name}')")
    found: set[tuple[object, ...]] = {("column", *row[1:]) for row in columns}
    found |= {("key", *row[1:]) for row in keys}
    for row in _lignes(connection, f"PRAGMA index_list('{name}')"):
        parts = _lignes(connection, f"PRAGMA index_xinfo('{row[1]}')")
        found.add(("index", row[1], row[2], *(part[2] for part in parts if part[5])))
    return frozenset(found)


def _lignes(connection: Connection, query: str) -> list[tuple[object, ...]]:
    return [tuple(row) for row in connection.exec_driver_sql(query)]
