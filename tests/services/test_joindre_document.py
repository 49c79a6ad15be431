"""The signed convention is kept as it is, with its fingerprint, and given back unchanged."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from fluxdesk.domain.erreurs import IntrouvableError
from fluxdesk.services import joindre_document as service
from fluxdesk.services.annuler_action import annuler_action
from fluxdesk.services.joindre_document import (
    DocumentRefuseError,
    copier_document,
    documents_de,
    joindre_pdf,
    objet_convention,
    retirer_document,
)
from tests.services.memoire import MemoireUow
from tests.services.monde import ETAT, actions, monde

if TYPE_CHECKING:
    from pathlib import Path

OBJET = objet_convention(ETAT)
SIGNEE = b"%PDF-1.7\nsignee"


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    path = tmp_path / "État 2024.pdf"
    path.write_bytes(SIGNEE)
    return path


def test_a_pdf_is_kept_and_copied_byte_for_byte(pdf: Path, tmp_path: Path) -> None:
    uow = monde()
    ident = joindre_pdf(pdf, OBJET, "convention signée", uow=uow)
    (kept,) = documents_de(OBJET, uow=uow)
    assert (kept.id, kept.nom, kept.taille) == (ident, "État 2024.pdf", len(SIGNEE))
    assert len(kept.empreinte) == 64
    assert actions(uow)[-1] == service.JOINDRE
    copy = copier_document(ident, tmp_path / "copie.pdf", uow=uow)
    assert copy.read_bytes() == SIGNEE


def test_it_is_taken_away_with_a_reason_that_the_journal_keeps(pdf: Path) -> None:
    uow = monde()
    ident = joindre_pdf(pdf, OBJET, "convention signée", uow=uow)
    retirer_document(ident, uow=uow, motif="mauvais fichier")
    assert documents_de(OBJET, uow=uow) == ()
    with uow:
        last = list(uow.journal.toutes())[-1]
    assert (last.action, last.motif) == (service.RETIRER, "mauvais fichier")
    assert "État 2024.pdf" in last.avant
    with pytest.raises(IntrouvableError):
        copier_document(ident, pdf, uow=uow)


def test_undoing_takes_it_away(pdf: Path) -> None:
    uow = monde()
    joindre_pdf(pdf, OBJET, "avenant", uow=uow)
    with uow:
        number = list(uow.journal.toutes())[-1].numero
    annuler_action(number, motif="erreur", transaction=lambda: uow)
    assert documents_de(OBJET, uow=uow) == ()


def test_the_same_file_is_kept_once(pdf: Path) -> None:
    uow = monde()
    joindre_pdf(pdf, OBJET, "convention signée", uow=uow)
    with pytest.raises(DocumentRefuseError, match="déjà joint"):
        joindre_pdf(pdf, OBJET, "avenant", uow=uow)


def test_what_is_no_pdf_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "convention.docx"
    path.write_bytes(b"PK\x03\x04")
    with pytest.raises(DocumentRefuseError, match="n’est pas un PDF"):
        joindre_pdf(path, OBJET, "convention signée", uow=MemoireUow())


def test_what_is_too_heavy_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "lourd.pdf"
    with path.open("wb") as file:
        file.truncate(26_000_000)
    with pytest.raises(DocumentRefuseError, match="pèse 26"):
        joindre_pdf(path, OBJET, "convention signée", uow=MemoireUow())


def test_what_is_not_there_is_told(tmp_path: Path, pdf: Path) -> None:
    with pytest.raises(DocumentRefuseError, match="n’a pas pu être lu"):
        joindre_pdf(tmp_path / "absent.pdf", OBJET, "convention signée", uow=MemoireUow())
    uow = monde()
    ident = joindre_pdf(pdf, OBJET, "convention signée", uow=uow)
    with pytest.raises(DocumentRefuseError, match="n’a pas pu être écrit"):
        copier_document(ident, tmp_path / "nulle part" / "x.pdf", uow=uow)


def test_altered_bytes_are_never_given_back(pdf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    uow = monde()
    ident = joindre_pdf(pdf, OBJET, "convention signée", uow=uow)
    with uow:
        kept = type(uow.documents)
    monkeypatch.setattr(kept, "contenu", lambda *_: b"%PDF-1.7\nautre")
    with pytest.raises(DocumentRefuseError, match="empreinte"):
        copier_document(ident, pdf, uow=uow)
