"""The ways of reading files that this base remembers: handed to a colleague, taken from one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout

from fluxdesk.domain.typographie import typographier
from fluxdesk.services.tenir_profils import lire_profils
from fluxdesk.ui.models.profils import ProfilsModel
from fluxdesk.ui.theme import bouton, bouton_principal
from fluxdesk.ui.widgets.bandeau import Bandeau
from fluxdesk.ui.widgets.table import Table
from fluxdesk.ui.widgets.vide import EtatVide, ListeOuVide

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from fluxdesk.domain.profil import Profil
    from fluxdesk.services.ports import Bureau
    from fluxdesk.ui.contexte import Contexte

TAILLE = (760, 420)
RIEN = (
    "À la fin d’un import, l’assistant propose de retenir comment le fichier a été lu : le mois "
    "suivant, il le relit de même. Un collègue peut aussi vous donner le sien."
)


def lire(bureau: Bureau) -> Sequence[Profil]:
    """Every profile; runs on the worker."""
    return lire_profils(uow=bureau.base.transaction())


class ProfilsDialog(QDialog):
    """Shows; what is asked of a profile is a signal, for whoever does it."""

    prendre = Signal()
    donner = Signal(object)  # Profil
    retirer = Signal(object)  # Profil

    def __init__(self, contexte: Contexte, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._contexte = contexte
        self.setWindowTitle("Profils d’import")
        self.dit = QLabel(
            "Un profil retient comment lire les fichiers d’une même forme\u00a0: colonnes et "
            "valeurs. Un fichier de profil se transmet d’un poste à l’autre\u00a0; il ne contient "
            "aucune ligne de vos fichiers."
        )
        self.dit.setProperty("role", "doux")
        self.dit.setWordWrap(True)
        self.bandeau = Bandeau()
        self.table = Table("Profils d’import")
        self.model = ProfilsModel(self)
        self.table.setModel(self.model)
        self.table.setSelectionMode(Table.SelectionMode.SingleSelection)
        self.table.largeurs({0: "Export mensuel du progiciel", 1: "conventions", 2: "99 999"})
        self.importer = bouton_principal("Importer un profil…")
        self.exporter = bouton("Exporter ce profil…")
        self.oublier = bouton("Retirer ce profil…")
        self.fermer = bouton("Fermer")
        self._disposer()
        self._brancher()
        self.resize(*TAILLE)
        self.relire()

    def choisi(self) -> Profil | None:
        """The profile chosen."""
        return self.model.ligne(self.table.currentIndex())

    @Slot()
    def relire(self) -> None:
        """Read the profiles again."""
        self._contexte.lire(partial(lire, self._contexte.bureau), self._montrer)

    def _disposer(self) -> None:
        buttons = QHBoxLayout()
        for button in (self.oublier, self.exporter):
            buttons.addWidget(button)
        buttons.addStretch(1)
        for button in (self.importer, self.fermer):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addWidget(self.dit)
        column.addWidget(self.bandeau)
        empty = EtatVide("Aucun profil d’import", typographier(RIEN))
        column.addWidget(ListeOuVide(self.table, empty), 1)
        column.addLayout(buttons)

    def _brancher(self) -> None:
        for button in (self.importer, self.exporter, self.oublier, self.fermer):
            button.setAutoDefault(False)
        self.table.selectionModel().currentRowChanged.connect(self._suivre)
        self.importer.clicked.connect(self.prendre)
        self.exporter.clicked.connect(self._donner)
        self.oublier.clicked.connect(self._retirer)
        self.fermer.clicked.connect(self.reject)

    @Slot(object)
    def _montrer(self, profils: Sequence[Profil]) -> None:
        self.model.montrer(profils)
        self.table.setCurrentIndex(self.model.index(0, 0))
        self._suivre()

    @Slot()
    def _suivre(self) -> None:
        for button in (self.exporter, self.oublier):
            button.setEnabled(self.choisi() is not None)

    @Slot()
    def _donner(self) -> None:
        self.donner.emit(self.choisi())

    @Slot()
    def _retirer(self) -> None:
        self.retirer.emit(self.choisi())
