"""What else the menu of a vacancy does: its candidates, the SNE memo, the text of an ad."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction, QKeySequence

from fluxdesk.domain.annonce import texte_annonce
from fluxdesk.domain.orientation import ISSUES_ENGAGEES, IssueOrientation
from fluxdesk.domain.vacance import Etape
from fluxdesk.services.composer_memo_sne import composer_memo_sne
from fluxdesk.services.noter_etape import EtapeOffre, NoteOffre, noter_etape_offre
from fluxdesk.ui.candidats import ActesCandidats
from fluxdesk.ui.contexte import Sujet
from fluxdesk.ui.dialogs.annonce_texte import AnnonceTexteDialog
from fluxdesk.ui.dialogs.memo_sne import MemoSneDialog

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QMenu, QWidget

    from fluxdesk.services.composer_memo_sne import MemoSne
    from fluxdesk.services.ports import Bureau, Progress
    from fluxdesk.ui.contexte import Contexte
    from fluxdesk.ui.pages.vacances_dossier import DossierVacance

SUJETS = (Sujet.VACANCES, Sujet.JOURNAL)


class SuitesVacance(QObject):
    """Adds its entries to the menu; reads the vacancy chosen when one is asked for."""

    def __init__(
        self,
        contexte: Contexte,
        page: QWidget,
        menu: QMenu,
        dossier: Callable[[], DossierVacance | None],
    ) -> None:
        super().__init__(page)
        self._contexte = contexte
        self._page = page
        self._dossier = dossier
        self._lieu = ""
        self.candidats = ActesCandidats(contexte, page)
        self.dialogue: MemoSneDialog | AnnonceTexteDialog | None = None
        self.action_candidats = self._ajouter("Candidats…", "Ctrl+Shift+C", self.demander_candidats)
        self.action_sne = self._ajouter("Pense-bête SNE…", "Ctrl+Shift+S", self.demander_sne)
        self.action_annonce = self._ajouter(
            "Texte d’annonce…", "Ctrl+Shift+T", self.demander_annonce
        )
        first = menu.actions()[0]
        menu.insertActions(first, [self.action_candidats, self.action_sne, self.action_annonce])
        menu.insertSeparator(first)
        menu.aboutToShow.connect(self._suivre)

    def _ajouter(self, texte: str, touche: str, faire: Callable[[], None]) -> QAction:
        """An entry whose key also works while the menu is closed, anywhere in the page."""
        action = QAction(texte, self)
        action.setShortcut(QKeySequence(touche))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(faire)
        self._page.addAction(action)
        return action

    @Slot()
    def demander_candidats(self) -> None:
        """Show the candidates of the offers that hold the dwelling, or of the last one."""
        dossier = self._dossier()
        offers = _offres(dossier) if dossier is not None else {}
        if offers:
            self.candidats.demander(offers)

    @Slot()
    def demander_sne(self) -> None:
        """Show what to key in the SNE, where the lease is signed."""
        dossier = self._dossier()
        ident = _bail(dossier) if dossier is not None else None
        if dossier is not None and ident is not None:
            self._lieu = dossier.lieu
            work = partial(_memo, self._contexte.bureau, ident)
            self._contexte.lire(work, self._ouvrir_sne)

    @Slot(object)
    def _ouvrir_sne(self, memo: MemoSne) -> None:
        dialog = MemoSneDialog(memo, self._lieu, self._page)
        dialog.accepted.connect(self._noter_sne)
        self._ouvrir(dialog)

    @Slot()
    def _noter_sne(self) -> None:
        if isinstance(self.dialogue, MemoSneDialog):
            note = NoteOffre(
                orientation_id=self.dialogue.memo.offre.id,
                etape=EtapeOffre.SNE,
                jour=self.dialogue.jour(),
            )
            work = partial(_noter, self._contexte.bureau, note)
            self._contexte.agir("Radiation au SNE", work, sujets=SUJETS)

    @Slot()
    def demander_annonce(self) -> None:
        """Show the text of an ad for the dwelling chosen."""
        dossier = self._dossier()
        if dossier is not None:
            work = partial(_annonce, self._contexte.bureau, dossier)
            self._contexte.lire(work, self._ouvrir_annonce)

    @Slot(object)
    def _ouvrir_annonce(self, texte: str) -> None:
        self._ouvrir(AnnonceTexteDialog(texte, self._page))

    def _ouvrir(self, dialog: MemoSneDialog | AnnonceTexteDialog) -> None:
        self.dialogue = dialog
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot()
    def _suivre(self) -> None:
        """Allow only what the vacancy chosen has."""
        dossier = self._dossier()
        self.action_candidats.setEnabled(dossier is not None and bool(_offres(dossier)))
        self.action_sne.setEnabled(dossier is not None and _bail(dossier) is not None)
        self.action_annonce.setEnabled(
            dossier is not None and dossier.etape is not Etape.BAIL_SIGNE
        )


def _bail(dossier: DossierVacance) -> int | None:
    """The offer whose lease is signed."""
    signed = (o.id for o in dossier.offres if o.issue is IssueOrientation.BAIL_SIGNE)
    return next(signed, None)


def _memo(bureau: Bureau, orientation_id: int) -> MemoSne:
    today = bureau.horloge.aujourd_hui()
    return composer_memo_sne(orientation_id, today, uow=bureau.base.transaction())


def _noter(bureau: Bureau, note: NoteOffre, _progress: Progress) -> None:
    noter_etape_offre(note, uow=bureau.base.transaction(), horloge=bureau.horloge)


def _annonce(bureau: Bureau, dossier: DossierVacance) -> str:
    with bureau.base.transaction() as uow:
        landlord = uow.bailleurs.lire()
    town = dossier.commune.nom if dossier.commune else dossier.logement.adresse.nom_commune
    return texte_annonce(
        dossier.logement,
        commune=town,
        disponibilite=dossier.vacance.disponibilite,
        bailleur=landlord,
    )


def _offres(dossier: DossierVacance) -> Mapping[int, str]:
    """The offers whose candidates can be seen, by id: those that hold the dwelling first."""
    held = [o for o in dossier.offres if o.issue in ISSUES_ENGAGEES]
    shown = held or ([dossier.offre] if dossier.offre else [])
    return {
        o.id: f"Offre n°\u00a0{o.numero}, {dossier.noms.get(o.id) or 'gardée par le bailleur'}"
        for o in shown
    }
