"""Conventions: what was signed, where it adds up, and what the law says of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from fluxdesk.domain.reservataire import Categorie
from fluxdesk.services.controler_conventions import SaisieConvention
from fluxdesk.services.enregistrer_convention import enregistrer_convention
from fluxdesk.ui.contexte import Sujet
from fluxdesk.ui.dialogs.convention import ConventionDialog
from fluxdesk.ui.models.conventions import (
    ConventionModel,
    SommeModel,
)
from fluxdesk.ui.models.conventions_lieux import Lieux
from fluxdesk.ui.pages.conventions_dossier import ActesDossier
from fluxdesk.ui.pages.conventions_fichier import MenuFichier
from fluxdesk.ui.pages.conventions_lecture import lire_conventions
from fluxdesk.ui.pages.conventions_stock import MenuStock
from fluxdesk.ui.pages.page import Page
from fluxdesk.ui.phrases import compte
from fluxdesk.ui.theme import bouton, bouton_principal
from fluxdesk.ui.widgets.alertes import ListeAlertes
from fluxdesk.ui.widgets.carte import Carte
from fluxdesk.ui.widgets.pastille import PastilleDelegate
from fluxdesk.ui.widgets.table import Table
from fluxdesk.ui.widgets.table_formulaire import serrer
from fluxdesk.ui.widgets.vide import EtatVide

if TYPE_CHECKING:
    from fluxdesk.services.ports import Bureau, Progress
    from fluxdesk.ui.contexte import Contexte
    from fluxdesk.ui.models.conventions import (
        LigneConvention,
    )
    from fluxdesk.ui.pages.conventions_lecture import EtatConventions

SUJETS = (Sujet.CONVENTIONS, Sujet.JOURNAL)
UNIQUES = (Categorie.ETAT, Categorie.ACTION_LOGEMENT)  # signed first, and one of each
COURANTE = Categorie.COMMUNE
COLONNE_TERRITOIRE, COLONNE_FIN = 4, 8
COLONNE_DETAIL = 3
RIEN = (
    "Une convention dit quelle part du flux revient à chaque réservataire, sur quel territoire et "
    "à quelles conditions. Sans elle, tout logement libéré revient au bailleur."
)
TENUES = "Ces conventions peuvent-elles être tenues ensemble\u00a0?"
LOI = "Contrôles de la loi"
SANS_CHIFFRES = (
    "Rien à comparer encore\u00a0: il faut une convention en vigueur, et un patrimoine ou des "
    "logements libérés."
)


def _enregistrer(bureau: Bureau, saisie: SaisieConvention, _progress: Progress) -> int:
    return enregistrer_convention(
        saisie,
        uow=bureau.base.transaction(),
        horloge=bureau.horloge,
        territoires=bureau.territoires,
    )


class ConventionsPage(Page):
    """The list, above the sums place by place and the findings of the legal checks."""

    nom: ClassVar[str] = "conventions"
    titre: ClassVar[str] = "Conventions"
    icone: ClassVar[str] = "signature"
    sujets: ClassVar[frozenset[Sujet]] = frozenset({Sujet.CONVENTIONS})

    def __init__(self, contexte: Contexte, parent: QWidget | None = None) -> None:
        super().__init__(contexte, parent)
        self._lieux = Lieux()
        self._annee = 0
        self._a_montrer = 0
        self.dialogue: ConventionDialog | None = None
        self.model = ConventionModel(self)
        self.sommes = SommeModel(self)
        self.table = Table("Conventions")
        self.table_sommes = Table("Somme des taux par territoire", nue=True)
        self.alertes = ListeAlertes()
        self.faisabilite = ListeAlertes()
        self.fichier = MenuFichier(contexte, self)
        self.dossier = bouton("Dossier…", "folder-open")
        self.actes_dossier = ActesDossier(contexte, self)
        self.modifier = bouton("Modifier…", "pencil")
        self.ajouter = bouton_principal("Ajouter une convention…", "plus")
        self.stock = MenuStock(contexte, self)
        for button in (
            self.stock.bouton,
            self.fichier.bouton,
            self.dossier,
            self.modifier,
            self.ajouter,
        ):
            button.setAccessibleName(button.accessibleName() or button.text())
            self.actions.addWidget(button)
        self._preparer()
        self.commencer = bouton_principal("Ajouter une convention…", "plus")
        self.pile = QStackedWidget()
        self.pile.addWidget(self._contenu())
        self.pile.addWidget(EtatVide("Aucune convention", RIEN, self.commencer))
        self.corps.addWidget(self.pile)
        self.setFocusProxy(self.table)
        self._brancher()

    def _preparer(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        table.setSortingEnabled(True)
        self._pastilles = PastilleDelegate(table)
        table.setItemDelegateForColumn(COLONNE_FIN, self._pastilles)
        serrer(
            table,
            {
                0: "Action Logement Services",
                1: "Action Logement",
                2: "22,25 %",
                3: "Sous-contingents #",
                5: "déléguée #",
                6: "Délai #",
                7: "bail signé ##",
                8: "Sans convention ##",
            },
        )
        table.etirer_au_moins(COLONNE_TERRITOIRE, "département 2A")
        self.table_sommes.setModel(self.sommes)
        self.table_sommes.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table_sommes.setItemDelegateForColumn(2, self._pastilles)
        serrer(
            self.table_sommes,
            {0: "Dans les communes de la CC", 1: "Somme", 2: "Plus de 100 % ##"},
        )
        self.table_sommes.etirer(COLONNE_DETAIL)

    def _contenu(self) -> QWidget:
        below = QWidget()
        row = QHBoxLayout(below)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(_carte("Somme des taux, territoire par territoire", self.table_sommes), 1)
        row.addWidget(self._constats(), 1)
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self.table)
        split.addWidget(below)
        split.setSizes([360, 360])
        split.setHandleWidth(16)
        split.setChildrenCollapsible(False)
        return split

    def _constats(self) -> QWidget:
        """What can be kept, then what the law says: two cards that scroll together."""
        holder = QWidget()
        box = QVBoxLayout(holder)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(16)
        for titre, liste in ((TENUES, self.faisabilite), (LOI, self.alertes)):
            card = _carte(titre, liste)
            card.corps.setContentsMargins(16, 12, 16, 12)
            box.addWidget(card)
        box.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(holder)
        return scroll

    def _brancher(self) -> None:
        self.ajouter.clicked.connect(self._demander_ajout)
        self.commencer.clicked.connect(self._demander_ajout)
        self.modifier.clicked.connect(self._demander_modification)
        self.dossier.clicked.connect(self._demander_dossier)
        self.table.activated.connect(self._demander_modification)
        self.table.selectionModel().currentRowChanged.connect(self._ajuster)
        scope = Qt.ShortcutContext.WidgetWithChildrenShortcut
        new = QKeySequence(QKeySequence.StandardKey.New)
        QShortcut(new, self, self._demander_ajout, context=scope)
        QShortcut(QKeySequence(Qt.Key.Key_F2), self, self._demander_modification, context=scope)
        QShortcut(QKeySequence("Ctrl+D"), self, self._demander_dossier, context=scope)
        self._ajuster()

    @override
    def recharger(self) -> None:
        self.contexte.lire(
            partial(lire_conventions, self.contexte.bureau, self._lieux), self._montrer
        )

    @override
    def montrer_objet(self, ident: int) -> None:
        self._a_montrer = ident
        self._choisir()

    @Slot(object)
    def _montrer(self, etat: EtatConventions) -> None:
        chosen = self._ligne()
        self._a_montrer = self._a_montrer or (chosen.convention.id if chosen else 0)
        self._lieux = etat.lieux
        self._annee = etat.annee
        self.model.montrer(etat.lignes)
        self.sommes.montrer(etat.sommes)
        self.alertes.montrer(
            etat.examen.alertes, "Les conventions respectent ensemble les plafonds de la loi."
        )
        self.faisabilite.montrer((), messages=etat.examen.messages)
        if not etat.examen.messages:
            self.faisabilite.attendre(SANS_CHIFFRES)
        total = compte(len(etat.lignes), "convention")
        self.sous_titre.setText(total if etat.lignes else "")
        self.sous_titre.setToolTip(f"En vigueur au {etat.jour}, signées ou en projet")
        self.pile.setCurrentIndex(0 if etat.lignes else 1)
        self._choisir()

    def _choisir(self) -> None:
        for number, row in enumerate(self.model.lignes):
            if row.convention.id == self._a_montrer:
                self.table.selectRow(number)
                self._a_montrer = 0
        self._ajuster()

    def _ligne(self) -> LigneConvention | None:
        return self.model.ligne(self.table.currentIndex())

    @Slot()
    def _ajuster(self) -> None:
        row = self._ligne()
        self.modifier.setEnabled(row is not None)
        self.dossier.setEnabled(row is not None and row.signee)
        self.ajouter.setVisible(self.pile.currentIndex() == 0)

    @Slot()
    def _demander_ajout(self) -> None:
        self._ouvrir(None)

    @Slot()
    def _demander_modification(self) -> None:
        row = self._ligne()
        if row is not None:
            self._ouvrir(SaisieConvention(reservataire=row.reservataire, convention=row.convention))

    @Slot()
    def _demander_dossier(self) -> None:
        row = self._ligne()
        if row is not None and row.signee:
            self.actes_dossier.ouvrir(row.convention.id, self._lieux)

    def _ouvrir(self, ancienne: SaisieConvention | None) -> None:
        if not self._lieux.tous:
            return  # the first reading is not over; its places are needed
        kinds = {row.reservataire.categorie for row in self.model.lignes}
        self.dialogue = ConventionDialog(
            self.contexte, self._lieux, ancienne, self, annee=self._annee
        )
        if ancienne is None:
            self.dialogue.commencer_par(next((k for k in UNIQUES if k not in kinds), COURANTE))
        self.dialogue.accepted.connect(self._enregistrer)
        self.dialogue.finished.connect(self.dialogue.deleteLater)
        self.dialogue.open()

    @Slot()
    def _enregistrer(self) -> None:
        if self.dialogue is not None:
            work = partial(_enregistrer, self.contexte.bureau, self.dialogue.saisie())
            self.contexte.agir(
                "Enregistrement de la convention", work, self._enregistree, sujets=SUJETS
            )

    @Slot(object)
    def _enregistree(self, convention_id: int) -> None:
        self._a_montrer = convention_id


def _carte(titre: str, contenu: QWidget) -> Carte:
    card = Carte(titre)
    card.corps.addWidget(contenu)
    return card
