"""The first instant: an empty window is painted, then everything else is loaded.

Imports QtWidgets and what is tiny, so that the officer sees a window as soon as Qt can show one.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, Slot
from PySide6.QtWidgets import QApplication

from fluxdesk.bootstrap.charge import FENETRE
from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.ui.amorce import Amorce

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from fluxdesk.bootstrap.fenetre import Ouverte


class SansEcranError(FluxDeskError):
    """Qt would abort the process without a word that an officer understands."""

    def __init__(self) -> None:
        super().__init__(
            "Aucun écran n’est disponible : la fenêtre ne peut pas s’ouvrir. La ligne de commande "
            "fonctionne sans écran : voyez « fluxdesk --help »."
        )


def exiger_un_ecran(environ: Mapping[str, str], systeme: str) -> None:
    """Refuse to begin on Linux where nothing says which screen to use.

    Raises:
        SansEcranError: no X or Wayland display, and no other platform of Qt was chosen.
    """
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if systeme == "linux" and not any(environ.get(name) for name in named):
        raise SansEcranError


class Suite(QObject):
    """Puts the real window in the place of the empty one."""

    def __init__(self, base: Path | None, amorce: Amorce, *, demonstration: bool) -> None:
        super().__init__()
        self._base = base
        self._amorce = amorce
        self._demonstration = demonstration
        self._ouverte: Ouverte | None = None
        self._refus: FluxDeskError | None = None
        amorce.peinte.connect(self.continuer)

    @Slot()
    def continuer(self) -> None:
        """Load the window, show it, then take the empty one away."""
        preparer: Callable[..., Ouverte] = import_module(FENETRE).preparer
        try:
            self._ouverte = preparer(self._base, demonstration=self._demonstration)
        except FluxDeskError as error:  # raised again once the loop is left
            self._refus = error
            QCoreApplication.quit()
            return
        self._ouverte.fenetre.show()
        self._amorce.close()

    def finir(self, code: int) -> int:
        """Leave in order; the exit code.

        Raises:
            FluxDeskError: the window could not be made.
        """
        if self._refus is not None:
            raise self._refus
        return self._ouverte.finir(code) if self._ouverte else code


def ouvrir(base: Path | None, *, demonstration: bool) -> int:
    """Show the window on a base, on the demonstration or on nothing; the exit code once closed.

    Raises:
        SansEcranError: there is no screen.
        FluxDeskError: the window could not be made.
    """
    exiger_un_ecran(os.environ, sys.platform)
    app = QApplication.instance() or QApplication(sys.argv[:1])
    scheme = app.styleHints().colorScheme() if isinstance(app, QApplication) else None
    amorce = Amorce(sombre=scheme is Qt.ColorScheme.Dark)
    suite = Suite(base, amorce, demonstration=demonstration)
    amorce.show()
    code = app.exec()
    amorce.deleteLater()
    return suite.finir(code)
