"""Leases and their examinations: shown, noted, and the rule they follow."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from fluxdesk.domain.profil import Genre
from fluxdesk.domain.typographie import accorde
from fluxdesk.services.noter_examen import noter_examen, regler_examens
from fluxdesk.ui.contexte import Sujet
from fluxdesk.ui.dialogs.baux import BauxDialog
from fluxdesk.ui.dialogs.examen import ExamenDialog, RegleExamenDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from fluxdesk.domain.examen_occupation import ExamenOccupation, RegleExamen
    from fluxdesk.services.noter_examen import Seance
    from fluxdesk.services.ports import Bureau, Progress
    from fluxdesk.ui.contexte import Contexte

SUJETS = (Sujet.PATRIMOINE, Sujet.JOURNAL)


class ActesBaux(QObject):
    """Follows one base; the dialog shows, this writes."""

    def __init__(self, contexte: Contexte, fenetre: QWidget) -> None:
        super().__init__(fenetre)
        self._contexte = contexte
        self._fenetre = fenetre
        self.dialogue: BauxDialog | None = None
        self.examen: ExamenDialog | None = None
        self.regle: RegleExamenDialog | None = None
        contexte.erreur.connect(self._dire_erreur)

    @Slot()
    def demander(self) -> None:
        """Show the leases."""
        made = BauxDialog(self._contexte, self._fenetre)
        made.noter.connect(self._demander_examen)
        made.regler.connect(self._demander_regle)
        made.importer.connect(self._importer)
        made.voir.connect(self._voir)
        made.finished.connect(self._oublier)
        self.dialogue = made
        made.open()

    @Slot(object)
    def _demander_examen(self, ids: list[int]) -> None:
        today = self._contexte.bureau.horloge.aujourd_hui()
        self.examen = ExamenDialog(ids, today, self.dialogue)
        self.examen.accepted.connect(self._noter)
        self.examen.open()

    @Slot()
    def _noter(self) -> None:
        if self.examen is not None:
            work = partial(_noter, self._contexte.bureau, self.examen.saisie(), self.examen.motif())
            self._contexte.agir("Examen d’occupation", work, self._note, sujets=SUJETS)

    @Slot(object)
    def _note(self, examens: tuple[ExamenOccupation, ...]) -> None:
        count = accorde(len(examens), "examen noté", "examens notés")
        self._contexte.avis.emit(f"{count}.")
        self._relire(None)

    @Slot()
    def _demander_regle(self) -> None:
        if self.dialogue is None or self.dialogue.lecture is None:
            return
        self.regle = RegleExamenDialog(self.dialogue.lecture.regle, self.dialogue)
        self.regle.accepted.connect(self._regler)
        self.regle.open()

    @Slot()
    def _regler(self) -> None:
        if self.regle is not None:
            work = partial(_regler, self._contexte.bureau, self.regle.saisie(), self.regle.motif())
            self._contexte.agir("Règle des examens", work, self._relire, sujets=SUJETS)

    @Slot(object)
    def _relire(self, _fait: object) -> None:
        if self.dialogue is not None:
            self.dialogue.bandeau.taire()
            self.dialogue.relire()

    @Slot()
    def _importer(self) -> None:
        self._fermer()
        self._contexte.importer.emit(Genre.PATRIMOINE)

    @Slot(int)
    def _voir(self, logement_id: int) -> None:
        self._fermer()
        self._contexte.ouvrir.emit("patrimoine", logement_id)

    @Slot(str)
    def _dire_erreur(self, phrase: str) -> None:
        if self.dialogue is not None:
            self.dialogue.bandeau.alerter(phrase)

    def _fermer(self) -> None:
        if self.dialogue is not None:
            self.dialogue.reject()

    @Slot()
    def _oublier(self) -> None:
        if self.dialogue is not None:
            self.dialogue.deleteLater()
            self.dialogue = None


def _noter(
    bureau: Bureau, seance: Seance, motif: str, _progress: Progress
) -> tuple[ExamenOccupation, ...]:
    return noter_examen(seance, uow=bureau.base.transaction(), horloge=bureau.horloge, motif=motif)


def _regler(bureau: Bureau, regle: RegleExamen, motif: str, _progress: Progress) -> RegleExamen:
    return regler_examens(regle, uow=bureau.base.transaction(), motif=motif)
