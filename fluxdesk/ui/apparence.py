"""Light or dark, large or small: as the system says, unless the officer chose."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot

from fluxdesk.domain.vacance_longue import MOIS, MOIS_USUELS
from fluxdesk.ui import theme
from fluxdesk.ui.app import CORPS, CORPS_MINIMAL
from fluxdesk.ui.reglages import COTATION, THEME, VACANCE_LONGUE, ZOOM

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from fluxdesk.ui.reglages import Reglages

PAS = 10  # percent
OUI = "oui"
PLUS_PETIT, PLUS_GRAND = 80, 200


class Choix(StrEnum):
    """Which palette the officer asked for."""

    SYSTEME = "systeme"
    CLAIR = "clair"
    SOMBRE = "sombre"


class Apparence(QObject):
    """Dresses the program, and again whenever the choice, the system or the zoom changes."""

    def __init__(self, app: QApplication, reglages: Reglages, parent: QObject) -> None:
        super().__init__(parent)
        self._app = app
        self._reglages = reglages
        app.styleHints().colorSchemeChanged.connect(self._on_system)
        self._dress()

    @property
    def choix(self) -> Choix:
        """The palette asked for."""
        kept = self._reglages.lire(THEME)
        return Choix(kept) if kept in set(Choix) else Choix.SYSTEME

    @property
    def zoom(self) -> int:
        """Size of the text in percent."""
        kept = self._reglages.lire(ZOOM)
        return min(max(int(kept), PLUS_PETIT), PLUS_GRAND) if kept.isdecimal() else 100

    @property
    def cotation(self) -> bool:
        """Whether the score of a demand is shown; not, unless asked (pratique.md B2)."""
        return self._reglages.lire(COTATION) == OUI

    @Slot(bool)
    def montrer_cotation(self, montree: bool) -> None:  # noqa: FBT001 - what a signal brings
        """Show the score of a demand from now on, or not."""
        self._reglages.ecrire(COTATION, OUI if montree else "")

    @property
    def mois_vacance_longue(self) -> int:
        """After how many months a vacancy alerts (pratique.md A5)."""
        kept = self._reglages.lire(VACANCE_LONGUE)
        return int(kept) if kept.isdecimal() and int(kept) in MOIS else MOIS_USUELS

    def alerter_apres(self, mois: int) -> None:
        """Alert after that many months from now on."""
        self._reglages.ecrire(VACANCE_LONGUE, str(mois))

    def choisir(self, choix: Choix) -> None:
        """Take this palette from now on."""
        self._reglages.ecrire(THEME, choix.value)
        self._dress()

    @Slot()
    def agrandir(self) -> None:
        """Larger text."""
        self._zoom(self.zoom + PAS)

    @Slot()
    def reduire(self) -> None:
        """Smaller text."""
        self._zoom(self.zoom - PAS)

    @Slot()
    def taille_normale(self) -> None:
        """The size of the system."""
        self._zoom(100)

    def _zoom(self, percent: int) -> None:
        self._reglages.ecrire(ZOOM, str(min(max(percent, PLUS_PETIT), PLUS_GRAND)))
        self._dress()

    @Slot()
    def _on_system(self) -> None:
        if self.choix is Choix.SYSTEME:
            self._dress()

    def _dress(self) -> None:
        font = self._app.font()
        font.setPointSizeF((self._app.property(CORPS) or CORPS_MINIMAL) * self.zoom / 100)
        self._app.setFont(font)
        dark = self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        if self.choix is not Choix.SYSTEME:
            dark = self.choix is Choix.SOMBRE
        theme.appliquer(self._app, sombre=dark)
