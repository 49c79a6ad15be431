"""Where this computer keeps the program's bases, backups, settings and logs."""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import PlatformDirs

DOSSIER = "FLUXDESK_DOSSIER"  # everything in one folder: tests, and a program on a USB stick

_DIRS = PlatformDirs("FluxDesk", appauthor=False)


def dossier_donnees() -> Path:
    """Where a new base is proposed; made if it is missing."""
    return _dossier("bases", _DIRS.user_data_path / "bases")


def dossier_sauvegardes() -> Path:
    """Where backups go, on the local disk whatever disk the base is on; made if missing."""
    return _dossier("sauvegardes", _DIRS.user_data_path / "sauvegardes")


def dossier_journaux() -> Path:
    """Where the program notes its own faults; made if it is missing."""
    return _dossier("journaux", _DIRS.user_log_path)


def fichier_reglages() -> Path:
    """The settings, in a folder made if it is missing."""
    return _dossier("", _DIRS.user_config_path) / "reglages.json"


def _dossier(nom: str, usuel: Path) -> Path:
    forced = os.environ.get(DOSSIER)
    folder = Path(forced) / nom if forced else usuel
    folder.mkdir(parents=True, exist_ok=True)
    return folder
