"""What an officer does with a vacancy: each act asks in a dialog, then runs its use case."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from fluxdesk.domain.orientation import ISSUES_RENDUES
from fluxdesk.services.editer_lettre import nom_de_lettre
from fluxdesk.services.enregistrer_issue import Reponse
from fluxdesk.services.passer_au_candidat import CandidatPerdu
from fluxdesk.ui.contexte import Sujet
from fluxdesk.ui.dialogs.conge import CongeDialog
from fluxdesk.ui.dialogs.issue import IssueDialog
from fluxdesk.ui.dialogs.motif import MotifDialog
from fluxdesk.ui.dialogs.qualification import QualificationDialog
from fluxdesk.ui.dialogs.suivant import SuivantDialog
from fluxdesk.ui.pages import vacances_travaux as travaux

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.services.orienter_vacance import DemandeOrientation
    from fluxdesk.services.proposer_a_tous import DemandeATous
    from fluxdesk.ui.contexte import Contexte
    from fluxdesk.ui.pages.vacances_dossier import DossierVacance

SUJETS = (Sujet.VACANCES, Sujet.JOURNAL)
Dialogue: TypeAlias = CongeDialog | QualificationDialog | IssueDialog | MotifDialog
PDF = "Document PDF (*.pdf)"


class ActesVacance(QObject):
    """Runs the acts of the page Vacances; dialogs open over the page, work runs on the worker."""

    conge_enregistre = Signal(int)
    orientee = Signal(object)  # Orientation
    orientee_a_plusieurs = Signal(object)  # tuple[Orientation, ...]
    rendue = Signal(int)  # vacancy that was given back
    louee = Signal(int)  # vacancy attributed, or whose lease is signed
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
        dialog = IssueDialog(self._contexte, dossier, dossier.offre, self._page)
        dialog.accepted.connect(self._enregistrer_issue)
        self._ouvrir(dialog)

    def demander_suivant(self, dossier: DossierVacance) -> None:
        """Ask to pass to the next in order."""
        if dossier.offre is None:
            return
        self._dossier = dossier
        dialog = SuivantDialog(self._contexte, dossier, dossier.offre, self._page)
        dialog.accepted.connect(self._passer_au_suivant)
        self._ouvrir(dialog)

    def demander_annulation(self, dossier: DossierVacance) -> None:
        """Ask why the standing offer is taken back, and which one where several are open."""
        if dossier.offre is None:
            return
        self._dossier = dossier
        several = len(dossier.ouvertes) > 1
        one = f"L’offre n°\u00a0{dossier.offre.numero} ({dossier.destinataire}) sera annulée"
        dialog = MotifDialog(
            "Annuler l’orientation",
            f"{'Ce que vous choisissez sera annulé' if several else one}, "
            "comme si cela n’avait pas été fait.",
            "Annuler l’orientation",
            self._page,
            quoi=_annulables(dossier) if several else (),
        )
        dialog.accepted.connect(self._enregistrer_annulation)
        self._ouvrir(dialog)

    def demander_lettre(self, dossier: DossierVacance) -> None:
        """Ask where to write the letters of the standing offers, and write them."""
        letters = dossier.lettres
        if len(letters) == 1:
            self.editer_lettre(letters[0], dossier.noms[letters[0].id])
        elif letters:
            self._editer_lettres([(o.id, nom_de_lettre(o, dossier.noms[o.id])) for o in letters])

    def _editer_lettres(self, lettres: Sequence[tuple[int, str]]) -> None:
        chosen = QFileDialog.getExistingDirectory(self._page, "Éditer les lettres dans")
        if chosen:
            work = partial(travaux.editer_toutes, self._contexte.bureau, lettres, Path(chosen))
            self._contexte.agir("Édition des lettres", work, self._lettre_ecrite, sujets=SUJETS)

    def editer_lettre(self, offre: Orientation, destinataire: str) -> None:
        """Ask where to write a letter, and write it."""
        name = nom_de_lettre(offre, destinataire)
        chosen, _ = QFileDialog.getSaveFileName(self._page, "Éditer la lettre", name, PDF)
        if chosen:
            target = Path(chosen).with_suffix(".pdf")
            work = partial(travaux.editer, self._contexte.bureau, offre.id, target)
            self._contexte.agir("Édition de la lettre", work, self._lettre_ecrite, sujets=SUJETS)

    def orienter(self, demande: DemandeOrientation) -> None:
        """Make the offer."""
        work = partial(travaux.orienter, self._contexte.bureau, demande)
        self._contexte.agir("Orientation du logement", work, self._offre_faite, sujets=SUJETS)

    def orienter_a_plusieurs(self, demande: DemandeATous) -> None:
        """Make one offer to each."""
        work = partial(travaux.offrir_a_plusieurs, self._contexte.bureau, demande)
        self._contexte.agir("Orientation du logement", work, self._offres_faites, sujets=SUJETS)

    def proposer_au_titulaire(self, vacance_id: int) -> None:
        """Offer a dwelling of the identified stock to who holds it by right."""
        work = partial(travaux.offrir_au_titulaire, self._contexte.bureau, vacance_id)
        self._contexte.agir("Offre au titulaire", work, self._offre_faite, sujets=SUJETS)

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
            work = partial(travaux.enregistrer, self._contexte.bureau, self.dialogue.saisie())
            self._contexte.agir("Enregistrement du congé", work, self._conge_fait, sujets=SUJETS)

    @Slot()
    def _enregistrer_qualification(self) -> None:
        if isinstance(self.dialogue, QualificationDialog) and self._dossier is not None:
            ident = self._dossier.vacance.id
            work = partial(travaux.qualifier, self._contexte.bureau, ident, self.dialogue.saisie())
            self._contexte.agir("Qualification de la vacance", work, sujets=SUJETS)

    @Slot()
    def _enregistrer_issue(self) -> None:
        if not isinstance(self.dialogue, IssueDialog) or self._dossier is None:
            return
        answer, bureau = self.dialogue.saisie(), self._contexte.bureau
        if isinstance(answer, CandidatPerdu):
            self._contexte.agir(
                "Enregistrement de la réponse",
                partial(travaux.perdre, bureau, answer),
                sujets=SUJETS,
            )
            return
        work = partial(travaux.repondre, bureau, answer, self._dossier.vacance.id)
        back = answer.issue in ISSUES_RENDUES
        done = self._logement_rendu if back else self._reponse_faite
        self._contexte.agir("Enregistrement de la réponse", work, done, sujets=SUJETS)

    @Slot()
    def _passer_au_suivant(self) -> None:
        answer = self.dialogue.saisie() if isinstance(self.dialogue, SuivantDialog) else None
        if isinstance(answer, Reponse):
            work = partial(travaux.passer, self._contexte.bureau, answer)
            self._contexte.agir("Passage au suivant", work, self._offre_faite, sujets=SUJETS)

    @Slot()
    def _enregistrer_annulation(self) -> None:
        if not isinstance(self.dialogue, MotifDialog) or not self._dossier:
            return
        reason, rank = self.dialogue.motif(), self.dialogue.rang()
        dossier, bureau = self._dossier, self._contexte.bureau
        if rank == 0:  # the first of the list is all of them
            work = partial(travaux.annuler_tout, bureau, dossier.vacance.id, reason)
        elif offre := dossier.ouvertes[rank - 1] if rank > 0 else dossier.offre:
            work = partial(travaux.annuler, bureau, offre.id, reason)
        else:
            return
        self._contexte.agir("Annulation de l’orientation", work, sujets=SUJETS)

    @Slot(object)
    def _conge_fait(self, vacance_id: int) -> None:
        self.conge_enregistre.emit(vacance_id)

    @Slot(object)
    def _logement_rendu(self, vacance_id: int) -> None:
        self.rendue.emit(vacance_id)

    @Slot(object)
    def _reponse_faite(self, vacance_id: int) -> None:
        self.louee.emit(vacance_id)

    @Slot(object)
    def _offre_faite(self, offre: Orientation) -> None:
        self.orientee.emit(offre)

    @Slot(object)
    def _offres_faites(self, offres: tuple[Orientation, ...]) -> None:
        self.orientee_a_plusieurs.emit(offres)

    @Slot(object)
    def _lettre_ecrite(self, path: Path) -> None:
        self._lettre = path
        self.lettre_editee.emit(path)


def _annulables(dossier: DossierVacance) -> list[str]:
    """All the open offers, then each of them."""
    each = [f"Offre n°\u00a0{o.numero} ({dossier.noms[o.id]})" for o in dossier.ouvertes]
    return [f"Toutes les offres ({len(each)})", *each]
