"""What the page Conventions does with files: an empty workbook, and an import."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from fluxdesk.ui.pages.importations import IMPORT_CONVENTIONS, ActesImport
from fluxdesk.ui.theme import bouton

if TYPE_CHECKING:
    from fluxdesk.ui.contexte import Contexte
    from fluxdesk.ui.pages.page import Page


class MenuFichier(QObject):
    """A button and its menu."""

    def __init__(self, contexte: Contexte, page: Page) -> None:
        super().__init__(page)
        self.importation = ActesImport(contexte, page, IMPORT_CONVENTIONS)
        self.bouton = bouton("Fichier", "file-spreadsheet")
        self.bouton.setAccessibleName("Fichier de conventions")
        menu = QMenu(self.bouton)
        self.modele = menu.addAction("&Modèle de fichier…")
        self.modele.triggered.connect(self.importation.ecrire_modele)
        self.importer = menu.addAction("&Importer…")
        self.importer.triggered.connect(self.importation.choisir)
        self.bouton.setMenu(menu)
