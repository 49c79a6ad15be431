"""Bilans: what each recipient is owed before 28 February, read before it is sent."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFileDialog,
    QLabel,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from fluxdesk.domain.typographie import typographier
from fluxdesk.services.editer_bilans import CommandeBilans, editer_bilans
from fluxdesk.ui.contexte import Sujet
from fluxdesk.ui.models.bilans import DestinataireModel
from fluxdesk.ui.pages.bilans_actes import ActesBilan
from fluxdesk.ui.pages.bilans_apercu import ApercuBilan
from fluxdesk.ui.pages.bilans_envoi import EnvoiBilan
from fluxdesk.ui.pages.bilans_lecture import (
    echeance_du_bilan,
    lire_bilans,
    lire_destinataire,
    periodes_offertes,
)
from fluxdesk.ui.pages.bilans_onglets import ONGLETS
from fluxdesk.ui.pages.page import Page
from fluxdesk.ui.phrases import compte
from fluxdesk.ui.theme import bouton, bouton_principal
from fluxdesk.ui.widgets.annonce import Annonce
from fluxdesk.ui.widgets.table import Table
from fluxdesk.ui.widgets.table_formulaire import serrer
from fluxdesk.ui.widgets.vide import EtatVide

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fluxdesk.domain.periode import Periode
    from fluxdesk.services.etablir_bilan import Ensemble
    from fluxdesk.services.ports import Bureau, Progress
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
        self._dossier = Path()
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
        self.setFocusProxy(self.table)

    def _entete(self) -> None:
        """Year, part of the year, and the two ways to have the files."""
        self.annees, self.parties = QComboBox(), QComboBox()
        self.annees.setAccessibleName("Année du bilan")
        self.parties.setAccessibleName("Période du bilan")
        self.parties.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.un = bouton("Éditer ce bilan…", "file-text")
        self.tous = bouton_principal("Dossier du 28 février…", "printer")
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
        left.setSizes([380, 300])
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(left)
        split.addWidget(self.apercu)
        split.setSizes([560, 640])
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
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        table.setSortingEnabled(True)
        serrer(table, {1: "envoyé, rect. 1", 2: "Proposés #", 3: "Attribués #", 4: "Baux ##"})
        table.etirer(0)
        table.selectionModel().currentRowChanged.connect(self._lire_bilan)
        self.annees.activated.connect(self._changer_d_annee)
        self.parties.activated.connect(self._changer_de_periode)
        self.un.clicked.connect(self._editer_un)
        self.tous.clicked.connect(self._editer_tous)
        self.envoi.ouvrir.connect(self.contexte.ouvrir)
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
        self.model.montrer(lu.lignes)
        there = bool(lu.lignes)
        self.pile.setCurrentIndex(0 if there else 1)
        for widget in (self.un, self.tous, self.annees, self.parties):
            widget.setEnabled(there)
        wanted = chosen.destinataire.cle if chosen else ""
        keys = [row.destinataire.cle for row in self.model.lignes]
        if there:
            self.table.selectRow(keys.index(wanted) if wanted in keys else 0)
            self._lire_bilan()

    def _montrer_periodes(self, lu: LuBilans) -> None:
        self.annees.clear()
        self.parties.clear()
        for year in lu.annees:
            self.annees.addItem(str(year), year)
        if lu.periode is None:
            self.sous_titre.clear()
            return
        self.annees.setCurrentIndex(self.annees.findData(lu.periode.annee))
        offered = periodes_offertes(lu.periode.annee)
        for period in offered:
            name = period.nom.removesuffix(f" {period.annee}")
            self.parties.addItem("Année entière" if period.entiere else name, period)
        self.parties.setCurrentIndex(offered.index(lu.periode))
        self.sous_titre.setText(echeance_du_bilan(lu.periode, lu.jour))

    @property
    def periode(self) -> Periode | None:
        """The period shown; None while no year has anything."""
        return self._periode

    def choisi(self) -> LigneDestinataire | None:
        """The recipient chosen."""
        return self.model.ligne(self.table.currentIndex())

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

    @Slot()
    def _editer_tous(self) -> None:
        self._editer(None)

    @Slot()
    def _editer_un(self) -> None:
        chosen = self.choisi()
        if chosen is not None:
            self._editer([chosen.destinataire.cle])

    def _editer(self, destinataires: Sequence[str] | None) -> None:
        folder = QFileDialog.getExistingDirectory(self, "Dossier où écrire les bilans")
        if folder and self._periode is not None:
            self._dossier = Path(folder)
            commande = CommandeBilans(
                periode=self._periode, dossier=self._dossier, destinataires=destinataires
            )
            self.contexte.agir(
                f"Édition des bilans {self._periode.nom}",
                partial(_editer, self.contexte.bureau, commande),
                self._annoncer,
                sujets=(Sujet.JOURNAL,),
            )

    @Slot(object)
    def _annoncer(self, fichiers: Sequence[Path]) -> None:
        written = compte(len(fichiers), "fichier écrit", "fichiers écrits")
        name = self._periode.nom if self._periode else ""
        self.annonce.dire(
            typographier(f"Bilans {name} : {written} dans « {self._dossier} »."),
            [("Ouvrir le dossier", "folder-open", self._ouvrir_dossier)],
        )

    @Slot()
    def _ouvrir_dossier(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._dossier)))


def _editer(bureau: Bureau, commande: CommandeBilans, progress: Progress) -> tuple[Path, ...]:
    return editer_bilans(commande, bureau=bureau, progress=progress)
