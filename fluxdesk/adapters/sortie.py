"""Writing a finished document where the officer wants it, whole or not at all.

Shared by the adapters that make documents, which do not know each other.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from fluxdesk.domain.erreurs import FluxDeskError

if TYPE_CHECKING:
    from pathlib import Path


class EcritureError(FluxDeskError):
    """The document cannot be written there; the sentence names it and the usual causes."""

    def __init__(self, cible: Path, cause: OSError) -> None:
        super().__init__(
            f"Le fichier « {cible.name} » n’a pas pu être écrit dans « {cible.parent} »"
            f" ({cause.strerror or 'erreur du disque'}). Fermez-le s’il est ouvert dans un autre"
            " logiciel, vérifiez vos droits sur ce dossier et la place qui reste, puis"
            " recommencez.".replace("« ", "«\u00a0").replace(" »", "\u00a0»")
        )


def poser(cible: Path, octets: bytes) -> None:
    """Replace the file in one move: a reader sees the old document or the new one.

    Raises:
        EcritureError: no right, no room, no folder, or the file is held open by Windows.
    """
    voisin = cible.with_name(f".{cible.name}.part")
    try:
        with voisin.open("wb") as fichier:
            fichier.write(octets)
            fichier.flush()
            os.fsync(fichier.fileno())
        voisin.replace(cible)
    except OSError as error:
        voisin.unlink(missing_ok=True)
        raise EcritureError(cible, error) from error
