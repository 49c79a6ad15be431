"""The rules of the flux, from the menu: read, shown, recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from fluxdesk.services.enregistrer_regles import enregistrer_regles, preparer_essai
from fluxdesk.ui.contexte import Sujet
from fluxdesk.ui.dialogs.regles import ReglesDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from fluxdesk.services.enregistrer_regles import EssaiDeRegles
    from fluxdesk.services.ports import Progress
    from fluxdesk.ui.contexte import Contexte

SUJETS = (Sujet.CONVENTIONS, Sujet.VACANCES, Sujet.JOURNAL)  # checks, proposals, what was done


class ActesRegles(QObject):
    """Follows one base."""

    def __init__(self, contexte: Contexte, fenetre: QWidget) -> None:
        super().__init__(contexte)
        self._contexte = contexte
        self._fenetre = fenetre
        self.dialogue: ReglesDialog | None = None

    @Slot()
    def demander(self) -> None:
        """Read the rules and the dwellings that wait, then show them for changing."""
        self._contexte.lire(self._lire, self._montrer)

    def _lire(self) -> EssaiDeRegles:
        bureau = self._contexte.bureau
        return preparer_essai(
            base=bureau.base, horloge=bureau.horloge, territoires=bureau.territoires
        )

    @Slot(object)
    def _montrer(self, essai: EssaiDeRegles) -> None:
        self.dialogue = ReglesDialog(self._contexte, essai, self._fenetre)
        self.dialogue.accepted.connect(self._enregistrer)
        self.dialogue.open()

    @Slot()
    def _enregistrer(self) -> None:
        if self.dialogue is None:
            return
        base = self._contexte.bureau.base
        regles, motif = self.dialogue.regles(), self.dialogue.motif()

        def work(_progress: Progress) -> None:
            enregistrer_regles(regles, motif=motif, uow=base.transaction())

        self._contexte.agir("Enregistrement des règles", work, self._dire, sujets=SUJETS)

    @Slot(object)
    def _dire(self, _rien: object) -> None:
        self._contexte.avis.emit("Règles du flux enregistrées.")
