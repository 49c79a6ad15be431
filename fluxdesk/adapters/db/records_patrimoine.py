"""Tables of the dwellings and of the imports that brought them."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from fluxdesk.adapters.db.records import IDS_UNIQUES, Record, Trace


class LogementRecord(Trace, Record):
    """A dwelling; what follows ``etat`` is derived, for lists, searches and sorts."""

    __tablename__ = "logement"
    __table_args__ = (
        Index("ix_logement_bail", "commune", "etat", "bail", sqlite_where=text("bail <> ''")),
        IDS_UNIQUES,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    cle: Mapped[str] = mapped_column(unique=True)
    id_rpls: Mapped[str] = mapped_column(index=True)
    id_interne: Mapped[str] = mapped_column(index=True)
    programme: Mapped[str]
    adr_numero: Mapped[str]
    adr_indice: Mapped[str]
    adr_type_voie: Mapped[str]
    adr_voie: Mapped[str]
    adr_lieu_dit: Mapped[str]
    adr_complement: Mapped[str]
    adr_batiment: Mapped[str]
    adr_immeuble: Mapped[str]
    adr_entree: Mapped[str]
    adr_escalier: Mapped[str]
    adr_couloir: Mapped[str]
    adr_appartement: Mapped[str]
    adr_boite: Mapped[str]
    adr_code_postal: Mapped[str]
    adr_nom_commune: Mapped[str]
    commune: Mapped[str]
    epci: Mapped[str]
    departement: Mapped[str]
    qpv: Mapped[bool | None]
    qpv_code: Mapped[str]
    pieces: Mapped[int | None]
    typologie: Mapped[str]
    surface: Mapped[int | None] = mapped_column(index=True)
    etage: Mapped[str]
    ascenseur: Mapped[bool | None]
    construction: Mapped[str | None]
    financement: Mapped[str]
    financement_code: Mapped[str]
    financement_libelle: Mapped[str]
    conventionne: Mapped[bool | None]
    numero_convention: Mapped[str]
    annee_construction: Mapped[int | None] = mapped_column(index=True)
    dpe: Mapped[str]
    dpe_date: Mapped[str]
    loyer: Mapped[int | None] = mapped_column(index=True)
    charges: Mapped[int | None]
    loyer_max: Mapped[int | None]
    bail: Mapped[str] = mapped_column(server_default="")
    contingent_declare: Mapped[str]
    etat: Mapped[str]
    source: Mapped[str]

    reference: Mapped[str]
    adresse_ligne: Mapped[str]
    commune_nom: Mapped[str]
    recherche: Mapped[str]
    tri_reference: Mapped[str] = mapped_column(index=True)
    tri_programme: Mapped[str] = mapped_column(index=True)
    tri_adresse: Mapped[str] = mapped_column(index=True)
    tri_commune: Mapped[str] = mapped_column(index=True)
    tri_typologie: Mapped[str] = mapped_column(index=True)
    tri_financement: Mapped[str] = mapped_column(index=True)
    tri_qpv: Mapped[str] = mapped_column(index=True)


class LotRecord(Trace, Record):
    """One import; ``rapport`` is JSON once it is closed."""

    __tablename__ = "lot"
    __table_args__ = IDS_UNIQUES

    id: Mapped[int] = mapped_column(primary_key=True)
    fichier: Mapped[str]
    format_lu: Mapped[str]
    encodage: Mapped[str]
    rapport: Mapped[str | None]
    annule: Mapped[bool] = mapped_column(default=False)


class LotLigneRecord(Record):
    """What a lot found of a dwelling it touched: its columns in JSON; NULL if it made it."""

    __tablename__ = "lot_ligne"

    lot_id: Mapped[int] = mapped_column(ForeignKey("lot.id"), primary_key=True)
    logement_id: Mapped[int] = mapped_column(primary_key=True, index=True)
    avant: Mapped[str | None]


class ExamenOccupationRecord(Trace, Record):
    """What the CALEOL said of the occupation of a dwelling."""

    __tablename__ = "examen_occupation"
    __table_args__ = (
        Index("ix_examen_occupation_logement_id", "logement_id", "jour"),
        IDS_UNIQUES,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    logement_id: Mapped[int] = mapped_column(ForeignKey("logement.id"))
    jour: Mapped[date]
    avis: Mapped[str]
    note: Mapped[str]
