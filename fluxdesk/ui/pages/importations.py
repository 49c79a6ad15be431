"""What a page offers of imports: the assistant for its kind of file, and the empty workbook."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog

from fluxdesk.domain.profil import Genre
from fluxdesk.services import importer_conventions as conventions
from fluxdesk.services import importer_vacances as vacances

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from fluxdesk.services.ports import Bureau, Progress
    from fluxdesk.ui.contexte import Contexte

FICHIERS = "Classeurs et fichiers CSV (*.xlsx *.xls *.ods *.csv *.txt)"
CLASSEUR = "Classeur (*.xlsx)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Importation:
    """What is imported, and the workbook to fill in."""

    genre: Genre
    modele: str
    colonnes: tuple[str, ...]


IMPORT_CONVENTIONS = Importation(
    genre=Genre.CONVENTIONS,
    modele="Modèle conventions.xlsx",
    colonnes=conventions.COLONNES,
)
IMPORT_VACANCES = Importation(
    genre=Genre.VACANCES,
    modele="Modèle vacances.xlsx",
    colonnes=vacances.COLONNES,
)


class ActesImport(QObject):
    """Opens the assistant for the page, and writes the empty workbook to fill in."""

    def __init__(self, contexte: Contexte, page: QWidget, importation: Importation) -> None:
        super().__init__(page)
        self._contexte = contexte
        self._page = page
        self._importation = importation

    @Slot()
    def choisir(self) -> None:
        """Ask for the files, then go through the assistant."""
        self._contexte.importer.emit(self._importation.genre)

    @Slot()
    def ecrire_modele(self) -> None:
        """Ask where to write the empty workbook, and write it."""
        chosen, _ = QFileDialog.getSaveFileName(
            self._page, "Modèle de fichier", self._importation.modele, CLASSEUR
        )
        if chosen:
            target = Path(chosen).with_suffix(".xlsx")
            work = partial(_ecrire_modele, self._contexte.bureau, self._importation, target)
            self._contexte.agir("Écriture du modèle", work, self._dire_modele, sujets=())

    @Slot(object)
    def _dire_modele(self, path: Path) -> None:
        self._contexte.avis.emit(f"Modèle enregistré\u00a0: {path}")


def _ecrire_modele(
    bureau: Bureau, importation: Importation, cible: Path, _progress: Progress
) -> Path:
    bureau.ecrire_modele(importation.colonnes, cible)
    return cible
