"""Values kept whole as JSON, and kept files, of one session."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING, Generic, TypeVar

from sqlalchemy import select

from fluxdesk.adapters.db.depot import ecrire, effacer, exiger, poser
from fluxdesk.adapters.db.records_annee import DocumentRecord
from fluxdesk.domain.document import Document
from fluxdesk.services.fiches import ecrire_fiche, lire_fiche

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

    from fluxdesk.adapters.db.records_annee import FicheRecord
    from fluxdesk.services.depots_annee import Fiche

Valeur = TypeVar("Valeur", bound="Fiche")


class SqlFiches(Generic[Valeur]):
    """Satisfies ``depots_annee.Fiches`` for one kind of value and its table."""

    def __init__(
        self, session: Session, table: type[FicheRecord], genre: type[Valeur], quoi: str
    ) -> None:
        self._session = session
        self._table = table
        self._genre = genre
        self._quoi = quoi

    def lire(self, fiche_id: int) -> Valeur:
        """Raises IntrouvableError."""
        return self._valeur(exiger(self._session, self._table, fiche_id, self._quoi))

    def toutes(self) -> Sequence[Valeur]:
        """In the order entered."""
        query = select(self._table).order_by(self._table.id)
        return tuple(map(self._valeur, self._session.scalars(query)))

    def enregistrer(self, fiche: Valeur) -> int:
        """Insert (id 0) or overwrite; the id."""
        values: dict[str, object] = {"contenu": ecrire_fiche(fiche)}
        return ecrire(self._session, self._table(), fiche.id, self._quoi, values).id

    def retirer(self, fiche_id: int) -> None:
        """Raises IntrouvableError."""
        effacer(self._session, self._table, fiche_id, self._quoi)

    def _valeur(self, record: FicheRecord) -> Valeur:
        return replace(lire_fiche(record.contenu, self._genre), id=record.id)


class SqlDocuments:
    """Satisfies ``depots_annee.Documents``."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def deposer(self, document: Document, contenu: bytes) -> int:
        """Keep a new file; its id."""
        record = DocumentRecord()
        values: dict[str, object] = {
            "objet": document.objet,
            "genre": document.genre,
            "nom": document.nom,
            "empreinte": hashlib.sha256(contenu).hexdigest(),
            "taille": len(contenu),
            "contenu": contenu,
        }
        poser(record, values)
        self._session.add(record)
        self._session.flush()
        return record.id

    def lire(self, document_id: int) -> Document:
        """Raises IntrouvableError."""
        return _document(exiger(self._session, DocumentRecord, document_id, "Le document"))

    def contenu(self, document_id: int) -> bytes:
        """Raises IntrouvableError."""
        return exiger(self._session, DocumentRecord, document_id, "Le document").contenu

    def de_l_objet(self, objet: str) -> Sequence[Document]:
        """In the order they were kept."""
        query = select(DocumentRecord).where(DocumentRecord.objet == objet)
        return tuple(map(_document, self._session.scalars(query.order_by(DocumentRecord.id))))

    def retirer(self, document_id: int) -> None:
        """Raises IntrouvableError."""
        effacer(self._session, DocumentRecord, document_id, "Le document")


def _document(record: DocumentRecord) -> Document:
    return Document(
        id=record.id,
        objet=record.objet,
        genre=record.genre,
        nom=record.nom,
        empreinte=record.empreinte,
        taille=record.taille,
    )
