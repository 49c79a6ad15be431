"""A real workshop on real files, on a fixed day, for the commands under test."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from fluxdesk.bootstrap.atelier import AtelierLocal
from fluxdesk.bootstrap.horloge import VARIABLE, SystemClock
from tests.cli.appel import Appel
from tests.demonstration import JOUR


@pytest.fixture
def base(demonstration_faite: Path, tmp_path: Path) -> Path:
    """A demonstration base of one's own."""
    return Path(shutil.copy(demonstration_faite, tmp_path / "base.fluxdesk"))


@pytest.fixture
def appel(monkeypatch: pytest.MonkeyPatch) -> Appel:
    """The command line with the real workshop, on the day of the demonstration."""
    monkeypatch.setenv(VARIABLE, JOUR)
    return Appel(lambda: AtelierLocal(SystemClock()))
