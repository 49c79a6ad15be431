"""How long candidates are kept, and how many would be removed today."""

from __future__ import annotations

from dataclasses import replace
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

from fluxdesk.domain.conservation import SOURCE_AUTRES, SOURCE_LOCATAIRES
from fluxdesk.domain.typographie import accorde, typographier
from fluxdesk.ui.dialogs.boutons import nommer_boutons
from fluxdesk.ui.theme import Etat, aerer
from fluxdesk.ui.widgets.constat import Constat

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from fluxdesk.domain.conservation import Conservation
    from fluxdesk.services.purger_candidats import Purge

Standard = QDialogButtonBox.StandardButton
LETTRES = 70
MOIS_MAX = 60
LOCATAIRES = f"après le bail, pour ceux d’une offre qui a abouti. Source : {SOURCE_LOCATAIRES}."
AUTRES = f"après la fin de l’offre, pour les autres. Source : {SOURCE_AUTRES}."
COPIES = (
    "Ces durées sont gardées d’une fois à l’autre. Les noms et numéros sont effacés pour de bon, "
    "ceux des candidats retirés aussi : « Annuler » ne les ramène pas. Le journal dit combien, "
    "jamais qui. FluxDesk dira ensuite quelles sauvegardes les contiennent encore."
)


class PurgeDialog(QDialog):
    """Asks; the caller counts on ``change`` and removes once accepted."""

    change = Signal()

    def __init__(self, durees: Conservation, parent: QWidget | None = None) -> None:
        """Make the dialog; ``durees`` are those kept from the last time."""
        super().__init__(parent)
        self.setWindowTitle("Effacer les candidats anciens")
        self._gardees = durees
        self.locataires = _mois(durees.locataires, "Locataires, mois après le bail")
        self.autres = _mois(durees.autres, "Autres candidats, mois après la fin de l’offre")
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
        chosen = {"locataires": self.locataires.value(), "autres": self.autres.value()}
        return replace(self._gardees, **chosen)

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
        offers = accorde(purge.offres, "offre")
        aside = f", dont {accorde(purge.retires, 'retiré')}" if purge.retires else ""
        some, none = purge.candidats > 0, "Aucun candidat n’est à effacer."
        self.constat.dire(
            f"{people} à effacer, de {offers}{aside}." if some else none,
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
