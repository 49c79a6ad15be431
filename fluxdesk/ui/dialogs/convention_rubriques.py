"""The headings of the convention form at its left, and the clauses that have no account."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeAlias

from PySide6.QtCore import QObject, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut

from fluxdesk.domain.clauses import Clauses, ModeNeuf, RythmeBilan, SuiteCarence, UniteDelai
from fluxdesk.domain.convention_mots import RUBRIQUES
from fluxdesk.domain.flux.parties import ModeRefus
from fluxdesk.domain.typographie import typographier
from fluxdesk.ui.dates import en_qt, lire_date, mettre_date
from fluxdesk.ui.dialogs.convention_usages import (
    NEUFS,
    REFUS,
    RYTHMES,
    SUITES,
    UNITES,
)
from fluxdesk.ui.phrases import texte_ecrit
from fluxdesk.ui.widgets.liste_choix import garnir

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from enum import StrEnum

    from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QPlainTextEdit, QSpinBox

    from fluxdesk.ui.forms.ui_convention import Ui_SaisieConvention
    from fluxdesk.ui.models.conventions_lieux import Lieux

# Each choice of a closed list with its words, and its consequence on one line.
Mots: TypeAlias = "Mapping[Any, tuple[str, str]]"
PARTOUT = "Nulle part ailleurs"
INSET = 6


class Rubriques(QObject):
    """Links the list at the left with the pages: arrows, or Ctrl+PgSuiv from any field."""

    def __init__(self, ui: Ui_SaisieConvention, parent: QDialog) -> None:
        super().__init__(parent)
        self.ui = ui
        garnir(ui.rubriques, RUBRIQUES)
        ui.rubriques.setCurrentRow(0)
        ui.rubriques.currentRowChanged.connect(ui.onglets.setCurrentIndex)
        ui.onglets.currentChanged.connect(self._suivre)
        for key, step in ((Qt.Key.Key_PageDown, 1), (Qt.Key.Key_PageUp, -1)):
            keys = QKeySequence(Qt.Modifier.CTRL | key)
            QShortcut(keys, parent, self.suivante if step > 0 else self.precedente)

    @Slot()
    def suivante(self) -> None:
        """Go to the next heading; the last one stays."""
        self._aller(1)

    @Slot()
    def precedente(self) -> None:
        """Go to the heading before; the first one stays."""
        self._aller(-1)

    def _aller(self, pas: int) -> None:
        stack = self.ui.onglets
        stack.setCurrentIndex(min(max(stack.currentIndex() + pas, 0), stack.count() - 1))

    @Slot(int)
    def _suivre(self, rang: int) -> None:
        with QSignalBlocker(self.ui.rubriques):
            self.ui.rubriques.setCurrentRow(rang)


class ChampsRubriques(QObject):
    """Fills the clauses that the engine does not read, explains them, reads them back."""

    change = Signal()

    def __init__(self, ui: Ui_SaisieConvention, lieux: Lieux, jour: date, parent: QDialog) -> None:
        super().__init__(parent)
        self.ui = ui
        self._avant = Clauses()
        for date_field in (ui.terme, ui.transmise):
            date_field.setDate(en_qt(jour))
        self._listes()
        ui.zone_deleguee.nommer("Territoire en gestion déléguée")
        ui.zone_deleguee.offrir_defaut(PARTOUT)
        ui.zone_deleguee.proposer_parmi(lieux)
        self.montrer(Clauses())
        self._brancher()
        self._expliquer()
        self._accorder()

    def _listes(self) -> None:
        ui = self.ui
        for unite, words in UNITES.items():
            ui.unite_delai.addItem(words, unite)
        _remplir(ui.suite_carence, SUITES)
        _remplir(ui.neuf, NEUFS)
        _remplir(ui.rythme, RYTHMES)
        for choice in (ui.refus_candidat, ui.refus_cal, ui.retrait):
            _remplir(choice, REFUS)

    def _brancher(self) -> None:
        ui = self.ui
        pairs = (
            (ui.rotation_connue, ui.rotation),
            (ui.terme_connu, ui.terme),
            (ui.transmise_connue, ui.transmise),
            (ui.tacite, ui.reconduction_annees),
        )
        for known, field in pairs:
            field.setEnabled(known.isChecked())
            known.toggled.connect(field.setEnabled)
        for box in (ui.rotation_connue, ui.terme_connu, ui.transmise_connue, ui.tacite):
            box.toggled.connect(self.change)
        for number in self._nombres():
            number.valueChanged.connect(self.change)
            number.lineEdit().setTextMargins(INSET, 0, 0, 0)  # no style sheet reaches it
        for years in (ui.rotation_annees, ui.reconduction_annees):
            years.valueChanged.connect(self._accorder)
        ui.rotation.valueChanged.connect(self.change)
        ui.rotation.lineEdit().setTextMargins(INSET, 0, 0, 0)
        for day in (ui.terme, ui.transmise):
            day.dateChanged.connect(self.change)
        for text in self._textes().values():
            text.textChanged.connect(self.change)
        for choice in (ui.unite_delai, *(c for c, _, _ in self._expliques())):
            choice.currentIndexChanged.connect(self._expliquer)
            choice.currentIndexChanged.connect(self.change)
        ui.zone_deleguee.change.connect(self.change)

    @Slot()
    def _accorder(self) -> None:
        for years in (self.ui.rotation_annees, self.ui.reconduction_annees):
            years.setSuffix("\u00a0an" if years.value() == 1 else "\u00a0ans")

    def _nombres(self) -> tuple[QSpinBox, ...]:
        ui = self.ui
        return (
            ui.rotation_annees,
            ui.signalement_jours,
            ui.candidats_nouveaux_jours,
            ui.reconduction_annees,
            ui.denonciation_mois,
            ui.alerte_mois,
            ui.point_jours,
        )

    def _textes(self) -> Mapping[str, QPlainTextEdit]:
        ui = self.ui
        return {
            "patrimoine": ui.parc,
            "signalement_contenu": ui.signalement_contenu,
            "dossiers": ui.dossiers,
            "information_cal": ui.information_cal,
            "baux": ui.baux,
            "reprise": ui.reprise,
            "besoins": ui.besoins,
            "suivi": ui.suivi,
            "publics": ui.publics,
        }

    def _expliques(
        self,
    ) -> tuple[tuple[QComboBox, QLabel, Mots], ...]:
        ui = self.ui
        return (
            (ui.suite_carence, ui.suite_explique, SUITES),
            (ui.neuf, ui.neuf_explique, NEUFS),
            (ui.rythme, ui.rythme_explique, RYTHMES),
            (ui.refus_candidat, ui.refus_candidat_explique, REFUS),
            (ui.refus_cal, ui.refus_cal_explique, REFUS),
            (ui.retrait, ui.retrait_explique, REFUS),
        )

    @Slot()
    def _expliquer(self) -> None:
        for choice, label, words in self._expliques():
            label.setText(typographier(words[choice.currentData()][1]))

    def montrer(self, clauses: Clauses) -> None:
        """Fill in what is recorded."""
        ui = self.ui
        self._avant = clauses
        for name, text in self._textes().items():
            if name != "publics":
                text.setPlainText(getattr(clauses, name))
        ui.publics.setPlainText("\n".join(clauses.publics))
        _choisir(ui.unite_delai, clauses.unite_delai)
        _choisir(ui.suite_carence, clauses.suite_carence)
        _choisir(ui.neuf, clauses.neuf)
        _choisir(ui.rythme, clauses.rythme)
        _choisir(ui.refus_candidat, clauses.refus_candidat)
        _choisir(ui.refus_cal, clauses.refus_cal)
        _choisir(ui.retrait, clauses.retrait)
        ui.rotation_connue.setChecked(clauses.rotation is not None)
        ui.rotation.setValue((clauses.rotation or 0) / 100)
        ui.rotation_annees.setValue(clauses.rotation_annees)
        ui.signalement_jours.setValue(clauses.signalement_jours or 0)
        ui.candidats_nouveaux_jours.setValue(clauses.candidats_nouveaux_jours or 0)
        mettre_date(ui.terme_connu, ui.terme, clauses.fin)
        ui.tacite.setChecked(clauses.tacite_reconduction)
        ui.reconduction_annees.setValue(clauses.reconduction_annees)
        ui.denonciation_mois.setValue(clauses.denonciation_mois or 0)
        ui.alerte_mois.setValue(clauses.alerte_mois)
        ui.point_jours.setValue(clauses.point_jours or 0)
        mettre_date(ui.transmise_connue, ui.transmise, clauses.transmise_prefet)
        ui.zone_deleguee.montrer_propre(clauses.zone_deleguee)

    def lire(self) -> Clauses:
        """What is entered; what the form does not show is kept."""
        ui = self.ui
        texts = {
            name: texte_ecrit(text).strip()
            for name, text in self._textes().items()
            if name != "publics"
        }
        publics = (line.strip() for line in texte_ecrit(ui.publics).splitlines())
        rate = round(ui.rotation.value() * 100) if ui.rotation_connue.isChecked() else None
        return replace(
            self._avant,
            **texts,
            publics=tuple(line for line in publics if line),
            rotation=rate,
            rotation_annees=ui.rotation_annees.value(),
            signalement_jours=ui.signalement_jours.value() or None,
            unite_delai=UniteDelai(ui.unite_delai.currentData()),
            suite_carence=SuiteCarence(ui.suite_carence.currentData()),
            candidats_nouveaux_jours=ui.candidats_nouveaux_jours.value() or None,
            refus_candidat=ModeRefus(ui.refus_candidat.currentData()),
            refus_cal=ModeRefus(ui.refus_cal.currentData()),
            retrait=ModeRefus(ui.retrait.currentData()),
            neuf=ModeNeuf(ui.neuf.currentData()),
            rythme=RythmeBilan(ui.rythme.currentData()),
            point_jours=ui.point_jours.value() or None,
            fin=lire_date(ui.terme_connu, ui.terme),
            tacite_reconduction=ui.tacite.isChecked(),
            reconduction_annees=ui.reconduction_annees.value(),
            denonciation_mois=ui.denonciation_mois.value() or None,
            alerte_mois=ui.alerte_mois.value(),
            transmise_prefet=lire_date(ui.transmise_connue, ui.transmise),
            zone_deleguee=ui.zone_deleguee.zone_propre(),
        )

    def manque(self) -> str:
        """What is wrong, as a sentence; empty when nothing is."""
        if self.ui.tacite.isChecked() and not self.ui.terme_connu.isChecked():
            return "Indiquez la fin de la convention\u00a0: la reconduction tacite part d’elle."
        return ""


def _remplir(choix: QComboBox, mots: Mots) -> None:
    for value, (words, _) in mots.items():
        choix.addItem(words, value)


def _choisir(choix: QComboBox, valeur: StrEnum) -> None:
    choix.setCurrentIndex(choix.findData(valeur))
