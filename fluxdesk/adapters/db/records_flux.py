"""Tables of who holds which right, of what is freed, and of what was offered."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from fluxdesk.adapters.db.records import IDS_UNIQUES, Record, Trace, interdire


class ReservataireRecord(Trace, Record):
    """A réservataire; ``adresse`` is a JSON list of lines, ``nom_plie`` the name as compared."""

    __tablename__ = "reservataire"
    __table_args__ = IDS_UNIQUES

    id: Mapped[int] = mapped_column(primary_key=True)
    nom: Mapped[str]
    nom_plie: Mapped[str] = mapped_column(unique=True)
    categorie: Mapped[str]
    service: Mapped[str]
    contact: Mapped[str]
    adresse: Mapped[str]
    courriel: Mapped[str]


class SousContingentRecord(Trace, Record):
    """A part of the rate of an avenant, in its order; no territory is the convention's."""

    __tablename__ = "sous_contingent"
    __table_args__ = (
        ForeignKeyConstraint(
            ["convention_id", "avenant_rang"],
            ["avenant.convention_id", "avenant.rang"],
            ondelete="CASCADE",
        ),
    )

    convention_id: Mapped[int] = mapped_column(primary_key=True)
    avenant_rang: Mapped[int] = mapped_column(primary_key=True)
    rang: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str]
    nom: Mapped[str]
    dix_milliemes: Mapped[int]
    territoire: Mapped[str | None]


class AvenantRecord(Trace, Record):
    """A rate and its dates, in the order signed."""

    __tablename__ = "avenant"

    convention_id: Mapped[int] = mapped_column(
        ForeignKey("convention.id", ondelete="CASCADE"), primary_key=True
    )
    rang: Mapped[int] = mapped_column(primary_key=True)
    numero: Mapped[int]
    dix_milliemes: Mapped[int]
    debut: Mapped[date | None]
    fin: Mapped[date | None]

    sous_contingents: Mapped[list[SousContingentRecord]] = relationship(
        order_by=SousContingentRecord.rang, cascade="all, delete-orphan", lazy="selectin"
    )


class ConventionRecord(Trace, Record):
    """A convention; zones and targets are JSON."""

    __tablename__ = "convention"
    __table_args__ = IDS_UNIQUES

    id: Mapped[int] = mapped_column(primary_key=True)
    reservataire_id: Mapped[int] = mapped_column(ForeignKey("reservataire.id"), index=True)
    reference: Mapped[str]
    signature: Mapped[date | None]
    assiette: Mapped[str]
    territoire: Mapped[str]
    mode_gestion: Mapped[str]
    delai_jours: Mapped[int]
    zone_tendue: Mapped[bool]
    candidats: Mapped[int]
    evenement_decompte: Mapped[str]
    refus: Mapped[str]
    report: Mapped[int]
    etalement: Mapped[int]
    cibles: Mapped[str]
    garantie_emprunt: Mapped[bool]
    carence: Mapped[str] = mapped_column(server_default="non_compte_mixite")
    mode_offre: Mapped[str] = mapped_column(server_default="un seul")
    plafond_report: Mapped[int | None]
    clauses: Mapped[str] = mapped_column(server_default="{}")

    avenants: Mapped[list[AvenantRecord]] = relationship(
        order_by=AvenantRecord.rang, cascade="all, delete-orphan", lazy="selectin"
    )


class VacanceRecord(Trace, Record):
    """A vacancy of a dwelling."""

    __tablename__ = "vacance"
    __table_args__ = IDS_UNIQUES

    id: Mapped[int] = mapped_column(primary_key=True)
    logement_id: Mapped[int] = mapped_column(ForeignKey("logement.id"), index=True)
    date_conge: Mapped[date] = mapped_column(index=True)
    cause: Mapped[str]
    disponibilite: Mapped[date | None]
    qualification: Mapped[str] = mapped_column(index=True)
    categorie_soustrait: Mapped[str | None]
    observation: Mapped[str]
    suivi: Mapped[str] = mapped_column(server_default="{}")


class OrientationRecord(Trace, Record):
    """An offer; ``reservataire_id`` is NULL when the landlord keeps the dwelling."""

    __tablename__ = "orientation"
    __table_args__ = IDS_UNIQUES

    id: Mapped[int] = mapped_column(primary_key=True)
    numero: Mapped[str] = mapped_column(unique=True)
    vacance_id: Mapped[int] = mapped_column(ForeignKey("vacance.id"), index=True)
    jour: Mapped[date] = mapped_column(index=True)
    reservataire_id: Mapped[int | None] = mapped_column(ForeignKey("reservataire.id"), index=True)
    sous_contingent: Mapped[str]
    echeance: Mapped[date | None]
    echeance_explication: Mapped[str]
    candidats: Mapped[int]
    suggere: Mapped[str]
    explication: Mapped[str]
    classement: Mapped[str]
    derogation: Mapped[str]
    issue: Mapped[str]
    date_issue: Mapped[date | None]
    date_attribution: Mapped[date | None]
    date_bail: Mapped[date | None]
    motif_issue: Mapped[str]
    mode: Mapped[str] = mapped_column(server_default="un seul")
    suivi: Mapped[str] = mapped_column(server_default="{}")
    cause: Mapped[str | None]


class EvenementRecord(Trace, Record):
    """An event of the ledger, never changed; ``unite`` is JSON, ``annule`` an earlier number."""

    __tablename__ = "evenement_flux"

    numero: Mapped[int] = mapped_column(primary_key=True)
    genre: Mapped[str]
    orientation_id: Mapped[int | None] = mapped_column(ForeignKey("orientation.id"), index=True)
    unite_cle: Mapped[str]
    partie: Mapped[str]
    unite: Mapped[str]
    annule: Mapped[int | None]
    etape: Mapped[str] = mapped_column(server_default="")


class ReglesRecord(Trace, Record):
    """The rules of the flux of this base, as JSON: one row once they were changed."""

    __tablename__ = "regles_flux"
    __table_args__ = (CheckConstraint("id = 1", name="une_seule"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    contenu: Mapped[str]


class PointRecord(Record):
    """The ledger as it stood after some event, as JSON: a cache, made anew at will."""

    __tablename__ = "point_registre"
    __table_args__ = (CheckConstraint("id = 1", name="un_seul"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    contenu: Mapped[str]


interdire(EvenementRecord.metadata.tables["evenement_flux"], "update", "delete")
