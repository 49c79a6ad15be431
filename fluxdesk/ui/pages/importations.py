"""Import a table: choose the file, see what it would do, and only then do it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog

from fluxdesk.services import importer_conventions as conventions
from fluxdesk.services import importer_vacances as vacances
from fluxdesk.services.controler_faisabilite import examinateur
from fluxdesk.ui.contexte import Sujet
from fluxdesk.ui.dialogs.import_tableau import ImportTableauDialog
from fluxdesk.ui.phrases import compte

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from fluxdesk.domain.rapport import RapportImport
    from fluxdesk.services.ports import Bureau, Progress
    from fluxdesk.ui.contexte import Contexte

FICHIERS = "Classeurs et fichiers CSV (*.xlsx *.xls *.ods *.csv *.txt)"
CLASSEUR = "Classeur (*.xlsx)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Importation:
    """What is imported: its words, its columns, its use case, and what it changes."""

    titre: str
    nom: str
    modele: str
    colonnes: tuple[str, ...]
    executer: Callable[[Bureau, Path, bool], RapportImport]
    sujets: tuple[Sujet, ...]


def _importer_conventions(bureau: Bureau, chemin: Path, essai: bool) -> RapportImport:  # noqa: FBT001 - one shape for both
    return conventions.importer_conventions(
        chemin,
        essai=essai,
        uow=bureau.base.transaction(),
        lire=bureau.lire_tableau,
        examinateur=examinateur(bureau),
    )


def _importer_vacances(bureau: Bureau, chemin: Path, essai: bool) -> RapportImport:  # noqa: FBT001 - one shape for both
    return vacances.importer_vacances(
        chemin,
        essai=essai,
        uow=bureau.base.transaction(),
        lire=bureau.lire_tableau,
        horloge=bureau.horloge,
    )


IMPORT_CONVENTIONS = Importation(
    titre="Importer des conventions",
    nom="convention",
    modele="Modèle conventions.xlsx",
    colonnes=conventions.COLONNES,
    executer=_importer_conventions,
    sujets=(Sujet.CONVENTIONS, Sujet.JOURNAL),
)
IMPORT_VACANCES = Importation(
    titre="Importer des vacances",
    nom="vacance",
    modele="Modèle vacances.xlsx",
    colonnes=vacances.COLONNES,
    executer=_importer_vacances,
    sujets=(Sujet.VACANCES, Sujet.JOURNAL),
)


class ActesImport(QObject):
    """Runs the two steps of an import and writes the empty workbook to fill in."""

    def __init__(self, contexte: Contexte, page: QWidget, importation: Importation) -> None:
        super().__init__(page)
        self._contexte = contexte
        self._page = page
        self._importation = importation
        self._fichier = Path()
        self.dialogue: ImportTableauDialog | None = None

    @Slot()
    def choisir(self) -> None:
        """Ask for the file and try it; nothing is written."""
        chosen, _ = QFileDialog.getOpenFileName(self._page, self._importation.titre, "", FICHIERS)
        if chosen:
            self._fichier = Path(chosen)
            self._contexte.agir(
                f"Lecture de {self._fichier.name}",
                self._travail(essai=True),
                self._montrer_essai,
                sujets=(),
            )

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

    def _travail(self, *, essai: bool) -> Callable[[Progress], RapportImport]:
        return partial(_executer, self._contexte.bureau, self._importation, self._fichier, essai)

    @Slot(object)
    def _montrer_essai(self, rapport: RapportImport) -> None:
        self.dialogue = ImportTableauDialog(
            self._importation.titre, self._importation.nom, rapport, self._page
        )
        self.dialogue.accepted.connect(self._importer)
        self.dialogue.finished.connect(self.dialogue.deleteLater)
        self.dialogue.open()

    @Slot()
    def _importer(self) -> None:
        self._contexte.agir(
            self._importation.titre,
            self._travail(essai=False),
            self._dire_fait,
            sujets=self._importation.sujets,
        )

    @Slot(object)
    def _dire_fait(self, rapport: RapportImport) -> None:
        done = compte(rapport.creees + rapport.modifiees, self._importation.nom)
        self._contexte.avis.emit(f"Import terminé\u00a0: {done} de {rapport.fichier}.")

    @Slot(object)
    def _dire_modele(self, path: Path) -> None:
        self._contexte.avis.emit(f"Modèle enregistré\u00a0: {path}")


def _executer(
    bureau: Bureau,
    importation: Importation,
    chemin: Path,
    essai: bool,  # noqa: FBT001 - filled in by partial, which takes the rest by place
    _progress: Progress,
) -> RapportImport:
    return importation.executer(bureau, chemin, essai)


def _ecrire_modele(
    bureau: Bureau, importation: Importation, cible: Path, _progress: Progress
) -> Path:
    bureau.ecrire_modele(importation.colonnes, cible)
    return cible
