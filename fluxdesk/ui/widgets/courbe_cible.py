"""The path of an objective: its target year by year, and what was measured."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from fluxdesk.domain.flux.parties import UN
from fluxdesk.ui.widgets.carte import Carte
from fluxdesk.ui.widgets.courbes_graphe import Graphe
from fluxdesk.ui.widgets.courbes_trace import Courbe, Echelle, marques

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from fluxdesk.services.mesurer_objectifs import LigneObjectif

CENT = 100
TITRE = "Tendre vers la cible, en %"


class CourbeCible(Carte):
    """Two lines over the years, drawn as the curves of retard are, in per cent."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(TITRE, parent)
        self.graphe = Graphe(simulees=False, signe=False)
        self.graphe.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.graphe.setAccessibleName(TITRE)
        self.corps.setContentsMargins(8, 8, 8, 4)
        self.corps.addWidget(self.graphe)

    def montrer(self, ligne: LigneObjectif, nom: str) -> None:
        """Draw the years of this objective, measured as far as something was done."""
        years = [step.annee for step in ligne.pas]
        known = max((n for n, s in enumerate(ligne.pas) if s.mesure.total), default=0)
        rates = [step.mesure.taux or 0 for step in ligne.pas[: known + 1]]
        targets = tuple(step.cible * CENT for step in ligne.pas)
        done = tuple(round(rate * CENT * UN) for rate in rates)
        if len(years) == 1:
            years, targets, done = [*years, years[0] + 1], targets * 2, done * 2
        self.graphe.montrer(
            (
                Courbe(cle="cible", nom="Cible", style=0, fait=targets, simule=targets),
                Courbe(cle="fait", nom="Constaté", style=1, fait=done, simule=done),
            ),
            _echelle(years, max((*targets, *done))),
            0,
        )
        told = "; ".join(
            f"{s.annee} : {s.mesure.oui} sur {s.mesure.total}, cible {s.cible / CENT:g} %"
            for s in ligne.pas
        )
        self.graphe.setAccessibleDescription(told)
        self.titrer(f"{TITRE}\u00a0: {nom}")


def _echelle(annees: list[int], haut: int) -> Echelle:
    places = tuple(float(date(year, 1, 1).toordinal()) for year in annees)
    return Echelle(
        abscisses=places,
        marques=marques(0, max(haut, UN)),
        dates=tuple(zip(places, map(str, annees), strict=True)),
    )
