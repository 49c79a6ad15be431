"""The two small tables of the convention form: sous-contingents, and targets of the mix."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView

from fluxdesk.ui.models.conventions_cibles import AXE, MODALITE, PART, CiblesModel
from fluxdesk.ui.models.conventions_parts import LIEU, NOM, PARTOUT, TAUX, PartsModel
from fluxdesk.ui.widgets.cibles_delegates import CibleDelegate
from fluxdesk.ui.widgets.taux_delegate import TauxDelegate

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel
    from PySide6.QtWidgets import QDialog

    from fluxdesk.ui.forms.ui_convention import Ui_SaisieConvention
    from fluxdesk.ui.models.conventions_lieux import Lieux
    from fluxdesk.ui.widgets.table import Table

Saisie = QAbstractItemView.EditTrigger


class ChampsTables(QObject):
    """Fills both tables and lets their rows be added, typed and taken away."""

    change = Signal()

    def __init__(self, ui: Ui_SaisieConvention, lieux: Lieux, parent: QDialog) -> None:
        super().__init__(parent)
        self.ui = ui
        self.parts = PartsModel(self)
        self.cibles = CiblesModel(self)
        self.parts.nommer_parmi(lieux)
        self.cibles.nommer_parmi(lieux)
        for table, model in ((ui.parts, self.parts), (ui.cibles, self.cibles)):
            table.setModel(model)
            table.setEditTriggers(
                Saisie.DoubleClicked | Saisie.EditKeyPressed | Saisie.AnyKeyPressed
            )
        self._cible = CibleDelegate(self.cibles, ui.cibles)
        ui.parts.setItemDelegateForColumn(
            TAUX, TauxDelegate("Taux du sous-contingent en pour cent", ui.parts)
        )
        ui.cibles.setItemDelegateForColumn(AXE, self._cible)
        ui.cibles.setItemDelegateForColumn(MODALITE, self._cible)
        ui.cibles.setItemDelegateForColumn(
            PART, TauxDelegate("Part du droit en pour cent", ui.cibles)
        )
        ui.parts.largeurs({TAUX: "100,00 %", LIEU: PARTOUT})
        ui.parts.etirer(NOM)
        ui.cibles.largeurs({AXE: "Quartier prioritaire", PART: "100,00 %"})
        ui.cibles.etirer(MODALITE)
        ui.part_zone.nommer("Territoire du sous-contingent choisi")
        ui.part_zone.offrir_defaut(PARTOUT.capitalize())
        ui.part_zone.proposer_parmi(lieux)
        self._brancher()
        self._montrer_zone()

    def _brancher(self) -> None:
        ui = self.ui
        ui.ajouter_part.clicked.connect(self.ajouter_part)
        ui.retirer_part.clicked.connect(self.retirer_part)
        ui.ajouter_cible.clicked.connect(self.ajouter_cible)
        ui.retirer_cible.clicked.connect(self.retirer_cible)
        ui.part_zone.change.connect(self._exercer)
        ui.parts.selectionModel().currentRowChanged.connect(self._montrer_zone)
        self.parts.modelReset.connect(self._montrer_zone)
        for model in (self.parts, self.cibles):
            for signal in (
                model.dataChanged,
                model.rowsInserted,
                model.rowsRemoved,
                model.modelReset,
            ):
                signal.connect(self._suivre)
        self._suivre()

    @Slot()
    def _suivre(self) -> None:
        self.ui.retirer_part.setEnabled(self.parts.rowCount() > 0)
        self.ui.retirer_cible.setEnabled(self.cibles.rowCount() > 0)
        self.change.emit()

    @Slot()
    def ajouter_part(self) -> None:
        """Add a sous-contingent with what is left of the rate, and let its name be typed."""
        left = round(self.ui.taux.value() * 100) - sum(p.dix_milliemes for p in self.parts.parts)
        self.parts.ajouter("nouvelle part", max(0, left))
        _saisir(self.ui.parts, self.parts, NOM)

    @Slot()
    def retirer_part(self) -> None:
        """Take the sous-contingent under the cursor away."""
        self.parts.retirer(self.ui.parts.currentIndex().row())
        self._montrer_zone()

    @Slot()
    def ajouter_cible(self) -> None:
        """Add a target and let its share be typed."""
        self.cibles.ajouter()
        _saisir(self.ui.cibles, self.cibles, PART)

    @Slot()
    def retirer_cible(self) -> None:
        """Take the target under the cursor away."""
        self.cibles.retirer(self.ui.cibles.currentIndex().row())

    @Slot()
    def _montrer_zone(self) -> None:
        """The field below the table speaks of the part under the cursor."""
        field = self.ui.part_zone
        rang = self.ui.parts.currentIndex().row()
        parts = self.parts.parts
        here = 0 <= rang < len(parts)
        with QSignalBlocker(field):
            field.montrer_propre(parts[rang].territoire if here else None)
        field.setEnabled(here)

    @Slot()
    def _exercer(self) -> None:
        rang = self.ui.parts.currentIndex().row()
        if 0 <= rang < self.parts.rowCount():
            self.parts.exercer(rang, self.ui.part_zone.zone_propre())


def _saisir(table: Table, model: QAbstractItemModel, colonne: int) -> None:
    place = model.index(model.rowCount(QModelIndex()) - 1, colonne)
    table.setCurrentIndex(place)
    table.edit(place)
