"""Ask for the rule of fairness: how wide the band is, which rents are low, whose word it is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDoubleSpinBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTableView,
)

from fluxdesk.domain.regle_equite import PlafondIllisibleError
from fluxdesk.ui.dialogs.saisie import SaisieDialog
from fluxdesk.ui.models.plafonds import PlafondsModel
from fluxdesk.ui.widgets.table import HAUTEUR_LIGNE

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from fluxdesk.domain.regle_equite import RegleEquite

PHRASE = (
    "Un logement est bon marché s’il est financé en PLAI, ou si son loyer tient dans le plafond "
    "de son type. La bande et les plafonds se conviennent avec les réservataires : aucun texte "
    "ne les fixe. Rien n’empêche une proposition."
)
LARGEUR, HAUTEUR = 660, 600


class RegleEquiteDialog(SaisieDialog):
    """The caller runs the use case with saisie() and motif()."""

    def __init__(self, regle: RegleEquite, parent: QWidget | None = None) -> None:
        super().__init__("Règle d’équité", PHRASE, "Enregistrer", parent)
        self._regle = regle
        self.bande = QDoubleSpinBox()
        self.bande.setRange(0, 100)
        self.bande.setSuffix("\u00a0% du flux, de part et d’autre")
        self.bande.setValue(regle.tolerance / 100)
        self.source = QLineEdit(regle.source)
        self.source.setPlaceholderText("accord du comité de suivi du 12 mai 2026")
        self.plafonds = PlafondsModel(regle.plafonds, self)
        self.grille = self._grille()
        self.aide = QLabel()
        self.aide.setWordWrap(True)
        self.aide.setProperty("role", "doux")
        self.ligne("Bande", self.bande)
        self.ligne("Source", self.source)
        self.colonne.addWidget(QLabel("Plafonds de loyer, en euros par mois (vide : aucun)"))
        self.colonne.addWidget(self.grille)
        self.colonne.addWidget(self.aide)
        self.finir()
        self.resize(LARGEUR, HAUTEUR)
        self.plafonds.dataChanged.connect(self._suivre)
        self._suivre()

    def _grille(self) -> QTableView:
        grid = QTableView()
        grid.setAccessibleName("Plafonds de loyer par type et zone")
        grid.setModel(self.plafonds)
        grid.setShowGrid(False)  # the sheet of the program draws the lines
        for header in (grid.horizontalHeader(), grid.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        grid.setTabKeyNavigation(False)  # Tab leaves the table: the keyboard is never caught
        grid.setEditTriggers(QAbstractItemView.EditTrigger.AllEditTriggers)
        rows = self.plafonds.rowCount() + 1
        grid.setMinimumHeight(round(grid.fontMetrics().height() * HAUTEUR_LIGNE * rows))
        return grid

    def saisie(self) -> RegleEquite:
        """What was entered, once accepted."""
        return replace(
            self._regle,
            tolerance=round(self.bande.value() * 100),
            plafonds=self.plafonds.saisis(),
            source=self.source.text().strip(),
        )

    @Slot()
    def _suivre(self) -> None:
        fault = ""
        try:
            self.plafonds.saisis()
        except PlafondIllisibleError as error:
            fault = str(error)
        self.aide.setText(fault)
        self.aide.setVisible(bool(fault))
        self.faire.setEnabled(not fault)
