"""What every test stands on: no screen, no network, nobody's language, nobody's data."""

from __future__ import annotations

import gc
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


def pytest_collection_finish() -> None:
    """Modules and tests live to the end: the collector need not go through them each time."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def data_dir() -> Path:
    """The files that tests read: tests/data."""
    return Path(__file__).parent / "data"


@pytest.fixture(scope="session")
def demonstration_faite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demonstration base, built once for all; nobody writes in it."""
    from tests.demonstration import demonstration_partagee  # noqa: PLC0415 - few tests need SQL

    return demonstration_partagee(tmp_path_factory, seul="PYTEST_XDIST_WORKER" not in os.environ)


@pytest.fixture(scope="session", autouse=True)
def _own_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep settings, data and logs away from those of whoever runs the tests."""
    folder = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for kind in ("DATA", "CONFIG", "STATE"):
            patch.setenv(f"XDG_{kind}_HOME", str(folder / kind.lower()))
        yield


@pytest.fixture(scope="session", autouse=True)
def reglages_surs() -> Iterator[tuple[str, ...]]:
    """No test waits for the disk, as none outlives a power cut; what bases are really set to."""
    from fluxdesk.adapters.db import moteur  # noqa: PLC0415 - slow, and few tests need it

    real = moteur._REGLAGES
    quick = tuple(line.replace("synchronous = EXTRA", "synchronous = OFF") for line in real)
    assert quick != real
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda _descriptor: None)
        patch.setattr(moteur, "_REGLAGES", quick)
        yield real


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
