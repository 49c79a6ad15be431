"""What the papers of an état des lieux are made of, and who writes them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pathlib import Path

    from fluxdesk.domain.bailleur import Bailleur
    from fluxdesk.domain.photo import ContenuPhoto, PhotoDepart


class PapierPhoto(StrEnum):
    """One paper; its value begins the name of its file."""

    PHOTO = "Photo de départ"
    INVENTAIRE = "Inventaire à signer"
    EXPLICATION = "Ce que change la gestion en flux"


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoImprimee:
    """A photo with what it froze; ``reservataire`` keeps one of them only, empty keeps all."""

    bailleur: Bailleur
    photo: PhotoDepart
    contenu: ContenuPhoto
    reservataire: str = ""


class RedacteurPhoto(Protocol):
    """Writes one paper as PDF; the same photo gives the same bytes."""

    def __call__(self, photo: PhotoImprimee, papier: PapierPhoto, cible: Path) -> None:
        """Raises EcritureError."""
        ...


class RedacteurClasseurPhoto(Protocol):
    """Writes the workbook: the figures, then every right dwelling by dwelling."""

    def __call__(self, photo: PhotoImprimee, cible: Path) -> None:
        """Raises EcritureError."""
        ...
