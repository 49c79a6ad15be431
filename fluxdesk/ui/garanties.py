"""Loan guarantees: shown, entered, changed, removed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from fluxdesk.domain.typographie import typographier
from fluxdesk.services.tenir_garanties import enregistrer_garantie, retirer_garantie
from fluxdesk.ui.contexte import Sujet
from fluxdesk.ui.dialogs.garantie_fiche import GarantieDialog
from fluxdesk.ui.dialogs.garanties import GarantiesDialog
from fluxdesk.ui.dialogs.motif import MotifDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from fluxdesk.domain.garantie import Garantie
    from fluxdesk.services.ports import Bureau, Progress
    from fluxdesk.ui.contexte import Contexte

SUJETS = (Sujet.CONVENTIONS, Sujet.JOURNAL)


class ActesGaranties(QObject):
    """Follows one base; the dialog shows, this writes."""

    def __init__(self, contexte: Contexte, fenetre: QWidget) -> None:
        super().__init__(fenetre)
        self._contexte = contexte
        self._fenetre = fenetre
        self.dialogue: GarantiesDialog | None = None
        self.fiche: GarantieDialog | None = None
        self.motif: MotifDialog | None = None
        self._retiree: Garantie | None = None

    @Slot()
    def demander(self) -> None:
        """Show the guarantees."""
        made = GarantiesDialog(self._contexte, self._fenetre)
        made.ajouter.connect(self._ajouter)
        made.modifier.connect(self._modifier)
        made.retirer.connect(self._demander_retrait)
        made.avenant.connect(self._preparer)
        made.finished.connect(self._oublier)
        self._contexte.erreur.connect(made.bandeau.alerter)
        self.dialogue = made
        made.open()

    @Slot()
    def _ajouter(self) -> None:
        self._ouvrir(None)

    @Slot(object)
    def _modifier(self, garantie: Garantie) -> None:
        self._ouvrir(garantie)

    def _ouvrir(self, ancienne: Garantie | None) -> None:
        if self.dialogue is None or self.dialogue.lecture is None:
            return
        lecture = self.dialogue.lecture
        self.fiche = GarantieDialog(lecture, ancienne, self.dialogue)
        self.fiche.accepted.connect(self._enregistrer)
        self.fiche.open()

    @Slot()
    def _enregistrer(self) -> None:
        if self.fiche is not None:
            work = partial(_enregistrer, self._contexte.bureau, self.fiche.saisie())
            self._contexte.agir("Enregistrement de la garantie", work, self._fait, sujets=SUJETS)

    @Slot(object)
    def _demander_retrait(self, garantie: Garantie) -> None:
        self._retiree = garantie
        phrase = (
            f"La garantie de « {garantie.programme} » est retirée de la base, comme une erreur de "
            "saisie. Un droit échu n’est pas à retirer : sa date de fin suffit."
        )
        self.motif = MotifDialog(
            "Retirer une garantie", typographier(phrase), "La retirer", self.dialogue
        )
        self.motif.accepted.connect(self._retirer)
        self.motif.open()

    @Slot()
    def _retirer(self) -> None:
        if self.motif is not None and self._retiree is not None:
            work = partial(_retirer, self._contexte.bureau, self._retiree.id, self.motif.motif())
            self._contexte.agir("Retrait de la garantie", work, self._fait, sujets=SUJETS)

    @Slot(object)
    def _fait(self, _fait: object) -> None:
        if self.dialogue is not None:
            self.dialogue.relire()

    @Slot(int)
    def _preparer(self, convention_id: int) -> None:
        """Bring the convention to the eye: its avenant is typed there."""
        if self.dialogue is not None:
            self.dialogue.reject()
        self._contexte.ouvrir.emit("conventions", convention_id)

    @Slot()
    def _oublier(self) -> None:
        if self.dialogue is not None:
            self.dialogue.deleteLater()
            self.dialogue = None


def _enregistrer(bureau: Bureau, garantie: Garantie, _progress: Progress) -> Garantie:
    return enregistrer_garantie(garantie, uow=bureau.base.transaction())


def _retirer(bureau: Bureau, garantie_id: int, motif: str, _progress: Progress) -> None:
    retirer_garantie(garantie_id, uow=bureau.base.transaction(), motif=motif)
