"""Tables of a whole year: values kept whole as JSON, one kind a table, and kept files."""

from __future__ import annotations

from sqlalchemy import LargeBinary
from sqlalchemy.orm import Mapped, deferred, mapped_column

from fluxdesk.adapters.db.records import IDS_UNIQUES, Record, Trace


class FicheRecord(Trace, Record):
    """A value kept whole: ``contenu`` is its JSON."""

    __abstract__ = True
    __table_args__ = IDS_UNIQUES

    id: Mapped[int] = mapped_column(primary_key=True)
    contenu: Mapped[str]


class ProgrammeNeufRecord(FicheRecord):
    """A new programme."""

    __tablename__ = "programme_neuf"


class PrevisionRecord(FicheRecord):
    """Dwellings foreseen out of the flux."""

    __tablename__ = "prevision"


class ObjectifRecord(FicheRecord):
    """An objective of attribution."""

    __tablename__ = "objectif"


class ModeleLettreRecord(FicheRecord):
    """The wording of a letter, as the officer changed it."""

    __tablename__ = "modele_lettre"


class CourrierRecord(FicheRecord):
    """A letter written, or waiting to be printed."""

    __tablename__ = "courrier"


class GarantieRecord(FicheRecord):
    """A loan guarantee."""

    __tablename__ = "garantie"


class PhotoDepartRecord(FicheRecord):
    """A dated état des lieux."""

    __tablename__ = "photo_depart"


class BilanEmisRecord(FicheRecord):
    """A version of a bilan."""

    __tablename__ = "bilan_emis"


class ResidenceRecord(FicheRecord):
    """What is known of a residence."""

    __tablename__ = "residence"


class RegleEquiteRecord(FicheRecord):
    """The band of fairness on cheap dwellings: one at most."""

    __tablename__ = "regle_equite"


class RegleExamenRecord(FicheRecord):
    """When leases are examined, and where: one at most."""

    __tablename__ = "regle_examen"


class ConservationRecord(FicheRecord):
    """How long candidates are kept: one at most."""

    __tablename__ = "conservation"


class DocumentRecord(Trace, Record):
    """A kept file; its bytes are read when asked for."""

    __tablename__ = "document"
    __table_args__ = IDS_UNIQUES

    id: Mapped[int] = mapped_column(primary_key=True)
    objet: Mapped[str] = mapped_column(index=True)
    genre: Mapped[str]
    nom: Mapped[str]
    empreinte: Mapped[str]
    taille: Mapped[int]
    contenu: Mapped[bytes] = deferred(mapped_column(LargeBinary, nullable=False))
