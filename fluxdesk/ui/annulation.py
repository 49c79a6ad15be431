"""Ctrl+Z: names the last act that can be reverted, and reverts it with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from fluxdesk.domain.typographie import typographier
from fluxdesk.services.annuler_action import annuler_action
from fluxdesk.ui.contexte import Sujet
from fluxdesk.ui.dialogs.motif import MotifDialog
from fluxdesk.ui.referentiels import relire_territoires

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from fluxdesk.services.ports import Progress
    from fluxdesk.services.rows import JournalRow
    from fluxdesk.ui.contexte import Contexte

PROFONDEUR = 200  # entries looked at; an older act is reverted from the journal


class Annulation(QObject):
    """Follows one base; ``libelle`` says what would be undone, empty when nothing can be."""

    libelle = Signal(str)

    def __init__(self, contexte: Contexte, fenetre: QWidget) -> None:
        super().__init__(fenetre)
        self._contexte = contexte
        self._fenetre = fenetre
        self._derniere: JournalRow | None = None
        self._visee: JournalRow | None = None
        self._dialog: MotifDialog | None = None

    @Slot()
    def relire(self) -> None:
        """Look for the newest act that can be reverted."""
        self._contexte.lire(self._find, self._show)

    @Slot()
    def demander(self) -> None:
        """Ask for the reason of reverting the newest act."""
        if self._derniere is not None:
            self.demander_pour(self._derniere)

    def demander_pour(self, ligne: JournalRow) -> None:
        """Ask for the reason of reverting this act."""
        self._visee = ligne
        self._dialog = MotifDialog(
            "Annuler une action",
            typographier(
                f"Annuler : {ligne.libelle}. L’action reste au journal, suivie de son annulation."
            ),
            "Annuler cette action",
            self._fenetre,
        )
        self._dialog.accepted.connect(self._revert)
        self._dialog.open()

    @Slot()
    def _revert(self) -> None:
        if self._visee is None or self._dialog is None:
            return
        number, reason = self._visee.numero, self._dialog.motif()

        def work(_progress: Progress) -> str:
            bureau = self._contexte.bureau
            told = annuler_action(number, motif=reason, transaction=bureau.base.transaction)
            relire_territoires(bureau)
            return told

        self._contexte.agir("Annulation", work, self._told, sujets=tuple(Sujet))

    @Slot(object)
    def _told(self, libelle: str) -> None:
        self._contexte.avis.emit(typographier(f"Annulé : {libelle}"))

    def _find(self) -> JournalRow | None:
        rows = self._contexte.bureau.base.lectures.journal("", PROFONDEUR)
        return next((row for row in rows if row.annulable), None)

    @Slot(object)
    def _show(self, ligne: JournalRow | None) -> None:
        self._derniere = ligne
        self.libelle.emit(ligne.libelle if ligne else "")
