"""The acts on a vacancy, step by step: each asks in the one dialog of acts, then runs."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from fluxdesk.domain.flux.parties import BAILLEUR
from fluxdesk.domain.offres import partie_imputee
from fluxdesk.domain.prochaine_action import Acte
from fluxdesk.domain.vacance import Qualification
from fluxdesk.services.enchainer_mutation import LogementQuitte, ouvrir_suite, suite_de
from fluxdesk.services.imputer_autrement import PropositionImputation, proposer_imputations
from fluxdesk.services.tenir_registre import lire_parties
from fluxdesk.services.trancher_echeance import examiner_echue
from fluxdesk.ui.contexte import Sujet
from fluxdesk.ui.dialogs.acte import ActeDialog
from fluxdesk.ui.dialogs.conge import CongeDialog
from fluxdesk.ui.pages.vacances_gestes import DE_L_ACTE, Geste, possible
from fluxdesk.ui.pages.vacances_saisies import SAISIES
from fluxdesk.ui.pages.vacances_saisies_offre import SAISIES_OFFRE, imputer, trancher

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from fluxdesk.services.enchainer_mutation import Suite
    from fluxdesk.services.ports import Bureau, Progress
    from fluxdesk.services.trancher_echeance import OffreEchue
    from fluxdesk.ui.contexte import Contexte
    from fluxdesk.ui.dialogs.acte import ActeSaisi
    from fluxdesk.ui.dialogs.acte_champs import Valeurs
    from fluxdesk.ui.pages.vacances_dossier import DossierVacance

SUJETS = (Sujet.VACANCES, Sujet.JOURNAL)
Droits = tuple[tuple[PropositionImputation, ...], tuple[tuple[str, str], ...]]


def faire_acte(bureau: Bureau, acte: ActeSaisi, valeurs: Valeurs, _progress: Progress) -> int:
    """Run the act; the vacancy it is about."""
    acte.faire(bureau, bureau.base.transaction(), valeurs)
    return acte.vacance_id


def lire_echue(bureau: Bureau, orientation_id: int) -> OffreEchue:
    """What to ask of an expired offer; runs on the worker."""
    return examiner_echue(
        orientation_id,
        uow=bureau.base.transaction(),
        horloge=bureau.horloge,
        feries=bureau.feries,
    )


def lire_suite(bureau: Bureau, vacance_id: int) -> Suite | None:
    """The dwelling that the letting of this vacancy frees; runs on the worker."""
    return suite_de(vacance_id, uow=bureau.base.transaction())


def enchainer(bureau: Bureau, quitte: LogementQuitte, _progress: Progress) -> int:
    """Open the vacancy of the dwelling left; its number."""
    return ouvrir_suite(quitte, uow=bureau.base.transaction())


def lire_droits(bureau: Bureau, orientation_id: int) -> Droits:
    """The rights that the law names for a DALO household, then every other; on the worker."""
    new = bureau.base.transaction
    ruled = proposer_imputations(orientation_id, uow=new())
    wanting = proposer_imputations(orientation_id, carencee=True, uow=new())
    more = tuple(p for p in wanting if p not in ruled)
    with new() as uow:
        offre = uow.orientations.lire(orientation_id)
        parties = lire_parties(uow=uow)
    divided = {p.parent for p in parties}
    others = ((p.cle, p.nom) for p in parties if p.cle not in divided)
    kept = tuple((cle, nom) for cle, nom in others if cle != partie_imputee(offre))
    bailleur = () if partie_imputee(offre) == BAILLEUR else ((BAILLEUR, "Bailleur"),)
    names = dict(kept)
    names.update(dict(bailleur))
    return (*ruled, *more), tuple(names.items())


class ActesSuivi(QObject):
    """Runs the acts; the page orients, qualifies and records answers itself."""

    fait = Signal(int)  # the vacancy that an act was done on
    suite_trouvee = Signal()  # a dwelling left by a mutation is to be recorded
    refuse = Signal()  # the candidate refuses: an answer to the offer
    au_suivant = Signal()  # the next in order rather than what was asked

    def __init__(self, contexte: Contexte, page: QWidget) -> None:
        super().__init__(page)
        self._contexte = contexte
        self._page = page
        self._dossier: DossierVacance | None = None
        self._geste: Geste | None = None
        self.dialogue: ActeDialog | None = None
        self.conge: CongeDialog | None = None

    def demander(self, geste: Geste, dossier: DossierVacance) -> None:
        """Ask for what the act needs, where the vacancy stands there."""
        if not possible(geste, dossier):
            return
        self._dossier, self._geste = dossier, geste
        offre = dossier.offre
        bureau = self._contexte.bureau
        if geste in SAISIES:
            self._ouvrir(SAISIES[geste](dossier))
        elif geste in SAISIES_OFFRE:
            self._ouvrir(SAISIES_OFFRE[geste](dossier))
        elif geste is Geste.TRANCHER and offre is not None:
            self._contexte.lire(partial(lire_echue, bureau, offre.id), self._ouvrir_echue)
        elif geste is Geste.MUTATION:
            self._demander_suite()
        elif geste is Geste.IMPUTER and offre is not None:
            self._contexte.lire(partial(lire_droits, bureau, offre.id), self._ouvrir_droits)

    def chercher_suite(self, vacance_id: int) -> None:
        """Look for the dwelling that the letting of this one frees."""
        work = partial(lire_suite, self._contexte.bureau, vacance_id)
        self._contexte.lire(work, self._dire_suite)

    @Slot(object)
    def _dire_suite(self, suite: Suite | None) -> None:
        if suite is not None and suite.ouverte is None:
            self.suite_trouvee.emit()

    def _demander_suite(self) -> None:
        self.conge = CongeDialog(self._contexte, self._page)
        self.conge.pour_une_mutation()
        self.conge.accepted.connect(self._ouvrir_suite)
        self.conge.finished.connect(self.conge.deleteLater)
        self.conge.open()

    @Slot()
    def _ouvrir_suite(self) -> None:
        if self.conge is None or self._dossier is None:
            return
        left = self.conge.saisie()
        quitte = LogementQuitte(
            vacance_id=self._dossier.vacance.id,
            logement_id=left.logement_id,
            date_conge=left.date_conge,
            soustrait=left.qualification is Qualification.SOUSTRAIT,
        )
        work = partial(enchainer, self._contexte.bureau, quitte)
        self._contexte.agir("Enregistrement du congé", work, self._dire_fait, sujets=SUJETS)

    @Slot(object)
    def _ouvrir_echue(self, echue: OffreEchue) -> None:
        if self._dossier is not None:
            self._ouvrir(trancher(self._dossier, echue))

    @Slot(object)
    def _ouvrir_droits(self, droits: Droits) -> None:
        if self._dossier is not None:
            self._ouvrir(imputer(self._dossier, *droits))

    def _ouvrir(self, acte: ActeSaisi) -> None:
        where = self._dossier.lieu if self._dossier else ""
        dialog = ActeDialog(self._contexte, acte, where, self._page)
        self.dialogue = dialog
        dialog.accepted.connect(self._faire)
        dialog.autre.connect(self._faire_autre)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot()
    def _faire(self) -> None:
        if self.dialogue is None:
            return
        acte, values = self.dialogue.acte, self.dialogue.valeurs()
        work = partial(faire_acte, self._contexte.bureau, acte, values)
        self._contexte.agir(acte.titre, work, self._dire_fait, sujets=SUJETS)

    @Slot(object)
    def _dire_fait(self, vacance_id: int) -> None:
        self.fait.emit(vacance_id)

    @Slot()
    def _faire_autre(self) -> None:
        (self.refuse if self._geste is Geste.ACCORD else self.au_suivant).emit()


def geste_suivant(dossier: DossierVacance) -> Geste | None:
    """The act that comes next; None where nothing is left to do."""
    acte = dossier.action.acte
    return None if acte is Acte.AUCUN else DE_L_ACTE[acte]
