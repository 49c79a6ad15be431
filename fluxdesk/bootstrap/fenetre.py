"""The window, given its clock, its settings and the door to the bases.

Imports Qt and what is light; the adapters that open a base come later, on the worker.
"""

from __future__ import annotations

import signal
import sys
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Slot

from fluxdesk.adapters.disk.chemins import dossier_donnees, dossier_journaux, fichier_reglages
from fluxdesk.adapters.disk.journalisation import ouvrir_journal
from fluxdesk.adapters.disk.reglages import ReglagesDisque
from fluxdesk.bootstrap.charge import charger_atelier
from fluxdesk.bootstrap.horloge import SystemClock
from fluxdesk.bootstrap.ramassage import Ramassage
from fluxdesk.ui.app import creer_application
from fluxdesk.ui.crash import CrashHook, boite_de_panne
from fluxdesk.ui.main_window import MainWindow

if TYPE_CHECKING:
    from pathlib import Path

    from fluxdesk.ui.reglages import Reglages

FAUTE = 70


class Panne(QObject):
    """Closes the program after an error that nobody caught, once it has been told."""

    def __init__(self, fenetre: MainWindow) -> None:
        super().__init__(fenetre)
        self._fenetre = fenetre
        self.survenue = False
        self.crochet = CrashHook(self)
        self.crochet.crashed.connect(self._on_crash)
        self.crochet.install()

    @Slot(str)
    def _on_crash(self, detail: str) -> None:
        self.survenue = True
        box = boite_de_panne(detail, self._fenetre)
        box.finished.connect(self._fenetre.close)
        box.open()


def faire_fenetre(base: Path | None, *, reglages: Reglages, demonstration: Path) -> MainWindow:
    """The window, not shown yet; it opens the base once painted.

    Raises:
        JourFixeError: the environment fixes the day to something that is not a date.
    """
    clock = SystemClock()
    return MainWindow(
        partial(charger_atelier, clock),
        chemin=base,
        reglages=reglages,
        horloge=clock,
        demonstration=demonstration,
    )


def detruire(fenetre: MainWindow) -> None:
    """Destroy the window here and now, in its thread, rather than whenever Python would."""
    fenetre.deleteLater()
    QCoreApplication.sendPostedEvents(fenetre, QEvent.Type.DeferredDelete)


class Ouverte:
    """The window once made, with what must be undone when it is left."""

    def __init__(self, fenetre: MainWindow) -> None:
        self.fenetre = fenetre
        self._panne = Panne(fenetre)
        self._ramassage = Ramassage()
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # Qt's loop would never see a Ctrl+C

    def finir(self, code: int) -> int:
        """Take everything down in its thread; 70 where a fault closed the window."""
        self._panne.crochet.uninstall()
        failed = self._panne.survenue  # the window takes it along
        detruire(self.fenetre)
        self._ramassage.finir()
        return FAUTE if failed else code


def preparer(base: Path | None, *, demonstration: bool) -> Ouverte:
    """Make the window on a base, on the demonstration or on nothing; show it to begin."""
    ouvrir_journal(dossier_journaux())
    creer_application(sys.argv[:1])
    place = dossier_donnees() / "demonstration.fluxdesk"
    return Ouverte(
        faire_fenetre(
            place if demonstration else base,
            reglages=ReglagesDisque(fichier_reglages()),
            demonstration=place,
        )
    )
