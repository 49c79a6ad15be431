"""The tab of fairness: cheap dwellings and residences in demand, beside the flux (A9, B23)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHBoxLayout, QLabel, QSplitter
from typing_extensions import override

from fluxdesk.domain.typographie import typographier
from fluxdesk.services.lire_equite import fixer_equite, lire_equite
from fluxdesk.services.lister_equite import dire_regle, lister_equite
from fluxdesk.ui.contexte import Sujet
from fluxdesk.ui.dialogs.equite import RegleEquiteDialog
from fluxdesk.ui.exportation import Exportation
from fluxdesk.ui.models.equite import (
    BARRE,
    BAS,
    ECART,
    ETAT,
    FLUX,
    INCONNUS,
    NOM,
    PART,
    RECUS,
    ClassesModel,
    PartsModel,
)
from fluxdesk.ui.pages.onglet import Onglet
from fluxdesk.ui.theme import bouton
from fluxdesk.ui.widgets.barre_flux import BarreFluxDelegate
from fluxdesk.ui.widgets.carte import Carte
from fluxdesk.ui.widgets.table import Table
from fluxdesk.ui.widgets.table_formulaire import serrer

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from fluxdesk.services.lire_equite import TableauEquite
    from fluxdesk.services.ports import Bureau, Progress
    from fluxdesk.ui.contexte import Contexte

SANS_EFFET = "Information : rien n’empêche une proposition."


def lire(bureau: Bureau, annee: int) -> TableauEquite:
    """A year; runs on the worker."""
    return lire_equite(
        annee,
        bureau.base.lectures.programmes(),
        uow=bureau.base.transaction(),
        horloge=bureau.horloge,
        territoires=bureau.territoires,
    )


class EquiteOnglet(Onglet):
    """Two tables, the rule above them; nothing here binds."""

    titre: ClassVar[str] = "Équité"

    def __init__(self, contexte: Contexte, parent: QWidget | None = None) -> None:
        super().__init__(contexte, parent)
        self._annee = 0
        self._lu: TableauEquite | None = None
        self.dialogue: RegleEquiteDialog | None = None
        self._export = Exportation(contexte, self)
        self.parts, self.classes = PartsModel(self), ClassesModel(self)
        self.table = Table("Logements bon marché par réservataire", nue=True)
        self.table_classes = Table("Attractivité des résidences par réservataire", nue=True)
        self.annees = QComboBox()
        self.annees.setAccessibleName("Année de l’équité")
        self.regle_dite = QLabel()
        self.regle_dite.setWordWrap(True)
        self.regle_dite.setProperty("role", "doux")
        self.exporter = bouton("Exporter…", "file-spreadsheet")
        self.regler = bouton("Bande et plafonds…", "pencil")
        for button in (self.exporter, self.regler):
            button.setEnabled(False)  # until the year is read
        self._disposer()
        self.annees.activated.connect(self._changer_d_annee)
        self.exporter.clicked.connect(self._exporter)
        self.regler.clicked.connect(self._demander)

    def _disposer(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(8)
        bar.addWidget(QLabel("Année"))
        bar.addWidget(self.annees)
        bar.addStretch(1)
        bar.addWidget(self.exporter)
        bar.addWidget(self.regler)
        self._preparer()
        split = QSplitter(Qt.Orientation.Vertical)
        for title, table in (
            ("Logements bon marché, à côté de la part du flux", self.table),
            ("Attractivité des résidences, à côté du patrimoine", self.table_classes),
        ):
            card = Carte(title)
            card.corps.addWidget(table)
            split.addWidget(card)
        split.setHandleWidth(16)
        split.setChildrenCollapsible(False)
        self.corps.addLayout(bar)
        self.corps.addWidget(self.regle_dite)
        self.corps.addWidget(split, 1)
        self.setFocusProxy(self.table)

    def _preparer(self) -> None:
        self.table.setModel(self.parts)
        self.table.setItemDelegateForColumn(BARRE, BarreFluxDelegate(self.table))
        serrer(self.table, {
            NOM: "CA de Dembéni-Mamoudzou", RECUS: "Reçus", FLUX: "Part du flux",
            BAS: "Bon marché", PART: "Leur part", ECART: "+100,0 pt",
            ETAT: "en dessous de la bande", INCONNUS: "Manque",
        })  # fmt: skip
        self.table.etirer_au_moins(BARRE, "Part et bande")
        self.table_classes.setModel(self.classes)
        serrer(self.table_classes, {
            0: "CA de Dembéni-Mamoudzou", 1: "1 234 (100,0 %)", 2: "1 234 (100,0 %)",
            3: "1 234 (100,0 %)", 4: "Non renseignée",
        })  # fmt: skip
        self.table_classes.etirer_au_moins(5, "Hors de la bande")
        for table in (self.table, self.table_classes):
            table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    @override
    def recharger(self) -> None:
        self.contexte.lire(partial(lire, self.contexte.bureau, self._annee), self._montrer)

    @Slot(object)
    def _montrer(self, lu: TableauEquite) -> None:
        self._lu, self._annee = lu, lu.annee
        self.annees.clear()
        for year in lu.annees:
            self.annees.addItem(str(year), year)
        self.annees.setCurrentIndex(self.annees.findData(lu.annee))
        self.parts.montrer_tableau(lu)
        self.classes.montrer_tableau(lu)
        self.regle_dite.setText(typographier(f"{dire_regle(lu.regle)} {SANS_EFFET}"))
        for button in (self.exporter, self.regler):
            button.setEnabled(True)

    @Slot()
    def _changer_d_annee(self) -> None:
        self._annee = int(self.annees.currentData())
        self.recharger()

    @Slot()
    def _exporter(self) -> None:
        if self._lu is not None:
            self._export.exporter(lister_equite(self._lu), f"Équité {self._annee}")

    @Slot()
    def _demander(self) -> None:
        if self._lu is None:
            return
        self.dialogue = dialog = RegleEquiteDialog(self._lu.regle, self)
        dialog.accepted.connect(self._noter)
        dialog.open()

    @Slot()
    def _noter(self) -> None:
        if self.dialogue is None:
            return
        base, wanted, reason = (
            self.contexte.bureau.base,
            self.dialogue.saisie(),
            self.dialogue.motif(),
        )

        def work(_progress: Progress) -> None:
            fixer_equite(wanted, uow=base.transaction(), motif=reason)

        self.contexte.agir(
            "Enregistrement de la règle d’équité", work, sujets=(Sujet.VACANCES, Sujet.JOURNAL)
        )
