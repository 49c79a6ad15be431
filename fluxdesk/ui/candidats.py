"""The candidates of an offer, from its vacancy: shown, and written one act at a time."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from fluxdesk.domain.typographie import typographier
from fluxdesk.services.deduire_quartile import RessourcesDites
from fluxdesk.services.tenir_candidats import (
    classer_candidats,
    inscrire_candidat,
    remettre_candidat,
    retirer_candidat,
)
from fluxdesk.ui.contexte import Sujet
from fluxdesk.ui.dialogs.candidat_fiche import CandidatDialog
from fluxdesk.ui.dialogs.candidats import CandidatsDialog
from fluxdesk.ui.dialogs.motif import MotifDialog

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from fluxdesk.domain.candidat import Candidat
    from fluxdesk.services.ports import Bureau, Progress
    from fluxdesk.ui.contexte import Contexte

SUJETS = (Sujet.VACANCES, Sujet.JOURNAL)


class ActesCandidats(QObject):
    """The dialog shows, this writes."""

    def __init__(self, contexte: Contexte, page: QWidget) -> None:
        super().__init__(page)
        self._contexte = contexte
        self._page = page
        self.dialogue: CandidatsDialog | None = None
        self.fiche: CandidatDialog | None = None
        self.motif: MotifDialog | None = None
        self._retire: Candidat | None = None

    def demander(self, offres: Mapping[int, str]) -> None:
        """Show the candidates of these offers, named by id; the first is shown first."""
        made = CandidatsDialog(self._contexte, offres, self._page)
        made.ajouter.connect(self._ajouter)
        made.modifier.connect(self._ouvrir)
        made.retirer.connect(self._demander_retrait)
        made.remettre.connect(self._remettre)
        made.classer.connect(self._classer)
        made.finished.connect(self._oublier)
        self._contexte.erreur.connect(made.bandeau.alerter)
        self.dialogue = made
        made.open()

    @Slot()
    def _ajouter(self) -> None:
        self._ouvrir(None)

    @Slot(object)
    def _ouvrir(self, candidat: Candidat | None) -> None:
        if self.dialogue is None or self.dialogue.lecture is None:
            return
        self.fiche = CandidatDialog(
            self.dialogue.lecture,
            candidat,
            cotation=self._contexte.cotation,
            parent=self.dialogue,
        )
        self.fiche.accepted.connect(self._inscrire)
        self.fiche.open()

    @Slot()
    def _inscrire(self) -> None:
        if self.fiche is not None:
            income = self.fiche.ressources.text()
            came = self.fiche.recus()
            work = partial(_inscrire, self._contexte.bureau, self.fiche.saisie(), income, came)
            self._contexte.agir("Enregistrement du candidat", work, self._inscrit, sujets=SUJETS)

    @Slot(object)
    def _inscrit(self, doutes: tuple[str, ...]) -> None:
        """Say what is to be checked of what was kept."""
        if self.dialogue is None:
            return
        self.dialogue.bandeau.hide()
        if doutes:
            said = " ; ".join(doutes)
            self.dialogue.bandeau.dire(typographier(f"Candidat enregistré. À vérifier : {said}"))
        self.dialogue.relire()

    @Slot(object)
    def _demander_retrait(self, candidat: Candidat) -> None:
        self._retire = candidat
        self.motif = MotifDialog(
            "Retirer un candidat",
            typographier(
                f"Le candidat de rang {candidat.rang} ne sera plus montré, compté ni imprimé. Il "
                "reste dans la base jusqu’à la prochaine purge : « Remettre » ou « Annuler » le "
                "ramènent. N’écrivez pas son nom dans le motif. S’il refuse l’offre ou se "
                "désiste, enregistrez plutôt la réponse."
            ),
            "Le retirer",
            self.dialogue,
        )
        self.motif.accepted.connect(self._retirer)
        self.motif.open()

    @Slot()
    def _retirer(self) -> None:
        if self.motif is not None and self._retire is not None:
            work = partial(_retirer, self._contexte.bureau, self._retire, self.motif.motif())
            self._contexte.agir("Retrait du candidat", work, self._fait, sujets=SUJETS)

    @Slot(object)
    def _remettre(self, candidat: Candidat) -> None:
        work = partial(_remettre, self._contexte.bureau, candidat)
        self._contexte.agir("Retour du candidat", work, self._fait, sujets=SUJETS)

    @Slot(object)
    def _classer(self, ordre: tuple[int, ...]) -> None:
        if self.dialogue is not None:
            ident = self.dialogue.orientation_id
            work = partial(_classer, self._contexte.bureau, ident, ordre)
            self._contexte.agir("Classement des candidats", work, self._fait, sujets=SUJETS)

    @Slot(object)
    def _fait(self, _fait: object) -> None:
        if self.dialogue is not None:
            self.dialogue.relire()

    @Slot()
    def _oublier(self) -> None:
        if self.dialogue is not None:
            self.dialogue.deleteLater()
            self.dialogue = None


def _inscrire(
    bureau: Bureau, candidat: Candidat, ressources: str, recus: date | None, _progress: Progress
) -> tuple[str, ...]:
    """What is doubtful of it; the income only tells the first quartile (regles.md 68).

    ``recus`` notes that the candidates of the offer came that day.
    """
    _, doubts = inscrire_candidat(
        candidat,
        uow=bureau.base.transaction(),
        horloge=bureau.horloge,
        ressources=RessourcesDites(par_uc=ressources, territoires=bureau.territoires),
        recus=recus,
    )
    return doubts


def _retirer(bureau: Bureau, candidat: Candidat, motif: str, _progress: Progress) -> None:
    retirer_candidat(
        candidat.orientation_id,
        candidat.id,
        motif=motif,
        uow=bureau.base.transaction(),
        horloge=bureau.horloge,
    )


def _remettre(bureau: Bureau, candidat: Candidat, _progress: Progress) -> None:
    remettre_candidat(candidat.id, uow=bureau.base.transaction())


def _classer(
    bureau: Bureau, orientation_id: int, ordre: tuple[int, ...], _progress: Progress
) -> None:
    classer_candidats(orientation_id, ordre, uow=bureau.base.transaction())
