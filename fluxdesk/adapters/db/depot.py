"""What repositories share: the session, who stamps its rows, records found by id."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC
from typing import TYPE_CHECKING, TypeVar

from sqlalchemy import event
from sqlalchemy.orm import Session

from fluxdesk.adapters.db.records import Record, Trace
from fluxdesk.domain.erreurs import IntrouvableError

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection
    from sqlalchemy.orm import UOWTransaction

    from fluxdesk.services.ports import Horloge

Trouve = TypeVar("Trouve", bound=Record)


@dataclass(frozen=True, slots=True)
class Estampille:
    """Who writes, and the clock that says when."""

    auteur: str
    horloge: Horloge

    def maintenant(self) -> datetime:
        """The instant to stamp, in UTC."""
        return self.horloge.maintenant().astimezone(UTC)

    def session(self, connection: Connection) -> Session:
        """A session on this connection that stamps every row it writes."""
        session = Session(connection, autoflush=True, join_transaction_mode="control_fully")
        event.listen(session, "before_flush", self._marquer)
        return session

    def _marquer(self, session: Session, _context: UOWTransaction, _instances: object) -> None:
        now = self.maintenant()
        for record in session.new:
            if isinstance(record, Trace):
                record.marquer(self.auteur, now, nouveau=True)
        for record in session.dirty:
            if isinstance(record, Trace) and session.is_modified(record):
                record.marquer(self.auteur, now, nouveau=False)


def exiger(session: Session, kind: type[Trouve], ident: int, quoi: str) -> Trouve:
    """The record of that id; IntrouvableError where there is none."""
    found = session.get(kind, ident)
    if found is None:
        raise IntrouvableError(quoi, ident)
    return found


def poser(record: Record, valeurs: dict[str, object]) -> None:
    """Set the columns; those that do not change are not written."""
    for name, value in valeurs.items():
        setattr(record, name, value)


def ecrire(
    session: Session, neuf: Trouve, ident: int, quoi: str, valeurs: dict[str, object]
) -> Trouve:
    """Add the new record with these columns (id 0), or overwrite that of the id; as recorded.

    Raises:
        IntrouvableError: no record of that id.
    """
    record = exiger(session, type(neuf), ident, quoi) if ident else neuf
    poser(record, valeurs)
    session.add(record)
    session.flush()
    return record


def effacer(session: Session, kind: type[Record], ident: int, quoi: str) -> None:
    """Delete the record of that id; IntrouvableError where there is none."""
    session.delete(exiger(session, kind, ident, quoi))
    session.flush()
