"""What must hold before anything lands: the steps of `dev.py test`, in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from devtools import sizes, wheel
from devtools.environment import WORK
from devtools.shell import ROOT, StepError, call, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from devtools.shell import Stopwatch

# The share of lines and branches that the tests must run, in percent.
FLOORS = {"domain": 100, "services": 100, "adapters": 95, "cli": 95, "ui": 90}
# A file stays on one core: its tests share costly fixtures.
PARALLEL = ("-n", "auto", "--dist", "loadfile")
OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}


def check_everything(watch: Stopwatch) -> None:
    """Run every step, and stop at the first that fails.

    Args:
        watch: Times the steps.
    """
    for name, command in _linters():
        with watch.step(name):
            call(command)
    with watch.step("sizes"):
        check_sizes()
    with watch.step("tests"):
        call([WORK.python, "-m", "pytest", *PARALLEL, "--cov", "--cov-report="], env=OFFSCREEN)
    with watch.step("coverage"):
        check_floors()
    with watch.step("wheel"):
        wheel.build_and_try()


def run_tests(watch: Stopwatch, arguments: list[str]) -> None:
    """Run chosen tests only.

    Args:
        watch: Times the step.
        arguments: What pytest is given.
    """
    with watch.step("tests"):
        call([WORK.python, "-m", "pytest", *arguments], env=OFFSCREEN)


def _linters() -> Iterator[tuple[str, list[object]]]:
    yield "format", [WORK.program("ruff"), "format", "--check"]
    yield "lint", [WORK.program("ruff"), "check"]
    yield "types", [WORK.python, "-m", "mypy"]
    yield "layers", [WORK.program("lint-imports"), "--no-logo"]
    yield "forms", [WORK.python, ROOT / "ui" / "compile_forms.py", "--check"]


def check_sizes() -> None:
    """Hold every file and function to the budget.

    Raises:
        StepError: One is too long.
    """
    if found := sizes.too_large(ROOT):
        for sentence in found:
            say(sentence)
        message = f"{len(found)} too long"
        raise StepError(message)


def check_floors() -> None:
    """Hold every layer to its floor of coverage; each is shown before the first failure stops."""
    failures: list[StepError] = []
    for layer, floor in FLOORS.items():
        say(f"    fluxdesk/{layer}: {floor} % at least")
        only = f"--include=fluxdesk/{layer}/*"
        try:
            call([WORK.python, "-m", "coverage", "report", only, f"--fail-under={floor}"])
        except StepError as error:
            failures.append(error)
    if failures:
        raise failures[0]
