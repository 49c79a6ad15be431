"""The assistant: any file the officer owns, understood step by step, then imported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QMessageBox,
    QWidget,
)
from typing_extensions import override

from fluxdesk.ui.dialogs.assistant_cadre import Cadre, tailler
from fluxdesk.ui.dialogs.assistant_colonnes import EtapeColonnes
from fluxdesk.ui.dialogs.assistant_conduite import Conduite
from fluxdesk.ui.dialogs.assistant_essai import EtapeEssai
from fluxdesk.ui.dialogs.assistant_fichier import EtapeFichier
from fluxdesk.ui.dialogs.assistant_pied import Pied
from fluxdesk.ui.dialogs.assistant_resultat import EtapeImporter
from fluxdesk.ui.dialogs.assistant_valeurs import EtapeValeurs
from fluxdesk.ui.widgets.bandeau import Bandeau
from fluxdesk.ui.widgets.etapes import Etapes

if TYPE_CHECKING:
    from pathlib import Path

    from fluxdesk.domain.profil import Genre
    from fluxdesk.ui.contexte import Contexte
    from fluxdesk.ui.dialogs.assistant_etape import Etape

FICHIER, COLONNES, VALEURS, ESSAI, IMPORTER = range(5)


class AssistantImport(QDialog):
    """Five steps and one row of buttons; nothing is written before the last one."""

    voir = Signal(str)  # page to show

    def __init__(
        self, contexte: Contexte, chemin: Path, genre: Genre | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"Importer {chemin.name}")
        self.conduite = Conduite(contexte, chemin, genre, self)
        self.etapes: tuple[Etape, ...] = (
            EtapeFichier(self.conduite),
            EtapeColonnes(self.conduite),
            EtapeValeurs(self.conduite),
            EtapeEssai(self.conduite),
            EtapeImporter(self.conduite),
        )
        self.rail = Etapes([step.titre for step in self.etapes])
        self.bandeau = Bandeau()
        self.question: QMessageBox | None = None
        self._quitter = False
        self.pied = Pied(extra for step in self.etapes for extra in step.boutons())
        self.suivant, self.precedent = self.pied.suivant, self.pied.precedent
        self._lay_out()
        self._wire()
        tailler(self)

    def commencer(self) -> None:
        """Read the file; called once the dialog is shown."""
        self.conduite.lire()

    def etape(self) -> Etape:
        """The step that is shown."""
        return self.etapes[self.rail.courante]

    def _lay_out(self) -> None:
        self._attente = QWidget()
        cadre = Cadre((self._attente, *self.etapes))
        self.titre, self.aide, self.pile = cadre.titre, cadre.aide, cadre.pile
        self.titre.setText("Lecture du fichier")
        cadre.disposer(self, self.rail, self.bandeau, self.pied)

    def _wire(self) -> None:
        conduite = self.conduite
        conduite.etudie.connect(self._on_study)
        conduite.valeurs_lues.connect(self._on_values)
        conduite.essaye.connect(self._on_trial)
        conduite.importe.connect(self._on_done)
        conduite.occupe.connect(self._on_work)
        conduite.rate.connect(self._on_failure)
        conduite.contexte.tasks.progres.connect(self.pied.progresser)
        self.rail.choisie.connect(self.montrer)
        self.pied.fermer.clicked.connect(self.reject)
        self.pied.arreter.clicked.connect(self._stop)
        self.precedent.clicked.connect(self._back)
        self.suivant.clicked.connect(self._next)
        for step in self.etapes:
            step.change.connect(self._update)
        importing = self.etapes[IMPORTER]
        assert isinstance(importing, EtapeImporter)  # noqa: S101 - made above
        importing.voir.connect(self._on_see)
        trial = self.etapes[ESSAI]
        assert isinstance(trial, EtapeEssai)  # noqa: S101 - made above
        importing.rapport.clicked.connect(trial.demander_export)
        self._on_work("")

    @Slot(int)
    def montrer(self, rang: int) -> None:
        """Show a step with what is known now."""
        step = self.etapes[rang]
        self.bandeau.hide()
        self.rail.montrer(rang, fermees=self._fermees)
        self.titre.setText(step.titre)
        self.aide.setText(step.aide)
        step.montrer()
        self.pile.setCurrentWidget(step)
        self._update()
        first = step.premier()
        (first or self.suivant).setFocus()

    @property
    def _fermees(self) -> bool:
        return self.conduite.fait is not None or self.conduite.lecture.reconnu is not None

    @Slot()
    def _on_study(self) -> None:
        if self.pile.currentWidget() is self._attente and self.conduite.entier:
            self.conduite.essayer()
        else:
            self.montrer(FICHIER)

    @Slot()
    def _on_values(self) -> None:
        self.montrer(VALEURS)

    @Slot()
    def _on_trial(self) -> None:
        if self.pile.currentWidget() is not self.etapes[ESSAI]:
            self.montrer(ESSAI)

    @Slot()
    def _on_done(self) -> None:
        self._update()
        self.suivant.setFocus()

    @Slot()
    def _next(self) -> None:
        self.bandeau.hide()
        match self.rail.courante:
            case 1:
                self.conduite.chercher_valeurs()
            case 2:
                self.conduite.essayer()
            case 4 if self.conduite.fait is None:
                self.conduite.importer()
            case 4:
                self.accept()
            case current:
                self.montrer(current + 1)

    @Slot()
    def _back(self) -> None:
        self.montrer(self.rail.courante - 1)

    @Slot()
    def _update(self) -> None:
        step, rank, busy = self.etape(), self.rail.courante, self.pied.occupe
        shown = self.pile.currentWidget() is step
        done = self.conduite.fait is not None
        for other in self.etapes:
            for extra in other.boutons():
                if other is not step or not shown:
                    extra.hide()
        if shown and isinstance(step, EtapeEssai):
            step.exporter.show()
        first = ESSAI if self.conduite.lecture.reconnu is not None else FICHIER
        self.precedent.setVisible(shown and rank > first and not done)
        self.precedent.setEnabled(not busy)
        self.suivant.setVisible(shown)
        self.suivant.setText(step.suite)
        self.suivant.setEnabled(shown and step.pret and not busy)
        self.pied.fermer.setText("Fermer" if done else "Annuler")
        self.pied.fermer.setVisible(not done)
        if done:
            self.rail.montrer(IMPORTER, fermees=True)

    @Slot(str)
    def _on_work(self, quoi: str) -> None:
        self.pied.travailler(quoi)
        self._update()
        if not quoi and self._quitter:
            super().reject()

    @Slot(str)
    def _on_failure(self, phrase: str) -> None:
        self.bandeau.alerter(phrase)
        if self.pile.currentWidget() is self._attente:
            self.titre.setText("Ce fichier n’a pas pu être lu")
            self.pied.fermer.setText("Fermer")
            self.pied.fermer.setFocus()

    @Slot()
    def _stop(self) -> None:
        """Stop the work; a file that is not read yet leaves nothing to show."""
        if self.pile.currentWidget() is self._attente:
            self.reject()
        else:
            self.conduite.contexte.annuler()

    @Slot(str)
    def _on_see(self, page: str) -> None:
        self.accept()
        self.voir.emit(page)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Close and self.conduite.touche:
            event.ignore()
            self.reject()
            return True
        return super().event(event)

    @Slot()
    @override
    def reject(self) -> None:
        """Back out; a work under way is cancelled, and what was decided is asked about."""
        if self.pied.occupe:
            self._quitter = not self.conduite.touche
            self.conduite.contexte.annuler()
        elif self.conduite.touche:
            self._ask()
        else:
            super().reject()

    def _ask(self) -> None:
        box = QMessageBox(self)
        box.setWindowTitle("Quitter l’import")
        box.setText("Quitter sans importer\u00a0?")
        box.setInformativeText("Vos choix et vos corrections pour ce fichier seront perdus.")
        leave = box.addButton("Quitter", QMessageBox.ButtonRole.DestructiveRole)
        stay = box.addButton("Continuer l’import", QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        leave.clicked.connect(self._leave)
        self.question = box
        box.open()

    @Slot()
    def _leave(self) -> None:
        self.conduite.touche = False
        super().reject()
