#!/usr/bin/env python3
"""One command for a developer: `run` the demonstration, `test` everything, `lock` the packages.

Started by any Python from 3.11 on, from any folder, with nothing installed:

    python3 installer/dev.py run
    python3 installer/dev.py test
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from devtools import checks, demo, environment, locks, system
from devtools.shell import ROOT, DevError, Stopwatch, say

LOWEST = (3, 11)


def main(words: list[str] | None = None) -> int:
    """Do what the words ask for.

    Args:
        words: The command and its arguments; those of the process by default.

    Returns:
        The exit code: 0, or 1 when a step failed or something is missing.
    """
    if sys.version_info < LOWEST:
        say(f"FluxDesk needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
        return 1
    options, extra = _parser().parse_known_args(words)
    watch = Stopwatch()
    try:
        _do(options, extra, watch)
    except DevError as error:
        say(f"*** {error}" if watch.done else str(error))
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


def _do(options: argparse.Namespace, extra: list[str], watch: Stopwatch) -> None:
    if options.command == "lock":
        locks.refresh(extra)
        return
    with watch.step("environment"):
        system.ensure_system()
        environment.ensure_work()
    if options.command == "run":
        demo.run(options.sortie.resolve(), extra)
    elif extra:
        checks.run_tests(watch, extra)
    else:
        checks.check_everything(watch)
        watch.summary()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dev.py", description=__doc__.splitlines()[0])
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    run = commands.add_parser("run", help="start the demonstration; further arguments go to it")
    run.add_argument(
        "--sortie",
        type=Path,
        default=ROOT / "demo",
        metavar="FOLDER",
        help="where it is written when there is no screen",
    )
    commands.add_parser("test", help="check everything; with arguments: only pytest, with these")
    commands.add_parser("lock", help="write requirements*.txt anew; --upgrade: with new versions")
    return parser


if __name__ == "__main__":
    sys.exit(main())
