"""How long candidates are kept, and how many would be removed today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QSpinBox,
    QVBoxLayout,
)

from fluxdesk.domain.conservation import Conservation
from fluxdesk.domain.typographie import accorde, typographier
from fluxdesk.ui.dialogs.boutons import nommer_boutons
from fluxdesk.ui.theme import Etat, aerer
from fluxdesk.ui.widgets.constat import Constat

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from fluxdesk.services.purger_candidats import Purge

Standard = QDialogButtonBox.StandardButton
LETTRES = 70
MOIS_MAX = 60
LOCATAIRES = (
    "après le bail, pour ceux d’une offre qui a abouti. Source : arrêté sur le SNE et COMDALO, "
    "douze mois au plus ; à faire confirmer par votre délégué à la protection des données."
)
AUTRES = (
    "après la fin de l’offre, pour les autres. Source : usage, six mois, le temps d’un recours ou "
    "d’une nouvelle proposition."
)
COPIES = (
    "Les noms et numéros sont effacés pour de bon : « Annuler » ne les ramène pas. Les sauvegardes "
    "déjà faites les gardent encore : supprimez-les à leur tour si votre règle le demande. Le "
    "journal dit combien, jamais qui."
)


class PurgeDialog(QDialog):
    """Asks; the caller counts on ``change`` and removes once accepted."""

    change = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Effacer les candidats anciens")
        usual = Conservation()
        self.locataires = _mois(usual.locataires, "Locataires, mois après le bail")
        self.autres = _mois(usual.autres, "Autres candidats, mois après la fin de l’offre")
        self.constat = Constat()
        self.boutons = QDialogButtonBox(Standard.Ok | Standard.Cancel)
        self.effacer = nommer_boutons(self.boutons, "Effacer")
        self.effacer.setEnabled(False)  # until they were counted
        self.boutons.accepted.connect(self.accept)
        self.boutons.rejected.connect(self.reject)
        form = QFormLayout()
        form.setSpacing(12)
        for field, source in ((self.locataires, LOCATAIRES), (self.autres, AUTRES)):
            form.addRow(field, self._phrase(source))
            field.valueChanged.connect(self._changer)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(14)
        column.addWidget(self._phrase("Les candidats sont gardés", doux=False))
        column.addLayout(form)
        column.addWidget(self.constat)
        column.addWidget(self._phrase(COPIES))
        column.addWidget(self.boutons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * LETTRES + 48)
        aerer(self)

    def _phrase(self, texte: str, *, doux: bool = True) -> QLabel:
        label = QLabel(typographier(texte))
        label.setWordWrap(True)
        if doux:
            label.setProperty("role", "doux")
        return label

    def durees(self) -> Conservation:
        """How long each is kept, as chosen."""
        return Conservation(locataires=self.locataires.value(), autres=self.autres.value())

    @Slot()
    def _changer(self) -> None:
        self.effacer.setEnabled(False)
        self.change.emit()

    @Slot(object)
    def montrer(self, compte: tuple[Conservation, Purge]) -> None:
        """Say how many would go, unless other durations were chosen since."""
        asked, purge = compte
        if asked != self.durees():
            return
        people = accorde(purge.candidats, "candidat")
        offers = accorde(purge.offres, "offre close", "offres closes")
        some = purge.candidats > 0
        self.constat.dire(
            f"{people} à effacer, de {offers}." if some else "Aucun candidat n’est à effacer.",
            Etat.ALERTE if some else Etat.OK,
        )
        self.effacer.setText(f"Effacer {people}" if some else "Effacer")
        self.effacer.setEnabled(some)


def _mois(valeur: int, nom: str) -> QSpinBox:
    box = QSpinBox()
    box.setRange(0, MOIS_MAX)
    box.setValue(valeur)
    box.setSuffix(" mois")
    box.setAccessibleName(nom)
    return box
