"""One vacancy beside its list, or beside the proposal: its steps, its dwelling, its story."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout
from typing_extensions import override

from fluxdesk.ui.models.parcours import ensuite, jalons_de
from fluxdesk.ui.pages.vacances_dossier import (
    champs_des_offres,
    champs_du_deroule,
    champs_du_logement,
)
from fluxdesk.ui.widgets.fiche import Fiche
from fluxdesk.ui.widgets.parcours import Parcours

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QWidget

    from fluxdesk.ui.pages.vacances_dossier import DossierVacance


class DetailVacance(QScrollArea):
    """The steps of the vacancy, the fiche of the dwelling, and what happened."""

    def __init__(self, parent: QWidget | None = None, *, parcours: bool = False) -> None:
        super().__init__(parent)
        self.parcours = Parcours()
        self.parcours.setVisible(parcours)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName("Fiche du logement et déroulé de la vacance")
        self.offres = Fiche("Offres en cours")
        self.fiche = Fiche("Le logement")
        self.deroule = Fiche("Déroulé")
        holder = QFrame()
        holder.setProperty("role", "carte")
        box = QVBoxLayout(holder)
        box.setContentsMargins(1, 1, 1, 8)
        box.setSpacing(0)
        box.addWidget(self.parcours)
        box.addWidget(self.offres)
        box.addWidget(self.fiche)
        box.addWidget(self.deroule)
        box.addStretch(1)
        self.setWidget(holder)

    def montrer(self, dossier: DossierVacance) -> None:
        """Show a vacancy."""
        self.parcours.montrer(ensuite(dossier), jalons_de(dossier))
        opened = champs_des_offres(dossier)
        self.offres.setVisible(bool(opened))
        self.offres.montrer(opened)
        self.fiche.montrer(champs_du_logement(dossier))
        self.deroule.montrer(champs_du_deroule(dossier))
        self._elargir()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self._elargir()  # what it holds asks for its room once it is laid out
        return super().eventFilter(watched, event)

    def _elargir(self) -> None:
        holder = self.widget()
        if holder is not None and not self.parcours.isHidden():  # its dates are never cut
            bar = self.verticalScrollBar().sizeHint().width()
            self.setMinimumWidth(holder.minimumSizeHint().width() + bar + 2)
