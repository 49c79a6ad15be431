"""The middle steps of the conversion: formulas side by side, effect."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
)
from typing_extensions import override

from fluxdesk.domain.conversion import ConversionImpossibleError, Formule
from fluxdesk.domain.flux.nombres import nombre
from fluxdesk.domain.photo_ecarts import nom_de
from fluxdesk.domain.typographie import accorde, typographier
from fluxdesk.ui.dialogs.conversion_etape import EtapeConversion
from fluxdesk.ui.models.conversion import (
    MOTS,
    EffetModel,
    FormulesModel,
    lignes_effet,
    lignes_formules,
)
from fluxdesk.ui.theme import Etat, aerer
from fluxdesk.ui.widgets.alertes import ListeAlertes
from fluxdesk.ui.widgets.table import Table
from fluxdesk.ui.widgets.texte_coupe import TexteCoupe

if TYPE_CHECKING:
    from fluxdesk.domain.controles import Alerte
    from fluxdesk.ui.dialogs.conversion_conduite import ConduiteConversion

Coche = Qt.CheckState


class EtapeFormules(EtapeConversion):
    """The three formulas, in shares of the whole flow; one is kept for each line."""

    titre = "Formules"
    court = "Formules"
    aide = (
        "Aucun texte lu n’impose une formule : choisissez celle convenue avec chaque réservataire."
    ).replace(" :", "\u00a0:")

    def __init__(self, conduite: ConduiteConversion) -> None:
        super().__init__(conduite)
        self.model = FormulesModel(self)
        self.table = Table("Formules côte à côte")
        self.table.setModel(self.model)
        self.table.setSelectionMode(Table.SelectionMode.SingleSelection)
        self.table.largeurs(
            {1: "100,00 %", 2: "100,00 %", 3: "100,00 %", 4: "100,00 %", 5: MOTS[Formule.ROTATION]}
        )
        self.table.etirer_au_moins(0, "Action Logement Services")
        self.formule = QComboBox()
        for formule, mot in MOTS.items():
            self.formule.addItem(mot, formule.value)
        self.formule.setAccessibleName("Formule retenue pour la ligne choisie")
        self.rotation = QDoubleSpinBox()
        self.rotation.setRange(0, 100)
        self.rotation.setSuffix("\u00a0%")
        self.rotation.setSpecialValueText("lue dans la base")
        self.rotation.setAccessibleName("Rotation propre saisie, en pour cent par an")
        self.source = QLineEdit()
        self.source.setPlaceholderText("source de la rotation saisie")
        self.source.setAccessibleName("Source de la rotation propre")
        self.corps.addWidget(self.table, 1)
        self.corps.addLayout(self._saisie())
        self.table.selectionModel().currentRowChanged.connect(self._suivre)
        self.formule.activated.connect(self._choisir)
        aerer(self)
        self.rotation.editingFinished.connect(self._saisir)
        self.source.editingFinished.connect(self._saisir)

    def _saisie(self) -> QHBoxLayout:
        """What is chosen for the line."""
        row = QHBoxLayout()
        row.setSpacing(10)
        self.pour = TexteCoupe("", "fort")
        row.addWidget(self.pour, 1)
        for widget in (self.formule, QLabel("Rotation propre"), self.rotation):
            row.addWidget(widget)
        row.addWidget(self.source, 1)
        return row

    @property
    @override
    def pret(self) -> bool:
        return bool(self.model.lignes) and not self._manque()

    @override
    def montrer(self) -> None:
        contenu = self.conduite.photo()
        if contenu is None:
            return
        kept = max(0, self.table.currentIndex().row())
        rows = lignes_formules(contenu.hypotheses, contenu.stock, self.conduite.choix)
        self.model.montrer(rows)
        self.table.setCurrentIndex(self.model.index(min(kept, len(rows) - 1), 0))
        self._suivre()
        missing = self._manque()
        if missing:
            self.constat.dire(missing, Etat.RETARD)
        else:
            h = contenu.hypotheses
            self.constat.dire(
                typographier(
                    f"Parts du flux entier ({nombre(h.flux)} logements par an). Droits uniques "
                    f"étalés sur {accorde(h.annees_uniques, 'an')}."
                )
            )

    def _manque(self) -> str:
        """Why what was chosen cannot be computed; empty where it can."""
        contenu = self.conduite.photo()
        if contenu is None:
            return ""
        try:
            contenu.conversion()
        except ConversionImpossibleError as error:
            return str(error)
        return ""

    @Slot()
    def _suivre(self) -> None:
        row = self.model.ligne(self.table.currentIndex())
        for widget in (self.formule, self.rotation, self.source):
            widget.setEnabled(row is not None)
        if row is None:
            return
        rotation = row.stock.rotation
        blockers = [QSignalBlocker(self.rotation), QSignalBlocker(self.source)]
        self.pour.setText(nom_de(row.stock))
        self.pour.setToolTip(nom_de(row.stock))
        self.formule.setCurrentIndex(self.formule.findData(row.choisie.value))
        self.rotation.setValue((rotation.saisie or 0) / 100)
        self.source.setText(rotation.source)
        del blockers

    @Slot()
    def _choisir(self) -> None:
        row = self.model.ligne(self.table.currentIndex())
        if row is not None:
            self.conduite.choisir(row.stock.cle, Formule(self.formule.currentData()))
            self.montrer()
            self.change.emit()

    @Slot()
    def _saisir(self) -> None:
        row = self.model.ligne(self.table.currentIndex())
        if row is not None:
            typed = round(self.rotation.value() * 100) or None
            source = self.source.text().strip() if typed else ""
            self.conduite.saisir_rotation(row.stock.cle, typed, source)
            self.montrer()
            self.change.emit()


class EtapeEffet(EtapeConversion):
    """What each réservataire gets, and what the law says of it."""

    titre = "Effet et arrondi"
    court = "Effet"
    aide = "L’arrondi au plus fort reste garde la somme ; l’écart se compare au taux d’aujourd’hui."

    def __init__(self, conduite: ConduiteConversion) -> None:
        super().__init__(conduite)
        self.model = EffetModel(self)
        self.table = Table("Effet sur chaque réservataire")
        self.table.setModel(self.model)
        self.table.largeurs({1: "100,00 %", 2: "999,99", 3: "9 999", 4: "+999,99"})
        self.table.etirer_au_moins(0, "Action Logement Services")
        self.alertes = ListeAlertes()
        self.corps.addWidget(self.table, 1)
        self.corps.addWidget(self.alertes)
        conduite.controle.connect(self._juger)

    @override
    def montrer(self) -> None:
        contenu = self.conduite.photo()
        if contenu is None:
            return
        found = contenu.conversion()
        self.model.montrer(lignes_effet(found))
        self.constat.dire(
            typographier(
                f"{accorde(found.total, 'logement')} à partager par an, dont "
                f"{found.bailleur_arrondi} au bailleur. Chaque taux vaut sur le territoire de sa "
                "convention."
            )
        )
        self.alertes.attendre("Contrôle de la loi…")
        self.conduite.controler()

    @Slot(object)
    def _juger(self, alertes: tuple[Alerte, ...]) -> None:
        self.alertes.montrer(alertes, "Ces taux respectent les plafonds de la loi.")
