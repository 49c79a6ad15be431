"""The list of the journal: when, who, what, why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxdesk.services.rows import JournalRow
from fluxdesk.ui.dates import jour_et_heure
from fluxdesk.ui.models.lignes import Colonne, ModeleLignes

if TYPE_CHECKING:
    from PySide6.QtCore import QObject


class JournalModel(ModeleLignes[JournalRow]):
    """Entries, newest first unless another order is chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(
            (
                Colonne(
                    titre="N°",
                    texte=lambda row: str(row.numero),
                    tri=lambda row: row.numero,
                    nombre=True,
                    titre_complet="Numéro",
                ),
                Colonne(
                    titre="Quand",
                    texte=lambda row: jour_et_heure(row.quand),
                    tri=lambda row: row.quand,
                ),
                Colonne(titre="Qui", texte=lambda row: row.auteur),
                Colonne(titre="Action", texte=lambda row: row.libelle, dit=lambda row: row.libelle),
                Colonne(titre="Motif", texte=lambda row: row.motif, dit=lambda row: row.motif),
            ),
            parent,
        )
