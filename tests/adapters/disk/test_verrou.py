"""One program at a time: a lock says who, and a dead program holds nothing."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from fluxdesk.adapters.disk import verrou as module
from fluxdesk.adapters.disk.verrou import (
    BaseVerrouilleeAilleursError,
    BaseVerrouilleeError,
    DossierProtegeError,
    Verrou,
)

RACINE = Path(__file__).parents[3]
TENIR = (
    "import sys, pathlib, time\n"
    "from fluxdesk.adapters.disk.verrou import Verrou\n"
    "Verrou(pathlib.Path(sys.argv[1])).prendre()\n"
    "print('READY', flush=True)\n"
    "time.sleep(60)\n"
)


@pytest.fixture
def fichier(tmp_path: Path) -> Path:
    return tmp_path / "base.fluxdesk"


@pytest.fixture
def ailleurs(fichier: Path) -> subprocess.Popen[str]:
    """Another program that holds the lock."""
    program = subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-c", TENIR, str(fichier)], cwd=RACINE, stdout=subprocess.PIPE, text=True
    )
    assert program.stdout is not None
    assert program.stdout.readline() == "READY\n"
    return program


def _tuer(program: subprocess.Popen[str]) -> None:
    program.send_signal(signal.SIGKILL)
    program.communicate()


def test_the_lock_says_who_holds_the_file_and_goes_with_it(fichier: Path) -> None:
    lock = Verrou(fichier)
    lock.prendre()
    told = json.loads(lock.chemin.read_text())
    assert lock.chemin.name == ".base.fluxdesk.verrou"
    assert told["pid"] == os.getpid()
    assert told["hote"] == socket.gethostname()
    assert told["programme"] == "FluxDesk"
    assert told["utilisateur"]
    lock.rendre()
    assert not lock.chemin.exists()
    lock.rendre()  # twice is once


def test_the_same_program_cannot_take_it_twice(fichier: Path) -> None:
    first, second = Verrou(fichier), Verrou(fichier)
    first.prendre()
    with pytest.raises(BaseVerrouilleeError, match="déjà ouvert sur ce poste"):
        second.prendre()
    second.rendre()  # it held nothing
    assert first.chemin.exists()
    first.rendre()
    second.prendre()
    second.rendre()


def test_another_program_holds_it_until_it_dies(
    fichier: Path, ailleurs: subprocess.Popen[str]
) -> None:
    lock = Verrou(fichier)
    with pytest.raises(BaseVerrouilleeError, match="Fermez l’autre fenêtre"):
        lock.prendre()
    assert json.loads(lock.chemin.read_text())["pid"] == ailleurs.pid
    _tuer(ailleurs)
    assert lock.chemin.exists()  # it had no time to remove it
    lock.prendre()
    assert json.loads(lock.chemin.read_text())["pid"] == os.getpid()
    lock.rendre()


@pytest.mark.parametrize("contenu", ["", "{", '{"pid": 1}', "[]", '"x"', "\x00" * 20])
def test_a_lock_that_says_nothing_was_left_by_a_dead_program(fichier: Path, contenu: str) -> None:
    lock = Verrou(fichier)
    lock.chemin.write_text(contenu)
    lock.prendre()
    lock.rendre()


def test_a_lock_of_another_computer_stays_and_says_what_to_do(fichier: Path) -> None:
    lock = Verrou(fichier)
    said = {"pid": 7, "hote": "poste-12", "utilisateur": "c.santoni", "programme": "FluxDesk"}
    lock.chemin.write_text(json.dumps(said))
    with pytest.raises(BaseVerrouilleeAilleursError) as caught:
        lock.prendre()
    for word in ("c.santoni", "poste-12", ".base.fluxdesk.verrou", "Demandez-lui"):
        assert word in str(caught.value)
    assert json.loads(lock.chemin.read_text()) == said


def test_a_lock_removed_as_it_is_taken_is_taken_anew(
    fichier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = Verrou(fichier)
    taken = module._verrouiller
    left = [1]

    def other_lets_go(number: int) -> bool:
        if left:
            left.pop()
            lock.chemin.unlink()
        return taken(number)

    monkeypatch.setattr(module, "_verrouiller", other_lets_go)
    lock.prendre()
    assert lock.chemin.exists()
    lock.rendre()


def test_a_lock_always_removed_as_it_is_taken_is_given_up(
    fichier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = Verrou(fichier)
    taken = module._verrouiller

    def remove(number: int) -> bool:
        lock.chemin.unlink()
        return taken(number)

    monkeypatch.setattr(module, "_verrouiller", remove)
    with pytest.raises(BaseVerrouilleeError):
        lock.prendre()


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(DossierProtegeError, match="ne peut pas écrire"):
        Verrou(tmp_path / "absent" / "base.fluxdesk").prendre()


def test_a_system_without_accounts_has_a_nameless_user(
    fichier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nobody() -> str:
        raise KeyError

    monkeypatch.setattr("getpass.getuser", nobody)
    lock = Verrou(fichier)
    lock.prendre()
    assert json.loads(lock.chemin.read_text())["utilisateur"] == "inconnu"
    lock.rendre()
