"""Is this file a base of ours, whole, and of a version we know? Told before any write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2

from fluxdesk.adapters.db.erreurs import (
    BaseAbimeeError,
    BaseEtrangereError,
    BaseInaccessibleError,
    BasePlusRecenteError,
    BaseVideError,
    CleRefuseeError,
)
from fluxdesk.adapters.db.moteur import ID_APPLICATION, connecter

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ENTETE_SQLITE = b"SQLite format 3\x00"
_INSTRUCTIONS = 100_000  # of SQLite between two looks at whether to go on
_PAGE_MINIMALE = 512  # bytes: no SQLite file is shorter


def examiner(chemin: Path, *, connue: int, cle: str | None = None) -> None:
    """Refuse a file that is not a sound base of a known version; nothing is written.

    The sixteen first bytes are read, and the file closed, before SQLite ever opens it: closing
    it later would drop SQLite's own locks.

    Raises:
        BaseVideError, BaseEtrangereError, BasePlusRecenteError, BaseAbimeeError,
            CleRefuseeError.
    """
    try:
        with chemin.open("rb") as opened:
            head = opened.read(len(ENTETE_SQLITE))
    except OSError as error:
        raise BaseInaccessibleError(chemin) from error
    if not head:
        raise BaseVideError(chemin)
    if cle is None and head != ENTETE_SQLITE:
        raise BaseEtrangereError(chemin)
    if cle is None and chemin.stat().st_size < _PAGE_MINIMALE:
        raise BaseAbimeeError(chemin)
    application, schema = _numeros(chemin, cle)
    if application != ID_APPLICATION or schema < 1:
        raise BaseEtrangereError(chemin)
    if schema > connue:
        raise BasePlusRecenteError(chemin, trouvee=schema, connue=connue)


def verifier_rapidement(
    chemin: Path,
    *,
    cle: str | None = None,
    immuable: bool = False,
    arret: Callable[[], bool] = bool,
) -> None:
    """Read every page of the file, after any recovery from a brutal stop.

    Raises:
        BaseAbimeeError: SQLite finds a fault, or the file is shorter than it says.
        OperationalError: ``arret`` said so on the way.
    """
    connection = connecter(chemin, mode="ro" if immuable else "rw", cle=cle)
    connection.set_progress_handler(arret, _INSTRUCTIONS)
    try:
        # A read first: it takes SQLite's lock, and recovers what a killed program left.
        _entier(connection, "SELECT count(*) FROM sqlite_schema")
        pages = _entier(connection, "PRAGMA page_count")
        size = pages * _entier(connection, "PRAGMA page_size")
        sound = connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
    except dbapi2.DatabaseError as error:
        if isinstance(error, dbapi2.OperationalError):
            raise
        raise BaseAbimeeError(chemin) from error
    finally:
        connection.close()
    if not sound or chemin.stat().st_size != size:
        raise BaseAbimeeError(chemin)


def _numeros(chemin: Path, cle: str | None) -> tuple[int, int]:
    connection = connecter(chemin, mode="ro", cle=cle)
    try:
        return (
            _entier(connection, "PRAGMA application_id"),
            _entier(connection, "PRAGMA user_version"),
        )
    except dbapi2.DatabaseError as error:
        raise (BaseAbimeeError if cle is None else CleRefuseeError)(chemin) from error
    finally:
        connection.close()


def _entier(connection: dbapi2.Connection, query: str) -> int:
    return int(connection.execute(query).fetchone()[0])
