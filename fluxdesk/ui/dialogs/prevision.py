"""Ask what an operation will take out of the flux."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QSpinBox

from fluxdesk.domain.logement import TYPOLOGIES
from fluxdesk.domain.vacance import CategorieSoustrait
from fluxdesk.services.prevoir_soustraits import ANNEES, NOMBRE_MAX
from fluxdesk.ui.dialogs.saisie import SaisieDialog, choisir_parmi

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from fluxdesk.domain.prevision import Prevision

PARTOUT = "toutes"
PHRASE = (
    "Un logement soustrait rejoint la ligne de sa catégorie et de son opération. Une opération de "
    "plusieurs années a une ligne par année. Sans commune, elle n’entre dans le total d’aucun "
    "EPCI\u00a0; un nombre à 0 dit qu’aucun logement ne sera soustrait."
)


class PrevisionDialog(SaisieDialog):
    """The caller runs the use case with saisie() and motif()."""

    def __init__(
        self, prevision: Prevision, communes: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        verb = "Enregistrer" if prevision.id else "Ajouter la prévision"
        super().__init__("Prévision de logements soustraits", PHRASE, verb, parent)
        self._prevision = prevision
        self.annee = QSpinBox()
        self.annee.setRange(ANNEES[0], ANNEES[-1])
        self.annee.setValue(prevision.annee)
        self.categorie = choisir_parmi(
            ((c.value.capitalize(), c) for c in CategorieSoustrait), prevision.categorie
        )
        self.operation = QLineEdit(prevision.operation)
        self.operation.setPlaceholderText("nom de l’opération, vide pour toutes")
        towns = sorted(communes.items(), key=lambda item: item[1])
        self.commune = choisir_parmi(
            ((PARTOUT, ""), *((f"{name} ({code})", code) for code, name in towns)),
            prevision.commune,
        )
        self.qpv = choisir_parmi(
            (("tous", ""), ("en QPV", "QPV"), ("hors QPV", "hors QPV")), prevision.qpv
        )
        self.typologie = choisir_parmi(
            (("tous", ""), *((t, t) for t in TYPOLOGIES)), prevision.typologie
        )
        self.nombre = QSpinBox()
        self.nombre.setRange(0, NOMBRE_MAX)
        self.nombre.setValue(prevision.nombre)
        self.observation = QLineEdit(prevision.observation)
        for name, field in (
            ("Année", self.annee),
            ("Catégorie", self.categorie),
            ("Opération", self.operation),
            ("Commune", self.commune),
            ("Quartier prioritaire", self.qpv),
            ("Type de logement", self.typologie),
            ("Logements prévus", self.nombre),
            ("Observation", self.observation),
        ):
            self.ligne(name, field)
        self.finir()

    def saisie(self) -> Prevision:
        """What was entered, once accepted."""
        return replace(
            self._prevision,
            annee=self.annee.value(),
            categorie=CategorieSoustrait(self.categorie.currentData()),
            operation=self.operation.text().strip(),
            commune=self.commune.currentData(),
            qpv=self.qpv.currentData(),
            typologie=self.typologie.currentData(),
            nombre=self.nombre.value(),
            observation=self.observation.text().strip(),
        )
