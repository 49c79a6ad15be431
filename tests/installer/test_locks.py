from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING

import pytest

from devtools import locks
from devtools.shell import ROOT

if TYPE_CHECKING:
    from pathlib import Path

LOCKS = [locks.RUNTIME, locks.DEVELOPMENT]
REQUIREMENT = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>\S+)(?P<marker> ; .+?)? \\$")


def requirements(lock: Path) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for line in lock.read_text("utf-8").splitlines():
        if match := REQUIREMENT.match(line):
            found.setdefault(match["name"], []).append(line)
    return found


def wanted(*extras: str) -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    lines = [*project["dependencies"]]
    for extra in extras:
        lines += project["optional-dependencies"][extra]
    return {re.split(r"[=><~!\[; ]", line)[0].lower() for line in lines}


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_lock_names_no_address(lock: Path) -> None:
    assert locks.addresses(lock) == []


@pytest.mark.parametrize(
    "line",
    [
        "pandas @ https://example.invalid/pandas.whl",
        "--index-url https://example.invalid/simple",
        "--find-links /opt/wheels",
        "    # from file:///opt/wheels",
    ],
)
def test_an_address_is_seen(tmp_path: Path, line: str) -> None:
    lock = tmp_path / "requirements.txt"
    lock.write_text(f"click==8.0 \\\n    --hash=sha256:00\n{line}\n", "utf-8")
    assert locks.addresses(lock) == [line]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_line_is_a_pinned_version_or_one_of_its_hashes(lock: Path) -> None:
    hashed = re.compile(r"^    --hash=sha256:[0-9a-f]{64}( \\)?$")
    for line in lock.read_text("utf-8").splitlines():
        assert REQUIREMENT.match(line) or hashed.match(line), line


@pytest.mark.parametrize(("lock", "extras"), [(locks.RUNTIME, ()), (locks.DEVELOPMENT, ("dev",))])
def test_lock_holds_what_the_project_asks_for(lock: Path, extras: tuple[str, ...]) -> None:
    assert wanted(*extras) <= set(requirements(lock))


def test_both_locks_hold_the_same_versions() -> None:
    runtime, development = requirements(locks.RUNTIME), requirements(locks.DEVELOPMENT)
    assert {name: development[name] for name in runtime} == runtime


def test_qt_stays_at_the_version_that_runs_on_python_3_11() -> None:
    assert requirements(locks.RUNTIME)["pyside6-essentials"] == ["pyside6-essentials==6.11.3 \\"]
