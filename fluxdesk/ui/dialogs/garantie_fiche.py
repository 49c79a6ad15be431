"""One loan guarantee: what was guaranteed, the rights it gives, when they end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from fluxdesk.domain.dates import en_lettres
from fluxdesk.domain.flux.nombres import nombre
from fluxdesk.domain.garantie import Garantie, droits_attendus
from fluxdesk.domain.typographie import plie, typographier
from fluxdesk.ui.dates import en_qt, lire_date, mettre_date
from fluxdesk.ui.dialogs.boutons import nommer_boutons
from fluxdesk.ui.theme import aerer

if TYPE_CHECKING:
    from datetime import date

    from fluxdesk.ui.dialogs.garanties import LectureGaranties

Standard = QDialogButtonBox.StandardButton
LETTRES = 46
LOGEMENTS_MAX = 100_000
GARANT = "le garant lui-même"


class ChampDate(QWidget):
    """An optional day: a box that says it is known, and the day."""

    def __init__(self, nom: str, jour: date) -> None:
        super().__init__()
        self.connue = QCheckBox("connue")
        self.connue.setAccessibleName(f"{nom}, connue")
        self.champ = QDateEdit(en_qt(jour))
        self.champ.setCalendarPopup(True)
        self.champ.setDisplayFormat("dd/MM/yyyy")
        self.champ.setAccessibleName(nom)
        self.champ.setEnabled(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.connue)
        row.addWidget(self.champ, 1)
        self.connue.toggled.connect(self.champ.setEnabled)

    def valeur(self) -> date | None:
        """The day, if it is known."""
        return lire_date(self.connue, self.champ)


class GarantieDialog(QDialog):
    """Asks; the caller records ``saisie()``."""

    def __init__(
        self,
        lecture: LectureGaranties,
        ancienne: Garantie | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._ancienne = ancienne
        self._programmes = {name: (commune, number) for name, commune, number in lecture.programmes}
        self.setWindowTitle("Modifier une garantie" if ancienne else "Ajouter une garantie")
        self.reservataire = QComboBox()
        for ident, who in lecture.etat.reservataires.items():
            self.reservataire.addItem(who.nom, ident)
        self.programme = QComboBox()
        self.programme.setEditable(True)
        self.programme.addItems(list(self._programmes))
        self.programme.setCurrentText("")
        self._champs(lecture)
        self.boutons = QDialogButtonBox(Standard.Ok | Standard.Cancel)
        self._agir = nommer_boutons(self.boutons, "Enregistrer")
        self._disposer()
        if ancienne is not None:
            self._montrer(ancienne)
        self._brancher()
        self._suivre()

    def _champs(self, lecture: LectureGaranties) -> None:
        jour = lecture.etat.jour
        self.pret = QLineEdit()
        self.quotite = QDoubleSpinBox()
        self.quotite.setRange(0, 100)
        self.quotite.setSuffix("\u00a0%")
        self.logements, self.droits = QSpinBox(), QSpinBox()
        for box in (self.logements, self.droits):
            box.setRange(0, LOGEMENTS_MAX)
        self.echeance = ChampDate("Dernière échéance", jour)
        self.rembourse = ChampDate("Remboursé le", jour)
        self.informe = ChampDate("Garant informé le", jour)
        self.exercee = QComboBox()
        self.exercee.addItem(GARANT, "")
        for code, nom in sorted(lecture.communes.items(), key=lambda one: plie(one[1])):
            self.exercee.addItem(nom, code)
        self.observation = QLineEdit()
        self.dit = QLabel()
        self.dit.setWordWrap(True)
        self.dit.setProperty("role", "doux")

    def saisie(self) -> Garantie:
        """What was entered, once accepted."""
        known = self._ancienne
        name = self.programme.currentText().strip()
        commune = self._programmes.get(name, (known.commune if known else "", 0))[0]
        return Garantie(
            id=known.id if known else 0,
            reservataire_id=self.reservataire.currentData(),
            programme=name,
            commune=commune,
            pret=self.pret.text().strip(),
            quotite=round(self.quotite.value() * 100),
            logements=self.logements.value(),
            droits=self.droits.value(),
            derniere_echeance=self.echeance.valeur(),
            rembourse=self.rembourse.valeur(),
            informe=self.informe.valeur(),
            exercee_par=self.exercee.currentData(),
            observation=self.observation.text().strip(),
        )

    def _disposer(self) -> None:
        form = QFormLayout()
        form.setSpacing(10)
        for label, widget in (
            ("Réservataire (garant)", self.reservataire),
            ("Programme garanti", self.programme),
            ("Prêt", self.pret),
            ("Quotité garantie", self.quotite),
            ("Logements du programme", self.logements),
            ("Droits réservés", self.droits),
            ("Dernière échéance", self.echeance),
            ("Remboursé le", self.rembourse),
            ("Garant informé le", self.informe),
            ("Droits exercés par", self.exercee),
            ("Observation", self.observation),
        ):
            form.addRow(label, widget)
            widget.setAccessibleName(label)
        self.programme.setMinimumWidth(self.fontMetrics().averageCharWidth() * LETTRES)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(14)
        column.addLayout(form)
        column.addWidget(self.dit)
        column.addWidget(self.boutons)
        aerer(self)

    def _montrer(self, garantie: Garantie) -> None:
        self.reservataire.setCurrentIndex(self.reservataire.findData(garantie.reservataire_id))
        self.programme.setCurrentText(garantie.programme)
        self.pret.setText(garantie.pret)
        self.quotite.setValue(garantie.quotite / 100)
        self.logements.setValue(garantie.logements)
        self.droits.setValue(garantie.droits)
        for field, day in (
            (self.echeance, garantie.derniere_echeance),
            (self.rembourse, garantie.rembourse),
            (self.informe, garantie.informe),
        ):
            mettre_date(field.connue, field.champ, day)
        if self.exercee.findData(garantie.exercee_par) < 0:  # a code that the COG does not know
            self.exercee.addItem(garantie.exercee_par, garantie.exercee_par)
        self.exercee.setCurrentIndex(self.exercee.findData(garantie.exercee_par))
        self.observation.setText(garantie.observation)

    def _brancher(self) -> None:
        self.programme.currentTextChanged.connect(self._nommer)
        for box in (self.logements, self.droits):
            box.valueChanged.connect(self._suivre)
        self.quotite.valueChanged.connect(self._suivre)
        for field in (self.echeance, self.rembourse):
            field.connue.toggled.connect(self._suivre)
            field.champ.dateChanged.connect(self._suivre)
        self.boutons.accepted.connect(self.accept)
        self.boutons.rejected.connect(self.reject)

    @Slot(str)
    def _nommer(self, nom: str) -> None:
        """A programme of the base brings its number of dwellings."""
        if nom in self._programmes:
            self.logements.setValue(self._programmes[nom][1])
        self._suivre()

    @Slot()
    def _suivre(self) -> None:
        """Say what the guarantee gives, and until when."""
        typed = self.saisie()
        expected = nombre(droits_attendus(typed), 1)
        end = (
            f"Les droits durent jusqu’au {en_lettres(typed.fin)} : dernier versement plus cinq "
            "ans (CCH, art. R441-6)."
            if typed.fin
            else "Sans date de dernier versement, la fin des droits n’est pas connue."
        )
        self.dit.setText(
            typographier(
                f"Au prorata de la quotité, {expected} droits (20 % × programme × quotité ; base "
                f"du plafond à vérifier depuis 2020). {end}"
            )
        )
        self._agir.setEnabled(bool(typed.programme))
