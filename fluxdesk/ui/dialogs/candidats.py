"""The candidates of an offer: ranked, added, mended, removed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
)

from fluxdesk.domain.candidat_saisi import dossiers_complets
from fluxdesk.domain.typographie import accorde, typographier
from fluxdesk.ui.models.candidats import (
    COLONNE_COTATION,
    CandidatsModel,
    lignes_candidats,
    lire_candidats,
)
from fluxdesk.ui.theme import bouton, bouton_principal
from fluxdesk.ui.widgets.bandeau import Bandeau
from fluxdesk.ui.widgets.table import Table
from fluxdesk.ui.widgets.vide import EtatVide, ListeOuVide

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from fluxdesk.domain.candidat import Candidat
    from fluxdesk.ui.contexte import Contexte
    from fluxdesk.ui.models.candidats import LectureCandidats

TAILLE = (1120, 540)
RIEN = (
    "Inscrivez chaque ménage proposé pour ce logement, le premier rang d’abord. Seul le "
    "nécessaire est demandé : rien n’en paraît dans un bilan ni dans le journal."
)


class CandidatsDialog(QDialog):
    """Shows; what is asked of a candidate is a signal, for whoever does it."""

    ajouter = Signal()
    modifier = Signal(object)  # Candidat
    retirer = Signal(object)  # Candidat
    remettre = Signal(object)  # Candidat
    classer = Signal(object)  # tuple[int, ...]: ids from the first rank to the last

    def __init__(
        self, contexte: Contexte, offres: Mapping[int, str], parent: QWidget | None = None
    ) -> None:
        """Make the dialog; ``offres`` are the names of the offers to choose from, by id."""
        super().__init__(parent)
        self._contexte = contexte
        self.lecture: LectureCandidats | None = None
        self.setWindowTitle("Candidats")
        self.offres = QComboBox()
        self.offres.setAccessibleName("Offre")
        for ident, name in offres.items():
            self.offres.addItem(name, ident)
        self.offres.setVisible(len(offres) > 1)
        self.dit = QLabel()
        self.dit.setProperty("role", "doux")
        self.dit.setWordWrap(True)
        self.bandeau = Bandeau()
        self._table()
        self.nouveau = bouton_principal("Ajouter un candidat…", "plus")
        self.vide = EtatVide("Aucun candidat pour cette offre", typographier(RIEN))
        self.pile = ListeOuVide(self.table, self.vide)
        self._boutons()
        self._disposer()
        self._brancher()
        self.resize(*TAILLE)
        self.relire()

    def _boutons(self) -> None:
        self.monter = bouton("Monter", "chevron-up")
        self.monter.setToolTip("Monter d’un rang (Alt+↑)")
        self.descendre = bouton("Descendre", "chevron-down")
        self.descendre.setToolTip("Descendre d’un rang (Alt+↓)")
        self.changer = bouton("Modifier…", "pencil")
        self.oter = bouton("Retirer…")
        self.ramener = bouton("Remettre")
        self.ramener.setToolTip("Remettre ce candidat au rang qu’il avait")
        self.retires = QCheckBox()
        self.retires.setToolTip("Ils ne comptent plus et partent à la prochaine purge")
        self.fermer = bouton("Fermer")

    def _table(self) -> None:
        self.table = Table("Candidats, par rang")
        self.model = CandidatsModel(self)
        self.table.setModel(self.model)
        self.table.setSelectionMode(Table.SelectionMode.SingleSelection)
        self.table.setColumnHidden(COLONNE_COTATION, not self._contexte.cotation)
        self.table.largeurs(
            {
                0: "Rang",
                1: "069032612345600000",
                3: "Pers.",
                4: "Priorité",
                5: "Quart.",
                6: "DALO",
                7: "Cotation",
                8: "État (publics prioritaires)",
                9: "incomplet",
                10: "non retenu par la CAL",
            }
        )
        self.table.etirer_au_moins(2, "Dupont-Martin")

    def _disposer(self) -> None:
        buttons = QHBoxLayout()
        for button in (self.monter, self.descendre, self.changer, self.oter, self.ramener):
            buttons.addWidget(button)
        buttons.addWidget(self.retires)
        buttons.addStretch(1)
        for button in (self.nouveau, self.fermer):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(14)
        column.addWidget(self.offres)
        column.addWidget(self.dit)
        column.addWidget(self.bandeau)
        column.addWidget(self.pile, 1)
        column.addLayout(buttons)

    def _brancher(self) -> None:
        for button in (
            *(self.changer, self.oter, self.ramener, self.monter, self.descendre, self.fermer),
            self.nouveau,
        ):
            button.setAutoDefault(False)
        self.offres.currentIndexChanged.connect(self.relire)
        self.table.selectionModel().currentRowChanged.connect(self._suivre)
        self.table.activated.connect(self._changer)
        self.nouveau.clicked.connect(self.ajouter)
        self.changer.clicked.connect(self._changer)
        self.oter.clicked.connect(self._oter)
        self.ramener.clicked.connect(self._ramener)
        self.retires.toggled.connect(self._remplir)
        self.monter.clicked.connect(self._monter)
        self.descendre.clicked.connect(self._descendre)
        self.fermer.clicked.connect(self.reject)
        for key, act in (
            (QKeySequence(QKeySequence.StandardKey.New), self.nouveau.click),
            (QKeySequence(QKeySequence.StandardKey.Delete), self.oter.click),
            (QKeySequence("F2"), self.changer.click),
            (QKeySequence("Alt+Up"), self.monter.click),
            (QKeySequence("Alt+Down"), self.descendre.click),
        ):
            QShortcut(key, self, act)

    @property
    def orientation_id(self) -> int:
        """The offer whose candidates are shown."""
        return int(self.offres.currentData())

    def choisi(self) -> Candidat | None:
        """The candidate chosen."""
        row = self.model.ligne(self.table.currentIndex())
        return row.candidat if row else None

    @Slot()
    def relire(self) -> None:
        """Read the candidates again."""
        self._contexte.lire(
            partial(lire_candidats, self._contexte.bureau, self.orientation_id), self._montrer
        )

    @Slot(object)
    def _montrer(self, lecture: LectureCandidats) -> None:
        if lecture.offre.id != self.orientation_id:
            return  # another offer was chosen since
        self.lecture = lecture
        self._remplir()

    @Slot()
    def _remplir(self) -> None:
        """Show what was read: those set aside too, if they are asked for."""
        lecture, kept = self.lecture, self.choisi()
        if lecture is None:
            return
        self.retires.setText(f"Montrer les retirés ({len(lecture.retires)})")
        self.retires.setVisible(bool(lecture.retires))
        aside = bool(lecture.retires) and self.retires.isChecked()
        self.model.montrer(lignes_candidats(lecture, retires=aside))
        ids = [row.candidat.id for row in self.model.lignes]
        rank = ids.index(kept.id) if kept is not None and kept.id in ids else 0
        self.table.setCurrentIndex(self.model.index(rank, 0))
        self.dit.setText(_resume(lecture, self.offres.currentText()))
        self.nouveau.setEnabled(lecture.modifiable)
        self._suivre()
        if not self.retires.hasFocus():
            (self.table if ids else self.nouveau).setFocus()

    @Slot()
    def _suivre(self) -> None:
        chosen = self.choisi()
        open_ = self.lecture is not None and self.lecture.modifiable
        rank = self.table.currentIndex().row()
        last = len(self.lecture.candidats) - 1 if self.lecture else -1
        here, away = _present(chosen), chosen is not None and chosen.retire is not None
        self.oter.setEnabled(here)
        self.oter.setVisible(not away)
        self.ramener.setVisible(away)
        self.changer.setEnabled(open_ and here)
        self.monter.setEnabled(open_ and here and rank > 0)
        self.descendre.setEnabled(open_ and 0 <= rank < last)

    @Slot()
    def _changer(self) -> None:
        if self.changer.isEnabled():
            self.modifier.emit(self.choisi())

    @Slot()
    def _oter(self) -> None:
        self.retirer.emit(self.choisi())

    @Slot()
    def _ramener(self) -> None:
        self.remettre.emit(self.choisi())

    @Slot()
    def _monter(self) -> None:
        self._deplacer(-1)

    @Slot()
    def _descendre(self) -> None:
        self._deplacer(1)

    def _deplacer(self, pas: int) -> None:
        rank = self.table.currentIndex().row()
        ids = [row.candidat.id for row in self.model.lignes if _present(row.candidat)]
        ids[rank], ids[rank + pas] = ids[rank + pas], ids[rank]
        self.classer.emit(tuple(ids))


def _present(candidat: Candidat | None) -> bool:
    """Whether it is one of the offer, and not set aside."""
    return candidat is not None and candidat.retire is None


def _resume(lecture: LectureCandidats, offre: str) -> str:
    """The offer, whose right it is, how many came of those expected, and their files."""
    count = accorde(len(lecture.candidats), "candidat inscrit", "candidats inscrits")
    expected = lecture.offre.candidats
    waited = f" sur {accorde(expected, 'attendu')}" if expected else ""
    files = ""
    if lecture.candidats:
        whole = dossiers_complets(lecture.candidats)
        files = ", tous les dossiers complets" if whole else ", dossiers à compléter"
    closed = "" if lecture.modifiable else f" Offre close : {lecture.offre.issue.value}."
    right = f" Droit imputé : {lecture.droit}." if lecture.droit else ""
    return typographier(f"{offre}. {count}{waited}{files}.{right}{closed}")
