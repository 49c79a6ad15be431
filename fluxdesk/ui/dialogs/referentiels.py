"""The tables of reference: which edition is in force, its lines, how to bring it up to date."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout

from fluxdesk.domain.referentiel import GenreReferentiel
from fluxdesk.domain.typographie import typographier
from fluxdesk.services.consulter_referentiels import (
    chercher,
    lister_referentiels,
    voir_referentiel,
)
from fluxdesk.ui.models.referentiels import EditionsModel, LignesModel, TablesModel
from fluxdesk.ui.phrases import compte
from fluxdesk.ui.theme import bouton, bouton_principal
from fluxdesk.ui.widgets.recherche import Recherche
from fluxdesk.ui.widgets.table import Table

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from fluxdesk.services.consulter_referentiels import LigneVue, ReferentielRow
    from fluxdesk.services.ports import Bureau
    from fluxdesk.ui.contexte import Contexte

TAILLE = (1120, 640)
LARGEUR_TABLES = 60  # characters
EDITIONS_MONTREES = 3  # rows: the others are scrolled to


def lire_tables(bureau: Bureau) -> tuple[ReferentielRow, ...]:
    """Every table and its editions; runs on the worker."""
    return lister_referentiels(
        uow=bureau.base.transaction(),
        territoires=bureau.territoires,
        jour=bureau.horloge.aujourd_hui(),
    )


def lire_lignes(
    bureau: Bureau, genre: GenreReferentiel
) -> tuple[GenreReferentiel, tuple[LigneVue, ...]]:
    """The lines of a table in force today; runs on the worker."""
    return genre, voir_referentiel(
        genre,
        uow=bureau.base.transaction(),
        territoires=bureau.territoires,
        jour=bureau.horloge.aujourd_hui(),
    )


class ReferentielsDialog(QDialog):
    """Shows; what is asked of a table is a signal, for whoever does it."""

    mettre_a_jour = Signal(object)  # GenreReferentiel
    revenir = Signal(object)  # ReferentielRow
    appliquer = Signal(object)  # GenreReferentiel

    def __init__(self, contexte: Contexte, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._contexte = contexte
        self._lignes: tuple[LigneVue, ...] = ()
        self._genre = GenreReferentiel.COMMUNES
        self.setWindowTitle("Référentiels")
        self.tables = Table("Tables de référence")
        self.tables_model = TablesModel(self)
        self.editions = Table("Éditions de la table")
        self.editions_model = EditionsModel(self)
        self.lignes = Table("Lignes de la table")
        self.titre, self.dit, self.nombre = QLabel(), QLabel(), QLabel()
        self.recherche = Recherche("Chercher dans la table", "Chercher un code, un nom…", self)
        self.majour = bouton_principal("Mettre à jour par un fichier…")
        self.retour = bouton("Revenir à l’édition précédente…")
        self.effets = bouton("")
        self.fermer = bouton("Fermer")
        self._preparer()
        self._disposer()
        self._brancher()
        self.resize(*TAILLE)
        self.relire()

    def ligne(self) -> ReferentielRow | None:
        """The table chosen."""
        return self.tables_model.ligne(self.tables.currentIndex())

    @Slot()
    def relire(self) -> None:
        """Read the tables, and the lines of the one shown."""
        self._contexte.lire(partial(lire_tables, self._contexte.bureau), self._montrer)

    def _preparer(self) -> None:
        self.tables.setModel(self.tables_model)
        self.tables.setSelectionMode(Table.SelectionMode.SingleSelection)
        self.tables.largeurs(
            {0: "Communes (code officiel géographique)", 1: "00/00/0000", 2: "99 999"}
        )
        self.editions.setModel(self.editions_model)
        self.editions.largeurs({0: "00/00/0000", 1: "en vigueur", 2: "99 999"})
        self.titre.setProperty("role", "fort")
        for label in (self.dit, self.nombre):
            label.setProperty("role", "doux")
        self.dit.setWordWrap(True)
        rows = self.editions.hauteur_ligne() * (EDITIONS_MONTREES + 1)
        self.editions.setFixedHeight(rows + 8)
        self.tables.setFixedWidth(self.fontMetrics().averageCharWidth() * LARGEUR_TABLES)
        for button in (self.majour, self.retour, self.effets, self.fermer):
            button.setAutoDefault(False)

    def _disposer(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(8)
        found = QHBoxLayout()
        found.addWidget(self.recherche, 1)
        found.addWidget(self.nombre)
        for part in (self.titre, self.dit, self.editions):
            right.addWidget(part)
        right.addLayout(found)
        right.addWidget(self.lignes, 1)
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addWidget(self.tables)
        middle.addLayout(right, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.effets)
        buttons.addStretch(1)
        for button in (self.retour, self.majour, self.fermer):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addLayout(middle, 1)
        column.addLayout(buttons)

    def _brancher(self) -> None:
        self.tables.selectionModel().currentRowChanged.connect(self._suivre)
        self.recherche.cherche.connect(self._filtrer)
        self.majour.clicked.connect(self._demander_fichier)
        self.retour.clicked.connect(self._demander_retour)
        self.effets.clicked.connect(self._demander_effets)
        self.fermer.clicked.connect(self.reject)

    @Slot(object)
    def _montrer(self, tables: tuple[ReferentielRow, ...]) -> None:
        self.tables_model.montrer(tables)
        rank = [row.genre for row in self.tables_model.lignes].index(self._genre)
        choice = QItemSelectionModel.SelectionFlag.ClearAndSelect
        rows = QItemSelectionModel.SelectionFlag.Rows
        self.tables.selectionModel().setCurrentIndex(
            self.tables_model.index(rank, 0), choice | rows
        )
        self._suivre()

    @Slot()
    def _suivre(self) -> None:
        row = self.ligne()
        if row is None:
            return
        if row.genre is not self._genre:
            self.recherche.clear()
        self._genre = row.genre
        self.titre.setText(row.titre)
        self.dit.setText(typographier(_provenance(row)))
        self.editions_model.montrer(row.editions)
        self.retour.setEnabled(row.retirable is not None)
        self.effets.setText(_EFFETS.get(row.genre, ""))
        self.effets.setVisible(row.genre in _EFFETS)
        self._contexte.lire(
            partial(lire_lignes, self._contexte.bureau, row.genre), self._montrer_lignes
        )

    @Slot(object)
    def _montrer_lignes(self, lues: tuple[GenreReferentiel, tuple[LigneVue, ...]]) -> None:
        genre, lines = lues
        if genre is not self._genre:
            return  # chosen on since
        self._lignes = lines
        former = self.lignes.model()
        model = LignesModel(genre, self)
        self.lignes.setModel(model)
        if isinstance(former, LignesModel):
            former.deleteLater()
        titles = dict.fromkeys(range(2, model.columnCount() - 1), "actuelle")  # or as its title
        self.lignes.largeurs({0: "PLUS autres 1 00", 1: "x" * 26} | titles)
        self._filtrer()

    @Slot()
    def _filtrer(self) -> None:
        found = chercher(self._lignes, self.recherche.texte)
        model = self.lignes.model()
        if isinstance(model, LignesModel):
            model.montrer(found)
        self.nombre.setText(compte(len(found), "ligne"))

    @Slot()
    def _demander_fichier(self) -> None:
        self.mettre_a_jour.emit(self._genre)

    @Slot()
    def _demander_retour(self) -> None:
        self.revenir.emit(self.ligne())

    @Slot()
    def _demander_effets(self) -> None:
        self.appliquer.emit(self._genre)


_EFFETS = {
    GenreReferentiel.FINANCEMENTS: "Reclasser les logements importés…",
    GenreReferentiel.COMMUNES: "Suivre les fusions dans les conventions…",
}


def _provenance(row: ReferentielRow) -> str:
    if row.courante is None:
        return f"Aucune édition en vigueur. Fichier à apporter : {row.provenance}."
    kept = (
        "Un fichier peut ne contenir que ce qui change : le reste est gardé."
        if row.cumule
        else "Un fichier remplace toute la table."
    )
    return f"Fichier : {row.provenance}. {kept}"
