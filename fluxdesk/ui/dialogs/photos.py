"""The photos de départ of this base: printed, compared, and where a new one begins."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout

from fluxdesk.domain.typographie import typographier
from fluxdesk.services.figer_photo import lister_photos
from fluxdesk.ui.models.conversion import PhotosModel
from fluxdesk.ui.theme import bouton, bouton_principal
from fluxdesk.ui.widgets.bandeau import Bandeau
from fluxdesk.ui.widgets.table import Table
from fluxdesk.ui.widgets.vide import EtatVide, ListeOuVide

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from fluxdesk.domain.photo import PhotoDepart
    from fluxdesk.services.ports import Bureau
    from fluxdesk.ui.contexte import Contexte

TAILLE = (860, 440)
RIEN = (
    "Commencez un état des lieux : il recense les droits en stock, lit la rotation, compare les "
    "formules de conversion, fige la photo et prépare les projets de convention."
)


def lire(bureau: Bureau) -> Sequence[PhotoDepart]:
    """Every photo; runs on the worker."""
    return lister_photos(uow=bureau.base.transaction())


class PhotosDialog(QDialog):
    """Shows; what is asked of a photo is a signal, for whoever does it."""

    nouvelle = Signal()
    editer = Signal(object)  # PhotoDepart
    comparer = Signal(object, object)  # PhotoDepart, and another or None for today

    def __init__(self, contexte: Contexte, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._contexte = contexte
        self.setWindowTitle("États des lieux")
        self.dit = QLabel(
            "Une photo de départ fige les réservations à une date\u00a0: qui a des droits, sur "
            "quels logements, et ce qu’ils deviennent en flux. Elle s’imprime, se signe et se "
            "compare plus tard."
        )
        self.dit.setProperty("role", "doux")
        self.dit.setWordWrap(True)
        self.bandeau = Bandeau()
        self.table = Table("Photos de départ")
        self.model = PhotosModel(self)
        self.table.setModel(self.model)
        self.table.setSelectionMode(Table.SelectionMode.ExtendedSelection)
        self.table.largeurs({1: "31/12/2026", 2: "31/12/2026", 3: "0123456789abcdef…"})
        self.table.etirer(0)
        self.commencer = bouton_principal("Nouvel état des lieux…", "plus")
        self.imprimer = bouton("Papiers et classeur…", "printer")
        self.ecarts = bouton("Comparer à aujourd’hui…")
        self.fermer = bouton("Fermer")
        self._disposer()
        self._brancher()
        self.resize(*TAILLE)
        self.relire()

    def choisies(self) -> list[PhotoDepart]:
        """The photos chosen, from the top."""
        return [self.model.lignes[rank] for rank in self.table.rangs_choisis()]

    @Slot()
    def relire(self) -> None:
        """Read the photos again."""
        self._contexte.lire(partial(lire, self._contexte.bureau), self._montrer)

    def _disposer(self) -> None:
        buttons = QHBoxLayout()
        for button in (self.imprimer, self.ecarts):
            buttons.addWidget(button)
        buttons.addStretch(1)
        for button in (self.commencer, self.fermer):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(14)
        for widget in (self.dit, self.bandeau):
            column.addWidget(widget)
        empty = EtatVide("Aucune photo de départ", typographier(RIEN))
        column.addWidget(ListeOuVide(self.table, empty), 1)
        column.addLayout(buttons)

    def _brancher(self) -> None:
        for button in (self.commencer, self.imprimer, self.ecarts, self.fermer):
            button.setAutoDefault(False)
        self.table.selectionModel().selectionChanged.connect(self._suivre)
        self.commencer.clicked.connect(self.nouvelle)
        self.imprimer.clicked.connect(self._imprimer)
        self.ecarts.clicked.connect(self._comparer)
        self.fermer.clicked.connect(self.reject)

    @Slot(object)
    def _montrer(self, photos: Sequence[PhotoDepart]) -> None:
        self.model.montrer(photos)
        if photos:
            self.table.selectRow(0)
        self._suivre()

    @Slot()
    def _suivre(self) -> None:
        number = len(self.choisies())
        self.imprimer.setEnabled(number == 1)
        self.ecarts.setEnabled(number in {1, 2})
        self.ecarts.setText("Comparer entre elles…" if number == 2 else "Comparer à aujourd’hui…")  # noqa: PLR2004 - two photos

    @Slot()
    def _imprimer(self) -> None:
        self.editer.emit(self.choisies()[0])

    @Slot()
    def _comparer(self) -> None:
        chosen = self.choisies()
        self.comparer.emit(chosen[-1], chosen[0] if len(chosen) > 1 else None)
