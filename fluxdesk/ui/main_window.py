"""The window: it holds the parts and passes words between them; it does nothing itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, QTimer, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from fluxdesk.ui.aide import boite_a_propos, boite_aide
from fluxdesk.ui.apparence import Apparence
from fluxdesk.ui.barre_etat import BarreEtat
from fluxdesk.ui.bases import Bases
from fluxdesk.ui.classeur import PAGES
from fluxdesk.ui.entete import Entete
from fluxdesk.ui.menus import Menus
from fluxdesk.ui.ouverture import Ouverture
from fluxdesk.ui.pages.accueil import AccueilPage
from fluxdesk.ui.rail import Rail
from fluxdesk.ui.reglages import GEOMETRIE
from fluxdesk.ui.seance import Cadre, Seance
from fluxdesk.ui.tasks import Tasks
from fluxdesk.ui.widgets.bandeau import Bandeau

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent, QShowEvent

    from fluxdesk.services.ports import Atelier, Bureau, Horloge
    from fluxdesk.ui.reglages import Reglages

TAILLE = (1440, 900)
TAILLE_MINIMALE = (960, 600)


class MainWindow(QMainWindow):
    """The officer's desk. Paints itself first; the base is opened after that, on the worker."""

    def __init__(
        self,
        charger_atelier: Callable[[], Atelier],
        *,
        chemin: Path | None,
        reglages: Reglages,
        horloge: Horloge,
        demonstration: Path | None,
    ) -> None:
        """Make the window; show it to begin.

        Args:
            charger_atelier: makes the door to the adapters; slow, called on the worker.
            chemin: the base to open; the demonstration is built when it is its path.
            reglages: what is remembered between two starts.
            horloge: the day and the hour.
            demonstration: where the demonstration is built; None offers none.
        """
        super().__init__()
        self._chemin = chemin
        self._reglages = reglages
        self._begun = False
        self._seance: Seance | None = None
        self.tasks = Tasks(self)
        self._ouverture = Ouverture(charger_atelier, self.tasks, self)
        self.bases = Bases(self._ouverture, reglages, self, demonstration)
        app = QApplication.instance()
        assert isinstance(app, QApplication)  # noqa: S101 - no widget exists without one
        self.menus = Menus(self.menuBar(), PAGES, Apparence(app, reglages, self))
        self.entete = Entete()
        self.rail = Rail(PAGES)
        self.bandeau = Bandeau()
        self.accueil = AccueilPage(avec_demonstration=demonstration is not None)
        self.barre = BarreEtat(horloge)
        self._lay_out()
        self._connect()

    @property
    def seance(self) -> Seance | None:
        """The open base as the window shows it."""
        return self._seance

    def _lay_out(self) -> None:
        self._pile = QStackedWidget()
        self._pile.addWidget(self.accueil)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.bandeau)
        right.addWidget(self._pile, 1)
        below = QHBoxLayout()
        below.setSpacing(0)
        below.addWidget(self.rail)
        below.addLayout(right, 1)
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.entete)
        column.addLayout(below, 1)
        self.setCentralWidget(centre)
        self.setStatusBar(self.barre)
        self.setWindowTitle("FluxDesk")
        self.setMinimumSize(*TAILLE_MINIMALE)
        self.resize(*TAILLE)
        kept = self._reglages.lire(GEOMETRIE)
        if kept:
            self.restoreGeometry(QByteArray.fromBase64(kept.encode()))
        for part in (self.rail, self.entete):
            part.hide()
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self.bandeau, self.bandeau.hide)

    def _connect(self) -> None:
        menus, bases, accueil = self.menus, self.bases, self.accueil
        for asked in (menus.nouvelle, accueil.creer):
            asked.connect(bases.demander_nouvelle)
        for asked in (menus.ouvrir, accueil.ouvrir):
            asked.connect(bases.demander)
        for asked in (menus.recente, accueil.recente):
            asked.connect(bases.ouvrir)
        accueil.demonstration.connect(bases.explorer)
        bases.recentes.connect(menus.montrer_recentes)
        bases.recentes.connect(accueil.montrer_recents)
        bases.ouverte.connect(self._show_base)
        self._ouverture.echec.connect(self.bandeau.alerter)
        self._ouverture.travail.connect(self.barre.travailler)
        self._ouverture.travail.connect(self._on_opening)
        self.tasks.progres.connect(self.barre.progresser)
        self.barre.annuler.connect(self._cancel)
        menus.quitter.connect(self.close)
        menus.aide.connect(self._help)
        menus.a_propos.connect(self._about)

    @Slot(object)
    def _show_base(self, bureau: Bureau) -> None:
        previous = self._seance
        self.bandeau.hide()
        self._seance = Seance(
            bureau,
            Cadre(
                fenetre=self,
                tasks=self.tasks,
                menus=self.menus,
                entete=self.entete,
                rail=self.rail,
                bandeau=self.bandeau,
                barre=self.barre,
            ),
        )
        self._pile.addWidget(self._seance.classeur)
        self._pile.setCurrentWidget(self._seance.classeur)
        self._seance.commencer()
        for part in (self.rail, self.entete):
            part.show()
        self.menus.montrer_base(ouverte=True)
        self.setWindowTitle(f"{bureau.base.chemin.stem} — FluxDesk")
        if previous is not None:
            previous.fermer()

    @Slot(str)
    def _on_opening(self, quoi: str) -> None:
        self.accueil.setEnabled(not quoi)

    @Slot()
    def _cancel(self) -> None:
        if self._seance is not None:
            self._seance.contexte.annuler()
        self._ouverture.annuler()

    @Slot()
    def _help(self) -> None:
        rang = self._seance.classeur.rang if self._seance else 0
        boite_aide(PAGES[rang], self).open()

    @Slot()
    def _about(self) -> None:
        boite_a_propos(self).open()

    @Slot()
    def _begin(self) -> None:
        self.bases.demarrer(self._chemin)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._begun:  # the first paint comes before anything heavy
            self._begun = True
            QTimer.singleShot(0, self, self._begin)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        geometry = self.saveGeometry().toBase64().data()
        self._reglages.ecrire(GEOMETRIE, bytes(geometry).decode())
        self.tasks.stop(self._seance.bureau.base.fermer if self._seance else None)
        self._seance = None
        super().closeEvent(event)
