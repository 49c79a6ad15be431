"""The rules of law: each in words, with its value, its effect, its article and our doubt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from fluxdesk.domain.regles_legales import FICHES, EffetRegle, NomRegle, RegleLegale
from fluxdesk.domain.regles_mots import NOMS
from fluxdesk.domain.typographie import typographier
from fluxdesk.ui.theme import Etat, etiquette_etat
from fluxdesk.ui.widgets.poids_axes import choisir

if TYPE_CHECKING:
    from collections.abc import Iterable

    from fluxdesk.domain.regles_flux import ReglesFlux
    from fluxdesk.domain.regles_legales import FicheRegle

TITRES = ("Règle", "Valeur", "Effet")
HAUT = Qt.AlignmentFlag.AlignTop


@dataclass(frozen=True, slots=True)
class Ligne:
    """The two things that can be changed of a rule; ``valeur`` is None where it has none."""

    valeur: QDoubleSpinBox | None
    effet: QComboBox


class ReglesLegales(QWidget):
    """A table of real fields: Tab goes from one to the next, as the eye reads."""

    change = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grille = QGridLayout(self)
        self._grille.setContentsMargins(0, 0, 0, 0)
        self._grille.setHorizontalSpacing(16)
        self._grille.setVerticalSpacing(8)
        self._grille.setColumnStretch(0, 1)
        for column, title in enumerate(TITRES):
            head = QLabel(title)
            head.setProperty("role", "doux")
            self._grille.addWidget(head, 0, column)
        self._lignes = {nom: self._ajouter(nom) for nom in NomRegle}

    def montrer(self, regles: ReglesFlux) -> None:
        """Show these rules."""
        for nom, line in self._lignes.items():
            rule = regles.regle(nom)
            if line.valeur is not None:
                # A percentage with two decimals: the float is exact to the cent either way.
                line.valeur.setValue(rule.dix_milliemes / 100)
            choisir(line.effet, rule.effet)

    def appliquer(self, regles: ReglesFlux) -> ReglesFlux:
        """These rules with what is chosen here."""
        for nom, line in self._lignes.items():
            rate = 0 if line.valeur is None else round(line.valeur.value() * 100)
            regles = regles.avec(nom, RegleLegale(rate, EffetRegle(line.effet.currentData())))
        return regles

    def ligne(self, nom: NomRegle) -> Ligne:
        """The fields of a rule."""
        return self._lignes[nom]

    def _ajouter(self, nom: NomRegle) -> Ligne:
        rule = QFrame()
        rule.setProperty("role", "filet")
        row = self._grille.rowCount()
        self._grille.addWidget(rule, row, 0, 1, len(TITRES))
        self._grille.addLayout(_dire(FICHES[nom]), row + 1, 0)
        made = Ligne(None if nom is NomRegle.ETAT_UNIFORME else _champ(nom), _effets(nom))
        if made.valeur is not None:
            made.valeur.valueChanged.connect(self.change)
            self._grille.addWidget(made.valeur, row + 1, 1, HAUT)
        made.effet.currentIndexChanged.connect(self._suivre)
        self._grille.addWidget(made.effet, row + 1, 2, HAUT)
        return made

    @Slot()
    def _suivre(self) -> None:
        """A rule that is ignored needs no value."""
        for line in self._lignes.values():
            if line.valeur is not None:
                line.valeur.setEnabled(line.effet.currentData() != EffetRegle.IGNOREE)
        self.change.emit()


def _dire(fiche: FicheRegle) -> QVBoxLayout:
    phrase = QLabel(fiche.phrase)
    phrase.setWordWrap(True)
    source = _doux((fiche.source, fiche.note))
    column = QVBoxLayout()
    column.setSpacing(2)
    column.addWidget(phrase)
    column.addWidget(source)
    if fiche.doute:
        doubt = QHBoxLayout()
        doubt.setSpacing(8)
        doubt.addWidget(etiquette_etat("À vérifier", Etat.ALERTE), 0, HAUT)
        doubt.addWidget(_doux((fiche.doute,)), 1)
        column.addLayout(doubt)
    return column


def _doux(phrases: Iterable[str]) -> QLabel:
    label = QLabel(typographier(". ".join(p.removesuffix(".") for p in phrases if p) + "."))
    label.setProperty("role", "doux")
    label.setWordWrap(True)
    return label


def _champ(nom: NomRegle) -> QDoubleSpinBox:
    field = QDoubleSpinBox()
    field.setDecimals(2)
    field.setMaximum(100)
    field.setSuffix("\u00a0%")
    field.setAlignment(Qt.AlignmentFlag.AlignRight)
    field.setAccessibleName(f"{NOMS[nom]}, valeur en pour cent")
    return field


def _effets(nom: NomRegle) -> QComboBox:
    chooser = QComboBox()
    chooser.setAccessibleName(f"{NOMS[nom]}, effet")
    for effect in EffetRegle:
        chooser.addItem(effect.value.capitalize(), effect)
    return chooser
