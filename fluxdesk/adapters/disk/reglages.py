"""What the window remembers between two starts, in one JSON file."""

from __future__ import annotations

import json
import logging
from dataclasses import asdict, dataclass, field
from pathlib import Path

from fluxdesk.adapters.disk.ecriture import ecrire

_RECENTS = 8

log = logging.getLogger(__name__)


@dataclass(slots=True)
class _Contenu:
    recents: list[str] = field(default_factory=list)
    textes: dict[str, str] = field(default_factory=dict)


class ReglagesDisque:
    """Recent bases and short texts by key; every change is on the disk at once.

    Settings nobody can read are forgotten, and settings nobody can write are not kept: neither
    may stop an officer from working.
    """

    def __init__(self, fichier: Path) -> None:
        self._fichier = fichier
        self._contenu = _lire(fichier)

    def recents(self) -> list[Path]:
        """Bases opened lately, newest first, those that are still there."""
        return [path for path in map(Path, self._contenu.recents) if path.is_file()]

    def ajouter_recent(self, chemin: Path) -> None:
        """Put a base first."""
        place = str(chemin.resolve())
        others = [known for known in self._contenu.recents if known != place]
        self._contenu.recents = [place, *others][:_RECENTS]
        self._garder()

    def lire(self, cle: str) -> str:
        """The text kept under the key, or an empty one."""
        return self._contenu.textes.get(cle, "")

    def ecrire(self, cle: str, valeur: str) -> None:
        """Keep a text under the key."""
        self._contenu.textes[cle] = valeur
        self._garder()

    def _garder(self) -> None:
        text = json.dumps(asdict(self._contenu), ensure_ascii=False, indent=2)
        try:
            ecrire(self._fichier, text.encode())
        except OSError:
            log.exception("settings not kept")


def _lire(fichier: Path) -> _Contenu:
    try:
        read = json.loads(fichier.read_bytes())
        texts = {str(key): str(text) for key, text in read["textes"].items()}
        return _Contenu([str(path) for path in read["recents"]], texts)
    except FileNotFoundError:
        return _Contenu()
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        log.exception("settings not read")
        return _Contenu()
