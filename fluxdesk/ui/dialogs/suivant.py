"""Ask to pass to the next réservataire in order, shown and explained before it is confirmed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from typing_extensions import override

from fluxdesk.domain.dates import en_lettres
from fluxdesk.domain.echec import CauseEchec
from fluxdesk.services.enregistrer_issue import Reponse
from fluxdesk.services.passer_au_suivant import prevoir_suivant
from fluxdesk.ui.dialogs.issue import IssueDialog
from fluxdesk.ui.models.classement import nom_affiche
from fluxdesk.ui.phrases import phrases_du_moteur, retard_de

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.services.ports import Bureau
    from fluxdesk.services.suggerer_orientation import Proposition
    from fluxdesk.ui.contexte import Contexte
    from fluxdesk.ui.pages.vacances_dossier import DossierVacance


def lire_suivant(bureau: Bureau, reponse: Reponse) -> tuple[Reponse, Proposition]:
    """Who would be next after this answer; runs on the worker, writes nothing."""
    return reponse, prevoir_suivant(
        reponse,
        uow=bureau.base.transaction(),
        horloge=bureau.horloge,
        territoires=bureau.territoires,
        feries=bureau.feries,
    )


class SuivantDialog(IssueDialog):
    """A failure with its cause, and at once the offer to the next."""

    titre = verbe = "Passer au suivant"

    def __init__(
        self,
        contexte: Contexte,
        dossier: DossierVacance,
        offre: Orientation,
        parent: QWidget | None = None,
    ) -> None:
        self._demandee: Reponse | None = None
        self._prevue: Proposition | None = None
        super().__init__(contexte, dossier, offre, parent)
        if offre.echeance is not None:
            told = retard_de(offre.echeance, dossier.jour)
            self.ui.echeance.setText(
                f"Réponse attendue le <b>{en_lettres(offre.echeance)}</b>\u00a0: {told.lower()}."
            )
            self.ui.echeance.show()
        self.ui.suivant.show()
        late = offre.echeance is not None and offre.echeance < dossier.jour
        if late:
            self.choisir(CauseEchec.AUCUN_CANDIDAT)
        self._verifier()

    @override
    def _causes(self) -> list[CauseEchec]:
        return [cause for cause in super()._causes() if self._rendrait(cause)]

    @override
    def _laisse(self) -> bool:
        return False  # the offer ends: that is what is asked for

    @Slot()
    @override
    def _changer(self) -> None:
        super()._changer()
        for widget in (self.ui.titre_quoi, self.ui.attribuee, self.ui.bail_signe, self.ui.echec):
            widget.hide()
        self.ui.echec.setChecked(True)

    @override
    def _pret(self) -> bool:
        return self._prevue is not None and super()._pret()

    @Slot()
    @override
    def _verifier(self) -> None:
        super()._verifier()
        self._prevoir()

    def _prevoir(self) -> None:
        """Ask who would be next, again each time that the answer changes."""
        asked, before = self.saisie(), self._demandee
        failed = self.ui.echec.isChecked() and self.issue is not None
        if not failed or not isinstance(asked, Reponse):
            self.ui.suivant.setText("")
            return
        if before and (before.issue, before.jour) == (asked.issue, asked.jour):
            return
        self._demandee, self._prevue = asked, None
        self.ui.suivant.setText("Recherche du suivant…")
        self.ui.faire.setEnabled(self._pret())
        self._contexte.lire(
            partial(lire_suivant, self._contexte.bureau, asked), self._montrer_suivant
        )

    @Slot(object)
    def _montrer_suivant(self, trouve: tuple[Reponse, Proposition]) -> None:
        asked, shown = trouve
        if asked is not self._demandee:
            return  # the answer changed meanwhile
        self._prevue = shown
        name = nom_affiche(shown.destinataire, shown.destinataire_nom)
        told = phrases_du_moteur(shown.texte, shown.destinataire_nom)
        self.ui.suivant.setText(f"Ensuite\u00a0: <b>{name}</b>{told}")
        self.ui.faire.setEnabled(self._pret())
