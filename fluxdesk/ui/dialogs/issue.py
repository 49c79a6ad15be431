"""Ask how an offer went."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox

from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.domain.typographie import typographier
from fluxdesk.ui.dates import de_qt, en_qt
from fluxdesk.ui.dialogs.boutons import nommer_boutons
from fluxdesk.ui.forms.ui_issue import Ui_Issue

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QRadioButton, QWidget

    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.ui.pages.vacances_dossier import DossierVacance

Ok = QDialogButtonBox.StandardButton.Ok
CONSEQUENCES: dict[IssueOrientation, str] = {
    IssueOrientation.ATTRIBUEE: "La commission a attribué le logement à un candidat de ce "
    "réservataire ; il reste à signer le bail.",
    IssueOrientation.BAIL_SIGNE: "La vacance est terminée ; le bail compte au bilan de l’année "
    "de sa signature.",
    IssueOrientation.REFUSEE: "Le logement redevient à orienter et ne sera plus proposé à ce "
    "réservataire. L’effet sur son droit est celui de sa convention.",
    IssueOrientation.SANS_CANDIDAT: "Aucun candidat dans le délai, ou aucun ne convient : le "
    "logement redevient à orienter, selon la procédure de la convention.",
}
RENDUES = frozenset({IssueOrientation.REFUSEE, IssueOrientation.SANS_CANDIDAT})


@dataclass(frozen=True, slots=True, kw_only=True)
class SaisieIssue:
    """What was answered."""

    orientation_id: int
    issue: IssueOrientation
    jour: date
    motif: str


class IssueDialog(QDialog):
    """Asks only what may follow from where the offer stands; a return needs a reason."""

    def __init__(
        self, dossier: DossierVacance, offre: Orientation, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.ui = Ui_Issue()
        self.ui.setupUi(self)
        nommer_boutons(self.ui.boutons, "Enregistrer la réponse")
        self._offre = offre
        self._choix: dict[IssueOrientation, QRadioButton] = {
            IssueOrientation.ATTRIBUEE: self.ui.attribuee,
            IssueOrientation.BAIL_SIGNE: self.ui.bail_signe,
            IssueOrientation.REFUSEE: self.ui.refusee,
            IssueOrientation.SANS_CANDIDAT: self.ui.sans_candidat,
        }
        self.ui.offre.setText(
            f"Offre n°\u00a0{offre.numero}\u00a0: {dossier.lieu}\n{dossier.destinataire}"
        )
        earliest = offre.date_attribution or offre.jour
        self.ui.jour.setDateRange(en_qt(earliest), en_qt(max(earliest, dossier.jour)))
        self.ui.jour.setDate(en_qt(max(earliest, dossier.jour)))
        self._proposer()
        self.ui.motif.textChanged.connect(self._verifier)
        for button in self._choix.values():
            button.toggled.connect(self._verifier)
        self.ui.boutons.accepted.connect(self.accept)
        self.ui.boutons.rejected.connect(self.reject)
        self._verifier()

    @property
    def issue(self) -> IssueOrientation:
        """The answer chosen."""
        return next(i for i, button in self._choix.items() if button.isChecked())

    def saisie(self) -> SaisieIssue:
        """What was answered, once accepted."""
        return SaisieIssue(
            orientation_id=self._offre.id,
            issue=self.issue,
            jour=de_qt(self.ui.jour.date()),
            motif=self.ui.motif.text().strip(),
        )

    def _proposer(self) -> None:
        attributed = self._offre.issue is IssueOrientation.ATTRIBUEE
        first = IssueOrientation.BAIL_SIGNE if attributed else IssueOrientation.ATTRIBUEE
        kept = self._offre.reservataire_id is None  # the landlord gives nothing back
        allowed = {first} if kept else {first, *RENDUES}
        for issue, button in self._choix.items():
            button.setVisible(issue in allowed)
        self._choix[first].setChecked(True)

    @Slot()
    def _verifier(self) -> None:
        issue = next((i for i, button in self._choix.items() if button.isChecked()), None)
        if issue is None:
            return
        back = issue in RENDUES
        self.ui.consequence.setText(typographier(CONSEQUENCES[issue]))
        self.ui.motif.setPlaceholderText(
            "obligatoire : logement inadapté, trop cher…" if back else "facultatif"
        )
        ready = bool(self.ui.motif.text().strip()) or not back
        self.ui.boutons.button(Ok).setEnabled(ready)
