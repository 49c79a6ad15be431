"""What is in the wheel: everything that is tracked, and nothing else."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from typing import TYPE_CHECKING

import pytest
from hatchling.build import build_wheel

from devtools.shell import ROOT
from fluxdesk import __version__

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The names of the files in a wheel of this checkout."""
    folder: Path = tmp_path_factory.mktemp("wheel")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        wheel = build_wheel(str(folder))
    with zipfile.ZipFile(folder / wheel) as archive:
        return set(archive.namelist())


def tracked(folder: str, *more: str) -> set[str]:
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    # A checkout handed over by another user is still the one that is built.
    command = ["git", "-c", f"safe.directory={ROOT}", "ls-files", "-z", *more, folder]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)  # noqa: S603 a fixed command
    return {name for name in done.stdout.split("\0") if name}


def test_resources_are_those_that_git_tracks(names: set[str]) -> None:
    shipped = {name for name in names if name.startswith("fluxdesk/_resources/")}
    expected = {f"fluxdesk/_{name}" for name in tracked("resources")}
    assert shipped == expected


def test_code_is_what_git_knows(names: set[str]) -> None:
    shipped = {name for name in names if name.startswith("fluxdesk/")}
    code = {name for name in shipped if not name.startswith("fluxdesk/_resources/")}
    # What is not yet added counts while it is being written; what git ignores never does.
    assert code == tracked("fluxdesk", "--cached", "--others", "--exclude-standard")


def test_nothing_else_is_installed(names: set[str]) -> None:
    assert {name.split("/")[0] for name in names} == {
        "fluxdesk",
        f"fluxdesk-{__version__}.dist-info",
    }
