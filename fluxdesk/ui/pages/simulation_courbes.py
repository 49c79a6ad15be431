"""The curves of the page Simulation, with their legend, or as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from fluxdesk.ui.models.simulation_resultat import modele_des_points
from fluxdesk.ui.theme import bouton
from fluxdesk.ui.widgets.courbes import Courbes
from fluxdesk.ui.widgets.courbes_legende import Legende
from fluxdesk.ui.widgets.table import Table
from fluxdesk.ui.widgets.texte_coupe import TexteCoupe

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel

    from fluxdesk.ui.widgets.courbes_trace import Trace

EN_TABLEAU, EN_COURBES = "Lire en tableau", "Voir les courbes"


class PanneauCourbes(QFrame):
    """Both graphs and their legend, or the same points as a table."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "carte")
        self.setAccessibleName("Retard par réservataire")
        self._trace: Trace | None = None
        self.courbes = Courbes()
        self.legende = Legende()
        self.table = Table("Courbes de retard en tableau", nue=True)
        self.lecture = TexteCoupe("", "doux")
        self.copier = bouton("Copier l’image", "copy")
        self.basculer = bouton(EN_TABLEAU, "table-2")
        self._disposer()
        self.copier.clicked.connect(self.courbes.copier)
        self.basculer.clicked.connect(self._basculer)
        self.courbes.lue.connect(self._lire)
        self.legende.change.connect(self._tracer)
        self.legende.choisie.connect(self.courbes.choisir)

    def _disposer(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(16, 8, 12, 4)
        bar.setSpacing(8)
        bar.addWidget(self.lecture, 1)
        for button in (self.copier, self.basculer):
            button.setAccessibleName(button.text())
            bar.addWidget(button)
        drawn = QWidget()
        row = QHBoxLayout(drawn)
        row.setContentsMargins(4, 0, 8, 8)
        row.setSpacing(8)
        row.addWidget(self.courbes, 1)
        row.addWidget(self.legende)
        self.pile = QStackedWidget()
        self.pile.addWidget(drawn)
        self.pile.addWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self.pile, 1)

    def montrer(self, trace: Trace) -> None:
        """Draw a simulation."""
        self._trace = trace
        self.legende.montrer(trace.courbes)

    @Slot()
    def _tracer(self) -> None:
        if self._trace is None:
            return
        shown = self.legende.model.visibles
        self.courbes.montrer(self._trace, shown)
        if self.pile.currentWidget() is self.table:
            self._remplir()

    @Slot()
    def _basculer(self) -> None:
        table = self.pile.currentIndex() == 0
        if table:
            self._remplir()
        self.pile.setCurrentIndex(1 if table else 0)
        self.copier.setVisible(not table)
        self._lire("" if table else self.courbes.lecture)
        self.basculer.setText(EN_COURBES if table else EN_TABLEAU)
        self.basculer.setAccessibleName(self.basculer.text())

    @Slot(str)
    def _lire(self, texte: str) -> None:
        self.lecture.setText(texte)
        self.lecture.setToolTip(texte)

    def _remplir(self) -> None:
        if self._trace is not None:
            model = modele_des_points(self._trace, self.legende.model.visibles, self)
            poser(self.table, model)
            self.table.largeurs(dict.fromkeys(range(model.columnCount()), "00/00/0000"))


def poser(table: Table, model: QAbstractItemModel) -> None:
    """Replace the model of a table, the former one with it."""
    former = table.model()
    table.setModel(model)
    if former is not None:
        former.deleteLater()
    table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
    table.setSortingEnabled(True)
