"""The tab of the objectives of attribution: by EPCI and party, measured, with what is missing."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QSplitter,
    QStackedWidget,
)
from typing_extensions import override

from fluxdesk.domain.controles import pourcentage
from fluxdesk.domain.flux.parties import UN
from fluxdesk.domain.objectif import NatureObjectif, Objectif
from fluxdesk.domain.typographie import accorde, typographier
from fluxdesk.services.fixer_objectifs import (
    fixer_objectif,
    proposer_objectifs,
    reprendre_objectifs,
    retirer_objectif,
)
from fluxdesk.services.lister_objectifs import lister_objectifs
from fluxdesk.services.mesurer_objectifs import mesurer_objectifs
from fluxdesk.ui.contexte import Sujet
from fluxdesk.ui.dialogs.confirmation import ConfirmationDialog
from fluxdesk.ui.dialogs.motif import MotifDialog
from fluxdesk.ui.dialogs.objectif import ObjectifDialog
from fluxdesk.ui.exportation import Exportation
from fluxdesk.ui.models.objectifs import (
    CERTITUDE,
    CIBLE,
    COMPTE,
    ETAT,
    LIEU,
    MANQUE,
    SUJET,
    TAUX,
    ObjectifsModel,
)
from fluxdesk.ui.pages.onglet import Onglet
from fluxdesk.ui.phrases import milliers
from fluxdesk.ui.theme import bouton, bouton_principal
from fluxdesk.ui.widgets.courbe_cible import CourbeCible
from fluxdesk.ui.widgets.table import Table
from fluxdesk.ui.widgets.table_formulaire import serrer
from fluxdesk.ui.widgets.vide import EtatVide

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QPushButton, QWidget

    from fluxdesk.services.mesurer_objectifs import LigneObjectif, TableauObjectifs
    from fluxdesk.services.ports import Bureau, Progress
    from fluxdesk.ui.contexte import Contexte

SUJETS = (Sujet.VACANCES, Sujet.JOURNAL)
RIEN = (
    "Les objectifs d’attribution ne concernent que certains territoires (CCH, art. L441-1) et "
    "votre CIA ou votre CUS peuvent en fixer d’autres. Reprenez les cibles des textes pour les "
    "confirmer une par une, ou ajoutez les vôtres."
)


def epcis_du_parc(bureau: Bureau) -> tuple[str, ...]:
    """The EPCI where the landlord has dwellings; runs on the worker."""
    return tuple(sorted({row.epci for row in bureau.base.lectures.parc() if row.epci}))


def lire(bureau: Bureau, annee: int) -> tuple[TableauObjectifs, tuple[str, ...]]:
    """The year and the EPCI of the patrimoine; runs on the worker."""
    read = mesurer_objectifs(
        annee,
        uow=bureau.base.transaction(),
        horloge=bureau.horloge,
        territoires=bureau.territoires,
    )
    return read, epcis_du_parc(bureau)


class ObjectifsOnglet(Onglet):
    """One row an objective; its path below."""

    titre: ClassVar[str] = "Objectifs"

    def __init__(self, contexte: Contexte, parent: QWidget | None = None) -> None:
        super().__init__(contexte, parent)
        self._annee = 0
        self._lu: TableauObjectifs | None = None
        self._epcis: tuple[str, ...] = ()
        self._visee = 0
        self.dialogue: ObjectifDialog | MotifDialog | ConfirmationDialog | None = None
        self.model = ObjectifsModel(self)
        self.table = Table("Objectifs d’attribution")
        self.annees = QComboBox()
        self.annees.setAccessibleName("Année des objectifs")
        self.detail = QLabel()
        self.detail.setWordWrap(True)
        self.detail.setProperty("role", "doux")
        self.courbe = CourbeCible()
        self.ajouter = bouton_principal("Ajouter…", "plus")
        self.modifier = bouton("Modifier…", "pencil")
        self.retirer = bouton("Retirer…", "x")
        self.reprendre = bouton("Cibles des textes…", "book-open")
        self.exporter = bouton("Exporter…", "file-spreadsheet")
        self.exporter.setToolTip("Le tableau de l’année, pour la CIL : classeur ou texte")
        self._export = Exportation(contexte, self)
        self._disposer()
        self._brancher()

    def _disposer(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(8)
        bar.addWidget(QLabel("Année"))
        bar.addWidget(self.annees)
        bar.addStretch(1)
        for button in self._boutons():
            bar.addWidget(button)
        self.table.setModel(self.model)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        serrer(self.table, {
            SUJET: "Autres que 1er quartile, en QPV ou", COMPTE: "1 234 sur 1 234",
            TAUX: "19,4 % à 100,0 %", CIBLE: "100 %", ETAT: "rien à mesurer", MANQUE: "Inconnus",
            CERTITUDE: "à confirmer",
        })  # fmt: skip
        self.table.etirer(LIEU)
        self.split = QSplitter(Qt.Orientation.Vertical)
        self.split.addWidget(self.table)
        self.split.addWidget(self.courbe)
        self.split.setSizes([380, 260])
        self.split.setHandleWidth(16)
        self.split.setChildrenCollapsible(False)
        self.pile = QStackedWidget()
        self.pile.addWidget(self.split)
        self.pile.addWidget(EtatVide("Aucun objectif en vigueur cette année", RIEN))
        self.corps.addLayout(bar)
        self.corps.addWidget(self.pile, 1)
        self.corps.addWidget(self.detail)
        self.setFocusProxy(self.table)

    def _boutons(self) -> tuple[QPushButton, ...]:
        return self.retirer, self.modifier, self.exporter, self.reprendre, self.ajouter

    def _brancher(self) -> None:
        self.annees.activated.connect(self._changer_d_annee)
        self.ajouter.clicked.connect(self._demander_ajout)
        self.modifier.clicked.connect(self._demander_changement)
        self.retirer.clicked.connect(self._demander_retrait)
        self.reprendre.clicked.connect(self._proposer)
        self.exporter.clicked.connect(self._exporter)
        self.table.selectionModel().currentRowChanged.connect(self._suivre)

    @override
    def recharger(self) -> None:
        self.contexte.lire(partial(lire, self.contexte.bureau, self._annee), self._montrer)

    @Slot(object)
    def _montrer(self, lu: tuple[TableauObjectifs, tuple[str, ...]]) -> None:
        self._lu, self._epcis = lu
        self._annee = self._lu.annee
        self.annees.clear()
        for year in self._lu.annees:
            self.annees.addItem(str(year), year)
        self.annees.setCurrentIndex(self.annees.findData(self._annee))
        kept = self.table.currentIndex().row()
        self.model.montrer_tableau(self._lu)
        self.pile.setCurrentIndex(0 if self._lu.lignes else 1)
        self.table.selectRow(min(max(kept, 0), len(self._lu.lignes) - 1))
        self._suivre()

    def _choisie(self) -> LigneObjectif | None:
        return self.model.ligne(self.table.currentIndex())

    @Slot()
    def _suivre(self) -> None:
        line = self._choisie()
        for button in (self.modifier, self.retirer, self.exporter):
            button.setEnabled(line is not None)
        self.courbe.setVisible(line is not None)
        self.detail.setText(_dire(line) if line else "")
        if line is not None:
            self.courbe.montrer(line, f"{self.model.sujet(line)}, {self.model.lieu(line)}")

    @Slot()
    def _changer_d_annee(self) -> None:
        self._annee = int(self.annees.currentData())
        self.recharger()

    @Slot()
    def _demander_ajout(self) -> None:
        self._demander(
            Objectif(annee=self._annee, nature=NatureObjectif.Q1_HORS_QPV, cible=UN // 4)
        )

    @Slot()
    def _demander_changement(self) -> None:
        line = self._choisie()
        if line is not None:
            self._demander(line.objectif)

    def _demander(self, objectif: Objectif) -> None:
        if self._lu is None:
            return
        known = {epci: self._lu.epcis.get(epci, epci) for epci in (*self._epcis, objectif.epci)}
        known.pop("", None)
        self.dialogue = ObjectifDialog(objectif, known, self._lu.parties, self)
        self.dialogue.accepted.connect(self._noter)
        self.dialogue.open()

    @Slot()
    def _noter(self) -> None:
        if isinstance(self.dialogue, ObjectifDialog):
            wanted, reason = self.dialogue.saisie(), self.dialogue.motif()
            base = self.contexte.bureau.base
            self._agir(lambda: fixer_objectif(wanted, uow=base.transaction(), motif=reason))

    @Slot()
    def _exporter(self) -> None:
        if self._lu is not None:
            self._export.exporter(lister_objectifs(self._lu), f"Objectifs {self._annee}")

    @Slot()
    def _proposer(self) -> None:
        base, year, epcis = self.contexte.bureau.base, self._annee, self._epcis
        self.contexte.lire(
            lambda: proposer_objectifs(year, epcis, uow=base.transaction()), self._confirmer
        )

    @Slot(object)
    def _confirmer(self, proposes: tuple[Objectif, ...]) -> None:
        lines = [
            f"• {o.nature.value} : {pourcentage(o.cible)} — {o.source} ({o.certitude.value})"
            for o in {(o.nature, o.cible, o.source): o for o in proposes}.values()
        ]
        head = (
            f"{len(proposes)} cibles à confirmer ensuite une par une, avec leur source :"
            if proposes
            else "Toutes les cibles des textes sont déjà fixées."
        )
        self.dialogue = ConfirmationDialog(
            "Cibles des textes",
            typographier("\n".join([head, *lines])),
            "Reprendre ces cibles" if proposes else "",
            self,
        )
        self.dialogue.accepted.connect(self._reprendre)
        self.dialogue.open()

    @Slot()
    def _reprendre(self) -> None:
        base, year, epcis = self.contexte.bureau.base, self._annee, self._epcis
        self._agir(lambda: reprendre_objectifs(year, epcis, uow=base.transaction()))

    @Slot()
    def _demander_retrait(self) -> None:
        line = self._choisie()
        if line is None:
            return
        self._visee = line.objectif.id
        named = f"{self.model.sujet(line)}, {self.model.lieu(line)}"
        self.dialogue = MotifDialog(
            "Retirer un objectif", f"{named}\u00a0: l’objectif est retiré.", "Retirer", self
        )
        self.dialogue.accepted.connect(self._retirer)
        self.dialogue.open()

    @Slot()
    def _retirer(self) -> None:
        if isinstance(self.dialogue, MotifDialog):
            base, ident, reason = self.contexte.bureau.base, self._visee, self.dialogue.motif()
            self._agir(lambda: retirer_objectif(ident, uow=base.transaction(), motif=reason))

    def _agir(self, acte: Callable[[], object]) -> None:
        def work(_progress: Progress) -> None:
            acte()

        self.contexte.agir("Enregistrement des objectifs", work, sujets=SUJETS)


def _dire(ligne: LigneObjectif) -> str:
    """The source of the target, what is missing, and the threshold of the 1st quartile."""
    one, seen = ligne.objectif, ligne.mesure
    told = [f"Source : {one.source} ({one.certitude.value})."]
    if seen.inconnus:
        told.append(
            f"Non renseigné pour {milliers(seen.inconnus)} des {milliers(seen.total)} : le taux "
            "va du cas où aucun ne compte au cas où tous comptent."
        )
    if seen.sans_lieu:
        told.append(f"{accorde(seen.sans_lieu, 'autre')} hors base, sans quartier connu.")
    if ligne.seuil is not None:
        told.append(f"Seuil du 1er quartile : {ligne.seuil} € par an et unité de consommation.")
    return typographier(" ".join(told))
