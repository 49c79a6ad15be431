"""The demonstration base, built once for all the tests, whichever worker asks first."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from fluxdesk.bootstrap.atelier import AtelierLocal
from fluxdesk.bootstrap.horloge import VARIABLE, SystemClock
from fluxdesk.services.ports import sans_progres

if TYPE_CHECKING:
    from pathlib import Path

JOUR = "2026-11-22"
NOM = "faite.fluxdesk"


def demonstration_partagee(temporaires: pytest.TempPathFactory, *, seul: bool) -> Path:
    """Where it lies; nobody writes in it.

    Args:
        temporaires: Makes folders; those of the workers of a run stand side by side.
        seul: Whether there is one worker only.
    """
    own = temporaires.getbasetemp()
    folder = (own if seul else own.parent) / "demonstration"
    try:
        folder.mkdir()
    except FileExistsError:
        return _attendre(folder)
    try:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv(VARIABLE, JOUR)
            AtelierLocal(SystemClock()).demonstration(folder / NOM, sans_progres).base.fermer()
    except BaseException:
        (folder / NOM).unlink(missing_ok=True)
        folder.rename(folder.with_name("demonstration ratée"))
        raise
    (folder / "prête").touch()
    return folder / NOM


def _attendre(folder: Path) -> Path:
    """Another worker builds it: it is ready, or its folder is gone."""
    while not (folder / "prête").exists():
        assert folder.exists(), "the worker that built the demonstration failed"
        time.sleep(0.05)
    return folder / NOM
