"""An officer who lives a year at the window: the day moves, vacancies are opened, acts done."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QLineEdit

from fluxdesk.domain.vacance import Etape
from fluxdesk.ui.dialogs.acte import ActeDialog
from fluxdesk.ui.dialogs.autre_reservataire import AUTRE, AutreReservataireDialog
from fluxdesk.ui.dialogs.candidat_fiche import CandidatDialog
from fluxdesk.ui.dialogs.candidats import CandidatsDialog
from fluxdesk.ui.dialogs.conge import CongeDialog
from fluxdesk.ui.dialogs.issue import IssueDialog
from fluxdesk.ui.dialogs.motif import MotifDialog
from fluxdesk.ui.models.lignes import ROLE_LIGNE
from fluxdesk.ui.pages.vacances import VacancesPage
from fluxdesk.ui.pages.vacances_gestes import Geste
from fluxdesk.ui.pages.vacances_saisies import MOTIF
from tests.journeys.agent import Agent

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pytestqt.qtbot import QtBot

    from fluxdesk.domain.echec import CauseEchec
    from fluxdesk.domain.vacance import CategorieSoustrait, Qualification
    from fluxdesk.services.demonstration_horloge import HorlogeMobile
    from fluxdesk.ui.main_window import MainWindow


class AgentDeLAnnee(Agent):
    """Dwellings are named by their number, as in ``tests.services.annee.parc``."""

    def __init__(
        self,
        qtbot: QtBot,
        fenetre: MainWindow,
        horloge: HorlogeMobile,
        ids: Mapping[int, int],
    ) -> None:
        super().__init__(qtbot, fenetre)
        self.horloge = horloge
        self.ids = ids
        self.vacances: dict[int, int] = {}  # vacancies by dwelling number

    @property
    def vues(self) -> VacancesPage:
        page = self.page(1, VacancesPage)
        assert isinstance(page, VacancesPage)
        return page

    def le(self, jour: str) -> AgentDeLAnnee:
        self.horloge.aller(date.fromisoformat(jour))
        return self

    def calme(self) -> None:
        self.attendre(lambda: self.fenetre.tasks.en_cours == 0)

    def ouvrir(self, rang: int) -> VacancesPage:
        """The vacancy of that dwelling, read anew today."""
        page, wanted = self.vues, self.vacances[rang]
        etapes = page.liste.etapes
        etapes.setCurrentIndex(etapes.findData("toutes"))
        page.recharger()
        self.calme()
        page.montrer_objet(wanted)
        self.attendre(
            lambda: (
                page.dossier is not None
                and page.dossier.vacance.id == wanted
                and page.dossier.jour == self.horloge.aujourd_hui()
            )
        )
        return page

    def etape(self, rang: int, etape: Etape) -> None:
        """Wait until the vacancy stands there."""
        page = self.vues
        wanted = self.vacances[rang]
        self.attendre(
            lambda: (
                page.dossier is not None
                and page.dossier.vacance.id == wanted
                and page.dossier.etape is etape
            )
        )
        self.calme()

    def faire(self, rang: int, geste: Geste) -> None:
        """Choose the act in the menu of the vacancy."""
        action = self.ouvrir(rang).entete.gestes[geste]
        assert action.isEnabled(), geste
        action.trigger()

    def conge(
        self, rang: int, quoi: Qualification, categorie: CategorieSoustrait | None = None
    ) -> None:
        page = self.vues
        page.actes.demander_conge()
        dialog = self.dialogue(CongeDialog)
        self._choisir_logement(dialog, rang)
        dialog.ui.qualification.choisir(quoi, categorie)
        made: list[int] = []
        page.actes.conge_enregistre.connect(made.append)
        self.accepter(dialog)
        self.attendre(lambda: made)
        page.actes.conge_enregistre.disconnect(made.append)
        self.vacances[rang] = made[0]

    def _choisir_logement(self, dialog: CongeDialog, rang: int) -> None:
        model, wanted = dialog._model, self.ids[rang]

        def trouves() -> list[int]:
            return [model.index(n, 0).data(ROLE_LIGNE).id for n in range(model.rowCount())]

        self.attendre(lambda: wanted in trouves())
        dialog.ui.logements.setCurrentIndex(model.index(trouves().index(wanted), 0))

    def liberer_par_mutation(self, rang: int) -> None:
        """The lease just signed frees that dwelling of ours: the page says so, and asks."""
        page = self.vues
        self.attendre(
            lambda: page.annonce.isVisible() and "se libère à son tour" in page.annonce.texte
        )
        page.annonce.boutons()[0].click()
        dialog = self.dialogue(CongeDialog)
        self._choisir_logement(dialog, rang)
        self.accepter(dialog)
        self.calme()

    def inscrire(
        self,
        rang: int,
        nom: str,
        *,
        dalo: bool,
        mutation: bool,
        numero: str = "069032612345612345",
    ) -> None:
        """Add a candidate to the offer that stands."""
        suites = self.ouvrir(rang).suites
        suites.action_candidats.trigger()
        dialog = self.dialogue(CandidatsDialog)
        self.attendre(lambda: dialog.lecture)
        known = dialog.model.rowCount()
        self.cliquer(dialog.nouveau)
        fiche = self.dialogue(CandidatDialog)
        fiche.numero.setText(numero)
        fiche.nom.setText(nom)
        fiche.dalo.setCurrentIndex(fiche.dalo.findData(dalo))
        fiche.mutation.setCurrentIndex(fiche.mutation.findData(mutation))
        self.accepter(fiche)
        self.attendre(lambda: dialog.model.rowCount() == known + 1)
        self.cliquer(dialog.fermer)
        self.calme()

    def imputer(self, rang: int) -> str:
        """Charge the first right proposed; the rule that says so."""
        self.faire(rang, Geste.IMPUTER)
        dialog = self.dialogue(ActeDialog)
        choice = dialog.champ("droit")
        assert isinstance(choice, QComboBox)
        told = choice.currentText()
        self.cliquer(dialog.faire)
        self.calme()
        return told

    def commencer_a_orienter(self, rang: int) -> VacancesPage:
        """The proposal for the vacancy; a dwelling given back is on it already."""
        page = self.vues
        shown = page.panneau.proposition
        on_it = shown is not None and shown.vacance.id == self.vacances[rang]
        if not (on_it and page.pile.currentWidget() is page.panneau):
            self.cliquer(self.ouvrir(rang).entete.suite)
        self.attendre(lambda: page.pile.currentWidget() is page.panneau)
        return page

    def suivre(self, rang: int) -> str:
        """Make the offer proposed; to whom, as the engine names it."""
        page = self.commencer_a_orienter(rang)
        assert page.panneau.proposition is not None
        name = page.panneau.proposition.destinataire_nom
        self.cliquer(page.entete.proposer)
        self.etape(rang, Etape.PROPOSEE)
        return name

    def deroger(self, rang: int, cle: str, motif: str) -> None:
        """Offer it to another than the one proposed, and say why."""
        self.cliquer(self.commencer_a_orienter(rang).entete.autre)
        dialog = self.dialogue(AutreReservataireDialog)
        rows = dialog._model.lignes
        dialog.ui.reservataires.selectRow(next(n for n, x in enumerate(rows) if x.cle == cle))
        dialog.ui.raison.setCurrentText(AUTRE)
        dialog.ui.precision.setText(motif)
        self.accepter(dialog)
        self.etape(rang, Etape.PROPOSEE)

    def attribuer(self, rang: int) -> None:
        self.faire(rang, Geste.REPONDRE)
        dialog = self.dialogue(IssueDialog)
        dialog.ui.attribuee.setChecked(True)
        self.cliquer(dialog.ui.faire)
        self.etape(rang, Etape.ATTRIBUEE)

    def bail(self, rang: int) -> None:
        self.faire(rang, Geste.REPONDRE)
        dialog = self.dialogue(IssueDialog)
        dialog.ui.bail_signe.setChecked(True)
        self.cliquer(dialog.ui.faire)
        self.etape(rang, Etape.BAIL_SIGNE)

    def echouer(self, rang: int, cause: CauseEchec) -> str:
        """The offer comes to nothing; its effect on the account, as it was shown before."""
        self.faire(rang, Geste.REPONDRE)
        dialog = self.dialogue(IssueDialog)
        dialog.choisir(cause)
        told = dialog.ui.effet.text()
        self.cliquer(dialog.ui.faire)
        self.etape(rang, Etape.A_ORIENTER)
        return told

    def trancher(self, rang: int, motif: str) -> str:
        """Decide of an expired offer as its convention provides; the decision."""
        self.faire(rang, Geste.TRANCHER)
        dialog = self.dialogue(ActeDialog)
        choice, why = dialog.champ("quoi"), dialog.champ(MOTIF)
        assert isinstance(choice, QComboBox)
        assert isinstance(why, QLineEdit)
        why.setText(motif)
        told = choice.currentText()
        self.cliquer(dialog.faire)
        self.etape(rang, Etape.PROPOSEE)
        return told

    def annuler(self, rang: int, motif: str) -> None:
        self.faire(rang, Geste.ANNULER)
        dialog = self.dialogue(MotifDialog)
        dialog._motif.setText(motif)
        self.cliquer(dialog._faire)
        self.etape(rang, Etape.A_ORIENTER)
