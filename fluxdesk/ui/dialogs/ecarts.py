"""What changed from one état des lieux to another, figure by figure and right by right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout

from fluxdesk.domain.typographie import typographier
from fluxdesk.ui.models.lignes import Colonne, ModeleLignes
from fluxdesk.ui.phrases import compte
from fluxdesk.ui.theme import bouton
from fluxdesk.ui.widgets.table import Table
from fluxdesk.ui.widgets.vide import EtatVide, ListeOuVide

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from fluxdesk.domain.photo_ecarts import Comparaison, Ecart

TAILLE = (900, 520)
RIEN = "Les deux états des lieux ont les mêmes chiffres et les mêmes droits."


class EcartsDialog(QDialog):
    """Shows; there is nothing to do but copy and close."""

    def __init__(self, titre: str, comparaison: Comparaison, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Écarts entre deux états des lieux")
        head = QLabel(typographier(titre))
        head.setProperty("role", "titre")
        rows = (*comparaison.chiffres, *comparaison.droits)
        said = QLabel(compte(len(rows), "écart") if rows else "")
        said.setProperty("role", "doux")
        said.setVisible(bool(rows))
        self.model: ModeleLignes[Ecart] = ModeleLignes(
            (
                Colonne(titre="Ce qui change", texte=lambda row: row.quoi),
                Colonne(titre="Avant", texte=lambda row: row.avant or "–"),
                Colonne(titre="Après", texte=lambda row: row.apres or "–"),
            ),
            self,
        )
        self.table = Table("Écarts")
        self.table.setModel(self.model)
        self.table.largeurs({1: "999 droits de suite (99,99 %)", 2: "999 droits de suite (99,9 %)"})
        self.table.etirer(0)
        close = bouton("Fermer")
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        column.addWidget(head)
        column.addWidget(said)
        column.addWidget(ListeOuVide(self.table, EtatVide("Rien n’a changé", RIEN)), 1)
        column.addLayout(buttons)
        self.resize(*TAILLE)
        self.model.montrer(rows)
