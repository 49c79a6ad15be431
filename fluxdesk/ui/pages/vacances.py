"""Vacances: where each freed dwelling stands, and its next step."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget
from typing_extensions import override

from fluxdesk.domain.dates import en_lettres
from fluxdesk.domain.echec import CauseEchec
from fluxdesk.domain.typographie import accorde
from fluxdesk.ui.contexte import Sujet
from fluxdesk.ui.dialogs.issue import IssueDialog
from fluxdesk.ui.pages.importations import IMPORT_VACANCES, ActesImport
from fluxdesk.ui.pages.page import Page
from fluxdesk.ui.pages.vacances_actes import ActesVacance
from fluxdesk.ui.pages.vacances_dossier import lire_dossier
from fluxdesk.ui.pages.vacances_entete import EnteteVacances
from fluxdesk.ui.pages.vacances_gestes import Geste
from fluxdesk.ui.pages.vacances_lecture import lire_vacances
from fluxdesk.ui.pages.vacances_liste import ListeVacances
from fluxdesk.ui.pages.vacances_orientation import ConduiteOrientation
from fluxdesk.ui.pages.vacances_suites import SuitesVacance
from fluxdesk.ui.pages.vacances_suivi import ActesSuivi, geste_suivant
from fluxdesk.ui.theme import bouton_principal
from fluxdesk.ui.widgets.annonce import Annonce
from fluxdesk.ui.widgets.vide import EtatVide

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.services.rows import VacanceRow
    from fluxdesk.ui.contexte import Contexte
    from fluxdesk.ui.pages.orientation_lecture import LuOrientation
    from fluxdesk.ui.pages.vacances_dossier import DossierVacance
    from fluxdesk.ui.pages.vacances_lecture import LuVacances

RIEN = (
    "Un congé reçu, un décès, une livraison\u00a0: enregistrez-le ici. FluxDesk dit ensuite à quel "
    "réservataire le logement revient, et pourquoi."
)


class VacancesPage(Page):
    """The list and its detail; the orientation panel takes their place while one orients."""

    nom: ClassVar[str] = "vacances"
    titre: ClassVar[str] = "Vacances"
    icone: ClassVar[str] = "key"
    sujets: ClassVar[frozenset[Sujet]] = frozenset(
        {Sujet.VACANCES, Sujet.CONVENTIONS, Sujet.PATRIMOINE}
    )

    def __init__(self, contexte: Contexte, parent: QWidget | None = None) -> None:
        super().__init__(contexte, parent)
        self.dossier: DossierVacance | None = None
        self._compte = ""
        self.actes = ActesVacance(contexte, self)
        self.suivi = ActesSuivi(contexte, self)
        self.importation = ActesImport(contexte, self, IMPORT_VACANCES)
        self.annonce = Annonce()
        self.liste = ListeVacances()
        self.commencer = bouton_principal("Enregistrer un congé…", "plus")
        self.vide = EtatVide("Aucun logement libéré pour l’instant", RIEN, self.commencer)
        self.entete = EnteteVacances(self.actions)
        self.suites = SuitesVacance(contexte, self, self.entete.menu, lambda: self.dossier)
        self.conduite = ConduiteOrientation(contexte, self.actes, self.entete, self)
        self.panneau = self.conduite.panneau
        self.pile = QStackedWidget()
        for widget in (self.liste, self.panneau, self.vide):
            self.pile.addWidget(widget)
        self.corps.addWidget(self.annonce)
        self.corps.addWidget(self.pile, 1)
        self._brancher()
        self._montrer_liste()

    def _brancher(self) -> None:
        head = self.entete
        self.commencer.clicked.connect(self.actes.demander_conge)
        head.conge.clicked.connect(self.actes.demander_conge)
        head.suite.clicked.connect(self._faire_la_suite)
        head.lettre.clicked.connect(self._demander_lettre)
        head.importer.triggered.connect(self.importation.choisir)
        self.addAction(head.reponse)  # its key works while the menu is closed
        for action in head.gestes.values():
            action.triggered.connect(self._faire_du_menu)
        self.actes.louee.connect(self._annoncer_bail)
        self.suivi.suite_trouvee.connect(self._annoncer_suite)
        self.liste.detail.parcours.choisi.connect(self._faire_nomme)
        self.suivi.fait.connect(self._suivre)
        self.suivi.refuse.connect(self._demander_refus)
        self.suivi.au_suivant.connect(self._demander_suivant)
        self.conduite.montree.connect(self._montrer_orientation)
        self.liste.choisie.connect(self._lire_dossier)
        self.liste.cherche.connect(self.recharger)
        self.liste.agir.connect(self._faire_la_suite)
        self.actes.conge_enregistre.connect(self.liste.choisir)
        self.actes.orientee.connect(self._annoncer_offre)
        self.actes.orientee_a_plusieurs.connect(self._annoncer_offres)
        self.actes.rendue.connect(self.conduite.commencer)
        self.actes.lettre_editee.connect(self._annoncer_lettre)
        scope = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for key, act in (
            (QKeySequence(QKeySequence.StandardKey.New), self.actes.demander_conge),
            (QKeySequence(QKeySequence.StandardKey.Find), self.liste.recherche.setFocus),
            (QKeySequence(Qt.Key.Key_Escape), self._revenir),
        ):
            QShortcut(key, self, act, context=scope)

    @override
    def recharger(self) -> None:
        self.contexte.lire(
            partial(lire_vacances, self.contexte.bureau, self.liste.texte), self._montrer
        )

    @override
    def montrer_objet(self, ident: int) -> None:
        self._montrer_liste()
        self.liste.recherche.clear()
        self.liste.choisir(ident)
        self.liste.table.setFocus()  # Entrée does the next step at once

    @Slot(object)
    def _montrer(self, lu: LuVacances) -> None:
        if lu.texte != self.liste.texte:
            return  # typed on since: another reading is on its way
        self.liste.model.dater(lu.jour, self.contexte.mois_vacance_longue)
        self.liste.montrer(lu.lignes)
        if not lu.texte:
            running = sum(1 for row in lu.lignes if not row.close)
            self.compteur.emit(running)
            self._compte = f"{accorde(running, 'logement')} en cours"
        if self.pile.currentWidget() is not self.panneau:
            self._montrer_liste(vide=not lu.lignes and not lu.texte)

    def _montrer_liste(self, *, vide: bool = False) -> None:
        self.pile.setCurrentWidget(self.vide if vide else self.liste)
        self.sous_titre.setText("" if vide else self._compte)
        self.entete.pour_la_liste(self.dossier, vide=vide)

    @Slot(object)
    def _lire_dossier(self, row: VacanceRow | None) -> None:
        if row is None:
            self.dossier = None
            self.entete.pour_la_liste(None)
            return
        self.contexte.lire(
            partial(lire_dossier, self.contexte.bureau, row.id), self._montrer_dossier
        )

    @Slot(object)
    def _montrer_dossier(self, dossier: DossierVacance) -> None:
        chosen = self.liste.ligne
        if chosen is None or chosen.id != dossier.vacance.id:
            return
        self.dossier = dossier
        self.liste.detail.montrer(dossier)
        if self.pile.currentWidget() is self.liste:
            self.entete.pour_la_liste(dossier)

    @Slot()
    def _faire_la_suite(self) -> None:
        """Do the next step of the vacancy chosen."""
        following = geste_suivant(self.dossier) if self.dossier else None
        if following is not None:
            self._faire(following)

    def _faire(self, geste: Geste) -> None:
        if self.dossier is None:
            return
        asks = {
            Geste.QUALIFIER: self.actes.demander_qualification,
            Geste.REQUALIFIER: self.actes.demander_qualification,
            Geste.REPONDRE: self.actes.demander_issue,
            Geste.SIGNER: self.actes.demander_issue,
            Geste.SUIVANT: self.actes.demander_suivant,
            Geste.ANNULER: self.actes.demander_annulation,
        }
        if geste in {Geste.ORIENTER, Geste.PROPOSER}:
            self.conduite.commencer(self.dossier.vacance.id)
        elif geste is Geste.SNE:
            self.suites.demander_sne()
        elif geste in asks:
            asks[geste](self.dossier)
        else:
            self.suivi.demander(geste, self.dossier)

    @Slot(str)
    def _faire_nomme(self, nom: str) -> None:
        self._faire(Geste[nom])

    @Slot()
    def _faire_du_menu(self) -> None:
        chosen = self.sender()
        if isinstance(chosen, QAction):
            self._faire(Geste[chosen.data()])

    @Slot()
    def _demander_refus(self) -> None:
        self._faire(Geste.REPONDRE)
        if isinstance(self.actes.dialogue, IssueDialog):
            self.actes.dialogue.choisir(CauseEchec.REFUS_AUTRE)

    @Slot(int)
    def _suivre(self, vacance_id: int) -> None:
        """An act was done: the list is where the keyboard goes on."""
        self.liste.choisir(vacance_id)
        self.liste.table.setFocus()

    @Slot()
    def _demander_lettre(self) -> None:
        if self.dossier is not None:
            self.actes.demander_lettre(self.dossier)

    @Slot()
    def _demander_suivant(self) -> None:
        self._faire(Geste.SUIVANT)

    @Slot(int)
    def _annoncer_bail(self, vacance_id: int) -> None:
        """A household in mutation leaves one of our dwellings: it comes back (R441-5)."""
        if self.dossier is not None and self.dossier.vacance.id == vacance_id:
            self.suivi.chercher_suite(vacance_id)

    @Slot()
    def _annoncer_suite(self) -> None:
        self.annonce.dire(
            "Bail enregistré. Ce ménage quitte un de vos logements, qui se libère à son tour.",
            [("Enregistrer le logement quitté…", "key", self._demander_suite)],
        )

    @Slot()
    def _demander_suite(self) -> None:
        self._faire(Geste.MUTATION)

    @Slot(object)
    def _montrer_orientation(self, lu: LuOrientation) -> None:
        self.liste.choisir(lu.dossier.vacance.id)
        self.dossier = lu.dossier
        self.annonce.hide()
        self.pile.setCurrentWidget(self.panneau)
        self.sous_titre.setText(f"\u203a {lu.dossier.lieu}")
        self.entete.proposer.setFocus()

    @Slot()
    def _revenir(self) -> None:
        """Back to the list; nothing was written."""
        if self.pile.currentWidget() is self.panneau:
            self._montrer_liste()
            self.liste.table.setFocus()

    @Slot(object)
    def _annoncer_offre(self, offre: Orientation) -> None:
        self._montrer_liste()
        self.liste.choisir(offre.vacance_id)
        self.liste.table.setFocus()
        where = self.dossier.lieu if self.dossier else ""
        if offre.reservataire_id is None:
            self.annonce.dire(
                f"Offre n°\u00a0{offre.numero}\u00a0: {where}, gardé par le bailleur."
            )
            return
        due = f" Échéance de réponse\u00a0: {en_lettres(offre.echeance)}." if offre.echeance else ""
        self.annonce.dire(
            f"Offre n°\u00a0{offre.numero} enregistrée\u00a0: {where}.{due}",
            [("Éditer la lettre…", "mail", self._demander_lettre)],
        )

    @Slot(object)
    def _annoncer_offres(self, offres: Sequence[Orientation]) -> None:
        self._montrer_liste()
        self.liste.choisir(offres[0].vacance_id)
        self.liste.table.setFocus()
        where = self.dossier.lieu if self.dossier else ""
        first, last = offres[0].numero, offres[-1].numero
        self.annonce.dire(
            f"Offres n°\u00a0{first} à {last} enregistrées\u00a0: {where}.",
            [("Éditer les lettres…", "mail", self._demander_lettre)],
        )

    @Slot(object)
    def _annoncer_lettre(self, path: Path) -> None:
        self.annonce.dire(
            f"Lettre enregistrée\u00a0: {path.name}",
            [("Ouvrir la lettre", "external-link", self.actes.ouvrir_lettre)],
        )
