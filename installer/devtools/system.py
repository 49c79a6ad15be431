"""What the system itself must have before pip and Qt can work, and how to get it on Debian."""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import sys
from typing import TYPE_CHECKING

from devtools.shell import DevError, call, say

if TYPE_CHECKING:
    from collections.abc import Mapping

# Found on a bare Debian by adding one package at a time; the values are Debian's packages.
QT_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
}
X11_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}
WAYLAND_LIBRARIES = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}


def has_screen(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> bool:
    """Tell whether a window can be shown to somebody."""
    if platform != "linux":
        return True
    return bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))


def wanted_libraries(environ: Mapping[str, str]) -> dict[str, str]:
    """Give the libraries that Qt loads under these variables, each with its package."""
    wanted = dict(QT_LIBRARIES)
    if environ.get("DISPLAY"):
        wanted |= X11_LIBRARIES
    if environ.get("WAYLAND_DISPLAY"):
        wanted |= WAYLAND_LIBRARIES
    return wanted


def missing_packages(wanted: Mapping[str, str]) -> list[str]:
    """List the packages without which this machine cannot make an environment or show a window.

    Args:
        wanted: Library file names, each with the Debian package that has it.

    Returns:
        Debian's names, in the order in which they were looked for.
    """
    missing = [package for library, package in wanted.items() if not _loads(library)]
    if importlib.util.find_spec("ensurepip") is None:
        # Debian takes ensurepip out of Python; without it an environment has no pip.
        missing.insert(0, "python3-venv")
    return missing


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def paste_line(packages: list[str]) -> str:
    """Give the one line that a user pastes to install these packages."""
    install = "sudo apt-get install -y --no-install-recommends"
    return f"sudo apt-get update && {install} {' '.join(packages)}"


def ensure_system() -> None:
    """Install what the system lacks when we may, else say how.

    Raises:
        DevError: Something is missing that only the user can install.
    """
    if sys.platform != "linux":
        return
    missing = missing_packages(wanted_libraries(os.environ))
    if not missing:
        return
    if shutil.which("apt-get") is None:
        message = f"Install what your system calls these Debian packages: {' '.join(missing)}"
        raise DevError(message)
    if os.geteuid() != 0:
        message = "Some system packages are missing. Paste this line, then try again:\n"
        raise DevError(message + paste_line(missing))
    say(f"--- system packages: {' '.join(missing)}")
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    call(["apt-get", "update", "-qq"], env=quiet)
    call(["apt-get", "install", "-qq", "-y", "--no-install-recommends", *missing], env=quiet)
