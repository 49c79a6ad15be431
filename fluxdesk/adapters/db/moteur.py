"""The one connection to a base file, its settings and its errors."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, Literal
from urllib.parse import quote

from sqlalchemy import QueuePool, create_engine, event
from sqlcipher3 import dbapi2

from fluxdesk.adapters.db.erreurs import BaseFermeeError, PanneDisqueError, traduire

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sqlalchemy import Connection, Engine
    from sqlalchemy.engine.interfaces import DBAPIConnection
    from sqlalchemy.pool import ConnectionPoolEntry

    from fluxdesk.domain.erreurs import FluxDeskError

ID_APPLICATION: Final = 0x464C5844  # « FLXD »: says in the header whose file it is
LECTURE: Final = "fluxdesk_lecture"  # execution option: a plain BEGIN, which locks nothing

_ATTENTE: Final = 3.0  # seconds for another program to let go: an antivirus, a backup
_REGLAGES: Final = (
    "PRAGMA journal_mode = DELETE",  # one file, which is what people copy
    "PRAGMA synchronous = EXTRA",  # what was acknowledged is there after a power cut
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",  # a person removed leaves no bytes behind
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA cache_size = -32000",  # the indexes an import keeps up to date stay in memory
)


def connecter(
    chemin: Path, *, mode: Literal["ro", "rw", "rwc"] = "rw", cle: str | None = None
) -> dbapi2.Connection:
    """A bare connection to the file; never creates it unless asked.

    ``ro`` also holds the file for immutable: nothing is recovered, locked nor written.
    """
    options = f"mode={mode}" + ("&immutable=1" if mode == "ro" else "")
    connection = dbapi2.connect(
        f"file:{quote(chemin.as_posix())}?{options}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=_ATTENTE,
    )
    connection.execute("PRAGMA cipher_log_level = NONE")  # it writes on stderr; before the key
    if cle is not None:
        escaped = cle.replace("'", "''")
        connection.execute(f"PRAGMA key = '{escaped}'")
    return connection


class Moteur:
    """One connection, one thread at a time.

    A read made inside an open transaction goes through it and sees what it wrote; another
    thread waits for the end of it.
    """

    def __init__(
        self, chemin: Path, *, mode: Literal["rw", "rwc"] = "rw", cle: str | None = None
    ) -> None:
        self.chemin = chemin
        self._engine = _engine(lambda: connecter(chemin, mode=mode, cle=cle))
        self._tour = threading.RLock()
        self._ouverte: Connection | None = None
        self._refus: Callable[[Path], FluxDeskError] | None = None

    @contextmanager
    def ecriture(self) -> Iterator[Connection]:
        """The connection in a transaction that may write; the caller commits."""
        with self._tour, self._phrases():
            if self._ouverte is not None:
                message = "a transaction is already open on this base"
                raise RuntimeError(message)
            with self._engine.connect() as connection:
                self._ouverte = connection
                try:
                    yield connection
                finally:
                    self._ouverte = None

    @contextmanager
    def lecture(self) -> Iterator[Connection]:
        """The connection, to read."""
        with self._tour, self._phrases():
            if self._ouverte is not None:
                yield self._ouverte
                return
            with self._engine.connect() as connection:
                yield connection.execution_options(**{LECTURE: True})

    def fermer(self) -> None:
        """Close the connection, for good."""
        with self._tour:
            self._refus = BaseFermeeError
            self._engine.dispose()

    @contextmanager
    def _phrases(self) -> Iterator[None]:
        """Turn the errors of the file into sentences; let go of a file whose disk fails."""
        if self._refus is not None:
            raise self._refus(self.chemin)
        try:
            yield
        except Exception as error:
            told = traduire(error, self.chemin)
            if told is None:
                raise
            self._engine.dispose()
            if isinstance(told, PanneDisqueError):
                self._refus = PanneDisqueError
            raise told from error


def _engine(connect: Callable[[], dbapi2.Connection]) -> Engine:
    engine = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=connect,
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=0,
        hide_parameters=True,  # they are people: none of them in a trace
    )
    event.listen(engine, "connect", _regler)
    event.listen(engine, "begin", _commencer)
    return engine


def _regler(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    for setting in _REGLAGES:
        cursor = connection.cursor()
        cursor.execute(setting)
        cursor.close()


def _commencer(connection: Connection) -> None:
    """Begin ourselves: the driver would begin late, and never before DDL."""
    reading = connection.get_execution_options().get(LECTURE, False)
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")
