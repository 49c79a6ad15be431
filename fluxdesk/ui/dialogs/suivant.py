"""Ask to pass to the next réservataire in order, shown and explained before it is confirmed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from typing_extensions import override

from fluxdesk.domain.dates import en_lettres
from fluxdesk.domain.orientation import ISSUES_RENDUES
from fluxdesk.services.passer_au_suivant import prevoir_suivant
from fluxdesk.ui.dialogs.issue import IssueDialog
from fluxdesk.ui.models.classement import nom_affiche
from fluxdesk.ui.phrases import phrases_du_moteur, retard_de

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from fluxdesk.domain.orientation import IssueOrientation, Orientation
    from fluxdesk.services.enregistrer_issue import Reponse
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
    """A refusal or a missing candidate, and at once the offer to the next."""

    verbe = "Passer au suivant"

    def __init__(
        self,
        contexte: Contexte,
        dossier: DossierVacance,
        offre: Orientation,
        parent: QWidget | None = None,
    ) -> None:
        self._contexte = contexte
        self._demandee: Reponse | None = None
        self._prevue: Proposition | None = None
        super().__init__(dossier, offre, parent)
        self.setWindowTitle("Passer au suivant")
        if offre.echeance is not None:
            told = retard_de(offre.echeance, dossier.jour)
            self.ui.echeance.setText(
                f"Réponse attendue le <b>{en_lettres(offre.echeance)}</b>\u00a0: {told.lower()}."
            )
            self.ui.echeance.show()
        late = offre.echeance is not None and offre.echeance < dossier.jour
        (self.ui.sans_candidat if late else self.ui.refusee).setChecked(True)
        self.ui.suivant.show()
        self.ui.jour.dateChanged.connect(self._prevoir)
        self.ui.motif.setText("Sans réponse à l’échéance" if late else "")
        self._prevoir()

    @override
    def permises(self) -> list[IssueOrientation]:
        return [issue for issue in super().permises() if issue in ISSUES_RENDUES]

    @override
    def _pret(self) -> bool:
        return self._prevue is not None and super()._pret()

    @Slot()
    @override
    def _verifier(self) -> None:
        super()._verifier()
        self._prevoir()

    @Slot()
    def _prevoir(self) -> None:
        """Ask who would be next, again each time that the answer changes."""
        asked = self.saisie()
        before = self._demandee
        if before and (before.issue, before.jour) == (asked.issue, asked.jour):
            return
        self._demandee, self._prevue = asked, None
        self.ui.suivant.setText("Recherche du suivant…")
        super()._verifier()
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
        super()._verifier()
