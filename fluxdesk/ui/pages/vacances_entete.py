"""The buttons of the page Vacances: what can be done with the vacancy that is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from fluxdesk.domain.convention import ModeOffre
from fluxdesk.domain.flux.parties import BAILLEUR
from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.domain.vacance import Etape
from fluxdesk.ui.phrases import proposer_a
from fluxdesk.ui.theme import bouton, bouton_principal

if TYPE_CHECKING:
    from PySide6.QtWidgets import QHBoxLayout, QPushButton

    from fluxdesk.services.suggerer_orientation import Proposition
    from fluxdesk.ui.pages.vacances_dossier import DossierVacance

SUIVANT = "Passer au suivant…"
SUITES: dict[Etape, str] = {
    Etape.A_QUALIFIER: "Qualifier…",
    Etape.A_ORIENTER: "Orienter…",
    Etape.PROPOSEE: "Enregistrer la réponse…",
    Etape.ATTRIBUEE: "Enregistrer la suite…",
}
RETIRABLES = frozenset({IssueOrientation.EN_COURS, IssueOrientation.ATTRIBUEE})


class EnteteVacances:
    """Makes the buttons and shows those that serve; the page connects them."""

    def __init__(self, rangee: QHBoxLayout) -> None:
        self.conge = bouton("Enregistrer un congé…", "plus")
        self.conge.setToolTip("Enregistrer un congé (Ctrl+N)")
        self.lettre = bouton("Éditer la lettre…", "mail")
        self.suite = bouton_principal("")
        self.autre = bouton("Choisir un autre réservataire…", "arrow-left-right")
        self.proposer = bouton_principal("", "check")
        self.proposer.setToolTip("Faire l’offre (Entrée)")
        self.facons = bouton("Autrement")
        self.facons.setToolTip("Proposer autrement\u00a0: à plusieurs, dans l’ordre")
        ways = QMenu(self.facons)
        self.a_plusieurs = QAction("Proposer à plusieurs…", ways)
        self.dans_l_ordre = QAction("", ways)
        self.a_un_seul = QAction("", ways)
        ways.addActions([self.a_plusieurs, self.dans_l_ordre, self.a_un_seul])
        self.facons.setMenu(ways)
        self.plus = bouton("Autres actes", "ellipsis")
        menu = self.menu = QMenu(self.plus)
        self.reponse = QAction("Enregistrer la réponse…", menu)
        self.suivant = QAction(SUIVANT, menu)
        self.qualifier = QAction("Qualifier autrement…", menu)
        self.annuler = QAction("Annuler l’orientation…", menu)
        self.importer = QAction("Importer des vacances…", menu)
        menu.addActions([self.reponse, self.suivant, self.qualifier, self.annuler])
        menu.addSeparator()
        menu.addAction(self.importer)
        self.plus.setMenu(menu)
        for widget in self._de_la_liste() + self._de_l_orientation():
            widget.setAccessibleName(widget.text())
            rangee.addWidget(widget)

    def _de_la_liste(self) -> tuple[QPushButton, ...]:
        return (self.plus, self.conge, self.lettre, self.suite)

    def _de_l_orientation(self) -> tuple[QPushButton, ...]:
        return (self.autre, self.proposer, self.facons)

    def pour_la_liste(self, dossier: DossierVacance | None, *, vide: bool = False) -> None:
        """Show what the list allows, for the vacancy chosen."""
        for widget in self._de_l_orientation():
            widget.hide()
        self.plus.show()
        self.conge.setVisible(not vide)
        offer = dossier.offre if dossier else None
        letters = dossier.lettres if dossier else ()
        self.lettre.setVisible(bool(letters))
        self.lettre.setText("Éditer les lettres…" if len(letters) > 1 else "Éditer la lettre…")
        self.lettre.setAccessibleName(self.lettre.text())
        in_order = dossier is not None and dossier.a_un_suivant
        late = dossier is not None and dossier.echeance_passee
        self.suivant.setVisible(in_order and not late)
        self.reponse.setVisible(in_order and late)
        next_step = SUITES.get(dossier.etape, "") if dossier and not vide else ""
        if next_step and late:
            next_step = SUIVANT
        self.suite.setVisible(bool(next_step))
        self.suite.setText(next_step)
        self.suite.setAccessibleName(next_step)
        qualified = dossier is not None and dossier.etape is not Etape.A_QUALIFIER
        self.qualifier.setEnabled(qualified and offer is None)
        self.annuler.setEnabled(offer is not None and offer.issue in RETIRABLES)

    def pour_l_orientation(self, proposition: Proposition) -> None:
        """Show what a proposal allows; the words name who it would go to."""
        cle, nom, mode = proposition.destinataire, proposition.destinataire_nom, proposition.mode
        alone = proposer_a(cle, nom)
        several = mode is ModeOffre.TOUS
        proposer = self.a_plusieurs.text() if several else alone
        self.a_plusieurs.setVisible(not several)
        self.dans_l_ordre.setText(f"{alone}, puis dans l’ordre")
        self.dans_l_ordre.setVisible(mode is not ModeOffre.ORDRE and cle != BAILLEUR)
        self.a_un_seul.setText(alone if cle == BAILLEUR else f"{alone}, à lui seul")
        self.a_un_seul.setVisible(mode is not ModeOffre.UN_SEUL)
        for widget in self._de_la_liste():
            widget.hide()
        self.proposer.setText(proposer)
        self.proposer.setAccessibleName(proposer)
        for widget in self._de_l_orientation():
            widget.show()
