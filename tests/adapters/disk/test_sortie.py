"""A document is written whole or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from fluxdesk.adapters.disk.sortie import EcritureError, poser

if TYPE_CHECKING:
    from pathlib import Path


def test_the_document_replaces_the_former_one_and_leaves_nothing_beside(tmp_path: Path) -> None:
    cible = tmp_path / "lettre.pdf"
    cible.write_bytes(b"ancienne")
    poser(cible, b"nouvelle")
    assert cible.read_bytes() == b"nouvelle"
    assert list(tmp_path.iterdir()) == [cible]


def test_a_missing_folder_is_told_with_the_name_of_the_file(tmp_path: Path) -> None:
    with pytest.raises(EcritureError, match="n’a pas pu être écrit"):
        poser(tmp_path / "absent" / "lettre.pdf", b"x")


def test_a_failure_at_the_last_moment_leaves_nothing_beside(tmp_path: Path) -> None:
    cible = tmp_path / "lettre.pdf"
    cible.mkdir()
    with pytest.raises(EcritureError):
        poser(cible, b"x")
    assert list(tmp_path.iterdir()) == [cible]
