"""Tables of what files brought beside dwellings, and of the tables of reference."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from fluxdesk.adapters.db.records import IDS_UNIQUES, Record, Trace


class ProfilRecord(Trace, Record):
    """A way of reading files, as JSON; ``nom_plie`` is the name as compared."""

    __tablename__ = "profil_import"
    __table_args__ = IDS_UNIQUES

    id: Mapped[int] = mapped_column(primary_key=True)
    nom_plie: Mapped[str] = mapped_column(unique=True)
    signature: Mapped[str] = mapped_column(index=True)
    contenu: Mapped[str]


class DroitStockRecord(Trace, Record):
    """A reservation of one dwelling; ``lot_id`` is the import that brought it, if one did."""

    __tablename__ = "droit_stock"
    __table_args__ = IDS_UNIQUES

    id: Mapped[int] = mapped_column(primary_key=True)
    logement_id: Mapped[int] = mapped_column(ForeignKey("logement.id"), index=True)
    reservataire_id: Mapped[int] = mapped_column(ForeignKey("reservataire.id"), index=True)
    sous_contingent: Mapped[str]
    nature: Mapped[str]
    fin: Mapped[date | None]
    source: Mapped[str]
    observation: Mapped[str]
    lot_id: Mapped[int | None] = mapped_column(ForeignKey("lot.id"), index=True)


class CandidatRecord(Trace, Record):
    """A candidate of an offer: personal data, removed by the purge."""

    __tablename__ = "candidat"
    __table_args__ = IDS_UNIQUES

    id: Mapped[int] = mapped_column(primary_key=True)
    orientation_id: Mapped[int] = mapped_column(ForeignKey("orientation.id"), index=True)
    rang: Mapped[int]
    numero_unique: Mapped[str]
    nom: Mapped[str]
    personnes: Mapped[int | None]
    quartile: Mapped[int | None]
    dalo: Mapped[bool | None]
    priorite: Mapped[str]
    mutation: Mapped[bool | None]
    dossier_complet: Mapped[bool | None]
    relogement: Mapped[bool | None]
    origine: Mapped[str] = mapped_column(server_default="")
    etat: Mapped[str] = mapped_column(server_default="proposé")
    cotation: Mapped[int | None]
    recu: Mapped[date | None]
    pieces_manquantes: Mapped[str] = mapped_column(server_default="")
    retire: Mapped[date | None]
    lot_id: Mapped[int | None] = mapped_column(ForeignKey("lot.id"), index=True)


class ProvenanceRecord(Record):
    """The origin of one value; only those that differ from the source of the whole dwelling."""

    __tablename__ = "provenance"

    logement_id: Mapped[int] = mapped_column(ForeignKey("logement.id"), primary_key=True)
    champ: Mapped[str] = mapped_column(primary_key=True)
    origine: Mapped[str]
    detail: Mapped[str]
    auteur: Mapped[str]
    quand: Mapped[datetime]


class ReferentielRecord(Trace, Record):
    """One edition of a table of reference; ``contenu`` is JSON."""

    __tablename__ = "referentiel"
    __table_args__ = (UniqueConstraint("genre", "effet"), IDS_UNIQUES)

    id: Mapped[int] = mapped_column(primary_key=True)
    genre: Mapped[str]
    effet: Mapped[date]
    source: Mapped[str]
    contenu: Mapped[str]
