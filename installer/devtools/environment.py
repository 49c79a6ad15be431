"""The environments in the checkout, made from the locks and kept while nothing changed."""

from __future__ import annotations

import hashlib
import json
import platform
import shutil
import sys
import sysconfig
import venv
from dataclasses import dataclass
from pathlib import Path

from devtools.shell import ROOT, call, say

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
        if self.python.exists() and self._stamp() == self._key():
            return
        say(f"    making {self.folder.name} from {self.lock.name}")
        self.create()
        # Wheels only: their hashes are locked, and no code of theirs runs while they install.
        wheels = ("--require-hashes", "--only-binary", ":all:", "--no-deps")
        self.pip("install", *wheels, "--requirement", self.lock)
        (self.folder / STAMP).write_text(json.dumps(self._key(), indent=2), "utf-8")

    def create(self) -> None:
        """Make it anew, empty but for pip."""
        if self.folder.exists():
            shutil.rmtree(self.folder)
        venv.create(self.folder, with_pip=True, symlinks=sys.platform != "win32")

    def pip(self, *words: object) -> None:
        """Call its pip."""
        call([self.python, *PIP, *words])

    def _stamp(self) -> dict[str, str]:
        """Read what it was made from; nothing when it was never finished."""
        try:
            stamp: dict[str, str] = json.loads((self.folder / STAMP).read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return stamp

    def _key(self) -> dict[str, str]:
        return {
            "lock": digest(self.lock),
            "python": f"{sys.implementation.cache_tag} {platform.python_version()}",
            "folder": str(self.folder),
        }


def digest(path: Path) -> str:
    """Give the fingerprint of a file, the same whatever its line ends are."""
    return hashlib.sha256(path.read_bytes().replace(b"\r\n", b"\n")).hexdigest()


WORK = Environment(ROOT / ".venv", ROOT / "requirements-dev.txt")
BARE = Environment(ROOT / ".venv-wheel", ROOT / "requirements.txt")


def ensure_work() -> Environment:
    """Make the environment of the checkout, in which `fluxdesk` is the code of the checkout.

    Returns:
        The environment, ready.
    """
    WORK.ensure()
    # One line does what an editable install does, without the copy that one makes of resources/.
    base = {"base": str(WORK.folder), "platbase": str(WORK.folder)}
    packages = Path(sysconfig.get_path("purelib", scheme="venv", vars=base))
    (packages / "fluxdesk.pth").write_text(f"{ROOT}\n", "utf-8")
    return WORK
