"""What is done with a bilan from its page: approve, mark as sent, and the way back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from fluxdesk.domain.bilan_emis import EtatBilan
from fluxdesk.domain.flux.phrases import de
from fluxdesk.domain.typographie import typographier
from fluxdesk.services.approuver_bilans import approuver_bilans
from fluxdesk.services.suivre_bilans import annuler_envoi, marquer_envoye, retirer_approbation
from fluxdesk.ui.contexte import Sujet
from fluxdesk.ui.dialogs.motif import MotifDialog
from fluxdesk.ui.models.bilans_envoi import a_approuver, a_envoyer

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
        rows, period = self._page.choisis(), self._page.periode
        if len(rows) > 1:
            rows = a_approuver(rows)
        if not rows or period is None:
            return
        keys = [row.destinataire.cle for row in rows]
        bureau, threshold = self._page.contexte.bureau, self._page.envoi.sous()
        self._page.contexte.agir(
            f"Approbation {_de_qui([row.destinataire.nom for row in rows])}",
            partial(approuver, bureau, period, keys, threshold),
            self._relire,
            sujets=(Sujet.JOURNAL,),
        )

    @Slot()
    def _envoyer(self) -> None:
        rows = a_envoyer(self._page.choisis())
        sent = [row.emis for row in rows if row.emis is not None]
        if sent:
            self._page.contexte.agir(
                f"Envoi {_de_qui([emis.nom for emis in sent])}",
                partial(envoyer, self._page.contexte.bureau, sent),
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
            verb, typographier(f"{verb} du bilan {de(emis.nom)}. {kept}"), verb, self._page
        )
        self._dialog.accepted.connect(self._revenir)
        self._dialog.open()

    @Slot()
    def _revenir(self) -> None:
        if self._vise is not None and self._dialog is not None:
            self._page.contexte.agir(
                typographier(f"Retour en arrière du bilan {de(self._vise.nom)}"),
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
    bureau: Bureau, periode: Periode, cles: Sequence[str], seuil: int, progress: Progress
) -> tuple[BilanEmis, ...]:
    """Freeze these bilans; runs on the worker."""
    return approuver_bilans(periode, cles, bureau=bureau, progress=progress, seuil=seuil)


def envoyer(bureau: Bureau, emis: Sequence[BilanEmis], progress: Progress) -> None:
    """Note that these bilans left today; runs on the worker."""
    today = bureau.horloge.aujourd_hui()
    for done, one in enumerate(emis):
        progress(done, len(emis), one.nom)
        marquer_envoye(one.id, jour=today, uow=bureau.base.transaction())
    progress(len(emis), len(emis))


def _de_qui(noms: Sequence[str]) -> str:
    if len(noms) == 1:
        return typographier(f"du bilan {de(noms[0])}")
    return f"de {len(noms)} bilans"


def revenir(bureau: Bureau, emis: BilanEmis, motif: str, _progress: Progress) -> None:
    """Take the last step back; runs on the worker."""
    uow = bureau.base.transaction()
    if emis.etat is EtatBilan.ENVOYE:
        annuler_envoi(emis.id, motif=motif, uow=uow)
    else:
        retirer_approbation(emis.id, motif=motif, uow=uow)
