"""The tab of the dwellings that will be taken out of the flux: foreseen, done, the gap."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QSplitter,
    QStackedWidget,
)
from typing_extensions import override

from fluxdesk.domain.prevision import Prevision
from fluxdesk.domain.typographie import typographier
from fluxdesk.domain.vacance import CategorieSoustrait
from fluxdesk.services.comparer_soustraits import lire_soustraits
from fluxdesk.services.importer_previsions import importer_previsions
from fluxdesk.services.prevoir_soustraits import (
    prevoir_soustraits,
    reconduire_soustraits,
    retirer_prevision,
)
from fluxdesk.ui.contexte import Sujet
from fluxdesk.ui.dialogs.motif import MotifDialog
from fluxdesk.ui.dialogs.prevision import PrevisionDialog
from fluxdesk.ui.models.soustraits import (
    ANNEES,
    CATEGORIE,
    COMMUNE,
    ECART,
    OPERATION,
    PREVU,
    QPV,
    REALISE,
    TYPOLOGIE,
    SoustraitsModel,
    TotauxSoustraitsModel,
)
from fluxdesk.ui.pages.onglet import Onglet
from fluxdesk.ui.theme import bouton, bouton_principal
from fluxdesk.ui.widgets.annonce import Annonce
from fluxdesk.ui.widgets.carte import Carte
from fluxdesk.ui.widgets.table import Table
from fluxdesk.ui.widgets.table_formulaire import serrer
from fluxdesk.ui.widgets.vide import EtatVide

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from fluxdesk.services.comparer_soustraits import TableauSoustraits
    from fluxdesk.services.importer_previsions import PrevisionsLues
    from fluxdesk.services.ports import Bureau, Progress
    from fluxdesk.ui.contexte import Contexte

SUJETS = (Sujet.VACANCES, Sujet.JOURNAL)
FICHIERS = "Tableaux (*.csv *.txt *.xlsx *.xls *.ods)"
RIEN = (
    "Avant le 28 février, les réservataires sont informés du nombre prévisionnel de logements "
    "soustraits de l’année, par catégorie d’opération, et du bilan de l’année précédente (CCH, "
    "art. R441-5-1). Saisissez une ligne par opération, ou importez un tableau."
)
Saisie = QAbstractItemView.EditTrigger


def lire(bureau: Bureau, annee: int) -> tuple[TableauSoustraits, dict[str, str]]:
    """The year and the communes of the patrimoine; runs on the worker."""
    read = lire_soustraits(
        annee,
        uow=bureau.base.transaction(),
        horloge=bureau.horloge,
        territoires=bureau.territoires,
    )
    found = (bureau.territoires.commune(row.commune) for row in bureau.base.lectures.parc())
    return read, {c.code: c.nom for c in found if c is not None}


class PrevisionnelOnglet(Onglet):
    """Lines edited in place; every act is in the journal and can be undone."""

    titre: ClassVar[str] = "Prévisionnel des soustraits"

    def __init__(self, contexte: Contexte, parent: QWidget | None = None) -> None:
        super().__init__(contexte, parent)
        self._annee = 0
        self._communes: Mapping[str, str] = {}
        self.dialogue: PrevisionDialog | MotifDialog | None = None
        self._visee = 0
        self.model = SoustraitsModel(self)
        self.totaux = TotauxSoustraitsModel(self)
        self.table = Table("Prévisionnel des soustraits")
        self.annees = QComboBox()
        self.annees.setAccessibleName("Année du prévisionnel")
        self.ajouter = bouton_principal("Ajouter…", "plus")
        self.modifier = bouton("Modifier…", "pencil")
        self.reconduire = bouton("Reconduire en 2026", "copy")
        self.retirer = bouton("Retirer…", "x")
        self.importer = bouton("Importer…", "upload")
        self.annonce = Annonce()
        self._disposer()
        self._brancher()

    def _disposer(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(8)
        bar.addWidget(QLabel("Année"))
        bar.addWidget(self.annees)
        bar.addStretch(1)
        for button in (self.retirer, self.reconduire, self.modifier, self.importer, self.ajouter):
            bar.addWidget(button)
        self.table.setModel(self.model)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(Saisie.DoubleClicked | Saisie.EditKeyPressed)
        serrer(self.table, {
            CATEGORIE: "Relogement de renouvellement urbain", COMMUNE: "Mamoudzou #",
            QPV: "hors QPV", TYPOLOGIE: "Type", PREVU: "non prévu", REALISE: "Réalisé #",
            ECART: "Écart ##", ANNEES: "2026\u00a0: 12, …",
        })  # fmt: skip
        self.table.etirer_au_moins(OPERATION, "NPNRU Les Cannes")
        sums = Table("Totaux par catégorie", nue=True)
        sums.setModel(self.totaux)
        serrer(sums, {1: "Prévu ##", 2: "Réalisé #", 3: "Écart ##"})
        sums.etirer(0)
        card = Carte("Totaux par catégorie (CCH, art. R441-5, al. 5)")
        card.corps.addWidget(sums)
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self.table)
        split.addWidget(card)
        split.setSizes([360, 310])
        split.setHandleWidth(16)
        split.setChildrenCollapsible(False)
        self.pile = QStackedWidget()
        self.pile.addWidget(split)
        self.pile.addWidget(EtatVide("Aucune prévision pour cette année", RIEN))
        self.corps.addLayout(bar)
        self.corps.addWidget(self.annonce)
        self.corps.addWidget(self.pile, 1)
        self.setFocusProxy(self.table)

    def _brancher(self) -> None:
        self.annees.activated.connect(self._changer_d_annee)
        self.ajouter.clicked.connect(self._demander_ajout)
        self.modifier.clicked.connect(self._demander_changement)
        self.reconduire.clicked.connect(self._reconduire)
        self.retirer.clicked.connect(self._demander_retrait)
        self.importer.clicked.connect(self._importer)
        self.model.change.connect(self._enregistrer)
        self.table.selectionModel().currentRowChanged.connect(self._suivre)
        self.reconduire.setToolTip("Copier à l’année suivante les lignes qu’elle n’a pas encore")

    @override
    def recharger(self) -> None:
        self.contexte.lire(partial(lire, self.contexte.bureau, self._annee), self._montrer)

    @Slot(object)
    def _montrer(self, lu: tuple[TableauSoustraits, Mapping[str, str]]) -> None:
        table, self._communes = lu
        self._annee = table.annee
        self.annees.clear()
        for year in table.annees:
            self.annees.addItem(str(year), year)
        self.annees.setCurrentIndex(self.annees.findData(table.annee))
        kept = self.table.currentIndex().row()
        self.model.montrer_tableau(table)
        self.totaux.montrer(table.totaux)
        self.pile.setCurrentIndex(0 if table.lignes else 1)
        self.table.selectRow(min(max(kept, 0), len(table.lignes) - 1))
        self.reconduire.setText(f"Reconduire en {table.annee + 1}")
        self.reconduire.setEnabled(any(x.prevision for x in table.lignes))
        self._suivre()

    def _choisie(self) -> Prevision | None:
        line = self.model.ligne(self.table.currentIndex())
        return line.prevision if line else None

    @Slot()
    def _suivre(self) -> None:
        for button in (self.modifier, self.retirer):
            button.setEnabled(self._choisie() is not None)

    @Slot()
    def _changer_d_annee(self) -> None:
        self._annee = int(self.annees.currentData())
        self.recharger()

    def choisir_annee(self, annee: int) -> None:
        """Read that year when the tab is next seen."""
        self._annee = annee
        self.perimer()

    @Slot()
    def _demander_ajout(self) -> None:
        urban = CategorieSoustrait.RENOUVELLEMENT_URBAIN
        self._demander(Prevision(annee=self._annee, categorie=urban, nombre=1))

    @Slot()
    def _demander_changement(self) -> None:
        if (chosen := self._choisie()) is not None:
            self._demander(chosen)

    def _demander(self, prevision: Prevision) -> None:
        self.dialogue = dialog = PrevisionDialog(prevision, self._communes, self)
        dialog.accepted.connect(self._noter)
        dialog.open()

    @Slot()
    def _noter(self) -> None:
        if isinstance(self.dialogue, PrevisionDialog):
            self._ecrire(self.dialogue.saisie(), self.dialogue.motif())

    @Slot(object)
    def _enregistrer(self, prevision: Prevision) -> None:
        self._ecrire(prevision, "")

    def _ecrire(self, prevision: Prevision, motif: str) -> None:
        base = self.contexte.bureau.base
        self._annee = prevision.annee

        def work(_progress: Progress) -> None:
            prevoir_soustraits((prevision,), uow=base.transaction(), motif=motif)

        self.contexte.agir("Enregistrement de la prévision", work, sujets=SUJETS)

    @Slot()
    def _reconduire(self) -> None:
        base, year = self.contexte.bureau.base, self._annee

        def work(_progress: Progress) -> str:
            made = reconduire_soustraits(year, uow=base.transaction())
            return f"Prévisions reconduites en {year + 1} : {len(made)}."

        self.contexte.agir("Reconduction", work, self._dire, sujets=SUJETS)

    @Slot()
    def _demander_retrait(self) -> None:
        chosen = self._choisie()
        if chosen is None:
            return
        self._visee = chosen.id
        named = chosen.operation or chosen.categorie.value
        self.dialogue = dialog = MotifDialog(
            "Retirer une prévision",
            typographier(f"La prévision {chosen.annee} de « {named} » est retirée."),
            "Retirer cette prévision",
            self,
        )
        dialog.accepted.connect(self._retirer)
        dialog.open()

    @Slot()
    def _retirer(self) -> None:
        if not isinstance(self.dialogue, MotifDialog):
            return
        base, ident, reason = self.contexte.bureau.base, self._visee, self.dialogue.motif()

        def work(_progress: Progress) -> None:
            retirer_prevision(ident, uow=base.transaction(), motif=reason)

        self.contexte.agir("Retrait de la prévision", work, sujets=SUJETS)

    @Slot()
    def _importer(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, "Tableau de prévisions", "", FICHIERS)
        if not path:
            return
        bureau, year = self.contexte.bureau, self._annee

        def work(_progress: Progress) -> PrevisionsLues:
            return importer_previsions(
                Path(path), uow=bureau.base.transaction(), lire=bureau.lire_tableau, annee=year
            )

        self.contexte.agir("Import des prévisions", work, self._raconter, sujets=SUJETS)

    @Slot(object)
    def _raconter(self, lu: PrevisionsLues) -> None:
        self.annonce.dire("\n".join([lu.phrase(), *(r.phrase for r in lu.refus)]))

    @Slot(object)
    def _dire(self, phrase: str) -> None:
        self.annonce.dire(typographier(phrase))
