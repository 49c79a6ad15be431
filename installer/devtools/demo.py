"""The demonstration: in a window where there is a screen, into a folder where there is none."""

from __future__ import annotations

from pathlib import Path

from devtools.environment import WORK
from devtools.shell import call, say
from devtools.system import has_screen


def run(output: Path, extra: list[str]) -> None:
    """Start the program on its demonstration base.

    Args:
        output: The folder for what is made when there is no screen.
        extra: Further arguments, passed on.
    """
    program = [WORK.python, "-m", "fluxdesk", "demo"]
    if has_screen():
        call([*program, "--fenetre", *extra], cwd=Path.cwd())
        return
    say("No screen here: the demonstration is written to a folder instead.")
    command = [*program, "--sortie", output, *extra]
    call(command, cwd=Path.cwd(), env={"QT_QPA_PLATFORM": "offscreen"})
    say(f"Made in {output}:")
    for path in sorted(output.rglob("*")):
        if path.is_file():
            say(f"{path.stat().st_size:>12,}  {path.relative_to(output)}")
