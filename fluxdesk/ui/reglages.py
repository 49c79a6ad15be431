"""What the window remembers between two starts; answered by the disk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pathlib import Path

THEME = "theme"
ZOOM = "zoom"
GEOMETRIE = "geometrie"
COTATION = "cotation"
VACANCE_LONGUE = "mois de vacance longue"


class Reglages(Protocol):
    """Recent bases and short texts by key."""

    def recents(self) -> list[Path]:
        """Bases opened lately, newest first, those that are still there."""
        ...

    def ajouter_recent(self, chemin: Path) -> None:
        """Put a base first."""
        ...

    def lire(self, cle: str) -> str:
        """The text kept under the key, or an empty one."""
        ...

    def ecrire(self, cle: str, valeur: str) -> None:
        """Keep a text under the key."""
        ...
