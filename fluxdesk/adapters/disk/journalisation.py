"""The log of the program's own faults: small, local, and without anybody's name."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

from typing_extensions import override

_TAILLE = 500_000  # bytes a file
_FICHIERS = 4
_FORME = "%(asctime)s %(levelname)s %(name)s: %(message)s"


class _SansNom(logging.Formatter):
    """Hides the folder of the user, which bears their name."""

    @override
    def format(self, record: logging.LogRecord) -> str:
        return super().format(record).replace(str(Path.home()), "~")


def ouvrir_journal(dossier: Path) -> logging.Handler:
    """Log warnings and faults to ``fluxdesk.log`` in this folder, until ``fermer_journal``."""
    handler = RotatingFileHandler(
        dossier / "fluxdesk.log",
        maxBytes=_TAILLE,
        backupCount=_FICHIERS,
        encoding="utf-8",
        delay=True,
    )
    handler.setFormatter(_SansNom(_FORME))
    handler.setLevel(logging.WARNING)
    logging.getLogger().addHandler(handler)
    return handler


def fermer_journal(handler: logging.Handler) -> None:
    """Stop logging there."""
    logging.getLogger().removeHandler(handler)
    handler.close()
