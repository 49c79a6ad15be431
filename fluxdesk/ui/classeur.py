"""The stack of pages: each is made when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget

from fluxdesk.ui.pages.aujourdhui import AujourdhuiPage
from fluxdesk.ui.pages.bilans import BilansPage
from fluxdesk.ui.pages.conventions import ConventionsPage
from fluxdesk.ui.pages.journal import JournalPage
from fluxdesk.ui.pages.patrimoine import PatrimoinePage
from fluxdesk.ui.pages.simulation import SimulationPage
from fluxdesk.ui.pages.vacances import VacancesPage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from fluxdesk.ui.contexte import Contexte
    from fluxdesk.ui.pages.page import Page

PAGES: tuple[type[Page], ...] = (
    AujourdhuiPage,
    VacancesPage,
    PatrimoinePage,
    ConventionsPage,
    BilansPage,
    SimulationPage,
    JournalPage,
)
RANGS = {page.nom: rang for rang, page in enumerate(PAGES)}


class Classeur(QStackedWidget):
    """The pages of one base; says which is shown and what each counts."""

    montree = Signal(int)
    compte = Signal(int, int)

    def __init__(self, contexte: Contexte, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._contexte = contexte
        self._faites: dict[int, Page] = {}
        contexte.ouvrir.connect(self.ouvrir)

    @property
    def rang(self) -> int:
        """Number of the page shown."""
        shown = self.currentWidget()
        return next((rang for rang, page in self._faites.items() if page is shown), 0)

    @Slot(int)
    def montrer(self, rang: int) -> None:
        """Show a page by its number in the rail."""
        self.setCurrentWidget(self._page(rang))
        self.montree.emit(rang)

    @Slot(str, int)
    def ouvrir(self, nom: str, ident: int) -> None:
        """Show a page by its name, and one object of it where the number is not 0."""
        rang = RANGS[nom]
        self.montrer(rang)
        if ident:
            self._page(rang).montrer_objet(ident)

    def _page(self, rang: int) -> Page:
        if rang not in self._faites:
            page = PAGES[rang](self._contexte)
            page.compteur.connect(self._on_count)
            self._faites[rang] = page
            self.addWidget(page)
        return self._faites[rang]

    @Slot(int)
    def _on_count(self, nombre: int) -> None:
        page = self.sender()
        for rang, made in self._faites.items():
            if made is page:
                self.compte.emit(rang, nombre)
