from __future__ import annotations

import platform
import venv
from typing import TYPE_CHECKING

import pytest

from devtools.environment import Environment, digest
from devtools.shell import StepError

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was done to environments, instead of doing it: making one takes seconds."""
    done: list[str] = []

    def create(folder: Path, **_options: object) -> None:
        python = Environment(folder, folder).python
        python.parent.mkdir(parents=True)
        python.touch()
        done.append("created")

    monkeypatch.setattr(venv, "create", create)
    monkeypatch.setattr(Environment, "pip", lambda _self, *words: done.append(words[0]))
    return done


def environment(tmp_path: Path, lock: str = "click==8.0\n") -> Environment:
    (tmp_path / "requirements.txt").write_text(lock, "utf-8")
    return Environment(tmp_path / ".venv", tmp_path / "requirements.txt")


def test_environment_is_made_once(tmp_path: Path, made: list[str]) -> None:
    environment(tmp_path).ensure()
    environment(tmp_path).ensure()
    assert made == ["created", "install"]


def test_environment_is_made_anew_when_the_lock_changes(tmp_path: Path, made: list[str]) -> None:
    environment(tmp_path).ensure()
    environment(tmp_path, "click==8.1\n").ensure()
    assert made == ["created", "install"] * 2


def test_environment_is_made_anew_when_python_changes(
    tmp_path: Path, made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    environment(tmp_path).ensure()
    monkeypatch.setattr(platform, "python_version", lambda: "3.99.0")
    environment(tmp_path).ensure()
    assert made == ["created", "install"] * 2


def test_half_made_environment_is_made_anew(
    tmp_path: Path, made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_self: Environment, *_words: object) -> None:
        raise StepError

    with monkeypatch.context() as patch:
        patch.setattr(Environment, "pip", fail)
        with pytest.raises(StepError):
            environment(tmp_path).ensure()
    environment(tmp_path).ensure()
    assert made == ["created", "created", "install"]


def test_line_ends_do_not_change_the_fingerprint_of_a_lock(tmp_path: Path) -> None:
    unix, windows = tmp_path / "unix", tmp_path / "windows"
    unix.write_bytes(b"a\nb\n")
    windows.write_bytes(b"a\r\nb\r\n")
    assert digest(unix) == digest(windows)
