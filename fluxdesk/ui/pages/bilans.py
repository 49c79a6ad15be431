"""Bilans: what each recipient is owed before 28 February, read before it is sent."""

from __future__ import annotations

from dataclasses import dataclass
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
from fluxdesk.services.etablir_bilan import destinataires, etablir_bilan
from fluxdesk.ui.contexte import Sujet
from fluxdesk.ui.models.bilans import DestinataireModel
from fluxdesk.ui.pages.bilans_apercu import ApercuBilan
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
    from datetime import date

    from fluxdesk.domain.bilan import Bilan
    from fluxdesk.services.etablir_bilan import DestinataireBilan
    from fluxdesk.services.ports import Bureau, Progress
    from fluxdesk.ui.contexte import Contexte
    from fluxdesk.ui.pages.onglet import Onglet

FEVRIER = 2
RIEN = (
    "Avant le 28 février, chaque réservataire reçoit le bilan des logements proposés et attribués "
    "l’année précédente (CCH, art. R441-5-1). Le premier se prépare dès la première vacance."
)


@dataclass(frozen=True, slots=True)
class LuBilans:
    """The years there are, the one shown and its recipients."""

    annees: tuple[int, ...]
    annee: int
    jour: date
    destinataires: tuple[DestinataireBilan, ...]


def lire_bilans(bureau: Bureau, annee: int) -> LuBilans:
    """Read the recipients of a year, the newest one when it is 0; runs on the worker."""
    years = tuple(bureau.base.lectures.annees_de_bilan())
    today = bureau.horloge.aujourd_hui()
    if not years:
        return LuBilans((), 0, today, ())
    shown = annee if annee in years else annee_due(years, today)
    found = destinataires(shown, uow=bureau.base.transaction(), territoires=bureau.territoires)
    return LuBilans(years, shown, today, found)


def lire_bilan(bureau: Bureau, annee: int, reservataire_id: int | None) -> Bilan:
    """Make one bilan to look at; runs on the worker."""
    return etablir_bilan(
        annee,
        reservataire_id=reservataire_id,
        uow=bureau.base.transaction(),
        territoires=bureau.territoires,
    )


def _editer(bureau: Bureau, commande: CommandeBilans, progress: Progress) -> tuple[Path, ...]:
    return editer_bilans(
        commande,
        transaction=bureau.base.transaction,
        territoires=bureau.territoires,
        ecrire_xlsx=bureau.ecrire_bilan_xlsx,
        ecrire_pdf=bureau.ecrire_bilan_pdf,
        progress=progress,
    )


class BilansPage(Page):
    """One row a recipient; the bilan of the one chosen at the right."""

    nom: ClassVar[str] = "bilans"
    titre: ClassVar[str] = "Bilans"
    icone: ClassVar[str] = "chart-column"
    sujets: ClassVar[frozenset[Sujet]] = frozenset(
        {Sujet.VACANCES, Sujet.CONVENTIONS, Sujet.BAILLEUR}
    )

    def __init__(self, contexte: Contexte, parent: QWidget | None = None) -> None:
        super().__init__(contexte, parent)
        self._annee = 0
        self._dossier = Path()
        self.model = DestinataireModel(self)
        self.table = Table("Destinataires du bilan")
        self.apercu = ApercuBilan()
        self.annonce = Annonce()
        self.annees = QComboBox()
        self.annees.setAccessibleName("Année du bilan")
        self.un = bouton("Éditer ce bilan…", "file-text")
        self.tous = bouton_principal("Éditer les bilans…", "printer")
        self.libelle_annee = QLabel("Année")
        for widget in (self.libelle_annee, self.annees, self.un, self.tous):
            self.actions.addWidget(widget)
        for button in (self.un, self.tous):
            button.setAccessibleName(button.text())
        self._preparer()
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.table)
        split.addWidget(self.apercu)
        split.setSizes([520, 680])
        split.setHandleWidth(16)
        split.setChildrenCollapsible(False)
        self.vide = EtatVide("Aucun bilan à préparer", RIEN)
        self.pile = QStackedWidget()
        self.pile.addWidget(split)
        self.pile.addWidget(self.vide)
        self._ranger_onglets()
        self.setFocusProxy(self.table)

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
        for widget in (self.libelle_annee, self.annees, self.un, self.tous, self.sous_titre):
            widget.setVisible(rang == 0)

    def _preparer(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        table.setSortingEnabled(True)
        serrer(table, {1: "Proposés #", 2: "Attribués #", 3: "Baux ##"})
        table.etirer(0)
        table.selectionModel().currentRowChanged.connect(self._lire_bilan)
        self.annees.activated.connect(self._changer_d_annee)
        self.un.clicked.connect(self._editer_un)
        self.tous.clicked.connect(self._editer_tous)
        for widget in (self.un, self.tous, self.annees):
            widget.setEnabled(False)  # until the years are known

    @override
    def recharger(self) -> None:
        for tab in self.autres:
            tab.perimer()
        self.contexte.lire(partial(lire_bilans, self.contexte.bureau, self._annee), self._montrer)

    @Slot(object)
    def _montrer(self, lu: LuBilans) -> None:
        chosen = self._choisi()
        self._annee = lu.annee
        self.annees.clear()
        for year in lu.annees:
            self.annees.addItem(str(year), year)
        self.annees.setCurrentIndex(self.annees.findData(lu.annee))
        self.model.montrer(lu.destinataires)
        there = bool(lu.destinataires)
        self.pile.setCurrentIndex(0 if there else 1)
        for widget in (self.un, self.tous, self.annees):
            widget.setEnabled(there)
        self.sous_titre.setText(echeance_du_bilan(lu.annee, lu.jour) if there else "")
        wanted = chosen.reservataire_id if chosen else None
        idents = [row.reservataire_id for row in self.model.lignes]
        if there:
            self.table.selectRow(idents.index(wanted) if wanted in idents else 0)

    def _choisi(self) -> DestinataireBilan | None:
        return self.model.ligne(self.table.currentIndex())

    @Slot()
    def _lire_bilan(self) -> None:
        chosen = self._choisi()
        if chosen is not None:
            work = partial(lire_bilan, self.contexte.bureau, self._annee, chosen.reservataire_id)
            self.contexte.lire(work, self._montrer_bilan)

    @Slot(object)
    def _montrer_bilan(self, bilan: Bilan) -> None:
        chosen = self._choisi()
        if chosen and bilan.annee == self._annee and bilan.destinataire == chosen.nom:
            self.apercu.montrer(bilan)

    @Slot()
    def _changer_d_annee(self) -> None:
        self._annee = int(self.annees.currentData())
        self.recharger()

    @Slot()
    def _editer_tous(self) -> None:
        self._editer(None)

    @Slot()
    def _editer_un(self) -> None:
        chosen = self._choisi()
        if chosen is not None:
            self._editer([chosen.reservataire_id])

    def _editer(self, reservataires: Sequence[int | None] | None) -> None:
        folder = QFileDialog.getExistingDirectory(self, "Dossier où écrire les bilans")
        if folder:
            self._dossier = Path(folder)
            commande = CommandeBilans(
                annee=self._annee, dossier=self._dossier, reservataires=reservataires
            )
            self.contexte.agir(
                f"Édition des bilans {self._annee}",
                partial(_editer, self.contexte.bureau, commande),
                self._annoncer,
                sujets=(Sujet.JOURNAL,),
            )

    @Slot(object)
    def _annoncer(self, fichiers: Sequence[Path]) -> None:
        written = compte(len(fichiers), "fichier écrit", "fichiers écrits")
        self.annonce.dire(
            typographier(f"Bilans {self._annee} : {written} dans « {self._dossier} »."),
            [("Ouvrir le dossier", "folder-open", self._ouvrir_dossier)],
        )

    @Slot()
    def _ouvrir_dossier(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._dossier)))


def annee_due(annees: Sequence[int], jour: date) -> int:
    """The year to prepare: last year until its deadline, else the newest one."""
    last = jour.year - 1
    return last if jour.month <= FEVRIER and last in annees else annees[0]


def echeance_du_bilan(annee: int, jour: date) -> str:
    """The legal deadline of the bilan of a year, and that a running year is not final."""
    running = "provisoire, l’année n’est pas finie\u00a0; " if annee == jour.year else ""
    return f"{running}à transmettre avant le 28 février {annee + 1} (CCH, art. R441-5-1)"
