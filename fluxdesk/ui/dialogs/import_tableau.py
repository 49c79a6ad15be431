"""What a table would change, before it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QDialogButtonBox

from fluxdesk.ui.dialogs.boutons import nommer_boutons
from fluxdesk.ui.forms.ui_import_tableau import Ui_ImportTableau
from fluxdesk.ui.models.refus import RefusModel
from fluxdesk.ui.phrases import compte

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from fluxdesk.domain.rapport import RapportImport

LARGEURS = {0: "99 999", 1: "sous_contingent", 2: "commune:2B050,epci"}


class ImportTableauDialog(QDialog):
    """Shows the report of a dry run; accepting it means: import what can be."""

    def __init__(
        self, titre: str, nom: str, rapport: RapportImport, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.ui = Ui_ImportTableau()
        self.ui.setupUi(self)
        self.setWindowTitle(titre)
        wanted = rapport.creees + rapport.modifiees
        act = nommer_boutons(
            self.ui.boutons, f"Importer {compte(wanted, nom)}" if wanted else "Rien à importer"
        )
        act.setEnabled(bool(wanted))
        self.ui.fichier.setText(f"{rapport.fichier} — {rapport.format}, {rapport.encodage}")
        self.ui.resume.setText(resume(rapport))
        self.model = RefusModel(self)
        self.ui.refus.setModel(self.model)
        self.ui.refus.largeurs(LARGEURS)
        told = (*rapport.refus, *rapport.avertissements)
        self.model.montrer(told)
        self.ui.refus.setVisible(bool(told))
        self.ui.consigne.setText(
            "Rien n’est encore enregistré. Les lignes refusées ne seront pas importées\u00a0: "
            "corrigez-les dans le fichier puis importez-le de nouveau."
            if rapport.refusees
            else "Rien n’est encore enregistré."
        )
        self.ui.boutons.accepted.connect(self.accept)
        self.ui.boutons.rejected.connect(self.reject)
        if not told:
            self.resize(self.width(), self.minimumSizeHint().height())

    @property
    def importer(self) -> bool:
        """Whether there is anything to import."""
        return self.ui.boutons.button(QDialogButtonBox.StandardButton.Ok).isEnabled()


def resume(rapport: RapportImport) -> str:
    """The counts of a report, in one sentence, about lines."""
    parts = (
        compte(rapport.creees, "nouvelle"),
        compte(rapport.modifiees, "modifiée"),
        compte(rapport.inchangees, "inchangée"),
        compte(rapport.refusees, "refusée"),
    )
    read = compte(rapport.lues, "ligne lue", "lignes lues")
    return f"{read}\u00a0: {', '.join(parts)}."
