"""The leases and when each is examined: filtered, noted, handed out."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
)

from fluxdesk.domain.examen_occupation import EtatBail
from fluxdesk.domain.typographie import typographier
from fluxdesk.services.lister_baux import DemandeBaux, lister_baux, tableau_baux
from fluxdesk.ui.exportation import Exportation
from fluxdesk.ui.models.baux import ETAT, EXEMPLES, PASTILLES, BauxModel
from fluxdesk.ui.phrases import compte, milliers
from fluxdesk.ui.theme import bouton, bouton_principal
from fluxdesk.ui.widgets.bandeau import Bandeau
from fluxdesk.ui.widgets.pastille import PastilleDelegate
from fluxdesk.ui.widgets.recherche import Recherche
from fluxdesk.ui.widgets.table import Table
from fluxdesk.ui.widgets.vide import EtatVide

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from fluxdesk.services.lister_baux import LectureBaux
    from fluxdesk.services.listes import Liste
    from fluxdesk.services.ports import Bureau
    from fluxdesk.ui.contexte import Contexte

TAILLE = (1180, 660)
SANS_DATE = (
    "FluxDesk ne connaît la date d’aucun bail dans les communes concernées. Elle vient du champ 41 "
    "(BAIL) de votre déclaration RPLS, ou d’une colonne « Date du bail » de n’importe quel "
    "tableau : importez de nouveau votre fichier, seuls les baux changeront. Un bail signé dans "
    "FluxDesk est daté tout seul."
)
SANS_COMMUNE = (
    "Aucun logement n’est dans les zones où les baux sont examinés. Changez les zones si votre "
    "commission examine aussi les vôtres."
)


def lire(bureau: Bureau, demande: DemandeBaux) -> LectureBaux:
    """The leases asked for; runs on the worker."""
    return lister_baux(
        demande, base=bureau.base, horloge=bureau.horloge, territoires=bureau.territoires
    )


def lire_tableau(bureau: Bureau, demande: DemandeBaux) -> Liste:
    """All of them, as a table to hand out; runs on the worker."""
    return tableau_baux(lire(bureau, demande))


class BauxDialog(QDialog):
    """Shows; what is asked of the leases chosen is a signal, for whoever does it."""

    noter = Signal(object)  # ids of the dwellings chosen
    regler = Signal()
    importer = Signal()
    voir = Signal(int)  # id of a dwelling

    def __init__(self, contexte: Contexte, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._contexte = contexte
        self._exportation = Exportation(contexte, self)
        self.lecture: LectureBaux | None = None
        self.setWindowTitle("Baux et examens d’occupation")
        self.dit = QLabel()
        self.dit.setProperty("role", "doux")
        self.dit.setWordWrap(True)
        self.bandeau = Bandeau()
        self.recherche = Recherche("Chercher un bail", "Résidence, commune, adresse…", self)
        self.etat = QComboBox()
        self.etat.setAccessibleName("État")
        self.table = self._table()
        self.total = QLabel()
        self.total.setProperty("role", "doux")
        self.examiner = bouton_principal("Noter l’examen…", "pencil")
        self.regle = bouton("Règle…")
        self.exporter = bouton("Exporter…", "download")
        self.consulter = bouton("Voir le logement")
        self.fermer = bouton("Fermer")
        self._disposer()
        self._brancher()
        self._remplir_etats()
        self.etat.setCurrentIndex(self.etat.findData(EtatBail.A_EXAMINER))
        self.resize(*TAILLE)
        self.relire()

    def choisis(self) -> list[int]:
        """The dwellings chosen."""
        return [self.model.lignes[row].row.id for row in self.table.rangs_choisis()]

    def demande(self, limite: int | None = DemandeBaux().limite) -> DemandeBaux:
        """What is asked to be shown."""
        chosen = self.etat.currentData()  # Qt gives the bare text back
        state = EtatBail(chosen) if chosen else None
        return DemandeBaux(etat=state, texte=self.recherche.texte, limite=limite)

    @Slot()
    def relire(self) -> None:
        """Read the leases again."""
        self._contexte.lire(partial(lire, self._contexte.bureau, self.demande()), self._montrer)

    def _table(self) -> Table:
        table = Table("Baux")
        self.model = BauxModel(self)
        table.setModel(self.model)
        table.setItemDelegateForColumn(ETAT, PastilleDelegate(table))
        table.setSortingEnabled(True)
        table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        table.largeurs(EXEMPLES)
        table.etirer_au_moins(0, "RESIDENCE DES OLIVIERS")
        return table

    def _disposer(self) -> None:
        narrow = QHBoxLayout()
        narrow.setSpacing(8)
        narrow.addWidget(self.recherche, 1)
        narrow.addWidget(self.etat)
        self.choisir = bouton("Choisir un fichier…", "upload")
        self.zones = bouton("Changer les zones…")
        self._sans_date = EtatVide("Aucune date de bail", typographier(SANS_DATE), self.choisir)
        self._sans_commune = EtatVide(
            "Aucune commune concernée", typographier(SANS_COMMUNE), self.zones
        )
        self.pile = QStackedWidget()
        for view in (self.table, self._sans_date, self._sans_commune):
            self.pile.addWidget(view)
        buttons = QHBoxLayout()
        for button in (self.regle, self.exporter, self.consulter):
            buttons.addWidget(button)
        buttons.addStretch(1)
        for button in (self.examiner, self.fermer):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(14)
        column.addWidget(self.dit)
        column.addWidget(self.bandeau)
        column.addLayout(narrow)
        column.addWidget(self.pile, 1)
        column.addWidget(self.total)
        column.addLayout(buttons)

    def _brancher(self) -> None:
        for button in (self.regle, self.exporter, self.consulter, self.examiner, self.fermer):
            button.setAutoDefault(False)
        self.recherche.cherche.connect(self.relire)
        self.etat.activated.connect(self.relire)
        self.table.selectionModel().selectionChanged.connect(self._suivre)
        self.table.activated.connect(self._noter)
        self.examiner.clicked.connect(self._noter)
        self.consulter.clicked.connect(self._voir)
        self.exporter.clicked.connect(self._lire_tout)
        self.choisir.clicked.connect(self.importer)
        for button in (self.regle, self.zones):
            button.clicked.connect(self.regler)
        self.fermer.clicked.connect(self.reject)

    def _remplir_etats(self) -> None:
        """The states with how many leases each has, the one chosen kept."""
        chosen = self.etat.currentData()
        counts = self.lecture.comptes if self.lecture else {}
        self.etat.clear()
        self.etat.addItem(_dire("Tous", sum(counts.values()), lue=bool(self.lecture)), None)
        for state, badge in PASTILLES.items():
            words = _dire(badge.mot, counts.get(state, 0), lue=bool(self.lecture))
            self.etat.addItem(words, state)
        self.etat.setCurrentIndex(self.etat.findData(chosen))

    @Slot(object)
    def _montrer(self, lecture: LectureBaux) -> None:
        first, self.lecture = self.lecture is None, lecture
        self._remplir_etats()
        if first and lecture.baux and not lecture.comptes.get(EtatBail.A_EXAMINER):
            self.etat.setCurrentIndex(0)  # nothing waits: show the others
            self.relire()
            return
        self.model.montrer(lecture.lignes)
        source = lecture.regle.source.rstrip(".")
        self.dit.setText(typographier(f"{lecture.regle.dire()} Source : {source}."))
        self._choisir_vue(lecture)
        self._suivre()

    def _choisir_vue(self, lecture: LectureBaux) -> None:
        known = sum(lecture.comptes.values())
        asked = lecture.baux or self.demande().etat is EtatBail.INCONNU
        empty = self._sans_date if known else self._sans_commune
        self.pile.setCurrentWidget(self.table if asked else empty)
        self.etat.setEnabled(bool(known))
        self.recherche.setEnabled(bool(known))

    @Slot()
    def _suivre(self) -> None:
        """Say how many are shown and chosen; allow what they allow."""
        if self.lecture is None:
            return
        chosen, shown = len(self.table.rangs_choisis()), len(self.lecture.lignes)
        listed = self.pile.currentWidget() is self.table
        said = compte(self.lecture.trouves, "logement") if shown else "Aucun logement ne correspond"
        if shown < self.lecture.trouves:
            said = f"Les {milliers(shown)} premiers sur {said} : cherchez, ou exportez tout"
        told = f" · {compte(chosen, 'choisi', 'choisis')}" if chosen else ""
        self.total.setText(typographier(f"{said}{told}"))
        self.total.setVisible(listed)
        self.examiner.setEnabled(bool(chosen))
        self.consulter.setEnabled(chosen == 1)
        self.exporter.setEnabled(bool(shown) and listed)

    @Slot()
    def _noter(self) -> None:
        if chosen := self.choisis():
            self.noter.emit(chosen)

    @Slot()
    def _voir(self) -> None:
        self.voir.emit(self.choisis()[0])

    @Slot()
    def _lire_tout(self) -> None:
        work = partial(lire_tableau, self._contexte.bureau, self.demande(limite=None))
        self._contexte.lire(work, self._exporter)

    @Slot(object)
    def _exporter(self, liste: Liste) -> None:
        self._exportation.exporter(liste, "baux_et_examens")


def _dire(mots: str, nombre: int, *, lue: bool) -> str:
    return f"{mots} ({milliers(nombre)})" if lue else mots
