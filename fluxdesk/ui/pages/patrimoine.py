"""Patrimoine: every dwelling, found by typing, read as a fiche, brought in by import."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget, QWidget
from typing_extensions import override

from fluxdesk.domain.profil import Genre
from fluxdesk.services.consulter_logement import situer_lignes, trier_comme_montre
from fluxdesk.services.rows import FiltreLogements
from fluxdesk.ui.contexte import Sujet
from fluxdesk.ui.models.logements import COLONNES, Bloc, LogementModel
from fluxdesk.ui.models.logements_fiche import champs_logement
from fluxdesk.ui.pages.page import Page
from fluxdesk.ui.pages.patrimoine_actes import ActesPatrimoine, consulter
from fluxdesk.ui.pages.patrimoine_qualite import QualiteVue
from fluxdesk.ui.phrases import milliers
from fluxdesk.ui.theme import bouton, bouton_principal
from fluxdesk.ui.widgets.fiche import Fiche
from fluxdesk.ui.widgets.liste_detail import ListeDetail
from fluxdesk.ui.widgets.recherche import Recherche
from fluxdesk.ui.widgets.table import Table
from fluxdesk.ui.widgets.vide import EtatVide

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QPushButton

    from fluxdesk.services.consulter_logement import FicheLogement
    from fluxdesk.services.rows import ProgrammeRow, TriLogements
    from fluxdesk.ui.contexte import Contexte
    from fluxdesk.ui.models.qualite import LigneAlerte

EXEMPLES = (
    "12 BOULEVARD DU GENERAL GAULLE", "L’ÎLE-ROUSSE", "RESIDENCE OLIVIERS", "T3 bis", "123 m²",
    "Étage", "PLUS", "hors QPV", "2010 et après", "DPE", "1 234,56 €", "L-923BEF1020ABCD34-1",
)  # fmt: skip
TOUS = "Tous les programmes"


@dataclass(frozen=True, slots=True)
class Liste:
    """What a search found, how many dwellings there are in all, and the programmes."""

    ids: Sequence[int]
    total: int
    programmes: Sequence[ProgrammeRow]


class PatrimoinePage(Page):
    """The virtual list, its search and the fiche of the dwelling chosen."""

    nom: ClassVar[str] = "patrimoine"
    titre: ClassVar[str] = "Patrimoine"
    icone: ClassVar[str] = "building-2"
    # A lease signed on a vacancy is the dwelling's.
    sujets: ClassVar[frozenset[Sujet]] = frozenset({Sujet.PATRIMOINE, Sujet.VACANCES})

    def __init__(self, contexte: Contexte, parent: QWidget | None = None) -> None:
        super().__init__(contexte, parent)
        self._filtre = FiltreLogements()
        self._voulu = 0
        self._alerte: LigneAlerte | None = None
        self.actes = ActesPatrimoine(contexte, self, self._chosen, self._field)
        self.model = LogementModel(self)
        self.table = Table("Logements du patrimoine")
        self.recherche = Recherche(
            "Chercher un logement", "Adresse, résidence, commune, référence…", self
        )
        self.programmes = QComboBox()
        self.programmes.setAccessibleName("Programme")
        self.programmes.addItem(TOUS, None)
        self.fiche = Fiche("Le logement")
        self.importer = self._import_button("Importer…")
        self.qualite = bouton("Qualité", "list-checks")
        self.toutes = bouton("", "x")
        self.vue_qualite = QualiteVue(contexte)
        self._lay_out()
        self._connect()

    @override
    def recharger(self) -> None:
        """Read the list again."""
        bureau, wanted = self.contexte.bureau, self._filtre
        kept = frozenset(self._alerte.logements) if self._alerte else None

        def read() -> Liste:
            lectures = bureau.base.lectures
            shown = trier_comme_montre(wanted, lectures, bureau.territoires)
            ids = lectures.ids_logements(shown)
            if kept is not None:
                ids = [ident for ident in ids if ident in kept]
            return Liste(ids, lectures.etat().logements, lectures.programmes())

        self.contexte.lire(read, self._show_list)
        if self._pile.currentWidget() is self.vue_qualite:
            self.vue_qualite.mesurer()

    @override
    def montrer_objet(self, ident: int) -> None:
        """Choose a dwelling once the list is read."""
        self._voulu = ident
        self._choose_wanted()

    def _import_button(self, texte: str) -> QPushButton:
        button = bouton_principal(texte, "upload")
        button.clicked.connect(self._ask_file)
        return button

    def _lay_out(self) -> None:
        for button in (*self.actes.boutons, self.qualite, self.importer):
            self.actions.addWidget(button)
        self.qualite.setToolTip("Ce qui manque ou paraît faux dans le patrimoine")
        self.table.setModel(self.model)
        self.table.largeurs(dict(enumerate(EXEMPLES)))
        header = self.table.horizontalHeader()
        header.setSortIndicator(self._sorted_column(), Qt.SortOrder.AscendingOrder)
        self.table.setSortingEnabled(True)
        self._vide = EtatVide(
            "Aucun logement pour l’instant",
            "Le patrimoine vient de votre déclaration RPLS ou de tout tableau de vos logements. "
            "L’import montre d’abord ce qu’il a compris\u00a0; rien n’est enregistré avant votre "
            "accord.",
            self._import_button("Choisir un fichier…"),
        )
        self._pile = QStackedWidget()
        self._liste = ListeDetail(self._narrowing(), self.table, self.fiche)
        for view in (self._liste, self._vide, self.vue_qualite):
            self._pile.addWidget(view)
        self.corps.addWidget(self._pile)

    def _narrowing(self) -> QWidget:
        """The search field and, beside it, the choice of a programme."""
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.programmes.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.programmes.setMinimumContentsLength(len(TOUS))
        row.addWidget(self.recherche, 1)
        row.addWidget(self.programmes)
        row.addWidget(self.toutes)
        self.toutes.setVisible(False)
        self.toutes.setToolTip("Revenir à tous les logements (Échap)")
        return holder

    def _connect(self) -> None:
        self.recherche.cherche.connect(self._search)
        self.programmes.activated.connect(self._search)
        self.model.manque.connect(self._read_block)
        self.model.trier.connect(self._sort)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.qualite.clicked.connect(self.montrer_qualite)
        self.toutes.clicked.connect(self._show_all)
        self.vue_qualite.retour.connect(self.montrer_liste)
        self.vue_qualite.voir.connect(self._see_alert)
        for key, done in (("F2", self.actes.corriger), ("Esc", self._show_all)):
            shortcut = QShortcut(QKeySequence(key), self._liste, done)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    @Slot()
    def montrer_qualite(self) -> None:
        """Show the quality of the patrimoine, measured now."""
        self._pile.setCurrentWidget(self.vue_qualite)
        self._show_actions()
        self.vue_qualite.alertes.setFocus()
        self.vue_qualite.mesurer()

    @Slot()
    def montrer_liste(self) -> None:
        """Show the dwellings."""
        self._pile.setCurrentWidget(self._liste)
        self._show_actions()
        self.table.setFocus()

    @Slot(object)
    def _see_alert(self, ligne: LigneAlerte) -> None:
        self._alerte = ligne
        self.recherche.clear()
        self.programmes.setCurrentIndex(0)
        self.montrer_liste()
        self._search()

    @Slot()
    def _show_all(self) -> None:
        if self._alerte is not None:
            self._alerte = None
            self.recharger()

    def _chosen(self) -> list[int]:
        return [self.model.identifiant(row) for row in self.table.rangs_choisis()]

    def _field(self) -> str:
        """The field offered first: that of the alert whose dwellings are shown."""
        return self._alerte.champ if self._alerte else ""

    def _show_actions(self) -> None:
        """The acts on dwellings where dwellings are listed."""
        filled = self._pile.currentWidget() is not self._vide
        listed = self._pile.currentWidget() is self._liste
        self.importer.setVisible(filled)
        self.actes.montrer(visible=listed)
        self.qualite.setVisible(listed)
        self.toutes.setVisible(self._alerte is not None)
        self.toutes.setText(self._alerte.titre if self._alerte else "")

    def _sorted_column(self) -> int:
        return next(n for n, (_, key) in enumerate(COLONNES) if key is self._filtre.tri)

    @Slot(object)
    def _show_list(self, liste: Liste) -> None:
        if not liste.total:
            self._pile.setCurrentWidget(self._vide)
        elif self._pile.currentWidget() is self._vide:
            self._pile.setCurrentWidget(self._liste)
        self._show_actions()
        self._show_programmes(liste.programmes)
        self.model.montrer_ids(liste.ids)
        found, total = milliers(len(liste.ids)), milliers(liste.total)
        word = "logement" if liste.total < 2 else "logements"  # noqa: PLR2004 - French plural
        filtered = len(liste.ids) != liste.total
        self.sous_titre.setText(f"{found} sur {total} {word}" if filtered else f"{total} {word}")
        self._choose_wanted()

    def _show_programmes(self, rows: Sequence[ProgrammeRow]) -> None:
        """List the programmes, the one chosen kept as long as it exists."""
        chosen = self._filtre.programme
        self.programmes.clear()
        self.programmes.addItem(TOUS, None)
        for row in rows:
            words = f"{row.programme.nom}, {row.nom_commune} ({milliers(row.logements)})"
            self.programmes.addItem(words, row.programme)
            if row.programme == chosen:
                self.programmes.setCurrentIndex(self.programmes.count() - 1)
        if chosen is not None and self.programmes.currentData() is None:
            self._search()  # the programme went with an import that was undone

    def _choose_wanted(self) -> None:
        row = self.model.rang_de(self._voulu) if self._voulu else None
        if row is None and self.model.rowCount():
            row = 0
        self.fiche.setVisible(row is not None)
        if row is not None:
            self.table.selectRow(row)
            self._voulu = 0

    @Slot()
    def _search(self) -> None:
        chosen = self.programmes.currentData()
        self._filtre = replace(self._filtre, texte=self.recherche.texte, programme=chosen)
        self.recharger()

    @Slot(object, bool)
    def _sort(self, tri: TriLogements, decroissant: bool) -> None:  # noqa: FBT001 - a signal
        wanted = replace(self._filtre, tri=tri, decroissant=decroissant)
        if wanted != self._filtre:
            self._filtre = wanted
            self.recharger()

    @Slot(int)
    def _read_block(self, numero: int) -> None:
        ids, draw = list(self.model.ids_du_bloc(numero)), self.model.tirage
        bureau = self.contexte.bureau
        lectures = bureau.base.lectures

        def read() -> Bloc:
            return Bloc(draw, numero, situer_lignes(lectures.logements(ids), bureau.territoires))

        self.contexte.lire(read, self._show_block)

    @Slot(object)
    def _show_block(self, bloc: Bloc) -> None:
        self.model.montrer_bloc(bloc)

    @Slot()
    def _on_row(self) -> None:
        current = self.table.currentIndex()
        if not current.isValid():
            return
        read = partial(consulter, self.contexte.bureau, self.model.identifiant(current.row()))
        self.contexte.lire(read, self._show_dwelling)

    @Slot(object)
    def _show_dwelling(self, lue: FicheLogement) -> None:
        self.fiche.montrer(champs_logement(lue))

    @Slot()
    def _ask_file(self) -> None:
        self.contexte.importer.emit(Genre.PATRIMOINE)
