"""What a bilan says, on the screen: totals axis by axis, accounts on the last day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSplitter, QVBoxLayout, QWidget

from fluxdesk.domain.bilan_comptes import sans_compte
from fluxdesk.ui.models.bilans import SoldesModel, TotauxModel, lignes_des_totaux, soldes_ordonnes
from fluxdesk.ui.phrases import compte
from fluxdesk.ui.widgets.carte import Carte
from fluxdesk.ui.widgets.table import Table
from fluxdesk.ui.widgets.table_formulaire import serrer

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel

    from fluxdesk.domain.bilan import Bilan


_TOTAUX = {1: "Proposés #", 2: "Attribués #", 3: "Baux ##", 4: "Sans suite #"}
_SOLDES = {1: "22,25 %", 2: "000,00", 3: "Servi #", 4: "+00,00 #"}


class ApercuBilan(QWidget):
    """Shows one bilan; empty until one is read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Aperçu du bilan")
        self.totaux = TotauxModel(self)
        self.soldes = SoldesModel(self)
        self._bilan = Carte("Bilan")
        self._comptes = Carte("Comptes")
        self._resume, self.sans_compte = _phrase(), _phrase()
        counts = self._table("Totaux par axe", self.totaux, _TOTAUX)
        self.comptes = self._table("Soldes au dernier jour", self.soldes, _SOLDES)
        self._bilan.corps.addWidget(self._resume)
        self._bilan.corps.addWidget(counts, 1)
        self._comptes.corps.addWidget(self.comptes)
        self._comptes.corps.addWidget(self.sans_compte, 1)
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self._bilan)
        split.addWidget(self._comptes)
        split.setSizes([420, 260])
        split.setHandleWidth(16)
        split.setChildrenCollapsible(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(split)

    @staticmethod
    def _table(nom: str, model: QAbstractItemModel, largeurs: dict[int, str]) -> Table:
        table = Table(nom, nue=True)
        table.setModel(model)
        serrer(table, largeurs)
        table.etirer(0)
        return table

    def montrer(self, bilan: Bilan) -> None:
        """Show a bilan."""
        self._bilan.titrer(f"Bilan {bilan.periode.nom}\u00a0: {bilan.destinataire}")
        taken = sum(row.nombre for row in bilan.soustraits)
        freed = compte(bilan.liberations, "logement entré", "logements entrés")
        self._resume.setText(f"{freed} dans le flux de la période, {compte(taken, 'soustrait')}.")
        self._comptes.titrer(f"Comptes au {bilan.periode.dernier_jour}")
        self.totaux.montrer(lignes_des_totaux(bilan))
        self.soldes.montrer(soldes_ordonnes(bilan.soldes))
        self.sans_compte.setText(sans_compte(bilan))
        self.comptes.setVisible(bool(bilan.soldes))
        self.sans_compte.setVisible(not bilan.soldes)


def _phrase() -> QLabel:
    """A sentence at the head of a card."""
    said = QLabel()
    said.setProperty("role", "doux")
    said.setWordWrap(True)
    said.setContentsMargins(16, 8, 16, 8)
    said.setAlignment(Qt.AlignmentFlag.AlignTop)
    return said
