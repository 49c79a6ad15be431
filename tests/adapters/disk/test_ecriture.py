"""A file is written whole or not at all."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

import pytest

from fluxdesk.adapters.disk.ecriture import balayer, ecrire, remplacement

if TYPE_CHECKING:
    from pathlib import Path


def test_a_file_is_made_then_replaced(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    for content in (b"un", b"deux"):
        ecrire(target, content)
        assert target.read_bytes() == content
    assert list(tmp_path.iterdir()) == [target]


def test_an_error_on_the_way_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    target.write_bytes(b"ancien")

    def fail() -> None:
        with remplacement(target) as temporary:
            temporary.write_bytes(b"moiti")
            raise InterruptedError

    with pytest.raises(InterruptedError):
        fail()
    assert target.read_bytes() == b"ancien"
    assert list(tmp_path.iterdir()) == [target]


def test_the_new_file_is_on_the_disk_before_it_takes_the_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "a.txt"
    target.write_bytes(b"ancien")
    seen: list[bytes] = []
    monkeypatch.setattr(os, "fsync", lambda _number: seen.append(target.read_bytes()))
    ecrire(target, b"nouveau")
    assert seen == [b"ancien", b"nouveau"]  # the file, then the folder that names it


def test_windows_is_not_asked_to_put_a_folder_on_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    monkeypatch.setattr(os, "fsync", asked.append)
    target = tmp_path / "a.txt"
    monkeypatch.setattr("fluxdesk.adapters.disk.ecriture.SYNCHRONISE_LES_DOSSIERS", False)
    ecrire(target, b"x")
    assert len(asked) == 1


def test_temporary_files_are_swept_after_an_hour_and_no_other_file_is(tmp_path: Path) -> None:
    names = (".vieux.provisoire", ".vieux.provisoire-journal", "vieux.txt", ".neuf.provisoire")
    for name in names:
        path = tmp_path / name
        path.write_bytes(b"x")
        if "vieux" in name:
            os.utime(path, (time.time() - 3_700,) * 2)
    assert balayer(tmp_path) == 2
    assert {path.name for path in tmp_path.iterdir()} == {"vieux.txt", ".neuf.provisoire"}
