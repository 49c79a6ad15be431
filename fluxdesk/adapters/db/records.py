"""Tables of the base file; the patrimoine and the flux have their own modules."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, ClassVar, Final

from sqlalchemy import (
    DDL,
    CheckConstraint,
    Date,
    LargeBinary,
    MetaData,
    Text,
    TypeDecorator,
    event,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from typing_extensions import override

if TYPE_CHECKING:
    from sqlalchemy import (
        Dialect,
        Table,
    )

# An id is never given twice: what the journal says of one stays true.
IDS_UNIQUES: Final = {"sqlite_autoincrement": True}


class Instant(TypeDecorator[datetime]):
    """An instant, kept as ISO 8601 text in UTC: sorts by time, reads back the same."""

    impl = Text
    cache_ok = True

    @override
    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        return None if value is None else instant(value)

    @override
    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        return None if value is None else datetime.fromisoformat(value)


def instant(quand: datetime) -> str:
    """The text an instant is kept as."""
    return quand.astimezone(UTC).isoformat()


class Record(DeclarativeBase):
    """A row of the base; never leaves ``adapters.db``."""

    metadata: ClassVar[MetaData] = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar = {str: Text(), date: Date(), datetime: Instant()}


class Trace:
    """Who made a row and who changed it last, and when; the session stamps it."""

    cree_par: Mapped[str] = mapped_column(sort_order=900)
    cree_le: Mapped[datetime] = mapped_column(sort_order=901)
    modifie_par: Mapped[str] = mapped_column(sort_order=902)
    modifie_le: Mapped[datetime] = mapped_column(sort_order=903)

    def marquer(self, auteur: str, quand: datetime, *, nouveau: bool) -> None:
        """Stamp the row."""
        if nouveau:
            self.cree_par, self.cree_le = auteur, quand
        self.modifie_par, self.modifie_le = auteur, quand


class BaseRecord(Trace, Record):
    """The base itself: one row; ``uuid`` tells its backups from those of another base."""

    __tablename__ = "base"
    __table_args__ = (CheckConstraint("id = 1", name="une_seule"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    uuid: Mapped[str]


class BailleurRecord(Trace, Record):
    """The landlord: one row; ``adresse`` is a JSON list of lines."""

    __tablename__ = "bailleur"
    __table_args__ = (CheckConstraint("id = 1", name="un_seul"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    raison_sociale: Mapped[str]
    siret: Mapped[str]
    adresse: Mapped[str]
    ville: Mapped[str]
    service: Mapped[str]
    telephone: Mapped[str]
    courriel: Mapped[str]
    signataire: Mapped[str]
    qualite_signataire: Mapped[str]
    logo: Mapped[bytes | None] = mapped_column(LargeBinary)


class JournalRecord(Record):
    """One entry of the journal; triggers forbid to change or remove it."""

    __tablename__ = "journal"

    numero: Mapped[int] = mapped_column(primary_key=True)
    quand: Mapped[datetime]
    auteur: Mapped[str]
    action: Mapped[str] = mapped_column(index=True)
    objet: Mapped[str] = mapped_column(index=True)
    libelle: Mapped[str]
    avant: Mapped[str]
    apres: Mapped[str]
    motif: Mapped[str]
    precedent: Mapped[str]
    empreinte: Mapped[str]
    recherche: Mapped[str]


def interdire(table: Table, *verbes: str) -> None:
    """Have the base itself refuse to update or delete rows of the table."""
    for verb in verbes:
        trigger = DDL(  # type: ignore[no-untyped-call] # SQLAlchemy left it so
            f"CREATE TRIGGER {table.name}_sans_{verb} BEFORE {verb.upper()} ON {table.name} "
            f"BEGIN SELECT RAISE(ABORT, '{table.name} : {verb} interdit'); END"
        )
        event.listen(table, "after_create", trigger)


interdire(JournalRecord.metadata.tables["journal"], "update", "delete")
