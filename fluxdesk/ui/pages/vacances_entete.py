"""The buttons of the page Vacances: what can be done with the vacancy that is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from fluxdesk.domain.orientation import ISSUES_ENGAGEES, IssueOrientation
from fluxdesk.domain.vacance import Etape
from fluxdesk.ui.theme import bouton, bouton_principal

if TYPE_CHECKING:
    from PySide6.QtWidgets import QHBoxLayout, QPushButton

    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.ui.pages.vacances_dossier import DossierVacance

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
        self.plus = bouton("Autres actes", "ellipsis")
        menu = QMenu(self.plus)
        self.qualifier = QAction("Qualifier autrement…", menu)
        self.annuler = QAction("Annuler l’orientation…", menu)
        self.importer = QAction("Importer des vacances…", menu)
        menu.addActions([self.qualifier, self.annuler])
        menu.addSeparator()
        menu.addAction(self.importer)
        self.plus.setMenu(menu)
        for widget in self._de_la_liste() + self._de_l_orientation():
            widget.setAccessibleName(widget.text())
            rangee.addWidget(widget)

    def _de_la_liste(self) -> tuple[QPushButton, ...]:
        return (self.plus, self.conge, self.lettre, self.suite)

    def _de_l_orientation(self) -> tuple[QPushButton, ...]:
        return (self.autre, self.proposer)

    def pour_la_liste(self, dossier: DossierVacance | None, *, vide: bool = False) -> None:
        """Show what the list allows, for the vacancy chosen."""
        for widget in self._de_l_orientation():
            widget.hide()
        self.plus.show()
        self.conge.setVisible(not vide)
        offer = dossier.offre if dossier else None
        self.lettre.setVisible(_a_une_lettre(offer))
        next_step = SUITES.get(dossier.etape, "") if dossier and not vide else ""
        self.suite.setVisible(bool(next_step))
        self.suite.setText(next_step)
        self.suite.setAccessibleName(next_step)
        qualified = dossier is not None and dossier.etape is not Etape.A_QUALIFIER
        self.qualifier.setEnabled(qualified and offer is None)
        self.annuler.setEnabled(offer is not None and offer.issue in RETIRABLES)

    def pour_l_orientation(self, proposer: str) -> None:
        """Show what a proposal allows; the words name who it would go to."""
        for widget in self._de_la_liste():
            widget.hide()
        self.proposer.setText(proposer)
        self.proposer.setAccessibleName(proposer)
        for widget in self._de_l_orientation():
            widget.show()


def _a_une_lettre(offre: Orientation | None) -> bool:
    """Whether a réservataire holds the dwelling: the landlord writes no letter to itself."""
    return (
        offre is not None and offre.reservataire_id is not None and offre.issue in ISSUES_ENGAGEES
    )
