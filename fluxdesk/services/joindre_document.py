"""Keep a file with an object of the base: the signed convention, its avenants."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from fluxdesk.domain.document import Document
from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.typographie import typographier

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from fluxdesk.services.depots import UnitOfWork

JOINDRE = "document.joindre"
RETIRER = "document.retirer"
OCTETS_MAX = 25_000_000
_PDF = b"%PDF"
_AVANT_PDF = 1024  # readers accept a little before the mark


class DocumentRefuseError(FluxDeskError):
    """The file cannot be kept; the sentence says why and what to do."""


def objet_convention(convention_id: int) -> str:
    """What the documents of a convention belong to."""
    return f"convention:{convention_id}"


def documents_de(objet: str, *, uow: UnitOfWork) -> Sequence[Document]:
    """The files kept with it, in the order they were."""
    with uow:
        return uow.documents.de_l_objet(objet)


def joindre_pdf(chemin: Path, objet: str, genre: str, *, uow: UnitOfWork) -> int:
    """Keep that PDF; its number.

    Raises:
        DocumentRefuseError: it cannot be read, is no PDF, is over 25 Mo, or is kept already.
    """
    contenu = _lire(chemin)
    mark = hashlib.sha256(contenu).hexdigest()
    with uow:
        known = next((d for d in uow.documents.de_l_objet(objet) if d.empreinte == mark), None)
        if known is not None:
            raise DocumentRefuseError(
                typographier(f"Ce fichier est déjà joint, sous le nom « {known.nom} ».")
            )
        document = Document(objet=objet, genre=genre, nom=chemin.name)
        ident = uow.documents.deposer(document, contenu)
        uow.journal.ecrire(
            JOINDRE,
            f"document:{ident}",
            typographier(f"Document joint : {genre}, « {chemin.name} »"),
            apres=uow.documents.lire(ident),
        )
        uow.valider()
    return ident


def retirer_document(document_id: int, *, uow: UnitOfWork, motif: str) -> Document:
    """Take it away for good; the journal keeps its name, its fingerprint and the reason.

    Raises:
        IntrouvableError: no such document.
    """
    with uow:
        document = uow.documents.lire(document_id)
        uow.documents.retirer(document_id)
        uow.journal.ecrire(
            RETIRER,
            f"document:{document_id}",
            typographier(f"Document retiré : {document.genre}, « {document.nom} »"),
            avant=document,
            motif=motif,
        )
        uow.valider()
    return document


def copier_document(document_id: int, cible: Path, *, uow: UnitOfWork) -> Path:
    """Write its bytes, as they were kept, to a file of the officer's; over one of that name.

    Raises:
        IntrouvableError: no such document.
        DocumentRefuseError: they are no longer what was kept, or the disk refuses.
    """
    with uow:
        document = uow.documents.lire(document_id)
        contenu = uow.documents.contenu(document_id)
    if hashlib.sha256(contenu).hexdigest() != document.empreinte:
        raise DocumentRefuseError(
            typographier(
                f"Le document « {document.nom} » ne correspond plus à son empreinte : la base a "
                "été modifiée hors de FluxDesk. Reprenez une sauvegarde."
            )
        )
    try:
        cible.write_bytes(contenu)
    except OSError as error:
        raise DocumentRefuseError(
            typographier(
                f"« {cible.name} » n’a pas pu être écrit ({error.strerror}). Fermez-le s’il est "
                "ouvert, ou choisissez un autre dossier."
            )
        ) from error
    return cible


def _lire(chemin: Path) -> bytes:
    name = chemin.name
    try:
        size = chemin.stat().st_size
        contenu = b"" if size > OCTETS_MAX else chemin.read_bytes()
    except OSError as error:
        raise DocumentRefuseError(
            typographier(f"« {name} » n’a pas pu être lu ({error.strerror}).")
        ) from error
    if size > OCTETS_MAX:
        raise DocumentRefuseError(
            typographier(
                f"« {name} » pèse {size // 1_000_000} Mo : la base garde des documents de 25 Mo "
                "au plus. Numérisez-le en noir et blanc, ou en qualité moindre."
            )
        )
    if _PDF not in contenu[:_AVANT_PDF]:
        raise DocumentRefuseError(
            typographier(f"« {name} » n’est pas un PDF. Joignez la convention signée en PDF.")
        )
    return contenu
