"""The locks: every package that may be installed, by version and by hash, without any address."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from devtools.environment import Environment
from devtools.shell import ROOT, DevError, call

if TYPE_CHECKING:
    from pathlib import Path

RUNTIME = ROOT / "requirements.txt"
DEVELOPMENT = ROOT / "requirements-dev.txt"
COMPILE = (
    "pip", "compile", "--quiet", "--universal", "--python-version", "3.11",
    "--only-binary", ":all:", "--generate-hashes", "--no-header", "--no-annotate",
    "--no-emit-index-url", "--no-emit-find-links",
)  # fmt: skip


def refresh(extra: list[str]) -> None:
    """Write both locks anew from pyproject.toml; what is locked stays, unless told to upgrade.

    Args:
        extra: Further arguments of `uv pip compile`, such as --upgrade.
    """
    tool = Environment(ROOT / ".venv-lock", ROOT / "pyproject.toml")
    if not tool.program("uv").exists():
        tool.create()
        tool.pip("install", "--only-binary", ":all:", "uv")
    uv = tool.program("uv")
    project = ROOT / "pyproject.toml"
    call([uv, *COMPILE, *extra, project, "--output-file", RUNTIME])
    call([uv, *COMPILE, *extra, project, "--extra", "dev", "--constraint", RUNTIME,
          "--output-file", DEVELOPMENT])  # fmt: skip
    for lock in (RUNTIME, DEVELOPMENT):
        if found := addresses(lock):
            message = f"{lock.name} names an address: {found[0]}"
            raise DevError(message)


def addresses(lock: Path) -> list[str]:
    """List the lines of a lock that name where a package was fetched from."""
    address = re.compile(r"://|^\s*--(index-url|extra-index-url|find-links|trusted-host)|\s@\s")
    return [line for line in lock.read_text("utf-8").splitlines() if address.search(line)]
