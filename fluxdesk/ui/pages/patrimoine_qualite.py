"""The quality of the patrimoine: what to look at, and how sound each programme and field is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from fluxdesk.services.marquer_sortis import absents_du_dernier_fichier
from fluxdesk.services.mesurer_qualite import mesurer_qualite
from fluxdesk.ui.models.qualite import (
    AlertesModel,
    ChampsModel,
    ProgrammesModel,
    lignes_alertes,
    lignes_programmes,
    pour_cent,
)
from fluxdesk.ui.phrases import compte
from fluxdesk.ui.theme import bouton, bouton_principal
from fluxdesk.ui.widgets.carte import Carte
from fluxdesk.ui.widgets.table import Table

if TYPE_CHECKING:
    from fluxdesk.domain.qualite import Qualite
    from fluxdesk.services.marquer_sortis import Absents
    from fluxdesk.services.ports import Bureau, Progress
    from fluxdesk.ui.contexte import Contexte
    from fluxdesk.ui.models.qualite import LigneAlerte

LIGNES_CONSEIL = 3
MINI_LIGNES = 4


@dataclass(frozen=True, slots=True)
class Mesuree:
    """The measure, and what the last file does not hold."""

    qualite: Qualite
    absents: Absents


def mesurer(bureau: Bureau, progress: Progress) -> Mesuree:
    """Measure; runs on the worker."""
    found = mesurer_qualite(
        uow=bureau.base.transaction(),
        horloge=bureau.horloge,
        territoires=bureau.territoires,
        progress=progress,
    )
    return Mesuree(found, absents_du_dernier_fichier(uow=bureau.base.transaction()))


class QualiteVue(QWidget):
    """Shows a measure; what is chosen there is a signal."""

    voir = Signal(object)  # LigneAlerte
    retour = Signal()

    def __init__(self, contexte: Contexte, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._contexte = contexte
        self.alertes_model = AlertesModel(self)
        self.programmes_model = ProgrammesModel(self)
        self.champs_model = ChampsModel(self)
        self.alertes = Table("À regarder", nue=True)
        self.programmes = Table("Qualité par programme", nue=True)
        self.champs = Table("Qualité par champ", nue=True)
        self.dit = QLabel("Mesure en cours…")
        self.conseil = QLabel()
        self.montrer_logements = bouton_principal("Voir les logements")
        self.liste = bouton("Revenir à la liste", "arrow-left")
        self._carte_champs = Carte("Par champ")
        self._preparer()
        self._disposer()
        self._brancher()

    def mesurer(self) -> None:
        """Measure on the worker, with progress and cancel in the status bar."""
        self.dit.setText("Mesure en cours…")
        work = partial(mesurer, self._contexte.bureau)
        self._contexte.agir("Mesure de la qualité", work, self.montrer, sujets=())

    @Slot(object)
    def montrer(self, mesuree: Mesuree) -> None:
        """Show a new measure; the alert that was chosen stays chosen."""
        row = max(0, self.alertes.currentIndex().row())
        found = mesuree.qualite
        self.alertes_model.montrer(lignes_alertes(found, mesuree.absents))
        self.programmes_model.montrer(lignes_programmes(found))
        self.dit.setText(
            f"{compte(found.logements, 'logement')}, {pour_cent(found.note)} des valeurs "
            "présentes et sans alerte"
        )
        self.alertes.selectRow(min(row, self.alertes_model.rowCount() - 1))
        self.programmes.selectRow(0)

    def ligne(self) -> LigneAlerte | None:
        """The alert chosen."""
        return self.alertes_model.ligne(self.alertes.currentIndex())

    def _preparer(self) -> None:
        for table, model in (
            (self.alertes, self.alertes_model),
            (self.programmes, self.programmes_model),
            (self.champs, self.champs_model),
        ):
            table.setModel(model)
            table.setSelectionMode(Table.SelectionMode.SingleSelection)
            table.setMinimumHeight(table.hauteur_ligne() * MINI_LIGNES)
        self.alertes.largeurs({1: "999 999"})
        self.alertes.etirer(0)
        self.programmes.largeurs({1: "L’ÎLE-ROUSSE", 2: "99 999", 3: "99 999", 4: "100,0 %"})
        self.programmes.etirer(0)
        self.programmes.setSortingEnabled(True)
        self.programmes.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.champs.largeurs(dict.fromkeys((1, 2, 3), "100,0 %"))
        self.champs.etirer(0)
        self.dit.setProperty("role", "doux")
        self.conseil.setProperty("role", "doux")
        self.conseil.setWordWrap(True)
        self.conseil.setMinimumHeight(self.fontMetrics().lineSpacing() * LIGNES_CONSEIL)
        self.conseil.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.montrer_logements.setEnabled(False)

    def _disposer(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.liste)
        top.addWidget(self.dit, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 8, 16, 10)
        foot.setSpacing(12)
        foot.addWidget(self.conseil, 1)
        foot.addWidget(self.montrer_logements)
        left, programmes = Carte("À regarder"), Carte("Par programme")
        left.corps.addWidget(self.alertes, 1)
        left.corps.addLayout(foot)
        programmes.corps.addWidget(self.programmes)
        self._carte_champs.corps.addWidget(self.champs)
        grid = QGridLayout()
        grid.setSpacing(16)
        grid.addWidget(left, 0, 0, 2, 1)
        grid.addWidget(programmes, 0, 1)
        grid.addWidget(self._carte_champs, 1, 1)
        grid.setColumnStretch(0, 4)
        grid.setColumnStretch(1, 5)
        grid.setRowStretch(0, 4)
        grid.setRowStretch(1, 5)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(top)
        column.addLayout(grid, 1)

    def _brancher(self) -> None:
        self.alertes.selectionModel().currentRowChanged.connect(self._on_alert)
        self.alertes.activated.connect(self._see)
        self.montrer_logements.clicked.connect(self._see)
        self.programmes.selectionModel().currentRowChanged.connect(self._on_programme)
        self.liste.clicked.connect(self.retour)

    @Slot()
    def _on_alert(self) -> None:
        row = self.ligne()
        self.conseil.setText(row.conseil if row else "")
        self.montrer_logements.setEnabled(bool(row and row.nombre))

    @Slot()
    def _see(self) -> None:
        row = self.ligne()
        if row is not None and row.nombre:
            self.voir.emit(row)

    @Slot()
    def _on_programme(self) -> None:
        row = self.programmes_model.ligne(self.programmes.currentIndex())
        if row is not None:
            self._carte_champs.titrer(f"Par champ\u00a0: {row.nom}")
            self.champs_model.montrer(row.champs)
