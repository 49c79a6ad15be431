"""Last step: the import itself, then what can be done of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QInputDialog, QLabel
from typing_extensions import override

from fluxdesk.domain.profil import Genre
from fluxdesk.domain.typographie import typographier
from fluxdesk.ui.dialogs.assistant_essai import MOTS, SIGNES, comptes
from fluxdesk.ui.dialogs.assistant_etape import Etape
from fluxdesk.ui.phrases import compte
from fluxdesk.ui.theme import Etat, bouton
from fluxdesk.ui.widgets.compteurs import Compteurs

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fluxdesk.domain.rapport import RapportImport
    from fluxdesk.ui.dialogs.assistant_conduite import Conduite

NOMS: Mapping[Genre, tuple[str, str]] = {
    Genre.PATRIMOINE: ("logement", "logements"),
    Genre.STOCK: ("réservation", "réservations"),
    Genre.CONVENTIONS: ("ligne de convention", "lignes de convention"),
    Genre.VACANCES: ("ligne de vacance", "lignes de vacances"),
    Genre.CANDIDATS: ("candidat", "candidats"),
}
VOIR: Mapping[Genre, tuple[str, str]] = {  # page, button
    Genre.PATRIMOINE: ("patrimoine", "Voir les logements"),
    Genre.STOCK: ("patrimoine", "Voir les logements"),
    Genre.CONVENTIONS: ("conventions", "Voir les conventions"),
    Genre.VACANCES: ("vacances", "Voir les vacances"),
    Genre.CANDIDATS: ("vacances", "Voir les vacances"),
}


class EtapeImporter(Etape):
    """Before: what the button will do. After: the counts, undo, profile, and the way out."""

    titre: ClassVar[str] = "Importer"
    aide: ClassVar[str] = "L’import se fait en une fois\u00a0: tout, ou rien si vous l’arrêtez."

    voir = Signal(str)

    def __init__(self, conduite: Conduite) -> None:
        super().__init__(conduite)
        self.phrase = QLabel()
        self.phrase.setWordWrap(True)
        self.compteurs = Compteurs("Import", MOTS, SIGNES)
        self.annuler = bouton("Annuler cet import", "undo-2")
        self.profil = bouton("Enregistrer ce profil…", "save")
        self.rapport = bouton("Exporter le rapport…", "file-spreadsheet")
        self.ouvrir = bouton("", "building-2")
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.ouvrir, self.profil, self.rapport, self.annuler):
            row.addWidget(button)
            button.hide()
        row.addStretch(1)
        self.corps.addWidget(self.phrase)
        self.corps.addWidget(self.compteurs)
        self.corps.addLayout(row)
        self.corps.addStretch(1)
        self.annuler.clicked.connect(conduite.annuler)
        self.profil.clicked.connect(self.demander_nom)
        self.ouvrir.clicked.connect(self._on_see)
        conduite.importe.connect(self.montrer)
        conduite.annule.connect(self._on_undone)
        conduite.garde.connect(self._on_kept)

    @property
    @override
    def suite(self) -> str:
        report = self.conduite.essai
        if self.conduite.fait is not None or report is None:
            return "Terminer"
        return f"Importer {compte(report.creees + report.modifiees, *NOMS[self.conduite.genre])}"

    @Slot()
    @override
    def montrer(self) -> None:
        done = self.conduite.fait
        told = done or self.conduite.essai
        if told is None:
            return
        self.compteurs.montrer(comptes(told))
        self.phrase.setText(
            avant(told, self.conduite.genre) if done is None else typographier(_reste(told))
        )
        for button in (self.ouvrir, self.rapport):
            button.setVisible(done is not None)
        self.annuler.setVisible(done is not None and bool(done.lot))
        self.profil.setVisible(done is not None and self.conduite.etude is not None)
        self.ouvrir.setText(VOIR[self.conduite.genre][1])
        if done is not None:
            number = f"Import n°\u00a0{done.lot} terminé" if done.lot else "Import terminé"
            count = compte(done.creees + done.modifiees, *NOMS[self.conduite.genre])
            self.constat.dire(typographier(f"{number} : {count}."), Etat.OK)
        self.change.emit()

    @Slot()
    def demander_nom(self) -> None:
        """Ask how to call the way this file was read."""
        study = self.conduite.etude
        known = study.lu.profil.nom if study and study.lu.profil else ""
        dialog = QInputDialog(self)
        dialog.setWindowTitle("Enregistrer ce profil")
        dialog.setLabelText(
            "Nom du profil. Le prochain fichier de même forme sera reconnu et lu de la même façon."
        )
        dialog.setTextValue(known or self.conduite.chemin.stem)
        dialog.setOkButtonText("Enregistrer")
        dialog.setCancelButtonText("Annuler")
        dialog.textValueSelected.connect(self.conduite.garder_profil)
        dialog.open()

    @Slot()
    def _on_see(self) -> None:
        self.voir.emit(VOIR[self.conduite.genre][0])

    @Slot()
    def _on_undone(self) -> None:
        for button in (self.annuler, self.ouvrir):
            button.hide()
        self.constat.dire("Import annulé\u00a0: la base est comme avant.", Etat.NEUTRE)

    @Slot(str)
    def _on_kept(self, nom: str) -> None:
        self.constat.dire(typographier(f"Profil « {nom} » enregistré."), Etat.OK)


def avant(rapport: RapportImport, genre: Genre) -> str:
    """What the button will do, in sentences."""
    said = [f"{compte(rapport.creees, *NOMS[genre])} à créer, {rapport.modifiees} à modifier."]
    if genre is Genre.PATRIMOINE:
        said.append("Une copie de la base est faite juste avant.")
    return typographier(" ".join([*said, _reste(rapport)]).strip())


def _reste(rapport: RapportImport) -> str:
    parts = []
    if rapport.refusees:
        parts.append(f"{compte(rapport.refusees, 'ligne refusée', 'lignes refusées')}.")
    if rapport.corrections:
        parts.append(
            f"{compte(len(rapport.corrections), 'cellule corrigée', 'cellules corrigées')}."
        )
    if rapport.absents:
        missing = compte(rapport.absents, "logement")
        where = f", qui couvre {rapport.perimetre}," if rapport.perimetre else ""
        parts.append(f"Absents de ce fichier{where} et gardés tels quels : {missing}.")
    return " ".join(parts)
