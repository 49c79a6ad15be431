"""The second half of the page Simulation: the curves, above what they are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from fluxdesk.domain.flux.nombres import nombre
from fluxdesk.domain.typographie import typographier
from fluxdesk.services.simuler_annee import LogementDeplace
from fluxdesk.ui.models.lignes import ROLE_LIGNE
from fluxdesk.ui.models.simulation import resume
from fluxdesk.ui.models.simulation_resultat import (
    ComptesModel,
    DeplacesModel,
    MixiteModel,
    lignes_des_comptes,
    temoin_dit,
    trace_de,
)
from fluxdesk.ui.pages.simulation_courbes import PanneauCourbes, poser
from fluxdesk.ui.phrases import compte, milliers
from fluxdesk.ui.widgets.table import Table
from fluxdesk.ui.widgets.table_formulaire import serrer

if TYPE_CHECKING:
    from fluxdesk.services.simuler_annee import Simulation


class PanneauResultat(QWidget):
    """What a simulation found; a dwelling is opened from its list."""

    vacance = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._simulation: Simulation | None = None
        self.resume = QLabel()
        self.courbes = PanneauCourbes()
        self.comptes = Table("Comptes", nue=True)
        self.mixite = Table("Mixité", nue=True)
        self.deplaces = Table("Logements qui seraient allés ailleurs", nue=True)
        self.partie = QComboBox()
        self.seuls = QCheckBox("Seulement ceux que l’hypothèse déplace")
        self.motif = QLabel()
        self.onglets = QTabWidget()
        self._disposer()
        self.partie.activated.connect(self._montrer_mixite)
        self.seuls.toggled.connect(self._montrer_deplaces)
        self.deplaces.activated.connect(self._ouvrir)
        self.setFocusProxy(self.courbes.courbes)

    def _disposer(self) -> None:
        self.resume.setWordWrap(True)
        self.partie.setAccessibleName("Réservataire dont la mixité est montrée")
        self.motif.setWordWrap(True)
        self.motif.setContentsMargins(16, 8, 16, 10)
        tabs = self.onglets
        tabs.addTab(self.comptes, "Comptes")
        tabs.addTab(_avec(self.mixite, self.partie), "Mixité")
        tabs.addTab(_avec(self.deplaces, self.seuls, dessous=self.motif), "Logements")
        for table in (self.comptes, self.mixite, self.deplaces):
            table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self.courbes)
        split.addWidget(tabs)
        split.setSizes([340, 300])
        split.setHandleWidth(12)
        split.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.resume)
        column.addWidget(split, 1)

    @property
    def simulation(self) -> Simulation | None:
        """What is shown."""
        return self._simulation

    def montrer(self, simulation: Simulation) -> None:
        """Show a simulation."""
        self._simulation = simulation
        kept = self.partie.currentData()
        tolerance = nombre(simulation.tolerance)
        self.resume.setText(
            typographier(
                f"Hypothèse : {resume(simulation.hypothese)}. {dire_deplaces(simulation)} "
                f"Bande des courbes : tolérance de ± {tolerance} logement."
            )
        )
        self.courbes.montrer(trace_de(simulation))
        self._montrer_comptes(simulation)
        self.partie.clear()
        self.partie.addItem("Tous les réservataires", "")
        for cle in dict.fromkeys(line.cle for line in simulation.mixite):
            self.partie.addItem(simulation.noms[cle], cle)
        self.partie.setCurrentIndex(max(0, self.partie.findData(kept)))
        self._montrer_mixite()
        self.seuls.setVisible(simulation.source.reelle)
        count = len(simulation.deplaces)
        self.onglets.setTabText(2, f"Logements qui seraient allés ailleurs ({count})")
        self._montrer_deplaces()

    def _montrer_comptes(self, simulation: Simulation) -> None:
        model = ComptesModel(temoin_dit(simulation), self)
        model.montrer(lignes_des_comptes(simulation))
        poser(self.comptes, model)
        titles = (model.headerData(n, Qt.Orientation.Horizontal) for n in range(2, 11))
        serrer(self.comptes, {1: "22,25 % → 30 %"})
        widest = (max(str(title), FIGURE, key=len) for title in titles)
        serrer(self.comptes, dict(enumerate(widest, start=2)))
        self.comptes.etirer_au_moins(0, "Communauté d’aggloméra")

    @Slot()
    def _montrer_mixite(self) -> None:
        if self._simulation is None:
            return
        wanted = self.partie.currentData()
        model = MixiteModel(temoin_dit(self._simulation), self)
        model.montrer([m for m in self._simulation.mixite if wanted in {"", m.cle}])
        poser(self.mixite, model)
        self.mixite.largeurs(
            {1: "Financement", **dict.fromkeys(range(3, model.columnCount()), "+000,00")}
        )
        serrer(self.mixite, {2: "CA du Pays Ajaccien et des vallées"})
        self.mixite.etirer_au_moins(0, "Communauté d’agglomération")

    @Slot()
    def _montrer_deplaces(self) -> None:
        if self._simulation is None:
            return
        real = self._simulation.source.reelle
        rows = [
            row
            for row in self._simulation.deplaces
            if not (real and self.seuls.isChecked()) or row.simule != row.temoin
        ]
        model = DeplacesModel(reelle=real, parent=self)
        model.montrer(rows)
        poser(self.deplaces, model)
        serrer(self.deplaces, {0: "00/00/0000 #", 1: "Avenue du Maréchal-Lattre, Ajaccio"})
        names = range(2, model.columnCount() - 1)
        serrer(self.deplaces, dict.fromkeys(names, "Action Logement Services"))
        self.deplaces.etirer_au_moins(model.columnCount() - 1, "Le plus en retard des éligibles")
        self.deplaces.selectionModel().currentRowChanged.connect(self._dire_motif)
        self.motif.setText(CHOISIR)

    @Slot(QModelIndex)
    def _dire_motif(self, index: QModelIndex) -> None:
        row = index.data(ROLE_LIGNE)
        if isinstance(row, LogementDeplace):
            moved = f"{row.adresse} : {row.fait} → {row.simule}. {row.motif}"
            self.motif.setText(typographier(moved))

    @Slot(QModelIndex)
    def _ouvrir(self, index: QModelIndex) -> None:
        row = index.data(ROLE_LIGNE)
        real = self._simulation is not None and self._simulation.source.reelle
        if isinstance(row, LogementDeplace) and real:
            self.vacance.emit(int(row.cle))


FIGURE = "+0\u202f000,00"
CHOISIR = "Choisissez un logement pour lire le motif ; Entrée ouvre sa vacance."


def dire_deplaces(simulation: Simulation) -> str:
    """How many dwellings move, and how many of them the hypothesis itself moves."""
    moved = simulation.deplaces
    total = compte(len(simulation.source.arrivees), "logement")
    if not moved:
        return typographier(f"Aucun logement sur {total} ne serait allé ailleurs.")
    went = compte(len(moved), "serait allé ailleurs", "seraient allés ailleurs")
    if not simulation.source.reelle:
        return f"Sur {total}, {went}."
    own = milliers(sum(row.simule != row.temoin for row in moved))
    return typographier(f"Sur {total}, {went}, dont {own} par l’effet de l’hypothèse.")


def _avec(table: Table, *au_dessus: QWidget, dessous: QWidget | None = None) -> QWidget:
    """The table, what narrows it above, and what its row says below."""
    holder = QWidget()
    row = QHBoxLayout()
    row.setContentsMargins(8, 8, 8, 4)
    row.setSpacing(16)
    for widget in au_dessus:
        row.addWidget(widget)
    row.addStretch(1)
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addLayout(row)
    column.addWidget(table, 1)
    if dessous is not None:
        column.addWidget(dessous)
    return holder
