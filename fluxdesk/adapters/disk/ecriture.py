"""Files written whole or not at all."""

from __future__ import annotations

import os
import secrets
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SUFFIXE_PROVISOIRE = ".provisoire"
SYNCHRONISE_LES_DOSSIERS = os.name != "nt"
_AGE_PROVISOIRE = 3600  # seconds


@contextmanager
def remplacement(cible: Path) -> Iterator[Path]:
    """A temporary path beside the target, moved onto it when the block ends well.

    The target is the old file or the new one, whole, even after a power cut; an error in the
    block leaves the old one and no trace of the new.
    """
    temporary = cible.with_name(f".{secrets.token_hex(6)}{SUFFIXE_PROVISOIRE}")
    try:
        yield temporary
        synchroniser(temporary)
        temporary.replace(cible)
    finally:
        temporary.unlink(missing_ok=True)
    synchroniser_dossier(cible.parent)


def ecrire(cible: Path, contenu: bytes) -> None:
    """Write the file, or leave the old one as it is."""
    with remplacement(cible) as temporary:
        temporary.write_bytes(contenu)


def synchroniser(fichier: Path) -> None:
    """Have the system put the file on the disk now."""
    with fichier.open("r+b") as opened:
        os.fsync(opened.fileno())


def synchroniser_dossier(dossier: Path) -> None:
    """Have the system put on the disk which files the folder holds; Windows does so itself."""
    if not SYNCHRONISE_LES_DOSSIERS:
        return
    number = os.open(dossier, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def balayer(dossier: Path) -> int:
    """Remove the temporary files that a killed program left; how many.

    Those of the last hour stay: another program may be writing them.
    """
    limit = time.time() - _AGE_PROVISOIRE
    left = [p for p in dossier.glob(f".*{SUFFIXE_PROVISOIRE}*") if p.stat().st_mtime < limit]
    for path in left:
        path.unlink(missing_ok=True)
    return len(left)
