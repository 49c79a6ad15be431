"""Ask how an offer went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox

from fluxdesk.domain.orientation import ISSUES_RENDUES, IssueOrientation
from fluxdesk.domain.typographie import typographier
from fluxdesk.services.enregistrer_issue import Reponse
from fluxdesk.ui.dates import de_qt, en_qt
from fluxdesk.ui.dialogs.boutons import nommer_boutons
from fluxdesk.ui.forms.ui_issue import Ui_Issue

if TYPE_CHECKING:
    from PySide6.QtWidgets import QRadioButton, QWidget

    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.ui.pages.vacances_dossier import DossierVacance

Ok = QDialogButtonBox.StandardButton.Ok
CONSEQUENCES: dict[IssueOrientation, str] = {
    IssueOrientation.ATTRIBUEE: "La commission a attribué le logement à un candidat de ce "
    "réservataire ; il reste à signer le bail.",
    IssueOrientation.BAIL_SIGNE: "La vacance est terminée ; le bail compte au bilan de l’année "
    "de sa signature.",
    IssueOrientation.REFUSEE: "Ce réservataire rend le logement, qui ne lui sera plus proposé.",
    IssueOrientation.SANS_CANDIDAT: "Aucun candidat dans le délai, ou aucun ne convient : ce "
    "réservataire rend le logement, selon la procédure de sa convention.",
}
DESISTEMENT = "Refusée, ou désistement du candidat"


class IssueDialog(QDialog):
    """Asks only what may follow from where the offer stands; a return needs a reason.

    Where several offers are open, the officer says which one is answered.
    """

    verbe = "Enregistrer la réponse"

    def __init__(
        self, dossier: DossierVacance, offre: Orientation, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.ui = Ui_Issue()
        self.ui.setupUi(self)
        nommer_boutons(self.ui.boutons, self.verbe)
        self._dossier = dossier
        self._choix: dict[IssueOrientation, QRadioButton] = {
            IssueOrientation.ATTRIBUEE: self.ui.attribuee,
            IssueOrientation.BAIL_SIGNE: self.ui.bail_signe,
            IssueOrientation.REFUSEE: self.ui.refusee,
            IssueOrientation.SANS_CANDIDAT: self.ui.sans_candidat,
        }
        self._refus = self.ui.refusee.text()
        self._offres = {o.id: o for o in (*dossier.ouvertes, offre)}
        for ident, each in self._offres.items():
            self.ui.offres.addItem(f"{dossier.noms[ident]}, offre n°\u00a0{each.numero}", ident)
        self.ui.offres.setVisible(len(self._offres) > 1)
        self.ui.echeance.hide()
        self.ui.suivant.hide()
        self.ui.offres.setCurrentIndex(self.ui.offres.findData(offre.id))
        self.ui.offres.currentIndexChanged.connect(self._changer)
        self.ui.motif.textChanged.connect(self._verifier)
        for button in self._choix.values():
            button.toggled.connect(self._verifier)
        self.ui.boutons.accepted.connect(self.accept)
        self.ui.boutons.rejected.connect(self.reject)
        self._changer()

    @property
    def offre(self) -> Orientation:
        """The offer that is answered."""
        return self._offres[self.ui.offres.currentData()]

    @property
    def issue(self) -> IssueOrientation:
        """The answer chosen."""
        return next(i for i, button in self._choix.items() if button.isChecked())

    def saisie(self) -> Reponse:
        """What was answered, once accepted."""
        return Reponse(
            orientation_id=self.offre.id,
            issue=self.issue,
            jour=de_qt(self.ui.jour.date()),
            motif=self.ui.motif.text().strip(),
        )

    def permises(self) -> list[IssueOrientation]:
        """The answers that may come, the one to expect first."""
        return [issue for issue in self._choix if issue in self._dossier.effets[self.offre.id]]

    @Slot()
    def _changer(self) -> None:
        """Ask about the offer chosen."""
        offre, dossier = self.offre, self._dossier
        alone = len(self._offres) == 1
        named = f"Offre n°\u00a0{offre.numero}\u00a0: {dossier.lieu}\n{dossier.noms[offre.id]}"
        self.ui.offre.setText(named if alone else dossier.lieu)
        attributed = offre.issue is IssueOrientation.ATTRIBUEE
        self.ui.refusee.setText(DESISTEMENT if attributed else self._refus)
        earliest = offre.date_attribution or offre.jour
        self.ui.jour.setDateRange(en_qt(earliest), en_qt(max(earliest, dossier.jour)))
        self.ui.jour.setDate(en_qt(max(earliest, dossier.jour)))
        allowed = self.permises()
        for issue, button in self._choix.items():
            button.setVisible(issue in allowed)
        self._choix[allowed[0]].setChecked(True)
        self._verifier()

    def _pret(self) -> bool:
        return bool(self.ui.motif.text().strip()) or self.issue not in ISSUES_RENDUES

    @Slot()
    def _verifier(self) -> None:
        issue = next((i for i, button in self._choix.items() if button.isChecked()), None)
        effects = self._dossier.effets[self.offre.id]
        if issue is None or issue not in effects:
            return  # between two choices
        self.ui.consequence.setText(typographier(CONSEQUENCES[issue]))
        self.ui.effet.setText(effects[issue])
        self.ui.motif.setPlaceholderText(
            "obligatoire : logement inadapté, trop cher…"
            if issue in ISSUES_RENDUES
            else "facultatif"
        )
        self.ui.boutons.button(Ok).setEnabled(self._pret())
        self.grandir()

    def grandir(self) -> None:
        """Give long sentences the lines they need: wrapped labels do not ask for them."""
        needed = self.ui.cadre.totalHeightForWidth(self.width())
        self.resize(self.width(), max(self.height(), needed))
