"""What an officer does with a vacancy: each act asks in a dialog, then runs its use case."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from fluxdesk.services.annuler_orientation import annuler_orientation
from fluxdesk.services.editer_lettre import editer_lettre, nom_de_lettre
from fluxdesk.services.enregistrer_conge import enregistrer_conge
from fluxdesk.services.enregistrer_issue import enregistrer_issue
from fluxdesk.services.orienter_vacance import orienter_vacance
from fluxdesk.services.qualifier_vacance import qualifier_vacance
from fluxdesk.ui.contexte import Sujet
from fluxdesk.ui.dialogs.conge import CongeDialog
from fluxdesk.ui.dialogs.issue import IssueDialog
from fluxdesk.ui.dialogs.motif import MotifDialog
from fluxdesk.ui.dialogs.qualification import QualificationDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.domain.vacance import Vacance
    from fluxdesk.services.orienter_vacance import DemandeOrientation
    from fluxdesk.services.ports import Bureau, Progress
    from fluxdesk.ui.contexte import Contexte
    from fluxdesk.ui.dialogs.issue import SaisieIssue
    from fluxdesk.ui.dialogs.qualification import SaisieQualification
    from fluxdesk.ui.pages.vacances_dossier import DossierVacance

SUJETS = (Sujet.VACANCES, Sujet.JOURNAL)
Dialogue: TypeAlias = CongeDialog | QualificationDialog | IssueDialog | MotifDialog
PDF = "Document PDF (*.pdf)"


def _enregistrer(bureau: Bureau, vacance: Vacance, _progress: Progress) -> int:
    return enregistrer_conge(vacance, uow=bureau.base.transaction())


def _qualifier(
    bureau: Bureau, vacance_id: int, saisie: SaisieQualification, _progress: Progress
) -> None:
    qualifier_vacance(
        vacance_id,
        saisie.qualification,
        categorie=saisie.categorie,
        uow=bureau.base.transaction(),
        motif=saisie.motif,
    )


def _repondre(bureau: Bureau, saisie: SaisieIssue, _progress: Progress) -> None:
    enregistrer_issue(
        saisie.orientation_id,
        saisie.issue,
        jour=saisie.jour,
        motif=saisie.motif,
        uow=bureau.base.transaction(),
    )


def _orienter(bureau: Bureau, demande: DemandeOrientation, _progress: Progress) -> Orientation:
    return orienter_vacance(
        demande,
        uow=bureau.base.transaction(),
        horloge=bureau.horloge,
        territoires=bureau.territoires,
    )


def _annuler(bureau: Bureau, orientation_id: int, motif: str, _progress: Progress) -> None:
    annuler_orientation(orientation_id, motif=motif, uow=bureau.base.transaction())


def _editer(bureau: Bureau, orientation_id: int, cible: Path, _progress: Progress) -> Path:
    return editer_lettre(
        orientation_id,
        cible,
        uow=bureau.base.transaction(),
        territoires=bureau.territoires,
        ecrire=bureau.ecrire_lettre,
    )


class ActesVacance(QObject):
    """Runs the acts of the page Vacances; dialogs open over the page, work runs on the worker."""

    conge_enregistre = Signal(int)
    orientee = Signal(object)  # Orientation
    lettre_editee = Signal(object)  # Path

    def __init__(self, contexte: Contexte, page: QWidget) -> None:
        super().__init__(page)
        self._contexte = contexte
        self._page = page
        self._dossier: DossierVacance | None = None
        self.dialogue: Dialogue | None = None
        self._lettre: Path | None = None

    @Slot()
    def demander_conge(self) -> None:
        """Ask for a congé."""
        dialog = CongeDialog(self._contexte, self._page)
        dialog.accepted.connect(self._enregistrer_conge)
        self._ouvrir(dialog)

    def demander_qualification(self, dossier: DossierVacance) -> None:
        """Ask whether the vacancy enters the flux."""
        self._dossier = dossier
        dialog = QualificationDialog(dossier, self._page)
        dialog.accepted.connect(self._enregistrer_qualification)
        self._ouvrir(dialog)

    def demander_issue(self, dossier: DossierVacance) -> None:
        """Ask how the standing offer went."""
        if dossier.offre is None:
            return
        self._dossier = dossier
        dialog = IssueDialog(dossier, dossier.offre, self._page)
        dialog.accepted.connect(self._enregistrer_issue)
        self._ouvrir(dialog)

    def demander_annulation(self, dossier: DossierVacance) -> None:
        """Ask why the standing offer is taken back."""
        if dossier.offre is None:
            return
        self._dossier = dossier
        dialog = MotifDialog(
            "Annuler l’orientation",
            f"L’offre n°\u00a0{dossier.offre.numero} ({dossier.destinataire}) sera annulée, "
            "comme si elle n’avait pas été faite.",
            "Annuler l’orientation",
            self._page,
        )
        dialog.accepted.connect(self._enregistrer_annulation)
        self._ouvrir(dialog)

    def demander_lettre(self, dossier: DossierVacance) -> None:
        """Ask where to write the letter of the standing offer, and write it."""
        if dossier.offre is not None:
            self.editer_lettre(dossier.offre, dossier.destinataire)

    def editer_lettre(self, offre: Orientation, destinataire: str) -> None:
        """Ask where to write a letter, and write it."""
        name = nom_de_lettre(offre, destinataire)
        chosen, _ = QFileDialog.getSaveFileName(self._page, "Éditer la lettre", name, PDF)
        if chosen:
            target = Path(chosen).with_suffix(".pdf")
            work = partial(_editer, self._contexte.bureau, offre.id, target)
            self._contexte.agir(
                "Édition de la lettre", work, self._lettre_ecrite, sujets=(Sujet.JOURNAL,)
            )

    def orienter(self, demande: DemandeOrientation) -> None:
        """Make the offer."""
        work = partial(_orienter, self._contexte.bureau, demande)
        self._contexte.agir("Orientation du logement", work, self._offre_faite, sujets=SUJETS)

    @Slot()
    def ouvrir_lettre(self) -> None:
        """Open the last letter with the program the officer reads PDFs with."""
        if self._lettre is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._lettre)))

    def _ouvrir(self, dialog: Dialogue) -> None:
        self.dialogue = dialog
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot()
    def _enregistrer_conge(self) -> None:
        if isinstance(self.dialogue, CongeDialog):
            work = partial(_enregistrer, self._contexte.bureau, self.dialogue.saisie())
            self._contexte.agir("Enregistrement du congé", work, self._conge_fait, sujets=SUJETS)

    @Slot()
    def _enregistrer_qualification(self) -> None:
        if isinstance(self.dialogue, QualificationDialog) and self._dossier is not None:
            ident = self._dossier.vacance.id
            work = partial(_qualifier, self._contexte.bureau, ident, self.dialogue.saisie())
            self._contexte.agir("Qualification de la vacance", work, sujets=SUJETS)

    @Slot()
    def _enregistrer_issue(self) -> None:
        if isinstance(self.dialogue, IssueDialog):
            work = partial(_repondre, self._contexte.bureau, self.dialogue.saisie())
            self._contexte.agir("Enregistrement de la réponse", work, sujets=SUJETS)

    @Slot()
    def _enregistrer_annulation(self) -> None:
        if isinstance(self.dialogue, MotifDialog) and self._dossier and self._dossier.offre:
            reason = self.dialogue.motif()
            work = partial(_annuler, self._contexte.bureau, self._dossier.offre.id, reason)
            self._contexte.agir("Annulation de l’orientation", work, sujets=SUJETS)

    @Slot(object)
    def _conge_fait(self, vacance_id: int) -> None:
        self.conge_enregistre.emit(vacance_id)

    @Slot(object)
    def _offre_faite(self, offre: Orientation) -> None:
        self.orientee.emit(offre)

    @Slot(object)
    def _lettre_ecrite(self, path: Path) -> None:
        self._lettre = path
        self.lettre_editee.emit(path)
