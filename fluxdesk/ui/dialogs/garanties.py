"""Loan guarantees: what was given, what ends, what there is to do."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout

from fluxdesk.domain.garantie import GenreAlerte
from fluxdesk.domain.taux import ecrire_taux
from fluxdesk.domain.territoire import noms_distincts
from fluxdesk.domain.typographie import accorde, typographier
from fluxdesk.services.tenir_garanties import lire_garanties
from fluxdesk.ui.models.garanties import GarantiesModel, lignes_garanties
from fluxdesk.ui.theme import Etat, bouton, bouton_principal
from fluxdesk.ui.widgets.bandeau import Bandeau
from fluxdesk.ui.widgets.constat import Constat
from fluxdesk.ui.widgets.table import Table
from fluxdesk.ui.widgets.vide import EtatVide, ListeOuVide

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from fluxdesk.domain.garantie import Garantie
    from fluxdesk.services.ports import Bureau
    from fluxdesk.services.tenir_garanties import EtatGaranties
    from fluxdesk.ui.contexte import Contexte

TAILLE = (1080, 560)
MONTREES = 4
RIEN = (
    "Ajoutez chaque emprunt garanti par une commune, un EPCI ou un département : FluxDesk en "
    "déduit ses droits et leur fin, prévient du remboursement à dire au garant et du taux à revoir."
)
GRAVES = frozenset({GenreAlerte.DEPASSEMENT, GenreAlerte.ECHUE})


@dataclass(frozen=True, slots=True)
class LectureGaranties:
    """What the dialog shows, and the programmes and communes that a new guarantee can name.

    ``communes`` are names by code, those of the programmes and of the guarantees.
    """

    etat: EtatGaranties
    programmes: tuple[tuple[str, str, int], ...]
    communes: Mapping[str, str]


def lire(bureau: Bureau) -> LectureGaranties:
    """Every guarantee and every programme; runs on the worker."""
    rows = bureau.base.lectures.programmes()
    state = lire_garanties(uow=bureau.base.transaction(), horloge=bureau.horloge)
    codes = {row.programme.commune for row in rows}
    codes |= {garantie.exercee_par for garantie in state.garanties}
    found = map(bureau.territoires.commune, sorted(codes))
    return LectureGaranties(
        state,
        tuple((row.programme.nom, row.programme.commune, row.logements) for row in rows),
        noms_distincts(commune for commune in found if commune is not None),
    )


class GarantiesDialog(QDialog):
    """Shows; what is asked of a guarantee is a signal, for whoever does it."""

    ajouter = Signal()
    modifier = Signal(object)  # Garantie
    retirer = Signal(object)  # Garantie
    avenant = Signal(int)  # convention id

    def __init__(self, contexte: Contexte, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._contexte = contexte
        self.lecture: LectureGaranties | None = None
        self.setWindowTitle("Garanties d’emprunt")
        self.dit = QLabel(
            "En contrepartie d’une garantie, la collectivité a des droits jusqu’à cinq ans après "
            "le dernier versement du prêt. Le bailleur l’informe du remboursement."
        )
        self.dit.setProperty("role", "doux")
        self.dit.setWordWrap(True)
        self.bandeau = Bandeau()
        self.constat = Constat()
        self.table = Table("Garanties d’emprunt")
        self.model = GarantiesModel(self)
        self.table.setModel(self.model)
        self.table.setSelectionMode(Table.SelectionMode.SingleSelection)
        self.table.setSortingEnabled(True)
        self.table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.table.largeurs(
            {
                1: "Ville de Porto-Vecchio",
                2: "CDC 1234567",
                3: "100 %",
                4: "99/999",
                5: "31/12/2026",
                6: "31/12/2026",
                7: "Garant à informer ##",
            }
        )
        self.table.etirer(0)
        self.nouvelle = bouton_principal("Ajouter…", "plus")
        self.changer = bouton("Modifier…", "pencil")
        self.oter = bouton("Retirer…")
        self.proposer = bouton("Préparer l’avenant…")
        self.fermer = bouton("Fermer")
        self._disposer()
        self._brancher()
        self.resize(*TAILLE)
        self.relire()

    def choisie(self) -> Garantie | None:
        """The guarantee chosen."""
        row = self.model.ligne(self.table.currentIndex())
        return row.garantie if row else None

    @Slot()
    def relire(self) -> None:
        """Read the guarantees again."""
        self._contexte.lire(partial(lire, self._contexte.bureau), self._montrer)

    def _disposer(self) -> None:
        buttons = QHBoxLayout()
        for button in (self.oter, self.changer, self.proposer):
            buttons.addWidget(button)
        buttons.addStretch(1)
        for button in (self.nouvelle, self.fermer):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(14)
        column.addWidget(self.dit)
        column.addWidget(self.bandeau)
        column.addWidget(self.constat)
        empty = EtatVide("Aucune garantie d’emprunt", typographier(RIEN))
        column.addWidget(ListeOuVide(self.table, empty), 1)
        column.addLayout(buttons)

    def _brancher(self) -> None:
        for button in (self.nouvelle, self.changer, self.oter, self.proposer, self.fermer):
            button.setAutoDefault(False)
        self.table.selectionModel().currentRowChanged.connect(self._suivre)
        self.table.activated.connect(self._changer)
        self.nouvelle.clicked.connect(self.ajouter)
        self.changer.clicked.connect(self._changer)
        self.oter.clicked.connect(self._oter)
        self.proposer.clicked.connect(self._proposer)
        self.fermer.clicked.connect(self.reject)
        QShortcut(QKeySequence(QKeySequence.StandardKey.New), self, self.ajouter.emit)

    @Slot(object)
    def _montrer(self, lecture: LectureGaranties) -> None:
        kept = self.choisie()
        self.lecture = lecture
        self.model.montrer(tuple(lignes_garanties(lecture.etat)))
        rows = [row.garantie.id for row in self.model.lignes]
        rank = rows.index(kept.id) if kept is not None and kept.id in rows else 0
        self.table.setCurrentIndex(self.model.index(rank, 0))
        self._dire(lecture.etat)
        self._suivre()

    def _dire(self, etat: EtatGaranties) -> None:
        said = [alerte.phrase for alerte in etat.alertes[:MONTREES]]
        more = len(etat.alertes) - len(said)
        if more:
            said.append(f"Et {accorde(more, 'autre')}.")
        for one in etat.recalculs:
            ended = accorde(one.echus, "droit échu", "droits échus")
            said.append(
                f"{one.reservataire.nom} : {ended} sur {one.droits}, le taux passerait de "
                f"{ecrire_taux(one.taux)} à {ecrire_taux(one.propose)}."
            )
        grave = any(alerte.genre in GRAVES for alerte in etat.alertes)
        self.constat.dire(typographier("\n".join(said)), Etat.RETARD if grave else Etat.ALERTE)

    @Slot()
    def _suivre(self) -> None:
        for button in (self.changer, self.oter):
            button.setEnabled(self.choisie() is not None)
        self.proposer.setVisible(bool(self.lecture and self.lecture.etat.recalculs))

    @Slot()
    def _changer(self) -> None:
        if self.choisie() is not None:
            self.modifier.emit(self.choisie())

    @Slot()
    def _oter(self) -> None:
        self.retirer.emit(self.choisie())

    @Slot()
    def _proposer(self) -> None:
        """The convention of the guarantee chosen, or of the first rate to review."""
        if self.lecture is None:
            return
        chosen = self.choisie()
        found = sorted(
            self.lecture.etat.recalculs,
            key=lambda one: chosen is None or one.reservataire.id != chosen.reservataire_id,
        )
        self.avenant.emit(found[0].convention_id)
