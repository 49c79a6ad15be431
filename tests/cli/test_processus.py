"""The program as a process: its streams, its exit codes, whatever the locale."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

from fluxdesk.adapters.disk.chemins import dossier_journaux

if TYPE_CHECKING:
    from pathlib import Path

LANGUE_C = {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


def _lancer(*mots: object, **milieu: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "fluxdesk", *map(str, mots)],
        env={**os.environ, **LANGUE_C, **milieu},
        capture_output=True,
        check=False,
    )


def test_french_comes_out_in_utf8_where_the_locale_knows_none() -> None:
    done = _lancer("ranger")

    assert done.returncode == 2
    assert done.stdout == b""
    assert "La commande «\u00a0ranger\u00a0» n’existe pas." in done.stderr.decode("utf-8")


def test_stdout_holds_one_json_document_and_nothing_else(base: Path) -> None:
    done = _lancer("--base", base, "verifier", "--json")

    assert done.returncode == 0
    assert json.loads(done.stdout)["saine"] is True


def test_words_in_utf8_are_kept_where_the_locale_knows_none(tmp_path: Path) -> None:
    path = tmp_path / "ile.fluxdesk"

    done = _lancer("nouveau", path, "--raison-sociale", "Office de l’Île", "--json")

    assert done.returncode == 0
    assert json.loads(done.stdout)["raison_sociale"] == "Office de l’Île"
    assert path.is_file()


def test_a_day_that_is_no_date_is_refused_in_words(base: Path) -> None:
    done = _lancer("--base", base, "verifier", FLUXDESK_AUJOURDHUI="hier")

    assert done.returncode == 1
    assert "FLUXDESK_AUJOURDHUI" in done.stderr.decode()
    assert b"Traceback" not in done.stderr


def test_a_fault_is_told_in_the_log_and_not_on_the_screen(tmp_path: Path) -> None:
    sabotage = tmp_path / "sitecustomize.py"
    sabotage.write_text("import sys\nsys.modules['fluxdesk.bootstrap.atelier'] = None\n")

    done = _lancer(
        "nouveau", tmp_path / "b.fluxdesk", "--raison-sociale", "x", PYTHONPATH=str(tmp_path)
    )

    assert done.returncode == 70
    assert done.stdout == b""
    assert b"Traceback" not in done.stderr
    log = dossier_journaux() / "fluxdesk.log"
    assert str(log) in done.stderr.decode()
    assert "fluxdesk.bootstrap.atelier" in log.read_text(encoding="utf-8")
