"""Ask which réservataires are offered the dwelling together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
)
from typing_extensions import override

from fluxdesk.domain.typographie import accorde, typographier
from fluxdesk.services.proposer_a_tous import PLUSIEURS, DemandeATous
from fluxdesk.ui.dialogs.boutons import nommer_boutons
from fluxdesk.ui.models.classement import nom_affiche
from fluxdesk.ui.models.invites import InvitesModel
from fluxdesk.ui.widgets.table import Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QWidget

    from fluxdesk.services.proposer_a_tous import Invite
    from fluxdesk.services.suggerer_orientation import Proposition

Standard = QDialogButtonBox.StandardButton
REGLE = (
    "Chacun reçoit une offre le même jour, avec son numéro et son échéance. Le logement sera "
    "imputé à celui dont le candidat signe le bail ; jusqu’à l’attribution en CAL, personne n’est "
    "servi."
)
LARGEUR, HAUTEUR = 820, 520


class PlusieursDialog(QDialog):
    """A list to tick; leaving out the party that the rule proposes needs a reason."""

    def __init__(
        self,
        proposition: Proposition,
        invites: Sequence[Invite],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Proposer à plusieurs réservataires")
        self.resize(LARGEUR, HAUTEUR)
        self._proposition = proposition
        self.model = InvitesModel(self)
        self.table = Table("Réservataires à qui proposer ce logement")
        self.travail = QLabel()
        self.travail.setWordWrap(True)
        self.travail.setAccessibleName("Travail que cela demande")
        self.motif = QLineEdit()
        self.motif.setAccessibleName("Motif")
        self.boutons = QDialogButtonBox(Standard.Ok | Standard.Cancel)
        self.proposer = nommer_boutons(self.boutons, "Proposer")
        self._disposer()
        self._preparer_table()
        self.model.inviter(invites)
        self.model.coche.connect(self._verifier)
        self.motif.textChanged.connect(self._verifier)
        self.boutons.accepted.connect(self.accept)
        self.boutons.rejected.connect(self.reject)
        self.table.selectRow(0)
        self.table.setFocus()
        self._verifier()

    def demande(self) -> DemandeATous:
        """What was decided, once accepted."""
        return DemandeATous(
            vacance_id=self._proposition.vacance.id,
            destinataires=tuple(i.cle for i in self.model.coches()),
            derogation=self.motif.text().strip() if self._ecarte() else "",
        )

    def _disposer(self) -> None:
        name = nom_affiche(self._proposition.destinataire, self._proposition.destinataire_nom)
        said = QLabel(f"La règle propose\u00a0: <b>{name}</b>. {typographier(REGLE)}")
        said.setWordWrap(True)
        self._raison = QLabel("Motif")
        self._raison.setBuddy(self.motif)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.addRow(self._raison, self.motif)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addWidget(said)
        column.addWidget(self.table, 1)
        column.addWidget(self.travail)
        column.addLayout(form)
        column.addWidget(self.boutons)

    def _preparer_table(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.largeurs(
            {1: "000,00", 2: "000", 3: "+00,00", 4: "+00,00", 5: "00/00/0000", 6: "déjà servi"}
        )
        table.etirer(0)
        table.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Espace ticks the row that is chosen, whichever cell the keyboard is on."""
        pressed = event.key() if isinstance(event, QKeyEvent) else None
        down = watched is self.table and event.type() == QEvent.Type.KeyPress
        if down and pressed == Qt.Key.Key_Space:
            self.model.basculer(self.table.currentIndex().row())
            return True
        return super().eventFilter(watched, event)

    def _ecarte(self) -> bool:
        """Whether the party that the rule proposes is left out."""
        return self._proposition.destinataire not in {i.cle for i in self.model.coches()}

    @Slot()
    def _verifier(self) -> None:
        ticked = self.model.coches()
        other = self._ecarte()
        self._raison.setVisible(other)
        self.motif.setVisible(other)
        self.motif.setPlaceholderText("obligatoire : la proposition de la règle n’est pas suivie")
        count = accorde(len(ticked), "réservataire")
        enough = len(ticked) >= PLUSIEURS
        self.proposer.setText(f"Proposer à {count}" if enough else "Proposer")
        self.proposer.setEnabled(enough and (not other or bool(self.motif.text().strip())))
        letters = accorde(len(ticked), "lettre à envoyer", "lettres à envoyer")
        people = accorde(sum(i.candidats for i in ticked), "candidat attendu", "candidats attendus")
        self.travail.setText(
            f"{letters}, {people}." if enough else "Cochez au moins deux réservataires."
        )
