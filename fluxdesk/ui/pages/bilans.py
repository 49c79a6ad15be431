"""Bilans: what each recipient is owed before 28 February, read before it is sent."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from fluxdesk.domain.periode import periode_du_repere
from fluxdesk.ui.contexte import Sujet
from fluxdesk.ui.models.bilans import DestinataireModel
from fluxdesk.ui.models.bilans_envoi import IDENTITE, PREVISIONNEL
from fluxdesk.ui.pages.bilans_actes import ActesBilan
from fluxdesk.ui.pages.bilans_apercu import ApercuBilan
from fluxdesk.ui.pages.bilans_edition import EditionBilans
from fluxdesk.ui.pages.bilans_envoi import EnvoiBilan
from fluxdesk.ui.pages.bilans_lecture import (
    echeance_du_bilan,
    lire_bilans,
    lire_destinataire,
    periodes_offertes,
)
from fluxdesk.ui.pages.bilans_onglets import ONGLETS
from fluxdesk.ui.pages.bilans_previsionnel import PrevisionnelOnglet
from fluxdesk.ui.pages.page import Page
from fluxdesk.ui.theme import bouton, bouton_principal
from fluxdesk.ui.widgets.annonce import Annonce
from fluxdesk.ui.widgets.table import Table
from fluxdesk.ui.widgets.table_formulaire import serrer
from fluxdesk.ui.widgets.vide import EtatVide

if TYPE_CHECKING:
    from fluxdesk.domain.periode import Periode
    from fluxdesk.services.etablir_bilan import Ensemble
    from fluxdesk.ui.contexte import Contexte
    from fluxdesk.ui.models.bilans import LigneDestinataire
    from fluxdesk.ui.pages.bilans_lecture import (
        LuBilans,
        LuDestinataire,
    )
    from fluxdesk.ui.pages.onglet import Onglet

RIEN = (
    "Avant le 28 février, chaque réservataire reçoit le bilan des logements proposés et attribués "
    "l’année précédente (CCH, art. R441-5-1). Le premier se prépare dès la première vacance."
)
DOSSIER = "Dossier du 28 février…"


class BilansPage(Page):
    """One row a recipient; the bilan of the one chosen at the right, its check list below."""

    nom: ClassVar[str] = "bilans"
    titre: ClassVar[str] = "Bilans"
    icone: ClassVar[str] = "chart-column"
    sujets: ClassVar[frozenset[Sujet]] = frozenset(
        {Sujet.VACANCES, Sujet.CONVENTIONS, Sujet.BAILLEUR, Sujet.PATRIMOINE}
    )

    def __init__(self, contexte: Contexte, parent: QWidget | None = None) -> None:
        super().__init__(contexte, parent)
        self._periode: Periode | None = None
        self._ensemble: Ensemble | None = None
        self.model = DestinataireModel(self)
        self.table = Table("Destinataires du bilan")
        self.apercu = ApercuBilan()
        self.envoi = EnvoiBilan()
        self.annonce = Annonce()
        self._entete()
        self._preparer()
        self.vide = EtatVide("Aucun bilan à préparer", RIEN)
        self.pile = QStackedWidget()
        self.pile.addWidget(self._disposer())
        self.pile.addWidget(self.vide)
        self._ranger_onglets()
        self.actes = ActesBilan(self)
        self.edition = EditionBilans(self)
        self.setFocusProxy(self.table)

    def _entete(self) -> None:
        """Year, part of the year, and the two ways to have the files."""
        self.annees, self.parties = QComboBox(), QComboBox()
        self.annees.setAccessibleName("Année du bilan")
        self.parties.setAccessibleName("Période du bilan")
        self.parties.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.un = bouton("Éditer ce bilan…", "file-text")
        self.tous = bouton_principal(DOSSIER, "printer")
        self.tous.setToolTip("Tous les destinataires, en classeur, en PDF et en texte")
        self.libelle_annee = QLabel("Année")
        for widget in (self.libelle_annee, self.annees, self.parties, self.un, self.tous):
            self.actions.addWidget(widget)
        for button in (self.un, self.tous):
            button.setAccessibleName(button.text())

    def _disposer(self) -> QWidget:
        left = QSplitter(Qt.Orientation.Vertical)
        left.addWidget(self.table)
        left.addWidget(self.envoi)
        left.setSizes([300, 380])
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(left)
        split.addWidget(self.apercu)
        split.setSizes([560, 600])
        for splitter in (left, split):
            splitter.setHandleWidth(16)
            splitter.setChildrenCollapsible(False)
        return split

    def _ranger_onglets(self) -> None:
        first = QWidget()
        first.setAccessibleName("Bilans par destinataire")
        column = QVBoxLayout(first)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.annonce)
        column.addWidget(self.pile, 1)
        self.onglets = QTabWidget()
        self.onglets.setDocumentMode(True)
        self.onglets.setCornerWidget(self.sous_titre)  # a long sentence: the head is for the acts
        self.onglets.addTab(first, "Bilans")
        self.autres: tuple[Onglet, ...] = tuple(make(self.contexte) for make in ONGLETS)
        for tab in self.autres:
            self.onglets.addTab(tab, tab.titre)
        self.onglets.currentChanged.connect(self._changer_d_onglet)
        self.corps.addWidget(self.onglets, 1)

    @Slot(int)
    def _changer_d_onglet(self, rang: int) -> None:
        """The year and the buttons of the head belong to the bilans alone."""
        for widget in (
            self.libelle_annee,
            self.annees,
            self.parties,
            self.un,
            self.tous,
            self.sous_titre,
        ):
            widget.setVisible(rang == 0)

    def _preparer(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        table.setSortingEnabled(True)
        serrer(table, {1: "envoyé, rect. 1", 2: "Prop. #", 3: "Attr. #", 4: "Baux #"})
        table.etirer(0)
        table.selectionModel().currentRowChanged.connect(self._lire_bilan)
        table.selectionModel().selectionChanged.connect(self._suivre_choix)
        self.annees.activated.connect(self._changer_d_annee)
        self.parties.activated.connect(self._changer_de_periode)
        self.envoi.ouvrir.connect(self._ouvrir)
        for widget in (self.un, self.tous, self.annees, self.parties):
            widget.setEnabled(False)  # until the years are known

    @override
    def recharger(self) -> None:
        for tab in self.autres:
            tab.perimer()
        self.contexte.lire(partial(lire_bilans, self.contexte.bureau, self._periode), self._montrer)

    @Slot(object)
    def _montrer(self, lu: LuBilans) -> None:
        chosen = self.choisi()
        self._periode, self._ensemble = lu.periode, lu.ensemble
        self._montrer_periodes(lu)
        self.envoi.proposer_seuil(lu.seuil)
        self.model.montrer(lu.lignes)
        there = bool(lu.lignes)
        self.pile.setCurrentIndex(0 if there else 1)
        for widget in (self.un, self.tous, self.annees, self.parties):
            widget.setEnabled(there)
        wanted = chosen.destinataire.cle if chosen else ""
        keys = [row.destinataire.cle for row in self.model.lignes]
        if there:
            self.table.selectRow(keys.index(wanted) if wanted in keys else 0)
            if lu.periode is not None and not lu.periode.entiere:
                self._choisir_attendus()
            self._lire_bilan()

    def _choisir_attendus(self) -> None:
        """Of a part of the year, propose those whose convention asks for it."""
        rows = [rank for rank, row in enumerate(self.model.lignes) if row.attendu]
        if not rows:
            return
        last = self.model.columnCount() - 1
        chosen = QItemSelection()
        for rank in rows:
            chosen.select(self.model.index(rank, 0), self.model.index(rank, last))
        how = QItemSelectionModel.SelectionFlag
        model = self.table.selectionModel()
        model.setCurrentIndex(self.model.index(rows[0], 0), how.NoUpdate)
        model.select(chosen, how.ClearAndSelect)

    def _montrer_periodes(self, lu: LuBilans) -> None:
        self.annees.clear()
        self.parties.clear()
        for year in lu.annees:
            self.annees.addItem(str(year), year)
        if lu.periode is None:
            self.sous_titre.clear()
            return
        self.annees.setCurrentIndex(self.annees.findData(lu.periode.annee))
        self.tous.setText(DOSSIER if lu.periode.entiere else "Dossier de la période…")
        self.tous.setAccessibleName(self.tous.text())
        offered = periodes_offertes(lu.periode.annee)
        for period in offered:
            name = period.nom.removesuffix(f" {period.annee}")
            self.parties.addItem("Année entière" if period.entiere else name, period)
        self.parties.setCurrentIndex(offered.index(lu.periode))
        self.sous_titre.setText(echeance_du_bilan(lu.periode, lu.jour, lu.attendus))

    @property
    def periode(self) -> Periode | None:
        """The period shown; None while no year has anything."""
        return self._periode

    def choisi(self) -> LigneDestinataire | None:
        """The recipient chosen."""
        return self.model.ligne(self.table.currentIndex())

    def choisis(self) -> list[LigneDestinataire]:
        """Every recipient chosen, in the order shown."""
        ranks = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return [self.model.lignes[rank] for rank in ranks]

    @Slot()
    def _suivre_choix(self) -> None:
        chosen = self.choisis()
        several = len(chosen) > 1
        self.un.setText(f"Éditer ces {len(chosen)} bilans…" if several else "Éditer ce bilan…")
        self.un.setAccessibleName(self.un.text())
        self.envoi.choisir(chosen)

    @Slot(str, int)
    def _ouvrir(self, ou: str, cible: int) -> None:
        """Lead to where a point is mended: a page, the identity, or the tab beside."""
        if ou == IDENTITE:
            self.contexte.identite.emit()
        elif ou == PREVISIONNEL:
            tab = next(x for x in self.autres if isinstance(x, PrevisionnelOnglet))
            tab.choisir_annee(cible)
            self.onglets.setCurrentWidget(tab)
        else:
            self.contexte.ouvrir.emit(ou, cible)

    @override
    def montrer_objet(self, ident: int) -> None:
        self._periode = periode_du_repere(ident)
        self.onglets.setCurrentIndex(0)
        self.recharger()

    @Slot()
    def _lire_bilan(self) -> None:
        chosen = self.choisi()
        if chosen is not None and self._ensemble is not None:
            work = partial(lire_destinataire, self.contexte.bureau, self._ensemble, chosen)
            self.contexte.lire(work, self._montrer_bilan)

    @Slot(object)
    def _montrer_bilan(self, lu: LuDestinataire) -> None:
        if lu.ligne == self.choisi() and lu.bilan.periode == self._periode:
            self.apercu.montrer(lu.bilan)
            self.envoi.montrer(lu)

    @Slot()
    def _changer_d_annee(self) -> None:
        self._periode = periodes_offertes(int(self.annees.currentData()))[0]
        self.recharger()

    @Slot()
    def _changer_de_periode(self) -> None:
        self._periode = self.parties.currentData()
        self.recharger()
