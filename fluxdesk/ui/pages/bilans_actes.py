"""What is done with a bilan from its page: approve, mark as sent, and the way back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from fluxdesk.domain.bilan_emis import EtatBilan
from fluxdesk.domain.typographie import typographier
from fluxdesk.services.approuver_bilans import approuver_bilans
from fluxdesk.services.suivre_bilans import annuler_envoi, marquer_envoye, retirer_approbation
from fluxdesk.ui.contexte import Sujet
from fluxdesk.ui.dialogs.motif import MotifDialog

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fluxdesk.domain.bilan_emis import BilanEmis
    from fluxdesk.domain.periode import Periode
    from fluxdesk.services.ports import Bureau, Progress
    from fluxdesk.ui.pages.bilans import BilansPage


class ActesBilan(QObject):
    """Acts on the bilan chosen in the page."""

    def __init__(self, page: BilansPage) -> None:
        super().__init__(page)
        self._page = page
        self._dialog: MotifDialog | None = None
        self._vise: BilanEmis | None = None
        page.envoi.approuver.connect(self._approuver)
        page.envoi.envoyer.connect(self._envoyer)
        page.envoi.revenir.connect(self._demander)

    @Slot()
    def _approuver(self) -> None:
        chosen, period = self._page.choisi(), self._page.periode
        if chosen is None or period is None:
            return
        work = partial(approuver, self._page.contexte.bureau, period, [chosen.destinataire.cle])
        self._page.contexte.agir(
            f"Approbation du bilan de {chosen.destinataire.nom}",
            work,
            self._relire,
            sujets=(Sujet.JOURNAL,),
        )

    @Slot()
    def _envoyer(self) -> None:
        emis = self._emis()
        if emis is not None:
            self._page.contexte.agir(
                f"Envoi du bilan de {emis.nom}",
                partial(envoyer, self._page.contexte.bureau, emis),
                self._relire,
                sujets=(Sujet.JOURNAL,),
            )

    @Slot()
    def _demander(self) -> None:
        """Ask why a step is taken back: the journal keeps the reason."""
        emis = self._vise = self._emis()
        if emis is None:
            return
        sent = emis.etat is EtatBilan.ENVOYE
        verb = "Annuler l’envoi" if sent else "Retirer l’approbation"
        kept = (
            "Le bilan redevient prêt ; ses fichiers gelés ne changent pas."
            if sent
            else "Le bilan est à vérifier de nouveau ; ses fichiers gelés sont abandonnés."
        )
        self._dialog = MotifDialog(
            verb, typographier(f"{verb} du bilan de {emis.nom}. {kept}"), verb, self._page
        )
        self._dialog.accepted.connect(self._revenir)
        self._dialog.open()

    @Slot()
    def _revenir(self) -> None:
        if self._vise is not None and self._dialog is not None:
            self._page.contexte.agir(
                f"Retour en arrière du bilan de {self._vise.nom}",
                partial(revenir, self._page.contexte.bureau, self._vise, self._dialog.motif()),
                self._relire,
                sujets=(Sujet.JOURNAL,),
            )

    def _emis(self) -> BilanEmis | None:
        chosen = self._page.choisi()
        return chosen.emis if chosen else None

    @Slot(object)
    def _relire(self, _fait: object) -> None:
        self._page.recharger()


def approuver(
    bureau: Bureau, periode: Periode, cles: Sequence[str], progress: Progress
) -> tuple[BilanEmis, ...]:
    """Freeze these bilans; runs on the worker."""
    return approuver_bilans(periode, cles, bureau=bureau, progress=progress)


def envoyer(bureau: Bureau, emis: BilanEmis, _progress: Progress) -> BilanEmis:
    """Note that a bilan left today; runs on the worker."""
    return marquer_envoye(emis.id, jour=bureau.horloge.aujourd_hui(), uow=bureau.base.transaction())


def revenir(bureau: Bureau, emis: BilanEmis, motif: str, _progress: Progress) -> None:
    """Take the last step back; runs on the worker."""
    uow = bureau.base.transaction()
    if emis.etat is EtatBilan.ENVOYE:
        annuler_envoi(emis.id, motif=motif, uow=uow)
    else:
        retirer_approbation(emis.id, motif=motif, uow=uow)
