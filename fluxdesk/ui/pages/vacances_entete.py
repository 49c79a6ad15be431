"""The buttons of the page Vacances: what can be done with the vacancy that is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from fluxdesk.domain.convention import ModeOffre
from fluxdesk.domain.flux.parties import BAILLEUR
from fluxdesk.domain.prochaine_action import Acte
from fluxdesk.ui.pages.vacances_gestes import DE_L_OFFRE, DU_LOGEMENT, Geste, possible
from fluxdesk.ui.phrases import proposer_a
from fluxdesk.ui.theme import bouton, bouton_principal

if TYPE_CHECKING:
    from PySide6.QtWidgets import QHBoxLayout, QPushButton

    from fluxdesk.services.proposer_au_titulaire import Titulaire
    from fluxdesk.services.suggerer_orientation import Proposition
    from fluxdesk.ui.pages.vacances_dossier import DossierVacance

# These keep their place in the menu, greyed where they cannot be done.
TOUJOURS = frozenset({Geste.REPONDRE, Geste.REQUALIFIER, Geste.ANNULER})


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
        self.gestes: dict[Geste, QAction] = {}
        self._faire_menu()
        for widget in self._de_la_liste() + self._de_l_orientation():
            widget.setAccessibleName(widget.text())
            rangee.addWidget(widget)

    def _faire_menu(self) -> None:
        self.plus = bouton("Autres actes", "ellipsis")
        menu = self.menu = QMenu(self.plus)
        self.reponse = self._entree(menu, Geste.REPONDRE)
        self.reponse.setShortcut(QKeySequence("Ctrl+R"))
        self.reponse.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.suivant = self._entree(menu, Geste.SUIVANT)
        for title, gestures in (("L’offre", DE_L_OFFRE), ("Le logement", DU_LOGEMENT)):
            inner = menu.addMenu(title)
            for geste in gestures:
                self._entree(inner, geste)
        self.qualifier = self._entree(menu, Geste.REQUALIFIER)
        self.annuler = self._entree(menu, Geste.ANNULER)
        menu.addSeparator()
        self.importer = menu.addAction("Importer des vacances…")
        self.plus.setMenu(menu)

    def _entree(self, menu: QMenu, geste: Geste) -> QAction:
        action = menu.addAction(geste.value)
        action.setData(geste.name)
        self.gestes[geste] = action
        return action

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
        letters = dossier.lettres if dossier else ()
        self.lettre.setVisible(bool(letters))
        self.lettre.setText("Éditer les lettres…" if len(letters) > 1 else "Éditer la lettre…")
        self.lettre.setAccessibleName(self.lettre.text())
        following = dossier.action.acte if dossier and not vide else Acte.AUCUN
        for geste, action in self.gestes.items():
            allowed = dossier is not None and possible(geste, dossier)
            action.setEnabled(allowed)
            action.setVisible(allowed or geste in TOUJOURS)
        next_step = _suite(following, dossier)
        self.suite.setVisible(bool(next_step))
        self.suite.setText(next_step)
        self.suite.setAccessibleName(next_step)

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
        self._proposer(proposer)
        for widget in self._de_l_orientation():
            widget.show()
        self.facons.setVisible(not proposition.convenue)  # it goes to one, and to nobody after it

    def pour_le_titulaire(self, titulaire: Titulaire) -> None:
        """Only its holder can be offered an identified dwelling."""
        for widget in (*self._de_la_liste(), self.autre, self.facons):
            widget.hide()
        self._proposer(proposer_a(titulaire.cle, titulaire.nom))
        self.proposer.show()

    def _proposer(self, mots: str) -> None:
        self.proposer.setText(mots)
        self.proposer.setAccessibleName(mots)


def _suite(acte: Acte, dossier: DossierVacance | None) -> str:
    """What the button of the next step says; empty where nothing is left to do."""
    if acte is Acte.AUCUN or dossier is None:
        return ""
    holder = dossier.situation.titulaire
    verb = proposer_a(holder, holder) if acte is Acte.PROPOSER else acte.value
    return f"{verb}…"
