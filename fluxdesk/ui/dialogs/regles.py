"""Change the rules of the flux; their effect on the dwellings that wait is said while they move."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QDialog

from fluxdesk.domain.flux.nombres import nombre
from fluxdesk.domain.regles_flux import REGLES_FLUX
from fluxdesk.domain.regles_mots import MIXITE, dire_tolerance
from fluxdesk.domain.typographie import typographier
from fluxdesk.ui.dialogs.boutons import nommer_boutons
from fluxdesk.ui.forms.ui_regles import Ui_ReglesDuFlux
from fluxdesk.ui.theme import rhabiller
from fluxdesk.ui.widgets.poids_axes import choisir, rang_de

if TYPE_CHECKING:
    from fractions import Fraction

    from PySide6.QtWidgets import QWidget

    from fluxdesk.domain.regles_flux import ReglesFlux
    from fluxdesk.services.enregistrer_regles import EffetDesRegles, EssaiDeRegles
    from fluxdesk.ui.contexte import Contexte

ATTENTE = 250  # ms of quiet before the effect is computed
TOLERANCE_EXACTE = (
    "Le plus petit retard que l’on puisse promettre à chacun ; l’équilibre se règle à l’intérieur."
)
TOLERANCE_LARGE = (
    "Les retards peuvent être un peu plus grands ; l’équilibre de chacun est mieux tenu."
)
MONTRES = 3  # dwellings named; the sentence counts them all
EFFETS = (
    "Alerte : signalée avec la proposition, sans la changer. Contrainte : peut changer le "
    "réservataire proposé, et le dit. Ignorée : ni contrôlée ni signalée."
)


@dataclass(frozen=True, slots=True)
class Essaye:
    """Rules and what they would change."""

    regles: ReglesFlux
    effet: EffetDesRegles


def essayer(essai: EssaiDeRegles, regles: ReglesFlux) -> Essaye:
    """Try rules; runs on the worker."""
    return Essaye(regles, essai.effet(regles))


class ReglesDialog(QDialog):
    """Asks; writes nothing: the caller runs the use case with regles() and motif()."""

    def __init__(
        self, contexte: Contexte, essai: EssaiDeRegles, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.ui = Ui_ReglesDuFlux()
        self.ui.setupUi(self)
        rhabiller(self.ui.contenu)
        self._contexte = contexte
        self._essai = essai
        self._enregistrer = nommer_boutons(self.ui.boutons, "Enregistrer les règles")
        self._attente = QTimer(self, singleShot=True, interval=ATTENTE)
        self._attente.timeout.connect(self._essayer)
        self.finished.connect(self._attente.stop)  # nothing is computed once it is closed
        self.ui.dit_effets.setText(typographier(EFFETS))
        self._montrer(essai.regles)
        self._brancher()
        self._suivre()

    def regles(self) -> ReglesFlux:
        """The rules chosen; what the dialog does not show stays as it was."""
        base = replace(
            self._essai.regles,
            poids=self.ui.poids.poids(),
            tolerance=self.ui.tolerance.currentData(),
        )
        return self.ui.legales.appliquer(base)

    def motif(self) -> str:
        """Why they change, once accepted."""
        return self.ui.motif.text().strip()

    def _montrer(self, regles: ReglesFlux) -> None:
        ui = self.ui
        exact = nombre(self._essai.tolerance_exacte)
        for said, value in (
            (f"Règle exacte : 1 − 1/(2n−2), soit {exact}", None),
            ("Plus de mixité : 1,25", MIXITE),
        ):
            self._offrir(typographier(said), value)
        self._offrir(dire_tolerance(regles.tolerance), regles.tolerance)
        choisir(ui.tolerance, regles.tolerance)
        ui.poids.montrer(regles)
        ui.legales.montrer(regles)

    def _offrir(self, texte: str, valeur: Fraction | None) -> None:
        if rang_de(self.ui.tolerance, valeur) < 0:
            self.ui.tolerance.addItem(texte, valeur)

    def _brancher(self) -> None:
        ui = self.ui
        ui.tolerance.currentIndexChanged.connect(self._suivre)
        ui.poids.change.connect(self._suivre)
        ui.legales.change.connect(self._suivre)
        ui.motif.textChanged.connect(self._autoriser)
        ui.origine.clicked.connect(self._reprendre)
        ui.boutons.accepted.connect(self.accept)
        ui.boutons.rejected.connect(self.reject)

    @Slot()
    def _reprendre(self) -> None:
        self._montrer(REGLES_FLUX)

    @Slot()
    def _autoriser(self) -> None:
        changed = self.regles() != self._essai.regles
        self._enregistrer.setEnabled(changed and bool(self.motif()))

    @Slot()
    def _suivre(self) -> None:
        """Something was chosen: compute its effect once the officer pauses."""
        self._autoriser()
        exact = self.ui.tolerance.currentData() is None
        said = TOLERANCE_EXACTE if exact else TOLERANCE_LARGE
        self.ui.dit_tolerance.setText(typographier(said))
        self.ui.origine.setEnabled(self.regles() != REGLES_FLUX)
        if self.regles() == self._essai.regles:
            self._attente.stop()
            self._dire("Ce sont les règles en vigueur.")
        else:
            self._dire("Calcul de leur effet…")
            self._attente.start()

    def _dire(self, phrase: str, detail: str = "") -> None:
        self.ui.effet.setText(phrase)
        self.ui.detail.setText(detail)
        self.ui.detail.setVisible(bool(detail))

    @Slot()
    def _essayer(self) -> None:
        self._contexte.lire(partial(essayer, self._essai, self.regles()), self._montrer_effet)

    @Slot(object)
    def _montrer_effet(self, essaye: Essaye) -> None:
        if essaye.regles == self.regles():  # else chosen on since: another is on its way
            self._dire(essaye.effet.phrase(), _detail(essaye.effet))


def _detail(effet: EffetDesRegles) -> str:
    lines = [f"{c.lieu} : {c.avant} → {c.apres}" for c in effet.changements[:MONTRES]]
    more = len(effet.changements) - len(lines)
    if more:
        lines.append(f"et {more} autre{'s' if more > 1 else ''}")
    return typographier("\n".join(lines))
