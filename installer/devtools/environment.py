"""The environments in the checkout, made from the locks and kept while nothing changed."""

from __future__ import annotations

import hashlib
import json
import shutil
import sys
import venv
from dataclasses import dataclass
from typing import TYPE_CHECKING

from devtools.shell import ROOT, call, say

if TYPE_CHECKING:
    from pathlib import Path

STAMP = "fluxdesk-stamp.json"
PIP = ("-m", "pip", "--disable-pip-version-check", "-qq", "--no-input")


@dataclass(frozen=True)
class Environment:
    """A virtual environment and the lock that it is made from.

    Attributes:
        folder: Where it is.
        lock: The requirements file, every package with its hashes.
    """

    folder: Path
    lock: Path

    @property
    def scripts(self) -> Path:
        """The folder of its programs."""
        return self.folder / ("Scripts" if sys.platform == "win32" else "bin")

    @property
    def python(self) -> Path:
        """Its interpreter."""
        return self.scripts / ("python.exe" if sys.platform == "win32" else "python")

    def program(self, name: str) -> Path:
        """Give the path of one of its programs."""
        return self.scripts / (f"{name}.exe" if sys.platform == "win32" else name)

    def ensure(self) -> None:
        """Make it, unless it was already made by this Python from this lock."""
        if self.python.exists() and self.read_stamp().get("lock") == self._key():
            return
        say(f"    making {self.folder.name} from {self.lock.name}")
        self.create()
        # Wheels only: their hashes are locked, and no code of theirs runs while they install.
        wheels = ("--require-hashes", "--only-binary", ":all:", "--no-deps")
        self.pip("install", *wheels, "--requirement", self.lock)
        self.write_stamp("lock", self._key())

    def create(self) -> None:
        """Make it anew, empty but for pip."""
        if self.folder.exists():
            shutil.rmtree(self.folder)
        venv.create(self.folder, with_pip=True, symlinks=sys.platform != "win32")

    def pip(self, *words: object) -> None:
        """Call its pip."""
        call([self.python, *PIP, *words])

    def read_stamp(self) -> dict[str, str]:
        """Read what it was made from; nothing when it was never finished."""
        try:
            stamp: dict[str, str] = json.loads((self.folder / STAMP).read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return stamp

    def write_stamp(self, name: str, value: str) -> None:
        """Note one thing that it was made from."""
        stamp = {**self.read_stamp(), name: value}
        (self.folder / STAMP).write_text(json.dumps(stamp, indent=2), "utf-8")

    def _key(self) -> str:
        return f"{digest(self.lock)} {sys.implementation.cache_tag} {sys.version.split()[0]}"


def digest(path: Path) -> str:
    """Give the fingerprint of a file, the same whatever its line ends are."""
    return hashlib.sha256(path.read_bytes().replace(b"\r\n", b"\n")).hexdigest()


WORK = Environment(ROOT / ".venv", ROOT / "requirements-dev.txt")
BARE = Environment(ROOT / ".venv-wheel", ROOT / "requirements.txt")


def ensure_work() -> Environment:
    """Make the environment of the checkout, with the program itself in it, editable.

    Returns:
        The environment, ready.
    """
    WORK.ensure()
    project = digest(ROOT / "pyproject.toml")
    if WORK.read_stamp().get("project") != project:
        WORK.pip("install", "--no-deps", "--no-index", "--no-build-isolation", "--editable", ROOT)
        WORK.write_stamp("project", project)
    return WORK
