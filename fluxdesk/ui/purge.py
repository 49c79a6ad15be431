"""Remove old candidates, from the menu: how many first, then for good; then the backups."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from fluxdesk.domain.typographie import accorde, typographier
from fluxdesk.services.effacer_sauvegardes import effacer_sauvegardes, sauvegardes_d_avant
from fluxdesk.services.purger_candidats import durees_gardees, purger_candidats
from fluxdesk.ui.contexte import Sujet
from fluxdesk.ui.dialogs.confirmation import ConfirmationDialog
from fluxdesk.ui.dialogs.purge import PurgeDialog

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from fluxdesk.domain.conservation import Conservation
    from fluxdesk.services.effacer_sauvegardes import SauvegardesAnciennes
    from fluxdesk.services.ports import Bureau, Progress
    from fluxdesk.services.purger_candidats import Purge
    from fluxdesk.ui.contexte import Contexte

SUJETS = (Sujet.VACANCES, Sujet.JOURNAL)
NEUVE = (
    "Une nouvelle sauvegarde est faite d’abord ; les anciennes ne reviendront pas. Les copies que "
    "vous avez faites ailleurs restent à effacer à la main."
)


class ActesPurge(QObject):
    """The dialog shows what would go; this counts and removes."""

    def __init__(self, contexte: Contexte, fenetre: QWidget) -> None:
        super().__init__(fenetre)
        self._contexte = contexte
        self._fenetre = fenetre
        self._anciennes: SauvegardesAnciennes | None = None
        self.dialogue: PurgeDialog | None = None
        self.copies: ConfirmationDialog | None = None

    @Slot()
    def demander(self) -> None:
        """Show how long candidates are kept, and how many would go."""
        self._contexte.lire(partial(_durees, self._contexte.bureau), self._ouvrir)

    @Slot(object)
    def _ouvrir(self, durees: Conservation) -> None:
        self.dialogue = PurgeDialog(durees, self._fenetre)
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
    def _fait(self, fait: tuple[Purge, SauvegardesAnciennes]) -> None:
        purge, self._anciennes = fait
        gone = f"{accorde(purge.candidats, 'candidat effacé', 'candidats effacés')}."
        older = self._anciennes.phrase()
        if not older:
            said = f"{gone} Aucune sauvegarde d’avant ne les contient."
            self._contexte.avis.emit(typographier(said))
            return
        self._contexte.avis.emit(gone)
        count = accorde(len(self._anciennes.instants), "sauvegarde")
        self.copies = ConfirmationDialog(
            "Sauvegardes d’avant la purge",
            typographier(f"{gone} {_lie(older)}\n\n{NEUVE}"),
            f"Effacer {count}",
            self._fenetre,
            prudent=True,
        )
        self.copies.accepted.connect(self._effacer_copies)
        self.copies.finished.connect(self.copies.deleteLater)
        self.copies.open()

    @Slot()
    def _effacer_copies(self) -> None:
        if self._anciennes is not None:
            work = partial(_effacer, self._contexte.bureau, self._anciennes.avant)
            self._contexte.agir(
                "Effacement des sauvegardes", work, self._copies_effacees, sujets=(Sujet.JOURNAL,)
            )

    @Slot(object)
    def _copies_effacees(self, nombre: int) -> None:
        gone = accorde(nombre, "sauvegarde effacée", "sauvegardes effacées")
        self._contexte.avis.emit(f"{gone}, une nouvelle est faite.")

    @Slot()
    def _oublier(self) -> None:
        if self.dialogue is not None:
            self.dialogue.deleteLater()
            self.dialogue = None


def _lie(phrase: str) -> str:
    """The sentence whose path is not cut after its first stroke."""
    return phrase.replace("«\u00a0/", "«\u00a0/\u2060")


def _durees(bureau: Bureau) -> Conservation:
    with bureau.base.transaction() as uow:
        return durees_gardees(uow=uow)


def _compter(bureau: Bureau, durees: Conservation) -> tuple[Conservation, Purge]:
    today = bureau.horloge.aujourd_hui()
    uow = bureau.base.transaction()
    return durees, purger_candidats(today, essai=True, uow=uow, durees=durees)


def _purger(
    bureau: Bureau, durees: Conservation, _progress: Progress
) -> tuple[Purge, SauvegardesAnciennes]:
    now = bureau.horloge.maintenant()
    uow = bureau.base.transaction()
    made = purger_candidats(bureau.horloge.aujourd_hui(), essai=False, uow=uow, durees=durees)
    return made, sauvegardes_d_avant(now, base=bureau.base)


def _effacer(bureau: Bureau, avant: datetime, _progress: Progress) -> int:
    return effacer_sauvegardes(avant, base=bureau.base)
