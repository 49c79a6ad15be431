"""A real workshop on real files, on a fixed day, for the commands under test."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from fluxdesk.bootstrap.atelier import AtelierLocal
from fluxdesk.bootstrap.horloge import VARIABLE, SystemClock
from fluxdesk.services.ports import sans_progres
from tests.cli.appel import Appel

JOUR = "2026-11-22"


@pytest.fixture(scope="session")
def demonstration_faite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demonstration base, built once; nobody writes in it."""
    path = tmp_path_factory.mktemp("demonstration") / "faite.fluxdesk"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(VARIABLE, JOUR)
        AtelierLocal(SystemClock()).demonstration(path, sans_progres).base.fermer()
    return path


@pytest.fixture
def base(demonstration_faite: Path, tmp_path: Path) -> Path:
    """A demonstration base of one's own."""
    return Path(shutil.copy(demonstration_faite, tmp_path / "base.fluxdesk"))


@pytest.fixture
def appel(monkeypatch: pytest.MonkeyPatch) -> Appel:
    """The command line with the real workshop, on the day of the demonstration."""
    monkeypatch.setenv(VARIABLE, JOUR)
    return Appel(lambda: AtelierLocal(SystemClock()))
