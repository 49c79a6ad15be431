from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from devtools.shell import StepError, Stopwatch, call

if TYPE_CHECKING:
    from pathlib import Path


def test_program_sees_the_variables_it_is_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HIDDEN", "1")
    text = "import os, sys; sys.exit('HIDDEN' in os.environ or os.environ['GIVEN'] != 'x')"
    call([sys.executable, "-c", text], cwd=tmp_path, env={"GIVEN": "x"}, without=["HIDDEN"])


def test_failure_names_the_code_and_the_command() -> None:
    with pytest.raises(StepError, match=r"^exit code 3 from: "):
        call([sys.executable, "-c", "raise SystemExit(3)"])


def test_program_that_is_not_there_is_a_failed_step(tmp_path: Path) -> None:
    with pytest.raises(StepError, match="nowhere"):
        call([tmp_path / "nowhere"])


def test_summary_lists_the_steps_that_passed(capsys: pytest.CaptureFixture[str]) -> None:
    watch = Stopwatch()
    with watch.step("lint"):
        pass
    message = "broken"
    with pytest.raises(StepError), watch.step("types"):
        raise StepError(message)
    assert "types: FAILED after" in capsys.readouterr().out
    watch.summary()
    printed = capsys.readouterr().out
    assert "lint" in printed
    assert "types" not in printed
