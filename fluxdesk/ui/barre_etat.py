"""The status bar: whether the base is sound, when it was saved, and the work being done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLabel, QMessageBox, QProgressBar, QPushButton, QStatusBar

from fluxdesk.domain.typographie import accorde
from fluxdesk.services.verifier_base import verifier_base
from fluxdesk.ui.dates import quand_dit
from fluxdesk.ui.theme import bouton, icone, jetons

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from fluxdesk.services.ports import Horloge
    from fluxdesk.services.rows import EtatBase
    from fluxdesk.ui.contexte import Contexte

COTE_ICONE = 16
DUREE_AVIS = 15_000  # ms a notice stays
LETTRES_BARRE = 24


class BarreEtat(QStatusBar):
    """Left: the state of the base. Right: the work being done, with its cancel button."""

    annuler = Signal()

    def __init__(self, horloge: Horloge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._horloge = horloge
        self._contexte: Contexte | None = None
        self._defauts: tuple[str, ...] | None = None
        self._etat: EtatBase | None = None
        self.setSizeGripEnabled(False)
        self.setContentsMargins(12, 2, 12, 2)
        self._picture = QLabel()
        self._sante = QPushButton()
        self._sante.setProperty("role", "lien")
        self._sante.clicked.connect(self._explain)
        self._quoi = QLabel()
        self._barre = QProgressBar()
        self._barre.setAccessibleName("Avancement")
        self._arreter = bouton("Annuler")
        self._arreter.setAccessibleName("Annuler le travail en cours")
        self._arreter.clicked.connect(self.annuler)
        self.addWidget(self._picture)
        self.addWidget(self._sante)
        for widget in (self._quoi, self._barre, self._arreter):
            self.addPermanentWidget(widget)
        self.travailler("")
        self._say()

    def suivre(self, contexte: Contexte) -> None:
        """Show the state of this base, now and after each change."""
        self._contexte = contexte
        self._defauts = None
        contexte.travail.connect(self.travailler)
        contexte.avis.connect(self.aviser)
        contexte.change.connect(self.relire)
        self.relire()
        contexte.lire(self._check, self._show_faults)

    @Slot()
    def relire(self) -> None:
        """Read again when the base was last saved."""
        if self._contexte is not None:
            self._contexte.lire(self._contexte.bureau.base.lectures.etat, self._show_state)

    @Slot(str)
    def travailler(self, quoi: str) -> None:
        """Show what is being done; hide the bar once nothing is."""
        self._quoi.setText(quoi)
        self._barre.setRange(0, 0)
        self._barre.setMaximumWidth(self.fontMetrics().averageCharWidth() * LETTRES_BARRE)
        for widget in (self._quoi, self._barre, self._arreter):
            widget.setVisible(bool(quoi))

    @Slot(int, int, str)
    def progresser(self, fait: int, total: int, quoi: str) -> None:
        """Show how far the work is."""
        self._barre.setRange(0, total)
        self._barre.setValue(fait)
        if quoi:
            self._quoi.setText(quoi)

    @Slot(str)
    def aviser(self, texte: str) -> None:
        """Tell something that asks for nothing."""
        self.showMessage(texte, DUREE_AVIS)

    @property
    def texte(self) -> str:
        """What is said of the base."""
        return self._sante.text()

    def _check(self) -> tuple[str, ...]:
        if self._contexte is None:
            return ()
        return verifier_base(base=self._contexte.bureau.base)

    @Slot(object)
    def _show_faults(self, defauts: tuple[str, ...]) -> None:
        self._defauts = defauts
        self._say()

    @Slot(object)
    def _show_state(self, etat: EtatBase) -> None:
        self._etat = etat
        self._say()

    def _say(self) -> None:
        picture, colour, words = self._words()
        self._picture.setPixmap(icone(picture, colour).pixmap(COTE_ICONE, COTE_ICONE))
        self._sante.setText(f"{words}{self._saved()}")
        self._sante.setAccessibleName(self._sante.text())

    def _words(self) -> tuple[str, str, str]:
        tokens = jetons()
        if self._contexte is None:
            return "database", tokens.texte_doux, "Aucune base ouverte"
        if self._defauts is None:
            return "hourglass", tokens.texte_doux, "Vérification de la base"
        if self._defauts:
            found = accorde(len(self._defauts), "anomalie")
            return "triangle-alert", tokens.retard, f"Base à vérifier\u00a0: {found}"
        return "circle-check", tokens.ok, "Base saine"

    def _saved(self) -> str:
        if self._contexte is None or self._etat is None:
            return ""
        last = self._etat.derniere_sauvegarde
        if last is None:
            return " · pas encore sauvegardée"
        return f" · sauvegardée {quand_dit(last, self._horloge.aujourd_hui())}"

    @Slot()
    def _explain(self) -> None:
        box = QMessageBox(self)
        box.setWindowTitle("État de la base")
        if self._defauts:
            box.setIcon(QMessageBox.Icon.Warning)
            box.setText("\n\n".join(self._defauts))
        elif self._etat is not None:
            box.setText(f"{self._sante.text()}.\n\n{self._etat.chemin}")
        else:
            box.setText(f"{self._sante.text()}.")
        box.open()
