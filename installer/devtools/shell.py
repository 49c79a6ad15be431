"""Calls of other programs: shown, timed, and stopped at the first that fails."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

ROOT = Path(__file__).resolve().parents[2]


class DevError(Exception):
    """The command cannot go on; the message says what to do about it."""


class StepError(DevError):
    """A step of the command failed; what it printed says why."""


def call(
    command: Sequence[object],
    *,
    cwd: Path = ROOT,
    env: Mapping[str, str] | None = None,
    without: Sequence[str] = (),
) -> None:
    """Run a program on the same terminal.

    Args:
        command: The program and its arguments.
        cwd: The folder it starts in.
        env: Variables set for it, above those of this process.
        without: Variables of this process that it must not see.

    Raises:
        StepError: It could not be started, or it ended with another code than 0.
    """
    words = [str(word) for word in command]
    variables = {name: value for name, value in os.environ.items() if name not in without}
    sys.stdout.flush()
    try:
        done = subprocess.run(words, cwd=cwd, env={**variables, **(env or {})}, check=False)
    except OSError as error:
        message = f"{words[0]}: {error.strerror}"
        raise StepError(message) from error
    if done.returncode != 0:
        message = f"exit code {done.returncode} from: {' '.join(words)}"
        raise StepError(message)


@dataclass(frozen=True)
class Stopwatch:
    """The steps of one command, and the seconds that each took."""

    done: list[tuple[str, float]] = field(default_factory=list)

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Announce a step, and say how long it took, also when it failed.

        Args:
            name: What the step is called on the terminal.

        Yields:
            Nothing: the body is the step.
        """
        say(f"--- {name}")
        started = time.monotonic()
        ended = "FAILED after"
        try:
            yield
            ended = "done in"
        finally:
            spent = time.monotonic() - started
            say(f"    {name}: {ended} {spent:.1f} s")
        self.done.append((name, spent))

    def summary(self) -> None:
        """Print the steps that passed, and the seconds of each."""
        say("=== summary")
        for name, spent in self.done:
            say(f"{spent:7.1f} s  {name}")
        say(f"{sum(spent for _, spent in self.done):7.1f} s  in all")


def say(line: str) -> None:
    """Print a line at once, in order with what the called programs print."""
    print(line, flush=True)
