"""What else the menu of a vacancy does: its candidates, and what follows from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction, QKeySequence

from fluxdesk.domain.orientation import ISSUES_ENGAGEES
from fluxdesk.ui.candidats import ActesCandidats

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QMenu, QWidget

    from fluxdesk.ui.contexte import Contexte
    from fluxdesk.ui.pages.vacances_dossier import DossierVacance


class SuitesVacance(QObject):
    """Adds its entries to the menu; reads the vacancy chosen when one is asked for."""

    def __init__(
        self,
        contexte: Contexte,
        page: QWidget,
        menu: QMenu,
        dossier: Callable[[], DossierVacance | None],
    ) -> None:
        super().__init__(page)
        self._contexte = contexte
        self._dossier = dossier
        self.candidats = ActesCandidats(contexte, page)
        self.action_candidats = self._ajouter(
            page, "Candidats…", "Ctrl+Shift+C", self.demander_candidats
        )
        first = menu.actions()[0]
        menu.insertActions(first, [self.action_candidats])
        menu.insertSeparator(first)
        menu.aboutToShow.connect(self._suivre)

    def _ajouter(
        self, page: QWidget, texte: str, touche: str, faire: Callable[[], None]
    ) -> QAction:
        """An entry whose key also works while the menu is closed, anywhere in the page."""
        action = QAction(texte, self)
        action.setShortcut(QKeySequence(touche))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(faire)
        page.addAction(action)
        return action

    @Slot()
    def demander_candidats(self) -> None:
        """Show the candidates of the offers that hold the dwelling, or of the last one."""
        dossier = self._dossier()
        offers = _offres(dossier) if dossier is not None else {}
        if offers:
            self.candidats.demander(offers)

    @Slot()
    def _suivre(self) -> None:
        """Allow only what the vacancy chosen has."""
        dossier = self._dossier()
        self.action_candidats.setEnabled(dossier is not None and bool(_offres(dossier)))


def _offres(dossier: DossierVacance) -> Mapping[int, str]:
    """The offers whose candidates can be seen, by id: those that hold the dwelling first."""
    held = [o for o in dossier.offres if o.issue in ISSUES_ENGAGEES]
    shown = held or ([dossier.offre] if dossier.offre else [])
    return {
        o.id: f"Offre n°\u00a0{o.numero}, {dossier.noms.get(o.id) or 'gardée par le bailleur'}"
        for o in shown
    }
