"""Putting a finished document where the officer wants it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxdesk.adapters.disk.ecriture import ecrire
from fluxdesk.domain.erreurs import FluxDeskError

if TYPE_CHECKING:
    from pathlib import Path


class EcritureError(FluxDeskError):
    """The document cannot be written there; the sentence names it and the usual causes."""

    def __init__(self, cible: Path, cause: OSError) -> None:
        super().__init__(
            f"Le fichier « {cible.name} » n’a pas pu être écrit dans « {cible.parent} »"
            f" ({cause.strerror or 'erreur du disque'}). Fermez-le s’il est ouvert dans un"
            " autre logiciel, vérifiez vos droits sur ce dossier et la place qui reste,"
            " puis recommencez."
        )


def poser(cible: Path, octets: bytes) -> None:
    """Write the document whole, over the former one if there is one.

    Raises:
        EcritureError: no right, no room, no folder, or the file is held open by Windows.
    """
    try:
        ecrire(cible, octets)
    except OSError as error:
        raise EcritureError(cible, error) from error
