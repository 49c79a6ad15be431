"""The wheel: built without the network, installed where nothing else is, and started there."""

from __future__ import annotations

import tempfile
from pathlib import Path

from devtools.environment import BARE, WORK
from devtools.shell import call

# What would let the installed program find the checkout, or the user's own data.
OUTSIDE = ("PYTHONPATH", "PYTHONHOME", "DISPLAY", "WAYLAND_DISPLAY")


def build_and_try() -> None:
    """Build the wheel, install it with the runtime lock alone, and let it test itself."""
    BARE.ensure()
    with tempfile.TemporaryDirectory(prefix="fluxdesk-") as name:
        folder = Path(name)
        call([WORK.python, "-m", "hatchling", "build", "-t", "wheel", "-d", folder])
        [wheel] = folder.glob("*.whl")
        BARE.pip("install", "--no-deps", "--no-index", "--force-reinstall", wheel)
        call(
            [BARE.program("fluxdesk"), "--self-test"],
            cwd=folder,
            env={"QT_QPA_PLATFORM": "offscreen", **_own_folders(folder)},
            without=OUTSIDE,
        )


def _own_folders(folder: Path) -> dict[str, str]:
    kinds = ("DATA", "CONFIG", "STATE")
    return {f"XDG_{kind}_HOME": str(folder / kind.lower()) for kind in kinds}
