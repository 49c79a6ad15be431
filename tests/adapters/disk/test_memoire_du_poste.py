"""Folders, settings and the log of faults on this computer."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from fluxdesk.adapters.disk import chemins
from fluxdesk.adapters.disk.journalisation import fermer_journal, ouvrir_journal
from fluxdesk.adapters.disk.reglages import ReglagesDisque


def test_one_folder_may_hold_everything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(chemins.DOSSIER, str(tmp_path / "clé"))
    assert chemins.dossier_donnees() == tmp_path / "clé" / "bases"
    assert chemins.dossier_sauvegardes() == tmp_path / "clé" / "sauvegardes"
    assert chemins.dossier_journaux() == tmp_path / "clé" / "journaux"
    assert chemins.fichier_reglages() == tmp_path / "clé" / "reglages.json"
    assert sorted(p.name for p in (tmp_path / "clé").iterdir()) == [
        "bases",
        "journaux",
        "sauvegardes",
    ]


def test_folders_are_otherwise_those_of_the_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(chemins.DOSSIER, raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    assert chemins.dossier_sauvegardes() == tmp_path / "data" / "FluxDesk" / "sauvegardes"
    assert chemins.dossier_donnees() == tmp_path / "data" / "FluxDesk" / "bases"
    assert chemins.fichier_reglages() == tmp_path / "config" / "FluxDesk" / "reglages.json"
    assert chemins.dossier_journaux().is_relative_to(tmp_path / "state" / "FluxDesk")


def _bases(folder: Path, number: int) -> list[Path]:
    paths = [folder / f"{n}.fluxdesk" for n in range(number)]
    for path in paths:
        path.touch()
    return paths


def test_settings_are_there_at_the_next_start(tmp_path: Path) -> None:
    place = tmp_path / "reglages.json"
    first, second = _bases(tmp_path, 2)
    settings = ReglagesDisque(place)
    assert settings.lire("theme") == ""
    assert settings.recents() == []
    settings.ecrire("theme", "sombre")
    settings.ecrire("geometrie", "AdnQ")
    for path in (first, second, first):
        settings.ajouter_recent(path)
    again = ReglagesDisque(place)
    assert again.lire("theme") == "sombre"
    assert again.lire("geometrie") == "AdnQ"
    assert again.recents() == [first, second]


def test_recent_bases_are_eight_and_still_there(tmp_path: Path) -> None:
    settings = ReglagesDisque(tmp_path / "reglages.json")
    bases = _bases(tmp_path, 10)
    for path in bases:
        settings.ajouter_recent(path)
    bases[9].unlink()
    assert settings.recents() == bases[8:1:-1]


@pytest.mark.parametrize(
    "contenu",
    ["", "{", "[]", "null", '{"textes": {}}', '{"textes": [], "recents": []}', "\ufeff", "\x00"],
)
def test_settings_nobody_can_read_are_forgotten(tmp_path: Path, contenu: str) -> None:
    place = tmp_path / "reglages.json"
    place.write_text(contenu, encoding="utf-8")
    settings = ReglagesDisque(place)
    assert settings.recents() == []
    settings.ecrire("theme", "clair")
    assert ReglagesDisque(place).lire("theme") == "clair"


def test_settings_nobody_can_write_stop_nothing(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    settings = ReglagesDisque(tmp_path / "absent" / "reglages.json")
    settings.ecrire("theme", "sombre")
    assert settings.lire("theme") == "sombre"
    assert "settings not kept" in caplog.text


def test_faults_are_logged_without_the_name_of_the_user(tmp_path: Path) -> None:
    handler = ouvrir_journal(tmp_path)
    log = logging.getLogger("fluxdesk.essai")
    log.info("pas une faute")
    log.warning("fichier %s", Path.home() / "bases" / "x")
    fermer_journal(handler)
    log.warning("après")
    (line,) = (tmp_path / "fluxdesk.log").read_text(encoding="utf-8").splitlines()
    assert line.endswith(f"WARNING fluxdesk.essai: fichier ~{Path('/bases/x')}")


def test_the_log_stays_small(tmp_path: Path) -> None:
    handler = ouvrir_journal(tmp_path)
    for _ in range(300):
        logging.getLogger("fluxdesk.essai").error("x" * 10_000)
    fermer_journal(handler)
    sizes = [path.stat().st_size for path in tmp_path.iterdir()]
    assert len(sizes) == 5
    assert max(sizes) <= 500_000
