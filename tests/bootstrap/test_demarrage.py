"""What is loaded before the first window, and what each word of the command line starts."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import pytest

from fluxdesk import __main__ as entree
from fluxdesk.bootstrap import charge
from fluxdesk.bootstrap.amorcage import SansEcranError, exiger_un_ecran
from fluxdesk.bootstrap.horloge import JourFixeError

LOURDS = (
    "sqlalchemy",
    "sqlcipher3",
    "alembic",
    "pandas",
    "numpy",
    "openpyxl",
    "reportlab",
    "click",
)


def test_the_window_is_imported_without_anything_heavy() -> None:
    program = (
        "import json, sys, fluxdesk.__main__, fluxdesk.bootstrap.fenetre\n"
        f"print(json.dumps([name for name in {LOURDS!r} if name in sys.modules]))"
    )
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert json.loads(done.stdout) == []


def test_the_first_window_is_painted_before_ours_is_loaded() -> None:
    program = (
        "import json, sys, fluxdesk.__main__, fluxdesk.bootstrap.amorcage\n"
        "print(json.dumps(sorted(n for n in sys.modules if n.startswith('fluxdesk.'))))"
    )
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert json.loads(done.stdout) == [
        "fluxdesk.__main__",
        "fluxdesk.bootstrap",
        "fluxdesk.bootstrap.amorcage",
        "fluxdesk.bootstrap.charge",
        "fluxdesk.domain",
        "fluxdesk.domain.erreurs",
        "fluxdesk.domain.typographie",
        "fluxdesk.ui",
        "fluxdesk.ui.amorce",
    ]


def test_every_module_loaded_by_name_is_there() -> None:
    for name in charge.MODULES:
        path = Path(entree.__file__).parent.parent.joinpath(*name.split(".")).with_suffix(".py")
        assert path.is_file(), name


class Appels:
    """What the entry point started."""

    def __init__(self) -> None:
        self.faits: list[object] = []

    def fenetre(self, base: Path | None, *, demonstration: bool) -> int:
        self.faits.append(("fenetre", base, demonstration))
        return 3

    def ligne(self, mots: list[str]) -> int:
        self.faits.append(("ligne", mots))
        return 4


@pytest.mark.parametrize(
    ("mots", "code", "fait"),
    [
        pytest.param([], 3, ("fenetre", None, False), id="no word: the window"),
        pytest.param(
            ["a b.fluxdesk"], 3, ("fenetre", Path("a b.fluxdesk"), False), id="a double click"
        ),
        pytest.param(["--version"], 4, ("ligne", ["--version"]), id="a word: the command line"),
        pytest.param(
            ["verifier", "a.fluxdesk"], 4, ("ligne", ["verifier", "a.fluxdesk"]), id="two words"
        ),
    ],
)
def test_words_choose_between_window_and_command_line(
    monkeypatch: pytest.MonkeyPatch, mots: list[str], code: int, fait: object
) -> None:
    calls = Appels()
    monkeypatch.setattr(entree, "ouvrir_fenetre", calls.fenetre)
    monkeypatch.setattr(entree, "lancer_ligne", calls.ligne)
    monkeypatch.setattr(sys, "argv", ["fluxdesk", *mots])

    assert entree.main() == code
    assert calls.faits == [fait]


@pytest.mark.parametrize(
    ("error", "code", "phrase"),
    [
        pytest.param(JourFixeError("hier"), 1, "«\u00a0hier\u00a0»", id="a refusal"),
        pytest.param(KeyboardInterrupt(), 130, "Interrompu.", id="ctrl+c"),
    ],
)
def test_a_start_that_fails_says_so_without_a_trace(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    error: BaseException,
    code: int,
    phrase: str,
) -> None:
    def fail(_base: Path | None, *, demonstration: bool) -> NoReturn:
        raise error

    monkeypatch.setattr(entree, "ouvrir_fenetre", fail)
    monkeypatch.setattr(sys, "argv", ["fluxdesk"])

    assert entree.main() == code
    told = capsys.readouterr()
    assert told.out == ""
    assert phrase in told.err
    assert "Traceback" not in told.err


@pytest.mark.parametrize(
    ("environ", "systeme"),
    [
        ({"DISPLAY": ":0"}, "linux"),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux"),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux"),
        ({}, "win32"),
    ],
)
def test_a_screen_is_asked_for_where_one_must_be_named(
    environ: dict[str, str], systeme: str
) -> None:
    exiger_un_ecran(environ, systeme)


def test_without_a_screen_the_refusal_names_the_command_line() -> None:
    with pytest.raises(SansEcranError, match="--help"):
        exiger_un_ecran({"DISPLAY": ""}, "linux")
