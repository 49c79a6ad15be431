"""Remove old candidates, from the menu: how many first, then for good."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from fluxdesk.domain.typographie import accorde, typographier
from fluxdesk.services.purger_candidats import purger_candidats
from fluxdesk.ui.contexte import Sujet
from fluxdesk.ui.dialogs.purge import PurgeDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from fluxdesk.domain.conservation import Conservation
    from fluxdesk.services.ports import Bureau, Progress
    from fluxdesk.services.purger_candidats import Purge
    from fluxdesk.ui.contexte import Contexte

SUJETS = (Sujet.VACANCES, Sujet.JOURNAL)


class ActesPurge(QObject):
    """The dialog shows what would go; this counts and removes."""

    def __init__(self, contexte: Contexte, fenetre: QWidget) -> None:
        super().__init__(fenetre)
        self._contexte = contexte
        self._fenetre = fenetre
        self.dialogue: PurgeDialog | None = None

    @Slot()
    def demander(self) -> None:
        """Show how long candidates are kept, and how many would go."""
        self.dialogue = PurgeDialog(self._fenetre)
        self.dialogue.change.connect(self._compter)
        self.dialogue.accepted.connect(self._purger)
        self.dialogue.finished.connect(self._oublier)
        self.dialogue.open()
        self._compter()

    @Slot()
    def _compter(self) -> None:
        if self.dialogue is not None:
            work = partial(_compter, self._contexte.bureau, self.dialogue.durees())
            self._contexte.lire(work, self.dialogue.montrer)

    @Slot()
    def _purger(self) -> None:
        if self.dialogue is not None:
            work = partial(_purger, self._contexte.bureau, self.dialogue.durees())
            self._contexte.agir("Effacement des candidats", work, self._fait, sujets=SUJETS)

    @Slot(object)
    def _fait(self, purge: Purge) -> None:
        gone = accorde(purge.candidats, "candidat effacé", "candidats effacés")
        self._contexte.avis.emit(
            typographier(f"{gone}. Les sauvegardes d’avant ce jour les gardent encore.")
        )

    @Slot()
    def _oublier(self) -> None:
        if self.dialogue is not None:
            self.dialogue.deleteLater()
            self.dialogue = None


def _compter(bureau: Bureau, durees: Conservation) -> tuple[Conservation, Purge]:
    today = bureau.horloge.aujourd_hui()
    uow = bureau.base.transaction()
    return durees, purger_candidats(today, essai=True, uow=uow, durees=durees)


def _purger(bureau: Bureau, durees: Conservation, _progress: Progress) -> Purge:
    today = bureau.horloge.aujourd_hui()
    uow = bureau.base.transaction()
    return purger_candidats(today, essai=False, uow=uow, durees=durees)
