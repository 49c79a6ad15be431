"""Ask for a target of attribution: of whom, since when, by whose word."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDoubleSpinBox, QLabel, QLineEdit, QSpinBox

from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.objectif import (
    BaseObjectif,
    Certitude,
    LieuObjectif,
    NatureObjectif,
    Population,
)
from fluxdesk.domain.taux import ecrire_taux
from fluxdesk.services.fixer_objectifs import ANNEES, TENDRE, lire_trajectoire
from fluxdesk.ui.dialogs.saisie import SaisieDialog, choisir_parmi

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from fluxdesk.domain.objectif import (
        Objectif,
    )

PHRASE = (
    "Une cible vaut pour un EPCI, un réservataire ou tout le parc, de sa première à sa dernière "
    "année. Un objectif libre (CIA, CUS) dit lui-même ce qu’il compte."
)


class ObjectifDialog(SaisieDialog):
    """The caller runs the use case with saisie() and motif()."""

    def __init__(
        self,
        objectif: Objectif,
        epcis: Mapping[str, str],
        parties: Mapping[str, str],
        parent: QWidget | None = None,
    ) -> None:
        verb = "Enregistrer" if objectif.id else "Ajouter l’objectif"
        super().__init__("Objectif d’attribution", PHRASE, verb, parent)
        self._objectif = objectif
        self._faire_champs(objectif, epcis, parties)
        self.aide = QLabel()
        self.aide.setWordWrap(True)
        self.aide.setProperty("role", "doux")
        self._disposer()
        self.nature.currentIndexChanged.connect(self._suivre)
        for field in (self.libelle, self.source, self.trajectoire):
            field.textChanged.connect(self._suivre)
        self._suivre()

    def _faire_champs(
        self, objectif: Objectif, epcis: Mapping[str, str], parties: Mapping[str, str]
    ) -> None:
        self.nature = choisir_parmi(
            ((n.value[:1].upper() + n.value[1:], n) for n in NatureObjectif), objectif.nature
        )
        self.libelle = QLineEdit(objectif.libelle)
        self.population = choisir_parmi(
            ((f"ménage {p.value}", p) for p in Population), objectif.population
        )
        self.lieu = choisir_parmi(((p.value, p) for p in LieuObjectif), objectif.lieu)
        self.base = choisir_parmi(((b.value, b) for b in BaseObjectif), objectif.base)
        named = sorted(epcis.items(), key=lambda item: item[1])
        self.epci = choisir_parmi(
            (("tout le parc", ""), *((name, code) for code, name in named)), objectif.epci
        )
        self.partie = choisir_parmi(
            (("tous", ""), *((name, key) for key, name in parties.items())), objectif.partie
        )
        self.annee = _annee(objectif.annee)
        self.fin = _annee(objectif.fin or ANNEES[0] - 1, vide="sans fin fixée")
        self.cible = QDoubleSpinBox()
        self.cible.setRange(0, 100)
        self.cible.setSuffix("\u00a0%")
        self.cible.setValue(objectif.cible / 100)
        steps = (f"{year}\u00a0: {ecrire_taux(t)}" for year, t in objectif.trajectoire)
        self.trajectoire = QLineEdit(" ; ".join(steps))
        self.trajectoire.setPlaceholderText(TENDRE)
        self.source = QLineEdit(objectif.source)
        self.source.setPlaceholderText("CIA du 12 mai 2025, article 4")
        self.certitude = choisir_parmi(((c.value, c) for c in Certitude), objectif.certitude)

    def _disposer(self) -> None:
        for name, field in (
            ("Objectif", self.nature),
            ("Libellé", self.libelle),
            ("Compte", self.population),
            ("Où", self.lieu),
            ("Sur les", self.base),
            ("EPCI", self.epci),
            ("Réservataire", self.partie),
            ("À partir de", self.annee),
            ("Jusqu’à", self.fin),
            ("Cible", self.cible),
            ("Tendre vers, par année", self.trajectoire),
            ("Source", self.source),
            ("Certitude", self.certitude),
        ):
            self.ligne(name, field)
        self.colonne.addWidget(self.aide)
        self.finir()

    def saisie(self) -> Objectif:
        """What was entered, once accepted."""
        end = self.fin.value()
        return replace(
            self._objectif,
            nature=NatureObjectif(self.nature.currentData()),
            libelle=self.libelle.text().strip(),
            population=Population(self.population.currentData()),
            lieu=LieuObjectif(self.lieu.currentData()),
            base=BaseObjectif(self.base.currentData()),
            epci=self.epci.currentData(),
            partie=self.partie.currentData(),
            annee=self.annee.value(),
            fin=end if end >= ANNEES[0] else None,
            cible=round(self.cible.value() * 100),
            trajectoire=lire_trajectoire(self.trajectoire.text()),
            source=self.source.text().strip(),
            certitude=Certitude(self.certitude.currentData()),
        )

    @Slot()
    def _suivre(self) -> None:
        free = NatureObjectif(self.nature.currentData()) is NatureObjectif.LIBRE
        for field in (self.libelle, self.population, self.lieu, self.base):
            self.form.setRowVisible(field, free)
        fault = ""
        try:
            lire_trajectoire(self.trajectoire.text())
        except FluxDeskError as error:
            fault = str(error)
        if not self.source.text().strip():
            fault = fault or "Indiquez la source de la cible."
        if free and not self.libelle.text().strip():
            fault = fault or "Nommez cet objectif libre."
        self.aide.setText(fault)
        self.faire.setEnabled(not fault)


def _annee(valeur: int, vide: str = "") -> QSpinBox:
    """A year; where it may be empty the value below the first year says so in words."""
    box = QSpinBox()
    box.setRange(ANNEES[0] - bool(vide), ANNEES[-1])
    box.setSpecialValueText(vide)
    box.setValue(valeur)
    return box
