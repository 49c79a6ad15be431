"""What every test stands on: no screen, no network, nobody's language, nobody's data."""

from __future__ import annotations

import os
import socket
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Iterator

# Before Qt and before anything asks for the language of the machine.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LANG"] = os.environ["LC_ALL"] = "C.UTF-8"
os.environ.pop("LANGUAGE", None)

# No deadline: a shared machine is slow by moments. The same cases on every run of CI.
settings.register_profile("fluxdesk", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("fluxdesk")


@pytest.fixture(scope="session")
def data_dir() -> Path:
    """The files that tests read: tests/data."""
    return Path(__file__).parent / "data"


@pytest.fixture(scope="session", autouse=True)
def _own_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep settings, data and logs away from those of whoever runs the tests."""
    folder = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for kind in ("DATA", "CONFIG", "STATE"):
            patch.setenv(f"XDG_{kind}_HOME", str(folder / kind.lower()))
        yield


@pytest.fixture(scope="session", autouse=True)
def _no_network() -> Iterator[None]:
    """Fail at once when anything reaches for the network."""

    def refuse(_self: socket.socket, address: object, /) -> NoReturn:
        message = f"a test reached for the network: {address!r}"
        raise AssertionError(message)

    with pytest.MonkeyPatch.context() as patch:
        for name in ("connect", "connect_ex", "sendto"):
            patch.setattr(socket.socket, name, refuse)
        yield
