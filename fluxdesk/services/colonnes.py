"""The columns a table cannot be without."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxdesk.services.ports import FichierIllisibleError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fluxdesk.services.ports import FichierLu


def exiger_colonnes(lu: FichierLu, obligatoires: Sequence[str]) -> FichierLu:
    """The same file.

    Raises:
        FichierIllisibleError: it lacks one of these columns.
    """
    missing = [name for name in obligatoires if name not in lu.colonnes]
    if missing:
        named = ", ".join(f"« {name} »" for name in missing)
        message = (
            f"Le fichier « {lu.nom} » n’a pas de colonne {named}. Ajoutez-la, ou partez du modèle."
        )
        raise FichierIllisibleError(message)
    return lu
