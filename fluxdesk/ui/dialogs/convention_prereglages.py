"""Usual sets of clauses to start from: each value with its source, none taken unseen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QListWidget,
    QStyledItemDelegate,
    QVBoxLayout,
)
from typing_extensions import override

from fluxdesk.domain.prereglages import prereglages_pour
from fluxdesk.domain.typographie import typographier
from fluxdesk.ui.dialogs.boutons import nommer_boutons
from fluxdesk.ui.models.lignes import Colonne, ModeleLignes
from fluxdesk.ui.widgets.liste_choix import garnir
from fluxdesk.ui.widgets.table import Table

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from fluxdesk.domain.prereglages import Valeur
    from fluxdesk.domain.reservataire import Categorie
    from fluxdesk.ui.models.lignes import Index

DIT = (
    "Ces valeurs sont d’usage courant : aucune n’est la loi. Vérifiez chacune dans votre "
    "convention ; ôtez de la sélection celles que vous ne voulez pas reprendre."
)
AIR = 8
BOUTONS = QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel


class _Aere(QStyledItemDelegate):
    """Keeps some air between wrapped lines and those of the next row."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return super().sizeHint(option, index) + QSize(0, AIR)


class PrereglagesDialog(QDialog):
    """Asks which set, and which of its values; changes nothing itself."""

    def __init__(self, categorie: Categorie, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Préréglages")
        self._offerts = prereglages_pour(categorie)
        self.liste = QListWidget()
        self.liste.setAccessibleName("Préréglages")
        garnir(self.liste, [p.nom for p in self._offerts])
        self.model: ModeleLignes[Valeur] = ModeleLignes(
            (
                Colonne(titre="Rubrique", texte=lambda v: v.rubrique),
                Colonne(titre="Valeur", texte=lambda v: v.dit, dit=lambda v: v.dit),
                Colonne(titre="Source", texte=lambda v: v.source, dit=lambda v: v.source),
            ),
            self,
        )
        self.table = Table("Valeurs du préréglage", self)
        self.table.setModel(self.model)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.MultiSelection)
        self.table.largeurs({0: "Refus et décompte ", 1: "l’absence de candidat ne consomme pas "})
        self.table.etirer(2)
        self.table.setWordWrap(True)
        self.table.setItemDelegate(_Aere(self.table))
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._ranger()
        self.liste.currentRowChanged.connect(self._montrer)
        self.liste.setCurrentRow(0)
        self.resize(1220, 640)

    def _ranger(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 16, 24, 16)
        outer.setSpacing(12)
        said = QLabel(typographier(DIT))
        said.setWordWrap(True)
        said.setProperty("role", "doux")
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.liste)
        row.addWidget(self.table, 1)
        buttons = QDialogButtonBox(BOUTONS)
        self.reprendre = nommer_boutons(buttons, "Reprendre ces valeurs")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        outer.addWidget(said)
        outer.addLayout(row, 1)
        outer.addWidget(buttons)

    @Slot(int)
    def _montrer(self, rang: int) -> None:
        self.model.montrer(self._offerts[rang].valeurs)
        self.table.selectAll()

    def valeurs(self) -> tuple[Valeur, ...]:
        """The values selected, in the order of the headings."""
        rows = sorted(i.row() for i in self.table.selectionModel().selectedRows())
        return tuple(self.model.lignes[row] for row in rows)
