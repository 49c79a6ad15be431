"""Import an RPLS file: first what it would do, line by line; then, if the officer agrees, do it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog
from typing_extensions import override

from fluxdesk.services.importer_patrimoine import importer_patrimoine
from fluxdesk.ui.contexte import Sujet
from fluxdesk.ui.dialogs.boutons import Standard, nommer_boutons
from fluxdesk.ui.forms.ui_import_patrimoine import Ui_ImportPatrimoine
from fluxdesk.ui.models.refus import RefusModel
from fluxdesk.ui.phrases import compte

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from fluxdesk.domain.rapport import RapportImport
    from fluxdesk.services.ports import Progress
    from fluxdesk.ui.contexte import Contexte

LARGEURS = {0: "99 999", 1: "NOM_COLONNE", 2: "valeur lue"}
SUJETS = (Sujet.PATRIMOINE, Sujet.VACANCES, Sujet.JOURNAL)


class ImportPatrimoineDialog(QDialog):
    """Runs the import dry, shows the report, runs it for good, shows the report again."""

    def __init__(self, contexte: Contexte, chemin: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._contexte = contexte
        self._chemin = chemin
        self._occupe = False
        self._rapport: RapportImport | None = None
        self.ui = Ui_ImportPatrimoine()
        self.ui.setupUi(self)
        self.ui.fichier.setText(chemin.name)
        self.model = RefusModel(self)
        self.ui.refus.setModel(self.model)
        self.ui.refus.largeurs(LARGEURS)
        self._faire = nommer_boutons(self.ui.boutons, "Importer")
        self.ui.boutons.accepted.connect(self._import)
        self.ui.boutons.rejected.connect(self.reject)
        contexte.erreur.connect(self._on_error)
        contexte.tasks.progres.connect(self._on_progress)
        self._show_table(visible=False)

    def essayer(self) -> None:
        """Read the file and count what it would change; nothing is written."""
        self._begin("Lecture du fichier…")
        self._contexte.agir(
            f"Lecture de {self._chemin.name}", self._work(essai=True), self._on_dry, sujets=()
        )

    def _work(self, *, essai: bool) -> Callable[[Progress], RapportImport]:
        bureau, path = self._contexte.bureau, self._chemin

        def work(progress: Progress) -> RapportImport:
            return importer_patrimoine(
                path,
                essai=essai,
                uow=bureau.base.transaction(),
                lire=bureau.lire_patrimoine,
                territoires=bureau.territoires,
                progress=progress,
            )

        return work

    @Slot()
    def _import(self) -> None:
        if self._rapport is None or not self._rapport.essai:
            self.accept()
            return
        self._begin("Import en cours…")
        self._contexte.agir(
            "Import du patrimoine", self._work(essai=False), self._on_done, sujets=SUJETS
        )

    @Slot(object)
    def _on_dry(self, rapport: RapportImport) -> None:
        self._show(rapport)
        wanted = rapport.creees + rapport.modifiees
        count = compte(wanted, "logement")
        self._faire.setText(f"Importer {count}" if wanted else "Rien à importer")
        self._faire.setEnabled(bool(wanted))
        self._faire.setFocus()
        self.ui.consigne.setText(
            "Rien n’est encore enregistré. Les lignes refusées ne seront pas importées\u00a0: "
            "corrigez-les dans le fichier puis importez-le de nouveau."
            if rapport.refusees
            else "Rien n’est encore enregistré."
        )

    @Slot(object)
    def _on_done(self, rapport: RapportImport) -> None:
        self._show(rapport)
        self._faire.setText("Terminer")
        self._faire.setEnabled(True)
        self._faire.setFocus()
        self.ui.boutons.button(Standard.Cancel).hide()
        self.ui.consigne.setText(
            f"Import n°\u00a0{rapport.lot} enregistré. Il s’annule en entier depuis le journal."
        )

    def _show(self, rapport: RapportImport) -> None:
        self._occupe = False
        self._rapport = rapport
        self.ui.avancement.hide()
        self.ui.fichier.setText(f"{rapport.fichier} — {rapport.format}, {rapport.encodage}")
        self.ui.resume.setText(bilan_import(rapport))
        self.model.montrer((*rapport.refus, *rapport.avertissements))
        self._show_table(visible=bool(rapport.refus or rapport.avertissements))

    def _begin(self, words: str) -> None:
        self._occupe = True
        self.ui.resume.setText(words)
        self.ui.avancement.setRange(0, 0)
        self.ui.avancement.show()
        self.ui.consigne.setText("")
        self._faire.setEnabled(False)

    def _show_table(self, *, visible: bool) -> None:
        self.ui.refus.setVisible(visible)
        layout = self.layout()
        if layout is not None:
            layout.activate()

    @Slot(int, int, str)
    def _on_progress(self, fait: int, total: int, quoi: str) -> None:
        if self._occupe:
            self.ui.avancement.setRange(0, total)
            self.ui.avancement.setValue(fait)
            self.ui.resume.setText(f"{quoi}…" if quoi else self.ui.resume.text())

    @Slot(str)
    def _on_error(self, phrase: str) -> None:
        if self._occupe:
            self._occupe = False
            self.ui.avancement.hide()
            self.ui.resume.setText(phrase)
            self.ui.consigne.setText("Rien n’a été enregistré.")

    @override
    def reject(self) -> None:
        """Back out; a work under way is cancelled and leaves nothing."""
        if self._occupe:
            self._contexte.annuler()
        super().reject()


def bilan_import(rapport: RapportImport) -> str:
    """The counts of a report in one sentence, whose numbers add up to the lines read."""
    parts = (
        compte(rapport.creees, "nouveau", "nouveaux"),
        compte(rapport.modifiees, "modifié"),
        compte(rapport.inchangees, "inchangé"),
        compte(rapport.refusees, "refusé"),
    )
    said = f"{compte(rapport.lues, 'ligne lue', 'lignes lues')}\u00a0: {', '.join(parts)}."
    if rapport.absents:
        missing = compte(rapport.absents, "logement")
        said += f" Absents de ce fichier et gardés tels quels\u00a0: {missing}."
    return said
