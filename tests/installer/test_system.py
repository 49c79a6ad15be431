from __future__ import annotations

import importlib.util

import pytest

from devtools import system
from devtools.shell import DevError


@pytest.mark.parametrize(
    ("variables", "platform", "expected"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ""}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({}, "win32", True),
        ({}, "darwin", True),
    ],
)
def test_screen(variables: dict[str, str], platform: str, *, expected: bool) -> None:
    assert system.has_screen(variables, platform) is expected


def test_window_libraries_are_wanted_only_with_a_screen() -> None:
    assert system.wanted_libraries({}) == system.QT_LIBRARIES
    assert set(system.wanted_libraries({"DISPLAY": ":0"})) > set(system.X11_LIBRARIES)
    wayland = set(system.wanted_libraries({"WAYLAND_DISPLAY": "w"}))
    assert wayland > set(system.WAYLAND_LIBRARIES)


def test_only_what_does_not_load_is_missing() -> None:
    wanted = {"libc.so.6": "libc6", "libnowhere.so.9": "nowhere"}
    assert system.missing_packages(wanted) == ["nowhere"]


def test_python_without_ensurepip_needs_debians_venv(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    assert system.missing_packages({}) == ["python3-venv"]


@pytest.fixture
def _bare(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system, "missing_packages", lambda _wanted: ["libegl1", "libgl1"])
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")


@pytest.mark.usefixtures("_bare")
def test_plain_user_gets_one_line_to_paste(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    with pytest.raises(DevError) as caught:
        system.ensure_system()
    [_, line] = str(caught.value).splitlines()
    assert line.startswith("sudo apt-get update && sudo apt-get install -y ")
    assert line.endswith(" libegl1 libgl1")


@pytest.mark.usefixtures("_bare")
def test_root_installs_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[list[str]] = []
    monkeypatch.setattr("os.geteuid", lambda: 0)
    monkeypatch.setattr(system, "call", lambda command, **_options: calls.append(command))
    system.ensure_system()
    assert [command[:2] for command in calls] == [["apt-get", "update"], ["apt-get", "install"]]
    assert calls[1][-2:] == ["libegl1", "libgl1"]


@pytest.mark.usefixtures("_bare")
def test_system_without_apt_is_told_the_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda _name: None)
    with pytest.raises(DevError, match="libegl1 libgl1"):
        system.ensure_system()
