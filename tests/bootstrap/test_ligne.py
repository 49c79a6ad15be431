"""The command line on the streams of the process."""

from __future__ import annotations

import io
import logging
import sys
from typing import TYPE_CHECKING

from fluxdesk.bootstrap.charge import lancer_ligne
from fluxdesk.bootstrap.horloge import VARIABLE

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_streams_are_turned_to_utf8_and_escape_what_it_cannot_write(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO(), encoding="ascii"))
    monkeypatch.setattr(sys, "stderr", io.TextIOWrapper(raw, encoding="ascii"))

    assert lancer_ligne(["--base", str(tmp_path / "é\udce9.fluxdesk"), "verifier"]) == 1

    told = raw.getvalue().decode("utf-8")
    assert "é\\udce9.fluxdesk" in told


def test_a_program_without_a_console_still_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)

    assert lancer_ligne(["--version"]) == 0


def test_a_day_that_is_no_date_is_refused_when_a_base_is_asked_for(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setenv(VARIABLE, "31/12/2026")

    assert lancer_ligne(["--base", str(tmp_path / "b.fluxdesk"), "verifier"]) == 1
    assert "31/12/2026" in capsys.readouterr().err


def test_the_log_is_closed_at_the_end(capsys: pytest.CaptureFixture[str]) -> None:
    before = list(logging.getLogger().handlers)

    lancer_ligne(["--version"])

    assert logging.getLogger().handlers == before
    assert capsys.readouterr().out.startswith("FluxDesk ")
