"""Ask what is known of a residence: fragile, in demand, and why."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QLineEdit

from fluxdesk.domain.residence import CLASSES
from fluxdesk.ui.dialogs.saisie import SaisieDialog, choisir_parmi

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from fluxdesk.domain.residence import Residence

PHRASE = (
    "Ces indications s’affichent au moment de proposer un logement de la résidence, pour tous ses "
    "logements. Elles n’empêchent rien. Décrivez le lieu, jamais une personne."
)


class ResidenceDialog(SaisieDialog):
    """The caller runs the use case with saisie() and motif()."""

    def __init__(self, residence: Residence, jour: date, parent: QWidget | None = None) -> None:
        super().__init__(f"Résidence {residence.nom}", PHRASE, "Enregistrer", parent)
        self._residence = residence
        self._jour = jour
        self.fragile = QCheckBox("Résidence &fragile\u00a0: le signaler à chaque proposition")
        self.fragile.setChecked(residence.fragile)
        self.note = QLineEdit(residence.note)
        self.note.setPlaceholderText("équilibre social à préserver, travaux en cours…")
        self.attractivite = choisir_parmi(
            (("non renseignée", None), *((f"{n}, {words}", n) for n, words in CLASSES.items())),
            residence.attractivite,
        )
        self.form.addRow(self.fragile)
        self.ligne("Ce qu’il faut savoir", self.note)
        self.ligne("Attractivité", self.attractivite)
        self.finir()

    def saisie(self) -> Residence:
        """What was entered, once accepted."""
        return replace(
            self._residence,
            fragile=self.fragile.isChecked(),
            note=self.note.text().strip(),
            attractivite=self.attractivite.currentData(),
            depuis=self._jour,
        )
