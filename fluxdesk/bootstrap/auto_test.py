"""``fluxdesk --self-test``: does this very program work, as it is installed here?

It opens the real window, off screen, on a demonstration base built in a temporary folder, then
does an officer's morning on that base: an orientation, its letter, two bilans, every check.
"""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop

from fluxdesk.bootstrap.charge import charger_atelier
from fluxdesk.bootstrap.fenetre import detruire, faire_fenetre
from fluxdesk.bootstrap.horloge import SystemClock
from fluxdesk.bootstrap.ramassage import Ramassage
from fluxdesk.cli.demo import FICHIER, derouler
from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.typographie import accorde
from fluxdesk.services.ports import sans_progres
from fluxdesk.ui.app import creer_application

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from fluxdesk.ui.main_window import MainWindow

PATIENCE = 120  # seconds to build the demonstration and open it, on a slow machine
_PAS = 50  # milliseconds


class AutoTestError(FluxDeskError):
    """A check of the installation failed; the message is the sentence."""


class _SansMemoire:
    """Settings that remember nothing: the test leaves no trace (ui.reglages.Reglages)."""

    def recents(self) -> list[Path]:
        return []

    def ajouter_recent(self, chemin: Path) -> None:
        """Forget it."""

    def lire(self, cle: str) -> str:  # noqa: ARG002 - the protocol's
        return ""

    def ecrire(self, cle: str, valeur: str) -> None:
        """Forget it."""


def auto_test() -> tuple[str, ...]:
    """Check the program; a sentence for each thing that works.

    Raises:
        AutoTestError: the window did not open the demonstration.
        FluxDeskError: a step of the demonstration was refused.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = creer_application(["fluxdesk"])
    with tempfile.TemporaryDirectory(prefix="fluxdesk-") as name:
        folder = Path(name)
        told = _fenetre(app, folder / FICHIER)
        bureau = charger_atelier(SystemClock()).ouvrir(folder / FICHIER)
        try:
            made = derouler(bureau, folder, sans_progres)
        finally:
            bureau.base.fermer()
        _exiger_fichiers((made.lettre, *made.bilans))
    held = f"{accorde(made.logements, 'logement')}, {accorde(made.vacances, 'vacance')}"
    return (
        told,
        f"Base de démonstration : {held} ; fichier, journal et registre sains.",
        f"Offre n° {made.offre.numero} proposée à {made.destinataire}, lettre écrite.",
        f"Bilans {made.annee} : {accorde(len(made.bilans), 'fichier écrit', 'fichiers écrits')}.",
        "FluxDesk fonctionne.",
    )


def _fenetre(app: QApplication, base: Path) -> str:
    """Let the window itself build and open the demonstration."""
    ramassage = Ramassage()
    window = faire_fenetre(base, reglages=_SansMemoire(), demonstration=base)
    window.show()
    try:
        _attendre(app, window)
        size = window.grab().size()
    finally:
        window.close()
        detruire(window)
        ramassage.finir()
    return f"Fenêtre ouverte hors écran, {size.width()} × {size.height()}."


def _attendre(app: QApplication, window: MainWindow) -> None:
    limit = time.monotonic() + PATIENCE
    while window.seance is None:
        if time.monotonic() > limit:
            message = "La fenêtre n’a pas ouvert la base de démonstration dans le temps prévu."
            raise AutoTestError(message)
        app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, _PAS)


def _exiger_fichiers(fichiers: tuple[Path, ...]) -> None:
    for path in fichiers:
        if not path.is_file() or not path.stat().st_size:
            message = f"Le fichier « {path.name} » n’a pas été écrit."
            raise AutoTestError(message)
