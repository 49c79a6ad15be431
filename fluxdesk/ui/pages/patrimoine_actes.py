"""What an officer does to the dwellings chosen in the list: mend, confirm, mark as gone."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from fluxdesk.services.consulter_logement import consulter_logement
from fluxdesk.services.corriger_lot import corriger_lot
from fluxdesk.services.marquer_sortis import marquer_sortis
from fluxdesk.ui.contexte import Sujet
from fluxdesk.ui.dialogs.correction import CorrectionDialog
from fluxdesk.ui.dialogs.sortie import SortieDialog
from fluxdesk.ui.pages.patrimoine_programmes import ActesProgrammes
from fluxdesk.ui.theme import bouton

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from fluxdesk.services.consulter_logement import FicheLogement
    from fluxdesk.services.corriger_lot import Correction, CorrectionFaite
    from fluxdesk.services.marquer_sortis import Sortie, SortieFaite
    from fluxdesk.services.ports import Bureau, Progress
    from fluxdesk.ui.contexte import Contexte

SUJETS = frozenset({Sujet.PATRIMOINE, Sujet.JOURNAL})


def consulter(bureau: Bureau, ident: int) -> FicheLogement:
    """The fiche of a dwelling; runs on the worker."""
    return consulter_logement(
        ident,
        uow=bureau.base.transaction(),
        horloge=bureau.horloge,
        territoires=bureau.territoires,
    )


def _corriger(
    bureau: Bureau, ids: list[int], voulue: Correction, progress: Progress
) -> CorrectionFaite:
    return corriger_lot(
        ids,
        voulue,
        uow=bureau.base.transaction(),
        horloge=bureau.horloge,
        territoires=bureau.territoires,
        progress=progress,
    )


def _sortir(bureau: Bureau, ids: list[int], sortie: Sortie, progress: Progress) -> SortieFaite:
    return marquer_sortis(
        ids, sortie, uow=bureau.base.transaction(), horloge=bureau.horloge, progress=progress
    )


class ActesPatrimoine(QObject):
    """Opens the dialogs over a page and runs what they answer."""

    def __init__(
        self,
        contexte: Contexte,
        page: QWidget,
        choisis: Callable[[], list[int]],
        champ: Callable[[], str],
    ) -> None:
        super().__init__(page)
        self._contexte = contexte
        self._page = page
        self._choisis = choisis
        self._champ = champ
        self.dialogue: CorrectionDialog | SortieDialog | None = None
        self.bouton_corriger = bouton("Corriger…", "pencil")
        self.bouton_corriger.setToolTip(
            "Corriger ou confirmer une valeur des logements choisis (F2)"
        )
        self.bouton_sortir = bouton("Marquer sortis…", "log-out")
        self.bouton_sortir.setToolTip("Vente, démolition… des logements choisis")
        self.neuf = ActesProgrammes(contexte, page, choisis)
        self.boutons = (self.neuf.bouton, self.bouton_corriger, self.bouton_sortir)
        self.bouton_corriger.clicked.connect(self.corriger)
        self.bouton_sortir.clicked.connect(self.sortir)

    def montrer(self, *, visible: bool) -> None:
        """Offer the acts where dwellings are listed."""
        for button in self.boutons:
            button.setVisible(visible)

    @Slot()
    def corriger(self) -> None:
        """Ask what the dwellings chosen should say."""
        if chosen := self._choisis():
            towns = self._contexte.bureau.territoires
            dialog = CorrectionDialog(chosen, self._champ(), towns, self._page)
            dialog.accepted.connect(self._correct)
            self._open(dialog)

    @Slot()
    def sortir(self) -> None:
        """Ask how the dwellings chosen went."""
        if chosen := self._choisis():
            today = self._contexte.bureau.horloge.aujourd_hui()
            dialog = SortieDialog(chosen, today, self._page)
            dialog.accepted.connect(self._mark)
            self._open(dialog)

    def _open(self, dialog: CorrectionDialog | SortieDialog) -> None:
        self.dialogue = dialog
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot()
    def _correct(self) -> None:
        dialog = self.dialogue
        if isinstance(dialog, CorrectionDialog):
            work = partial(_corriger, self._contexte.bureau, dialog.ids, dialog.saisie())
            self._contexte.agir("Correction des logements", work, self._told, sujets=SUJETS)

    @Slot()
    def _mark(self) -> None:
        dialog = self.dialogue
        if isinstance(dialog, SortieDialog):
            work = partial(_sortir, self._contexte.bureau, dialog.ids, dialog.saisie())
            self._contexte.agir("Sortie des logements", work, self._told, sujets=SUJETS)

    @Slot(object)
    def _told(self, fait: CorrectionFaite | SortieFaite) -> None:
        self._contexte.avis.emit(f"{fait.phrase}. Ctrl+Z l’annule.")
