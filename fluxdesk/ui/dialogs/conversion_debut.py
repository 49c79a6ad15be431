"""The first steps of the conversion: rights in stock, then assiette and rotation."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
)
from typing_extensions import override

from fluxdesk.domain.assiette import SOURCES, Exclusion
from fluxdesk.domain.conversion import ANNEES_MAX
from fluxdesk.domain.flux.nombres import nombre
from fluxdesk.domain.photo_ecarts import ecrire_rotation
from fluxdesk.domain.typographie import typographier
from fluxdesk.services.dresser_etat_des_lieux import DemandeEtat
from fluxdesk.ui.dialogs.conversion_etape import EtapeConversion
from fluxdesk.ui.models.conversion import RotationModel, StockModel
from fluxdesk.ui.phrases import compte
from fluxdesk.ui.theme import Etat, aerer, bouton
from fluxdesk.ui.widgets.table import Table
from fluxdesk.ui.widgets.table_formulaire import serrer
from fluxdesk.ui.widgets.vide import EtatVide, ListeOuVide

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton

    from fluxdesk.ui.dialogs.conversion_conduite import ConduiteConversion

SANS_DROIT = (
    "Importez le fichier des réservations, saisissez les droits par logement, ou enregistrez "
    "d’abord les garanties d’emprunt\u00a0: ce sont eux que la conversion change en taux."
)
LOGEMENTS_MAX = 100_000


class EtapeStock(EtapeConversion):
    """Who has rights on which dwellings, as the base knows them."""

    titre = "Droits en stock"
    court = "Droits"
    aide = "Ce qui était réservé logement par logement, avant le flux."

    def __init__(self, conduite: ConduiteConversion) -> None:
        super().__init__(conduite)
        self.model = StockModel(self)
        self.table = Table("Droits en stock par réservataire")
        self.table.setModel(self.model)
        self.table.largeurs({1: "9 999", 2: "9 999", 3: "99 999", 4: "100,00 %"})
        self.table.etirer_au_moins(0, "Action Logement Services")
        self.importer = bouton("Importer des droits…", "upload")
        self.saisir = bouton("Saisir des droits…", "plus")
        self.vide = EtatVide("Aucun droit en stock dans cette base", SANS_DROIT)
        self.corps.addWidget(ListeOuVide(self.table, self.vide), 1)

    @override
    def boutons(self) -> list[QPushButton]:
        return [self.importer, self.saisir]

    @property
    @override
    def pret(self) -> bool:
        etat = self.conduite.etat
        return etat is not None and bool(etat.stock)

    @override
    def montrer(self) -> None:
        etat = self.conduite.etat
        if etat is None:
            return
        self.model.montrer(etat.stock)
        if etat.stock:
            rights = sum(line.suite + line.uniques for line in etat.stock)
            named = compte(len(etat.droits), "droit identifié", "droits identifiés")
            self.constat.dire(
                f"{compte(rights, 'droit')} à convertir, dont ceux des garanties d’emprunt ; "
                f"{named} au logement, défense, sécurité et santé comprises.".replace(
                    " ;", "\u00a0;"
                )
            )
        else:
            self.constat.dire("")


class EtapeAssiette(EtapeConversion):
    """Which dwellings count, how often they are let again, what is taken out."""

    titre = "Assiette et rotation"
    court = "Assiette"
    aide = "Ce qui se lit dans la base se corrige ; une valeur saisie garde sa source."

    def __init__(self, conduite: ConduiteConversion) -> None:
        super().__init__(conduite)
        self.annees = _entier(1, ANNEES_MAX, "Années lues")
        self.mutations = QCheckBox("Compter les mutations internes")
        self.exclusions = {motif: _case(motif) for motif in Exclusion}
        self.lire_rotation = QCheckBox("Saisir la rotation")
        self.rotation = QDoubleSpinBox()
        self.rotation.setRange(0, 100)
        self.rotation.setDecimals(2)
        self.rotation.setSuffix("\u00a0%")
        self.rotation.setAccessibleName("Rotation du parc, en pour cent par an")
        self.source = QLineEdit()
        self.source.setPlaceholderText("source : délibération, rapport d’activité, année…")
        self.source.setAccessibleName("Source de la rotation")
        self.soustraits = _entier(0, LOGEMENTS_MAX, "Soustraits par an")
        self.neuf = _entier(0, LOGEMENTS_MAX, "Neuf compté dans le flux, par an")
        self.uniques = _entier(1, 30, "Droits uniques étalés sur, en années")
        self.model = RotationModel(self)
        self.table = Table("Rotation par segment")
        self.table.setModel(self.model)
        serrer(
            self.table, {0: "Financement", 2: "Logements", 3: "999 + 999 + 999", 4: "100,00 % #"}
        )
        self.table.etirer_au_moins(1, "Porto-Vecchio #")
        self._disposer()
        self._brancher()
        aerer(self)

    def _disposer(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(8)
        for label, boxes in (
            ("Hors de l’assiette", list(self.exclusions.values())),
            ("Rotation lue", [self.mutations]),
        ):
            head = QLabel(label)
            head.setProperty("role", "section")
            left.addWidget(head)
            for box in boxes:
                left.addWidget(box)
        form = QFormLayout()
        form.setSpacing(8)
        form.addRow("Moyenne de (années)", self.annees)
        typed = QHBoxLayout()
        typed.addWidget(self.lire_rotation)
        typed.addWidget(self.rotation)
        form.addRow(typed)
        form.addRow(self.source)
        form.addRow("Soustraits par an", self.soustraits)
        form.addRow("Neuf compté dans le flux", self.neuf)
        form.addRow("Droits uniques sur (années)", self.uniques)
        left.addLayout(form)
        left.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addLayout(left)
        row.addWidget(self.table, 1)
        self.corps.addLayout(row, 1)

    def _brancher(self) -> None:
        self.annees.valueChanged.connect(self._relire)
        self.mutations.toggled.connect(self._relire)
        for box in self.exclusions.values():
            box.toggled.connect(self._relire)
        self.lire_rotation.toggled.connect(self._supposer)
        self.rotation.valueChanged.connect(self._supposer)
        self.source.textChanged.connect(self._supposer)
        for number in (self.soustraits, self.neuf, self.uniques):
            number.valueChanged.connect(self._supposer)

    @override
    def montrer(self) -> None:
        etat, typed = self.conduite.etat, self.conduite.hypotheses
        if etat is None or typed is None:
            return
        asked = self.conduite.demande
        blockers = [
            QSignalBlocker(w)
            for w in (
                self.annees, self.mutations, self.lire_rotation, self.rotation, self.source,
                self.soustraits, self.neuf, self.uniques, *self.exclusions.values(),
            )
        ]  # fmt: skip
        self.annees.setValue(asked.annees)
        self.mutations.setChecked(asked.mutations)
        for motif, box in self.exclusions.items():
            box.setChecked(motif in asked.exclusions)
        self.lire_rotation.setChecked(typed.rotation.saisie is not None)
        self.rotation.setEnabled(typed.rotation.saisie is not None)
        self.source.setEnabled(typed.rotation.saisie is not None)
        self.rotation.setValue(float((typed.rotation.taux or 0) * 100))
        self.source.setText(typed.rotation.source)
        self.soustraits.setValue(typed.soustraits)
        self.neuf.setValue(typed.neuf)
        self.uniques.setValue(typed.annees_uniques)
        del blockers
        self.model.montrer(etat.rotations)
        self._dire()

    @property
    @override
    def pret(self) -> bool:
        typed = self.conduite.hypotheses
        if typed is None or not typed.rotation.taux or not typed.patrimoine:
            return False
        known = typed.rotation.saisie is None or bool(typed.rotation.source.strip())
        return known and typed.liberations - typed.soustraits + typed.neuf > 0

    @Slot()
    def _relire(self) -> None:
        self.conduite.lire(
            DemandeEtat(
                annees=self.annees.value(),
                mutations=self.mutations.isChecked(),
                exclusions=tuple(m for m, box in self.exclusions.items() if box.isChecked()),
            )
        )

    @Slot()
    def _supposer(self) -> None:
        typed = self.conduite.hypotheses
        if typed is None:
            return
        by_hand = self.lire_rotation.isChecked()
        self.rotation.setEnabled(by_hand)
        self.source.setEnabled(by_hand)
        rotation = replace(
            typed.rotation,
            saisie=round(self.rotation.value() * 100) if by_hand else None,
            source=self.source.text().strip() if by_hand else "",
        )
        self.conduite.supposer(
            replace(
                typed,
                rotation=rotation,
                soustraits=self.soustraits.value(),
                neuf=self.neuf.value(),
                annees_uniques=self.uniques.value(),
            )
        )
        self._dire()
        self.change.emit()

    def _dire(self) -> None:
        etat, typed = self.conduite.etat, self.conduite.hypotheses
        if etat is None or typed is None:
            return
        park = f"{compte(etat.parc, 'logement')} dans le parc, {etat.assiette} dans l’assiette."
        if not typed.rotation.taux:
            self.constat.dire(
                typographier(
                    f"{park} Aucune année entière d’attributions dans la base : saisissez la "
                    "rotation avec sa source, ou importez l’historique."
                ),
                Etat.ALERTE,
            )
            return
        flow = typed.liberations - typed.soustraits + typed.neuf
        years = ", ".join(map(str, etat.annees))
        read = f", moyenne {years}" if years and typed.rotation.saisie is None else ", saisie"
        missing = typed.rotation.saisie is not None and not typed.rotation.source
        ask = " Indiquez la source de la rotation saisie." if missing else ""
        self.constat.dire(
            typographier(
                f"{park} Rotation {ecrire_rotation(typed.rotation)}{read} : "
                f"{nombre(typed.liberations)} libérations par an, {nombre(flow)} à partager.{ask}"
            ),
            Etat.ALERTE if missing or flow <= 0 else Etat.OK,
        )


def _entier(mini: int, maxi: int, nom: str) -> QSpinBox:
    box = QSpinBox()
    box.setRange(mini, maxi)
    box.setAccessibleName(nom)
    return box


def _case(motif: Exclusion) -> QCheckBox:
    box = QCheckBox(typographier(f"{motif.value[0].upper()}{motif.value[1:]}"))
    box.setToolTip(typographier(f"Source : {SOURCES[motif]}"))
    return box
