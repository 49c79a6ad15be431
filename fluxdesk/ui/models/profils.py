"""Rows of the ways of reading files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxdesk.domain.profil import Profil
from fluxdesk.ui.models.lignes import Colonne, ModeleLignes
from fluxdesk.ui.phrases import milliers

if TYPE_CHECKING:
    from PySide6.QtCore import QObject


class ProfilsModel(ModeleLignes[Profil]):
    """One row a profile: its name, what its files hold, how many columns it knows."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(
            (
                Colonne(titre="Profil", texte=lambda row: row.nom, dit=lambda row: row.nom),
                Colonne(titre="Fichiers de", texte=lambda row: row.genre.value),
                Colonne(
                    titre="Colonnes",
                    texte=lambda row: milliers(len(row.champs)),
                    tri=lambda row: len(row.champs),
                    nombre=True,
                ),
            ),
            parent,
        )
