"""The list of vacancies: filter by words and by stage, one selected, its detail beside it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from fluxdesk.domain.vacance import Etape
from fluxdesk.services.rows import VacanceRow
from fluxdesk.ui.models.lignes import ROLE_LIGNE
from fluxdesk.ui.models.vacances import (
    COLONNE_ADRESSE,
    COLONNE_AGE,
    COLONNE_DESTINATAIRE,
    COLONNE_ECHEANCE,
    COLONNE_ETAPE,
    PASTILLES,
    VacanceModel,
)
from fluxdesk.ui.pages.vacances_detail import DetailVacance
from fluxdesk.ui.widgets.pastille import PastilleDelegate
from fluxdesk.ui.widgets.table import Table
from fluxdesk.ui.widgets.table_formulaire import serrer
from fluxdesk.ui.widgets.vide import EtatVide, ListeOuVide

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QHideEvent

ADRESSE = 168  # px: what an address needs to be told from another
SACRIFIEES = (6, 5, 4, 3)  # free date, date of the congé, financing, then type
RIEN = (
    "Rien ne répond au filtre à cette étape\u00a0: effacez le filtre ou montrez toutes les étapes."
)
SERRE = 36  # px: what the column of who is waited for gives in a small window
ATTENTE = 200  # ms of quiet before a search
EN_COURS, TOUTES, LONGUES = "en cours", "toutes", "longues"


class ListeVacances(QWidget):
    """Shows rows that the page has read; says which one is chosen and what is searched."""

    choisie = Signal(object)  # VacanceRow | None
    cherche = Signal()
    agir = Signal()  # Entrée or a double click on the row

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._toutes: tuple[VacanceRow, ...] = ()
        self._garder = 0
        self.model = VacanceModel(self)
        self.table = Table("Vacances")
        self.detail = DetailVacance(parcours=True)
        self.detail.hide()
        self.recherche = QLineEdit()
        self.recherche.setPlaceholderText("Filtrer\u00a0: adresse, commune, réservataire, offre…")
        self.recherche.setAccessibleName("Filtrer les vacances")
        self.recherche.setClearButtonEnabled(True)
        self.etapes = QComboBox()
        self.etapes.setAccessibleName("Étape montrée")
        self._attente = QTimer(self, singleShot=True, interval=ATTENTE)
        self._attente.timeout.connect(self.cherche)
        self._preparer_table()
        self._disposer()
        self._compter()
        self.recherche.textChanged.connect(self._attente.start)
        self.etapes.currentIndexChanged.connect(self._filtrer)

    @property
    def texte(self) -> str:
        """What is searched."""
        return self.recherche.text().strip()

    @property
    def filtree(self) -> bool:
        """Whether some vacancies may be hidden by what is typed."""
        return bool(self.texte)

    @property
    def ligne(self) -> VacanceRow | None:
        """The row chosen."""
        row = self.table.currentIndex().data(ROLE_LIGNE)
        return row if isinstance(row, VacanceRow) else None

    def montrer(self, rows: Sequence[VacanceRow]) -> None:
        """Show these vacancies, keeping the row that was chosen."""
        self._garder = self._garder or (self.ligne.id if self.ligne else 0)
        self._toutes = tuple(rows)
        self._compter()
        self._filtrer()

    def choisir(self, vacance_id: int) -> None:
        """Choose a row, now or when it is read; its stage is shown if it was hidden."""
        self._garder = vacance_id
        if self.model.rang_de(vacance_id) is not None:
            self._reprendre()
        elif any(row.id == vacance_id for row in self._toutes):
            self.etapes.setCurrentIndex(self.etapes.findData(TOUTES))

    def _preparer_table(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._pastilles = PastilleDelegate(table)
        for column in (COLONNE_ETAPE, COLONNE_AGE, COLONNE_ECHEANCE):
            table.setItemDelegateForColumn(column, self._pastilles)
        table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        table.horizontalHeader().setSortIndicatorClearable(True)
        table.setSortingEnabled(True)
        serrer(
            table,
            {
                0: "À qualifier ####",
                2: "MAMOUDZOU",
                3: "Type",
                4: "Financ.",
                5: "00/00/0000",
                6: "00/00/0000",
                7: "000 j ##",
                8: "Commune de Bast",
                9: "Retard de 12 j ###",
            },
        )
        self._larges = [table.columnWidth(c) for c in range(self.model.columnCount())]
        table.etirer_au_moins(COLONNE_ADRESSE, "20 AVENUE MA")
        table.horizontalHeader().setMinimumSectionSize(48)
        table.viewport().installEventFilter(self)
        table.selectionModel().currentRowChanged.connect(self._annoncer)
        table.activated.connect(self.agir)

    def _sacrifier(self) -> None:
        """Hide the columns that the detail shows too, while the address is too narrow to read."""
        table = self.table
        shown = [c for c in range(self.model.columnCount()) if c != COLONNE_ADRESSE]
        room = table.viewport().width() - sum(self._larges[column] for column in shown)
        for column in SACRIFIEES:
            table.setColumnHidden(column, room < ADRESSE)
            room += self._larges[column] if room < ADRESSE else 0
        # The deadline is what one looks for: who it is waited from gives way last.
        spare = SERRE if room < ADRESSE else 0
        table.setColumnWidth(COLONNE_DESTINATAIRE, self._larges[COLONNE_DESTINATAIRE] - spare)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._attente.stop()  # nothing is read for a list nobody sees
        super().hideEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self.table.viewport():
            self._sacrifier()
        return super().eventFilter(watched, event)

    def _disposer(self) -> None:
        filters = QHBoxLayout()
        filters.setSpacing(8)
        filters.addWidget(self.recherche, 1)
        filters.addWidget(self.etapes)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(filters)
        column.addWidget(ListeOuVide(self.table, EtatVide("Aucune vacance à montrer", RIEN)), 1)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(left)
        split.addWidget(self.detail)
        split.setStretchFactor(0, 1)
        split.setSizes([920, 280])
        split.setHandleWidth(16)
        split.setChildrenCollapsible(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(split)

    def _compter(self) -> None:
        """Name each stage with its count; the choice made stays."""
        chosen = self.etapes.currentData() or EN_COURS
        counts = Counter(row.etape for row in self._toutes)
        running = sum(not row.close for row in self._toutes)
        self.etapes.blockSignals(True)  # noqa: FBT003 - Qt's own argument
        self.etapes.clear()
        self.etapes.addItem(f"En cours ({running})", EN_COURS)
        for stage in Etape:
            self.etapes.addItem(f"{PASTILLES[stage].mot} ({counts[stage]})", stage.value)
        self.etapes.addItem(f"Vacance longue ({len(self._longues())})", LONGUES)
        self.etapes.addItem(f"Toutes ({len(self._toutes)})", TOUTES)
        self.etapes.setCurrentIndex(max(0, self.etapes.findData(chosen)))
        self.etapes.blockSignals(False)  # noqa: FBT003 - Qt's own argument

    def _longues(self) -> list[VacanceRow]:
        """Those empty for too long."""
        return [row for row in self._toutes if self.model.longue(row)]

    @Slot()
    def _filtrer(self) -> None:
        wanted = self.etapes.currentData()
        self._garder = self._garder or (self.ligne.id if self.ligne else 0)
        kept = [row for row in self._toutes if _retenue(row, wanted)]
        self.model.montrer(self._longues() if wanted == LONGUES else kept)
        self._reprendre()

    def _reprendre(self) -> None:
        """Choose again what was chosen, or the first row."""
        place = self.model.rang_de(self._garder)
        if place is None and self.model.rowCount():
            place = 0
        if place is not None:
            self._garder = 0
            flags = QItemSelectionModel.SelectionFlag
            self.table.selectionModel().setCurrentIndex(
                self.model.index(place, 0), flags.ClearAndSelect | flags.Rows
            )
        self._annoncer()

    @Slot()
    def _annoncer(self) -> None:
        self.detail.setVisible(self.ligne is not None)
        self.choisie.emit(self.ligne)


def _retenue(row: VacanceRow, voulu: str) -> bool:
    if voulu == EN_COURS:
        return not row.close
    return voulu in (TOUTES, row.etape.value)
