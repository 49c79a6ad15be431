"""Ask which dwelling is freed, when and why."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, Qt, QTimer, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox
from typing_extensions import override

from fluxdesk.domain.suivi_vacance import SuiviVacance
from fluxdesk.domain.vacance import CauseLiberation, Qualification, Vacance
from fluxdesk.services.rows import FiltreLogements, TriLogements
from fluxdesk.ui.dates import de_qt, en_qt
from fluxdesk.ui.dialogs.boutons import nommer_boutons
from fluxdesk.ui.forms.ui_conge import Ui_Conge
from fluxdesk.ui.models.lignes import ROLE_LIGNE
from fluxdesk.ui.models.vacances_logements import LogementsTrouvesModel
from fluxdesk.ui.phrases import compte
from fluxdesk.ui.widgets.table import HAUTEUR_LIGNE

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from fluxdesk.services.ports import Bureau
    from fluxdesk.services.rows import LogementRow
    from fluxdesk.ui.contexte import Contexte

Ok = QDialogButtonBox.StandardButton.Ok
MONTRES = 50
ATTENTE = 150  # ms of quiet before a search


@dataclass(frozen=True, slots=True)
class Trouvailles:
    """What a search found: the first rows and how many there are in all."""

    texte: str
    lignes: tuple[LogementRow, ...]
    total: int


def chercher_logements(bureau: Bureau, texte: str) -> Trouvailles:
    """Find dwellings; runs on the worker."""
    filtre = FiltreLogements(texte=texte, tri=TriLogements.ADRESSE)
    idents = bureau.base.lectures.ids_logements(filtre)
    rows = bureau.base.lectures.logements(idents[:MONTRES])
    return Trouvailles(texte, tuple(rows), len(idents))


class CongeDialog(QDialog):
    """Asks; writes nothing: the caller runs the use case with saisie()."""

    def __init__(self, contexte: Contexte, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_Conge()
        self.ui.setupUi(self)
        nommer_boutons(self.ui.boutons, "Enregistrer le congé")
        self._contexte = contexte
        self._choisi: LogementRow | None = None
        self._model = LogementsTrouvesModel(
            round(HAUTEUR_LIGNE * self.fontMetrics().height()), self
        )
        self.ui.logements.setModel(self._model)
        self._attente = QTimer(self, singleShot=True, interval=ATTENTE)
        self._attente.timeout.connect(self._chercher)
        self.finished.connect(self._attente.stop)  # nothing is read once it is closed
        self._preparer()
        self._brancher()
        self._chercher()
        self._verifier()

    def pour_une_mutation(self) -> None:
        """Ask for the dwelling that the new tenant leaves; its cause is known."""
        self.setWindowTitle("Logement quitté par le locataire")
        self.ui.cause.setCurrentIndex(self.ui.cause.findData(CauseLiberation.MUTATION))
        self.ui.cause.setEnabled(False)
        choice = self.ui.qualification
        for answer in (Qualification.FLUX, Qualification.STOCK, Qualification.HORS_CHAMP):
            choice.retirer(answer)
        choice.choisir(Qualification.A_QUALIFIER)

    def saisie(self) -> Vacance:
        """What was entered, once accepted."""
        chosen = self._choisi
        return Vacance(
            logement_id=chosen.id if chosen else 0,
            date_conge=de_qt(self.ui.date_conge.date()),
            disponibilite=(
                de_qt(self.ui.disponibilite.date())
                if self.ui.disponible_connue.isChecked()
                else None
            ),
            cause=CauseLiberation(self.ui.cause.currentData()),
            qualification=self.ui.qualification.qualification,
            categorie_soustrait=self.ui.qualification.categorie_soustrait,
            observation=self.ui.observation.text().strip(),
            suivi=SuiviVacance(
                motif_hors_flux=self.ui.qualification.hors_flux,
                operation=self.ui.qualification.operation_dite,
            ),
        )

    def _preparer(self) -> None:
        today = self._contexte.bureau.horloge.aujourd_hui()
        self.ui.date_conge.setDate(en_qt(today))
        self.ui.disponibilite.setDate(en_qt(today))
        self.ui.disponibilite.setEnabled(False)
        for cause in CauseLiberation:
            self.ui.cause.addItem(f"{cause.value[0].upper()}{cause.value[1:]}", cause)

    def _brancher(self) -> None:
        self.ui.recherche.textChanged.connect(self._attente.start)
        self.ui.logements.selectionModel().currentChanged.connect(self._choisir)
        self._model.modelReset.connect(self._reprendre)
        self.ui.disponible_connue.toggled.connect(self.ui.disponibilite.setEnabled)
        self.ui.disponible_connue.toggled.connect(self._verifier)
        self.ui.date_conge.dateChanged.connect(self._verifier)
        self.ui.disponibilite.dateChanged.connect(self._verifier)
        self.ui.qualification.change.connect(self._verifier)
        self.ui.boutons.accepted.connect(self.accept)
        self.ui.boutons.rejected.connect(self.reject)

    @Slot()
    def _chercher(self) -> None:
        words = self.ui.recherche.text().strip()
        work = partial(chercher_logements, self._contexte.bureau, words)
        self._contexte.lire(work, self._montrer)

    @Slot(object)
    def _montrer(self, found: Trouvailles) -> None:
        if found.texte != self.ui.recherche.text().strip():
            return  # the officer typed on; a newer search is under way
        self._model.montrer(found.lignes)
        shown = len(found.lignes)
        count = compte(found.total, "logement")
        more = f" ; les {shown} premiers sont montrés" if shown < found.total else ""
        self.ui.trouves.setText(f"{count}{more}" if found.total else "Aucun logement trouvé.")

    @Slot()
    def _reprendre(self) -> None:
        """Select the first hit, so that Entrée alone is enough."""
        self._choisi = None
        if self._model.rowCount() and self.ui.recherche.text().strip():
            first = self._model.index(0, 0)
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.ui.logements.selectionModel().setCurrentIndex(first, flag)
        self._verifier()

    @Slot()
    def _choisir(self) -> None:
        self._choisi = self.ui.logements.currentIndex().data(ROLE_LIGNE)
        self._verifier()

    @Slot()
    def _verifier(self) -> None:
        known = self.ui.disponible_connue.isChecked()
        ordered = not known or self.ui.disponibilite.date() >= self.ui.date_conge.date()
        ready = self._choisi is not None and ordered and self.ui.qualification.complete
        self.ui.boutons.button(Ok).setEnabled(ready)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and self.ui.recherche.hasFocus():
            self.ui.logements.setFocus()
            return
        super().keyPressEvent(event)
