"""Ask how an offer went: what happened, for which cause, and what follows."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog

from fluxdesk.domain.candidat import EtatCandidat
from fluxdesk.domain.dates import en_lettres
from fluxdesk.domain.echec import RESPONSABLES, Responsable
from fluxdesk.domain.flux.phrases import de
from fluxdesk.domain.orientation import (
    ISSUES_RENDUES,
    IssueOrientation,
    causes_possibles,
    issue_de,
)
from fluxdesk.domain.typographie import typographier
from fluxdesk.services.enregistrer_issue import Reponse
from fluxdesk.services.passer_au_candidat import CandidatPerdu, prevoir_nouveaux
from fluxdesk.ui.dates import de_qt, en_qt
from fluxdesk.ui.dialogs.issue_forme import FormeIssue

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from fluxdesk.domain.echeance import Echeance
    from fluxdesk.domain.echec import CauseEchec
    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.services.ports import Bureau
    from fluxdesk.ui.contexte import Contexte
    from fluxdesk.ui.pages.vacances_dossier import DossierVacance

CONSEQUENCES: dict[IssueOrientation, str] = {
    IssueOrientation.ATTRIBUEE: "Il reste à notifier la décision au candidat, puis à signer le "
    "bail.",
    IssueOrientation.BAIL_SIGNE: "La vacance est terminée ; le bail compte au bilan de l’année "
    "de sa signature.",
    IssueOrientation.REFUSEE: "Ce réservataire rend le logement, qui ne lui sera plus proposé.",
    IssueOrientation.SANS_CANDIDAT: "Ce réservataire rend le logement, selon la procédure de sa "
    "convention.",
    IssueOrientation.NON_ATTRIBUEE: "Le logement revient et sera orienté de nouveau.",
    IssueOrientation.REFUS_CANDIDAT: "Le logement revient et sera orienté de nouveau.",
    IssueOrientation.RETIREE: "L’offre s’arrête. Pour que le logement ne soit plus proposé du "
    "tout, choisissez « Retirer de la location » dans Autres actes.",
}
A_CHOISIR = "Choisissez la cause : elle décide de ce que la convention décompte."
# Only these come to nothing without the offer itself ending.
_QUI_LAISSENT = frozenset({Responsable.CANDIDAT, Responsable.CAL})
_EN_LICE = frozenset({EtatCandidat.PROPOSE, EtatCandidat.RETENU})


def lire_nouveaux(
    bureau: Bureau, orientation_id: int, jour: date
) -> tuple[int, date, Echeance | None]:
    """Until when new candidates would be waited for; runs on the worker, writes nothing."""
    due = prevoir_nouveaux(
        orientation_id, jour, uow=bureau.base.transaction(), feries=bureau.feries
    )
    return orientation_id, jour, due


class IssueDialog(QDialog):
    """Asks only what may follow from where the offer stands, and shows its effect beside.

    Where several offers are open, the officer says which one is answered.
    """

    titre = verbe = "Enregistrer la réponse"

    def __init__(
        self,
        contexte: Contexte,
        dossier: DossierVacance,
        offre: Orientation,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.titre)
        self.ui = FormeIssue(self, self.verbe)
        self._contexte = contexte
        self._dossier = dossier
        self._offres = {o.id: o for o in (*dossier.ouvertes, offre)}
        for ident, each in self._offres.items():
            self.ui.offres.addItem(f"{dossier.noms[ident]}, offre n°\u00a0{each.numero}", ident)
        self.ui.offres.setVisible(len(self._offres) > 1)
        self.ui.echeance.hide()
        self.ui.suivant.hide()
        self.ui.offres.setCurrentIndex(self.ui.offres.findData(offre.id))
        self._brancher()
        self._changer()

    def _brancher(self) -> None:
        ui = self.ui
        ui.offres.currentIndexChanged.connect(self._changer)
        ui.causes.currentRowChanged.connect(self._verifier)
        ui.jour.dateChanged.connect(self._verifier)
        ui.candidat.currentIndexChanged.connect(self._verifier)
        for button in (ui.attribuee, ui.bail_signe, ui.echec):
            button.toggled.connect(self._verifier)
        for button in (ui.revient, ui.au_suivant, ui.nouveaux):
            button.toggled.connect(self._verifier)
        ui.boutons.accepted.connect(self.accept)
        ui.boutons.rejected.connect(self.reject)

    @property
    def offre(self) -> Orientation:
        """The offer that is answered."""
        return self._offres[self.ui.offres.currentData()]

    @property
    def issue(self) -> IssueOrientation | None:
        """The answer chosen; None until a failure has its cause."""
        if self.ui.attribuee.isChecked():
            return IssueOrientation.ATTRIBUEE
        if self.ui.bail_signe.isChecked():
            return IssueOrientation.BAIL_SIGNE
        return issue_de(self.ui.causes.cause) if self.ui.causes.cause else None

    def choisir(self, cause: CauseEchec) -> None:
        """Start from this failure."""
        self.ui.echec.setChecked(True)
        self.ui.causes.choisir(cause)

    def saisie(self) -> Reponse | CandidatPerdu:
        """What was answered, once accepted: the offer ends, or goes on without that candidate."""
        cause = self.ui.causes.cause if self.ui.echec.isChecked() else None
        day, why = de_qt(self.ui.jour.date()), self.ui.motif.text().strip()
        if cause is not None and self._continue():
            return CandidatPerdu(
                orientation_id=self.offre.id,
                cause=cause,
                jour=day,
                motif=why,
                candidat_id=self.ui.candidat.currentData(),
                nouveaux=self.ui.nouveaux.isChecked(),
            )
        issue = self.issue or self.offre.issue
        return Reponse(orientation_id=self.offre.id, issue=issue, jour=day, motif=why, cause=cause)

    def _causes(self) -> list[CauseEchec]:
        """Those by which this offer may fail; the landlord's own only loses its candidates."""
        return [
            cause
            for cause in causes_possibles(self.offre.issue)
            if self._rendrait(cause) or RESPONSABLES[cause] in _QUI_LAISSENT
        ]

    def _rendrait(self, cause: CauseEchec) -> bool:
        return issue_de(cause) in self._dossier.effets[self.offre.id]

    def _laisse(self) -> bool:
        """Whether the offer may go on without the candidate who is lost."""
        cause = self.ui.causes.cause
        chosen = self.ui.echec.isChecked() and cause is not None
        return chosen and cause is not None and RESPONSABLES[cause] in _QUI_LAISSENT

    def _continue(self) -> bool:
        return self._laisse() and not self.ui.revient.isChecked()

    @Slot()
    def _changer(self) -> None:
        """Ask about the offer chosen."""
        offre, dossier, ui = self.offre, self._dossier, self.ui
        alone = len(self._offres) == 1
        named = f"Offre n°\u00a0{offre.numero}\u00a0: {dossier.lieu}\n{dossier.noms[offre.id]}"
        ui.offre.setText(named if alone else dossier.lieu)
        earliest = offre.date_attribution or offre.jour
        ui.jour.setDateRange(en_qt(earliest), en_qt(max(earliest, dossier.jour)))
        ui.jour.setDate(en_qt(max(earliest, dossier.jour)))
        effects = dossier.effets[offre.id]
        for issue, button in (
            (IssueOrientation.ATTRIBUEE, ui.attribuee),
            (IssueOrientation.BAIL_SIGNE, ui.bail_signe),
        ):
            button.setVisible(issue in effects)
        ui.causes.montrer(self._causes())
        ui.candidat.clear()
        for candidat in dossier.candidats.get(offre.id, ()):
            if candidat.etat in _EN_LICE:
                ui.candidat.addItem(f"{candidat.rang}. {candidat.nom}", candidat.id)
        first = next((b for b in (ui.attribuee, ui.bail_signe) if not b.isHidden()), ui.echec)
        first.setChecked(True)
        self._verifier()

    def _pret(self) -> bool:
        return self.issue is not None

    @Slot()
    def _verifier(self) -> None:
        ui = self.ui
        self._montrer_suites()
        ui.pourquoi.setVisible(ui.echec.isChecked())
        if self._continue():
            ui.consequence.setText("")
            self._dire_continuation()
        elif self.issue is None:
            ui.effet.setText("")
            ui.consequence.setText(typographier(A_CHOISIR))
        else:
            ui.effet.setText(self._dossier.effets[self.offre.id].get(self.issue, ""))
            ui.consequence.setText(typographier(CONSEQUENCES[self.issue]))
        failed = self.issue in ISSUES_RENDUES
        ui.motif.setPlaceholderText("facultative, gardée au journal" if failed else "facultative")
        ui.faire.setEnabled(self._pret())

    def _montrer_suites(self) -> None:
        """What may follow, for a candidate who is lost; one of those shown is always chosen."""
        ui, left = self.ui, self._laisse()
        ui.suites.setVisible(left)
        cause = ui.causes.cause
        if left and cause is not None:
            ui.revient.setVisible(self._rendrait(cause))
            ui.nouveaux.setVisible(self.offre.reservataire_id is not None)
            if ui.revient.isHidden() and ui.revient.isChecked():
                ui.au_suivant.setChecked(True)
        ui.lignes.setRowVisible(ui.candidat, self._continue() and ui.candidat.count() > 0)

    def _dire_continuation(self) -> None:
        offre, ui = self.offre, self.ui
        name = self._dossier.noms[offre.id]
        ui.effet.setText(
            typographier(
                f"L’offre n° {offre.numero} reste ouverte : rien ne change au compte {de(name)}."
            )
        )
        if ui.nouveaux.isChecked():
            day = de_qt(ui.jour.date())
            bureau = self._contexte.bureau
            self._contexte.lire(
                partial(lire_nouveaux, bureau, offre.id, day), self._montrer_nouveaux
            )
        else:
            ui.consequence.setText("Le candidat suivant de l’offre prend sa place.")

    @Slot(object)
    def _montrer_nouveaux(self, lu: tuple[int, date, Echeance | None]) -> None:
        ident, day, due = lu
        now = (self.offre.id, de_qt(self.ui.jour.date()))
        if (ident, day) != now or not (self._continue() and self.ui.nouveaux.isChecked()):
            return  # the answer changed meanwhile
        known = self.offre.echeance
        if due is not None:
            said = f"Nouvelle échéance : <b>{en_lettres(due.jour)}</b>, soit {due.explication}."
        elif known is not None:
            said = (
                "Sa convention ne dit rien du délai de nouveaux candidats : l’échéance reste le "
                f"{en_lettres(known)}."
            )
        else:
            said = "Aucun délai n’est fixé."
        self.ui.consequence.setText(typographier(said))
