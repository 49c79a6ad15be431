"""The dated état des lieux that conventions start from (regles.md 89-97, pratique.md B18)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from fluxdesk.domain.gardee import gardee


@gardee
@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoDepart:
    """One snapshot, frozen once ``figee``; ``id`` is 0 until recorded.

    ``contenu`` is what was counted and computed, as JSON; ``empreinte`` its SHA-256.
    """

    jour: date
    nom: str
    id: int = 0
    contenu: str = ""
    empreinte: str = ""
    figee: date | None = None
