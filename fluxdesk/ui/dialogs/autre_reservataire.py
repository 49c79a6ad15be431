"""Ask for another réservataire than the one proposed, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QAbstractItemView, QDialog, QDialogButtonBox

from fluxdesk.domain.flux.nombres import nombre
from fluxdesk.ui.dialogs.boutons import nommer_boutons
from fluxdesk.ui.forms.ui_autre_reservataire import Ui_AutreReservataire
from fluxdesk.ui.models.classement_choix import ChoixModel, effet_du_choix
from fluxdesk.ui.phrases import proposer_a

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from fluxdesk.services.suggerer_orientation import Proposition
    from fluxdesk.ui.models.classement_choix import LigneChoix

Ok = QDialogButtonBox.StandardButton.Ok
AUTRE = "Autre motif"
RAISONS = (
    "Demande expresse du réservataire",
    "Candidat déjà identifié pour ce logement",
    "Logement adapté à une situation signalée (handicap, santé, urgence)",
    "Équilibre social de la résidence",
    "Engagement pris en comité de suivi",
    "Objectif d’attribution de la convention intercommunale",
    AUTRE,
)


class AutreReservataireDialog(QDialog):
    """Shows what each choice does to the dues; without a reason nothing can be chosen."""

    def __init__(
        self,
        proposition: Proposition,
        choix: Sequence[LigneChoix],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.ui = Ui_AutreReservataire()
        self.ui.setupUi(self)
        self._agir = nommer_boutons(self.ui.boutons, "Proposer")
        self._tolerance = proposition.suggestion.tolerance
        self._suggere = next(c for c in choix if c.cle == proposition.destinataire)
        self._model = ChoixModel(self)
        self._model.montrer([c for c in choix if c.cle != proposition.destinataire])
        head = "La concertation prévoit" if proposition.convenue else "La règle propose"
        self.ui.suggestion.setText(
            f"{head}\u00a0: <b>{self._suggere.nom}</b> "
            f"(retard {nombre(self._suggere.retard, signe=True)})."
        )
        self._preparer()
        self._verifier()

    @property
    def choix(self) -> LigneChoix | None:
        """The party chosen; None until one is."""
        return self._model.ligne(self.ui.reservataires.currentIndex())

    def destinataire(self) -> str:
        """Party key of the choice, once accepted."""
        return self.choix.cle if self.choix else ""

    def motif(self) -> str:
        """The reason, as it goes to the journal."""
        words = self.ui.precision.text().strip()
        reason = self.ui.raison.currentText()
        if reason == AUTRE:
            return words
        return f"{reason}\u00a0: {words}" if words else reason

    def _preparer(self) -> None:
        table = self.ui.reservataires
        table.setModel(self._model)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.largeurs(dict.fromkeys((1, 2, 3, 4), "+00,00"))
        table.etirer(0)
        self.ui.raison.addItems(RAISONS)
        self.ui.raison.setCurrentIndex(-1)
        self.ui.raison.setPlaceholderText("Choisir le motif…")
        table.selectionModel().currentChanged.connect(self._verifier)
        self.ui.raison.currentIndexChanged.connect(self._verifier)
        self.ui.precision.textChanged.connect(self._verifier)
        self.ui.boutons.accepted.connect(self.accept)
        self.ui.boutons.rejected.connect(self.reject)
        if self._model.rowCount():
            table.selectRow(0)

    @Slot()
    def _verifier(self) -> None:
        chosen = self.choix
        other = self.ui.raison.currentText() == AUTRE
        self.ui.precision.setPlaceholderText("obligatoire" if other else "facultative")
        self._agir.setEnabled(chosen is not None and bool(self.motif()))
        if chosen is not None:
            self._agir.setText(proposer_a(chosen.cle, chosen.nom))
            self.ui.effet.setText(effet_du_choix(chosen, self._suggere, self._tolerance))
