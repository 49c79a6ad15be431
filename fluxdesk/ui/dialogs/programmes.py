"""New programmes: the list at the left, the form and the concertation at the right."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from fluxdesk.domain.programme_neuf import ProgrammeNeuf
from fluxdesk.services.tenir_programmes import lire_programmes
from fluxdesk.ui.theme import bouton, bouton_principal
from fluxdesk.ui.widgets.bandeau import Bandeau
from fluxdesk.ui.widgets.programme_formulaire import ProgrammeFormulaire
from fluxdesk.ui.widgets.vide import EtatVide

if TYPE_CHECKING:
    from fluxdesk.services.ports import Bureau
    from fluxdesk.services.tenir_programmes import ProgrammeLu, Programmes
    from fluxdesk.ui.contexte import Contexte

TAILLE = (1060, 640)
RIEN = (
    "Un programme neuf porte les droits convenus à l’agrément et la concertation sur sa première "
    "location. Livré, chacun de ses logements va au réservataire convenu, puis entre dans le flux."
)


def lire(bureau: Bureau) -> Programmes:
    """Every programme; runs on the worker."""
    return lire_programmes(uow=bureau.base.transaction())


class ProgrammesDialog(QDialog):
    """Shows and asks; what is asked of a programme is a signal, for whoever does it."""

    enregistrer = Signal(object)  # ProgrammeNeuf
    livrer = Signal(object)  # ProgrammeNeuf
    retirer = Signal(object)  # ProgrammeNeuf
    choisir = Signal(object)  # ProgrammeNeuf: which dwellings

    def __init__(self, contexte: Contexte, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._contexte = contexte
        self._lu: Programmes | None = None
        self._voulu = ""
        self.setWindowTitle("Programmes neufs")
        self.bandeau = Bandeau()
        self.liste = QListWidget()
        self.liste.setAccessibleName("Programmes neufs")
        self.liste.setSpacing(3)
        self.formulaire = ProgrammeFormulaire()
        self.liste.setWordWrap(True)
        self.liste.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.nouveau = bouton("Nouveau programme", "plus")
        self.commencer = bouton_principal("Nouveau programme", "plus")
        self.oublier = bouton("Retirer…", "x")
        self.livraison = bouton("Livrer…", "key")
        self.noter = bouton_principal("Enregistrer")
        self.fermer = bouton("Fermer")
        self.pile = QStackedWidget()
        self._disposer()
        self._brancher()
        self.resize(*TAILLE)
        self.relire()

    def choisi(self) -> ProgrammeLu | None:
        """The programme of the list that is shown; None for a new one."""
        item = self.liste.currentItem()
        here = self.liste.currentRow() >= 0
        found: ProgrammeLu | None = item.data(Qt.ItemDataRole.UserRole) if here else None
        return found

    @Slot()
    def relire(self) -> None:
        """Read the programmes again."""
        self._contexte.lire(partial(lire, self._contexte.bureau), self._montrer)

    def _disposer(self) -> None:
        self.pile.addWidget(self.formulaire)
        self.pile.addWidget(EtatVide("Aucun programme neuf", RIEN, self.commencer))
        self.gauche = QWidget()
        side = QVBoxLayout(self.gauche)
        side.setContentsMargins(0, 0, 0, 0)
        side.addWidget(self.liste, 1)
        side.addWidget(self.nouveau)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.gauche)
        split.addWidget(self.pile)
        split.setSizes([260, 780])
        split.setHandleWidth(16)
        split.setChildrenCollapsible(False)
        buttons = QHBoxLayout()
        for button in (self.oublier, self.livraison):
            buttons.addWidget(button)
        buttons.addStretch(1)
        for button in (self.fermer, self.noter):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addWidget(self.bandeau)
        column.addWidget(split, 1)
        column.addLayout(buttons)

    def _brancher(self) -> None:
        for button in (
            self.nouveau, self.commencer, self.oublier, self.livraison, self.noter, self.fermer,
        ):  # fmt: skip
            button.setAutoDefault(False)
        self.liste.currentRowChanged.connect(self._suivre)
        for begin in (self.nouveau, self.commencer):
            begin.clicked.connect(self._commencer)
        self.noter.clicked.connect(self._enregistrer)
        self.livraison.clicked.connect(self._livrer)
        self.oublier.clicked.connect(self._retirer)
        self.formulaire.choisir.connect(self._choisir)
        self.fermer.clicked.connect(self.reject)

    @Slot(object)
    def _montrer(self, lu: Programmes) -> None:
        self._lu = lu
        shown = self.choisi()
        wanted = self._voulu or (shown.programme.nom if shown else "")
        self.liste.clear()
        for one in lu.programmes:
            state = "livré" if one.livre else "à livrer"
            item = QListWidgetItem(f"{one.programme.nom} ({state})")
            item.setData(Qt.ItemDataRole.UserRole, one)
            item.setToolTip(item.text())
            self.liste.addItem(item)
        self.gauche.setVisible(bool(lu.programmes))  # the first one is typed alone
        names = [one.programme.nom for one in lu.programmes]
        self.liste.setCurrentRow(names.index(wanted) if wanted in names else 0)
        self._suivre()

    @Slot()
    def _suivre(self) -> None:
        one = self.choisi()
        self.pile.setCurrentIndex(0 if one else 1)
        if one is not None and self._lu is not None:
            self.formulaire.montrer(one.programme, one.logements, self._lu.parties)
        self.noter.setEnabled(one is not None)
        self.livraison.setEnabled(one is not None)
        self.oublier.setEnabled(one is not None and not one.livre)

    @Slot()
    def _commencer(self) -> None:
        if self._lu is not None:
            self.liste.setCurrentRow(-1)
            self.formulaire.montrer(ProgrammeNeuf(nom=""), (), self._lu.parties)
            self.pile.setCurrentIndex(0)
            self.noter.setEnabled(True)
            self.formulaire.onglets.setCurrentIndex(0)
            self.formulaire.nom.setFocus()

    @Slot()
    def _enregistrer(self) -> None:
        wanted = self.formulaire.saisie()
        self._voulu = wanted.nom
        self.enregistrer.emit(wanted)

    @Slot()
    def _livrer(self) -> None:
        self.livrer.emit(self.formulaire.saisie())

    @Slot()
    def _retirer(self) -> None:
        self.retirer.emit(self.formulaire.saisie())

    @Slot()
    def _choisir(self) -> None:
        self.choisir.emit(self.formulaire.saisie())
