"""The judge: dues, lateness and mix recomputed from a stream and who got what.

It reads neither the engine's ledger nor its counters, only the text of the conventions, so an
error of account in the engine cannot hide itself here. Dues are exact integers in 1/10 000.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from fluxdesk.domain.flux.parties import BAILLEUR, PARAMETRES, UN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from fluxdesk.domain.flux.parties import Axe, Partie
    from tests.bancs.flots import Flot

AXES = tuple(axe for axe, _ in PARAMETRES.axes)


@dataclass(frozen=True, slots=True)
class Mesure:
    """What a rule made of a stream, in dwellings; the parts of a node are apart.

    `retard` is the greatest |D - x| at any time, `fin` the one at the end, `hors_quota` counts
    per thousand (party, instant) pairs where x is not D rounded down or up. `ecart` is the
    greatest cell of the mix at any time, `rms` the root mean square over cells and instants,
    `rms_fin` that of the end alone. `vides` is the share of cells that the party could never
    fill (a value that never came where it has rights): they are in none of those figures.
    """

    retard: float
    fin: float
    hors_quota: float
    ecart: float = 0.0
    rms: float = 0.0
    rms_fin: float = 0.0
    vides: float = 0.0


class Juge:
    """A stream's dues and opportunities, computed once for all the rules measured on it.

    Columns are the competing parties in convention order, landlord last.
    """

    def __init__(self, flot: Flot) -> None:
        self.flot = flot
        self.racines = [partie for partie in flot.parties if partie.parent is None]
        self.cles = [*(partie.cle for partie in self.racines), BAILLEUR]
        parents = {partie.cle: partie.parent for partie in flot.parties}
        self._colonnes = {BAILLEUR: len(self.racines)}
        for cle in parents:
            racine = cle
            while (parent := parents[racine]) is not None:
                racine = parent
            self._colonnes[cle] = self.cles.index(racine)
        self.dus = self._dus()
        self.eligibles = self._eligibles()

    def mesurer(self, choix: Sequence[str], axes: tuple[Axe, ...] = AXES) -> Mesure:
        """Measure who got what; keys may be those of leaves."""
        recus = self.recus(choix)
        retards = np.abs(self.dus - recus * UN)
        planchers = self.dus // UN
        hors = (recus < planchers) | (recus > -(-self.dus // UN))
        ecarts = self.ecarts(recus, axes) if axes else np.zeros((1, 1))
        return Mesure(
            retard=float(retards.max()) / UN,
            fin=float(retards[-1].max()) / UN,
            hors_quota=1_000 * float(hors.mean()),
            ecart=float(np.nanmax(np.abs(ecarts))),
            rms=float(np.sqrt(np.nanmean(ecarts**2))),
            rms_fin=float(np.sqrt(np.nanmean(ecarts[-1] ** 2))),
            vides=float(np.isnan(ecarts[-1]).mean()),
        )

    def recus(self, choix: Sequence[str]) -> NDArray[np.int64]:
        """Count the dwellings received after each one, by party."""
        un = np.zeros(self.dus.shape, dtype=np.int64)
        un[np.arange(len(choix)), [self._colonnes[cle] for cle in choix]] = 1
        return un.cumsum(axis=0)

    def ecarts(self, recus: NDArray[np.int64], axes: tuple[Axe, ...]) -> NDArray[np.float64]:
        """Compute D_iv - X_iv at each instant; NaN where i was never eligible for a v."""
        pas = np.diff(recus, axis=0, prepend=0)
        dus = self.dus[:, :-1] / UN
        opportunites = self.eligibles[:, :-1].cumsum(axis=0)
        cellules = []
        for axe in axes:
            valeurs = np.array([arrivee.unite.valeur(axe) for arrivee in self.flot.arrivees])
            for valeur in np.unique(valeurs):
                ici = (valeurs == valeur)[:, None]
                parmi = (self.eligibles[:, :-1] & ici).cumsum(axis=0)
                du = dus * parmi / np.maximum(1, opportunites)
                reste = ici.cumsum(axis=0) - du.sum(axis=1, keepdims=True)
                ecart = np.hstack([du, reste]) - (pas * ici).cumsum(axis=0)
                ecart[:, [*(parmi[-1] == 0), False]] = np.nan
                cellules.append(ecart)
        return np.hstack(cellules)

    def part(self, choix: Sequence[str], partie: Partie) -> float:
        """Find the greatest |D - x| of one leaf, in dwellings."""
        recus = np.cumsum([cle == partie.cle for cle in choix])
        dus = np.cumsum([self._droit(partie, place) for place in range(len(choix))])
        return float(np.abs(dus - recus * UN).max()) / UN

    def _droit(self, partie: Partie, place: int) -> int:
        unite = self.flot.arrivees[place].unite
        return partie.taux_au(unite.jour) if partie.assiette.contient(unite) else 0

    def _dus(self) -> NDArray[np.int64]:
        longueur = len(self.flot.arrivees)
        dus = np.zeros((longueur, len(self.cles)), dtype=np.int64)
        dus[:, -1] = UN
        numeros = np.arange(1, longueur + 1)
        for colonne, partie in enumerate(self.racines):
            droits = [self._droit(partie, place) for place in range(longueur)]
            dus[:, colonne] = droits
            dus[:, -1] -= dus[:, colonne]
        dus = dus.cumsum(axis=0)
        for colonne, partie in enumerate(self.racines):
            etale = max(1, partie.etalement)
            report = partie.report * UN * np.minimum(numeros, etale) // etale
            dus[:, colonne] += report
            dus[:, -1] -= report
        return dus

    def _eligibles(self) -> NDArray[np.bool_]:
        eligibles = [
            [*(partie.territoire.contient(arrivee.unite) for partie in self.racines), True]
            for arrivee in self.flot.arrivees
        ]
        return np.array(eligibles)
