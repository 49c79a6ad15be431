"""How an orientation goes, from the proposal to the offer: to one, to another, or to several."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut

from fluxdesk.domain.convention import ModeOffre
from fluxdesk.services.orienter_vacance import DemandeOrientation
from fluxdesk.services.proposer_a_tous import lister_invites
from fluxdesk.ui.dialogs.autre_reservataire import AutreReservataireDialog
from fluxdesk.ui.dialogs.plusieurs import PlusieursDialog
from fluxdesk.ui.models.classement_choix import lire_choix
from fluxdesk.ui.pages.orientation import PanneauOrientation
from fluxdesk.ui.pages.orientation_lecture import lire_orientation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from fluxdesk.services.ports import Bureau
    from fluxdesk.services.proposer_a_tous import Invite
    from fluxdesk.ui.contexte import Contexte
    from fluxdesk.ui.models.classement_choix import LigneChoix
    from fluxdesk.ui.pages.orientation_lecture import LuOrientation
    from fluxdesk.ui.pages.vacances_actes import ActesVacance
    from fluxdesk.ui.pages.vacances_entete import EnteteVacances


def lire_invites(bureau: Bureau, vacance_id: int) -> tuple[Invite, ...]:
    """Who can be offered the dwelling among others; runs on the worker."""
    return lister_invites(
        vacance_id,
        uow=bureau.base.transaction(),
        horloge=bureau.horloge,
        territoires=bureau.territoires,
        feries=bureau.feries,
    )


class ConduiteOrientation(QObject):
    """Shows the panel's proposal and makes the offer that the officer decides."""

    montree = Signal(object)  # LuOrientation: the page shows the panel

    def __init__(
        self, contexte: Contexte, actes: ActesVacance, entete: EnteteVacances, page: QWidget
    ) -> None:
        super().__init__(page)
        self._contexte = contexte
        self._actes = actes
        self._entete = entete
        self._page = page
        self.panneau = PanneauOrientation()
        self.dialogue: AutreReservataireDialog | PlusieursDialog | None = None
        entete.autre.clicked.connect(self._demander_autre)
        entete.proposer.clicked.connect(self.proposer)
        entete.a_un_seul.triggered.connect(self._proposer_a_un_seul)
        entete.dans_l_ordre.triggered.connect(self._proposer_dans_l_ordre)
        entete.a_plusieurs.triggered.connect(self._demander_plusieurs)
        scope = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            QShortcut(QKeySequence(key), self.panneau, self.proposer, context=scope)

    def commencer(self, vacance_id: int) -> None:
        """Read the proposal for a vacancy, and show it if it waits for one."""
        months = self._contexte.mois_vacance_longue
        self._contexte.lire(
            partial(lire_orientation, self._contexte.bureau, vacance_id, months), self._montrer
        )

    @Slot(object)
    def _montrer(self, lu: LuOrientation) -> None:
        if lu.proposition is not None:
            self.panneau.montrer(lu.proposition, lu.dossier, lu.savoir)
            self._entete.pour_l_orientation(lu.proposition)
            self.montree.emit(lu)
        elif lu.au_titulaire is not None:
            self.panneau.montrer_au_titulaire(lu.au_titulaire, lu.dossier)
            self._entete.pour_le_titulaire(lu.au_titulaire.titulaire)
            self.montree.emit(lu)

    @Slot()
    def proposer(self) -> None:
        """Do what the primary button says: to one, or to several where the convention says so."""
        shown, held = self.panneau.proposition, self.panneau.au_titulaire
        if not self.panneau.isVisible():
            return
        if held is not None:
            self._actes.proposer_au_titulaire(held.vacance_id)
        elif shown is None:
            return
        elif shown.mode is ModeOffre.TOUS:
            self._demander_plusieurs()
        else:
            self._proposer(shown.mode)

    @Slot()
    def _proposer_a_un_seul(self) -> None:
        self._proposer(ModeOffre.UN_SEUL)

    @Slot()
    def _proposer_dans_l_ordre(self) -> None:
        self._proposer(ModeOffre.ORDRE)

    def _proposer(self, mode: ModeOffre) -> None:
        shown = self.panneau.proposition
        if shown is not None:
            self._actes.orienter(DemandeOrientation(vacance_id=shown.vacance.id, mode=mode))

    @Slot()
    def _demander_autre(self) -> None:
        shown = self.panneau.proposition
        if shown is not None:
            self._contexte.lire(
                partial(lire_choix, self._contexte.bureau, shown), self._ouvrir_autre
            )

    @Slot(object)
    def _ouvrir_autre(self, choix: Sequence[LigneChoix]) -> None:
        shown = self.panneau.proposition
        if shown is not None:
            dialog = AutreReservataireDialog(shown, choix, self._page)
            dialog.accepted.connect(self._proposer_a_un_autre)
            self._ouvrir(dialog)

    @Slot()
    def _demander_plusieurs(self) -> None:
        shown = self.panneau.proposition
        if shown is not None:
            self._contexte.lire(
                partial(lire_invites, self._contexte.bureau, shown.vacance.id),
                self._ouvrir_plusieurs,
            )

    @Slot(object)
    def _ouvrir_plusieurs(self, invites: Sequence[Invite]) -> None:
        shown = self.panneau.proposition
        if shown is not None:
            dialog = PlusieursDialog(shown, invites, self._page)
            dialog.accepted.connect(self._proposer_a_plusieurs)
            self._ouvrir(dialog)

    def _ouvrir(self, dialog: AutreReservataireDialog | PlusieursDialog) -> None:
        self.dialogue = dialog
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot()
    def _proposer_a_un_autre(self) -> None:
        shown = self.panneau.proposition
        if shown is not None and isinstance(self.dialogue, AutreReservataireDialog):
            self._actes.orienter(
                DemandeOrientation(
                    vacance_id=shown.vacance.id,
                    destinataire=self.dialogue.destinataire(),
                    derogation=self.dialogue.motif(),
                )
            )

    @Slot()
    def _proposer_a_plusieurs(self) -> None:
        if isinstance(self.dialogue, PlusieursDialog):
            self._actes.orienter_a_plusieurs(self.dialogue.demande())
