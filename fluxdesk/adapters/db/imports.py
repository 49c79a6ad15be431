"""What files brought beside dwellings, of one session."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from fluxdesk.adapters.db.depot import ecrire, effacer
from fluxdesk.adapters.db.records_imports import (
    DroitStockRecord,
    ProfilRecord,
    ProvenanceRecord,
    ReferentielRecord,
)
from fluxdesk.adapters.db.texte import plier
from fluxdesk.adapters.db.valeurs import en_json
from fluxdesk.domain.droit_stock import DroitStock, NatureDroit
from fluxdesk.domain.profil import en_dict, lire_dict
from fluxdesk.domain.provenance import Origine, Provenance
from fluxdesk.domain.referentiel import GenreReferentiel, TableReferentiel

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from sqlalchemy.orm import Session

    from fluxdesk.domain.profil import Profil

_DROIT = ("logement_id", "reservataire_id", "sous_contingent", "fin", "source", "observation")


class SqlProfils:
    """Satisfies ``ports.Profils``."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def tous(self) -> Sequence[Profil]:
        """In alphabetical order."""
        query = select(ProfilRecord).order_by(ProfilRecord.nom_plie)
        return tuple(map(_profil, self._session.scalars(query)))

    def enregistrer(self, profil: Profil) -> int:
        """Insert, or overwrite the one of that name; the id."""
        query = select(ProfilRecord).where(ProfilRecord.nom_plie == plier(profil.nom))
        record = self._session.scalar(query)
        if record is None:
            record = ProfilRecord(nom_plie=plier(profil.nom))
            self._session.add(record)
        record.signature = profil.signature
        record.contenu = en_json(en_dict(profil))
        self._session.flush()
        return record.id

    def retirer(self, profil_id: int) -> None:
        """Raises IntrouvableError."""
        effacer(self._session, ProfilRecord, profil_id, "Le profil")


class SqlStock:
    """Satisfies ``ports.Stock``."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def tous(self) -> Sequence[DroitStock]:
        """Every right, in the order entered."""
        query = select(DroitStockRecord).order_by(DroitStockRecord.id)
        return tuple(map(_droit, self._session.scalars(query)))

    def enregistrer(self, droit: DroitStock, lot: int | None = None) -> int:
        """Insert (id 0) or overwrite; the id."""
        values: dict[str, object] = {name: getattr(droit, name) for name in _DROIT}
        values["nature"] = droit.nature.value
        new = DroitStockRecord(lot_id=lot)
        return ecrire(self._session, new, droit.id, "Le droit", values).id

    def retirer_lot(self, lot: int) -> int:
        """Remove what an import brought; how many."""
        gone = delete(DroitStockRecord).where(DroitStockRecord.lot_id == lot)
        return len(self._session.scalars(gone.returning(DroitStockRecord.id)).all())


class SqlProvenances:
    """Satisfies ``ports.Provenances``."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def du_logement(self, logement_id: int) -> Sequence[Provenance]:
        """By field."""
        query = select(ProvenanceRecord).where(ProvenanceRecord.logement_id == logement_id)
        found = self._session.scalars(query.order_by(ProvenanceRecord.champ))
        return tuple(map(_provenance, found))

    def toutes(self) -> Sequence[Provenance]:
        """By dwelling, then field."""
        query = select(ProvenanceRecord).order_by(
            ProvenanceRecord.logement_id, ProvenanceRecord.champ
        )
        return tuple(map(_provenance, self._session.scalars(query)))

    def enregistrer(self, provenances: Iterable[Provenance]) -> None:
        """Keep these, each in place of the one its field had."""
        for made in provenances:
            record = ProvenanceRecord(
                logement_id=made.logement_id,
                champ=made.champ,
                origine=made.origine.value,
                detail=made.detail,
                auteur=made.auteur,
                quand=made.quand,
            )
            self._session.merge(record)
        self._session.flush()

    def retirer(self, logement_id: int, champ: str) -> None:
        """Forget where a value came from: its dwelling's source holds again."""
        self._session.execute(
            delete(ProvenanceRecord).where(
                ProvenanceRecord.logement_id == logement_id, ProvenanceRecord.champ == champ
            )
        )


class SqlReferentiels:
    """Satisfies ``ports.Referentiels``."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def toutes(self, genre: GenreReferentiel) -> Sequence[TableReferentiel]:
        """Editions of a table, oldest first."""
        query = select(ReferentielRecord).where(ReferentielRecord.genre == genre.value)
        found = self._session.scalars(query.order_by(ReferentielRecord.effet))
        return tuple(map(_table, found))

    def au(self, genre: GenreReferentiel, jour: date) -> TableReferentiel | None:
        """The edition in force that day."""
        query = (
            select(ReferentielRecord)
            .where(ReferentielRecord.genre == genre.value, ReferentielRecord.effet <= jour)
            .order_by(ReferentielRecord.effet.desc())
            .limit(1)
        )
        record = self._session.scalar(query)
        return _table(record) if record else None

    def enregistrer(self, table: TableReferentiel) -> int:
        """Insert, or overwrite the edition of that day; the id."""
        query = select(ReferentielRecord).where(
            ReferentielRecord.genre == table.genre.value, ReferentielRecord.effet == table.effet
        )
        record = self._session.scalar(query)
        if record is None:
            record = ReferentielRecord(genre=table.genre.value, effet=table.effet)
            self._session.add(record)
        record.source = table.source
        record.contenu = json.dumps(
            {key: dict(line) for key, line in table.lignes.items()}, ensure_ascii=False
        )
        self._session.flush()
        return record.id

    def retirer(self, table_id: int) -> None:
        """Raises IntrouvableError."""
        effacer(self._session, ReferentielRecord, table_id, "La table")


def _profil(record: ProfilRecord) -> Profil:
    return replace(lire_dict(json.loads(record.contenu)), id=record.id)


def _droit(record: DroitStockRecord) -> DroitStock:
    return DroitStock(
        id=record.id,
        logement_id=record.logement_id,
        reservataire_id=record.reservataire_id,
        sous_contingent=record.sous_contingent,
        nature=NatureDroit(record.nature),
        fin=record.fin,
        source=record.source,
        observation=record.observation,
    )


def _provenance(record: ProvenanceRecord) -> Provenance:
    return Provenance(
        logement_id=record.logement_id,
        champ=record.champ,
        origine=Origine(record.origine),
        detail=record.detail,
        auteur=record.auteur,
        quand=record.quand,
    )


def _table(record: ReferentielRecord) -> TableReferentiel:
    return TableReferentiel(
        id=record.id,
        genre=GenreReferentiel(record.genre),
        effet=record.effet,
        source=record.source,
        lignes=json.loads(record.contenu),
    )
