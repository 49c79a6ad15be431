"""Ask whether a vacancy enters the flux."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox

from fluxdesk.domain.vacance import Qualification
from fluxdesk.services.qualifier_vacance import Precision
from fluxdesk.ui.dialogs.boutons import nommer_boutons
from fluxdesk.ui.forms.ui_qualification import Ui_QualifierVacance

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from fluxdesk.ui.pages.vacances_dossier import DossierVacance

Ok = QDialogButtonBox.StandardButton.Ok


@dataclass(frozen=True, slots=True, kw_only=True)
class SaisieQualification:
    """What was answered."""

    qualification: Qualification
    precision: Precision
    motif: str


class QualificationDialog(QDialog):
    """Asks; writes nothing: the caller runs the use case with saisie()."""

    def __init__(self, dossier: DossierVacance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_QualifierVacance()
        self.ui.setupUi(self)
        nommer_boutons(self.ui.boutons, "Enregistrer la qualification")
        self.vacance_id = dossier.vacance.id
        self.ui.logement.setText(f"{dossier.lieu} · {dossier.logement.typologie}")
        vacance = dossier.vacance
        waiting = vacance.qualification is Qualification.A_QUALIFIER
        self.ui.qualification.retirer(Qualification.A_QUALIFIER)
        self.ui.qualification.choisir(
            Qualification.FLUX if waiting else vacance.qualification, vacance.categorie_soustrait
        )
        self.ui.qualification.preciser(vacance.suivi)
        self.ui.qualification.change.connect(self._verifier)
        self.ui.boutons.accepted.connect(self.accept)
        self.ui.boutons.rejected.connect(self.reject)
        self._verifier()

    def saisie(self) -> SaisieQualification:
        """What was answered, once accepted."""
        return SaisieQualification(
            qualification=self.ui.qualification.qualification,
            precision=Precision(
                categorie=self.ui.qualification.categorie_soustrait,
                hors_flux=self.ui.qualification.hors_flux,
                operation=self.ui.qualification.operation_dite,
            ),
            motif=self.ui.motif.text().strip(),
        )

    @Slot()
    def _verifier(self) -> None:
        self.ui.boutons.button(Ok).setEnabled(self.ui.qualification.complete)
