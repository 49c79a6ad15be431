"""What the page Conventions offers of rights in stock: état des lieux, guarantees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from fluxdesk.ui.etat_des_lieux import ActesEtatDesLieux
from fluxdesk.ui.garanties import ActesGaranties
from fluxdesk.ui.theme import bouton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from fluxdesk.ui.contexte import Contexte


class MenuStock(QObject):
    """A button and its menu."""

    def __init__(self, contexte: Contexte, page: QWidget) -> None:
        super().__init__(page)
        self.garanties = ActesGaranties(contexte, page)
        self.etats = ActesEtatDesLieux(contexte, page)
        self.bouton = bouton("Stock")
        self.bouton.setAccessibleName("Stock et garanties")
        menu = QMenu(self.bouton)
        for text, done, key in (
            ("É&tat des lieux et conversion…", self.etats.demander, "Ctrl+Shift+E"),
            ("&Garanties d’emprunt…", self.garanties.demander, "Ctrl+Shift+G"),
        ):
            action = menu.addAction(text)
            action.triggered.connect(done)
            action.setShortcut(key)
            page.addAction(action)
        self.bouton.setMenu(menu)
