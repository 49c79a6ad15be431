"""What an import refused or doubted, line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxdesk.domain.rapport import RefusLigne
from fluxdesk.ui.models.lignes import Colonne, ModeleLignes
from fluxdesk.ui.phrases import milliers

if TYPE_CHECKING:
    from PySide6.QtCore import QObject


class RefusModel(ModeleLignes[RefusLigne]):
    """Line, column, what stood there, and what to do."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(
            (
                Colonne(
                    titre="Ligne",
                    texte=lambda row: milliers(row.ligne),
                    tri=lambda row: row.ligne,
                    nombre=True,
                ),
                Colonne(titre="Colonne", texte=lambda row: row.colonne),
                Colonne(titre="Valeur", texte=lambda row: row.valeur),
                Colonne(titre="À faire", texte=_sans_lieu, dit=lambda row: row.phrase),
            ),
            parent,
        )


def _sans_lieu(row: RefusLigne) -> str:
    """The sentence without « Ligne 4, colonne NBPIECE : », which the columns beside it say."""
    return row.phrase.removeprefix(f"Ligne {row.ligne}, colonne {row.colonne}\u00a0: ")
