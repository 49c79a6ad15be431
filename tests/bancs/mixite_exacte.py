"""The best mix that hindsight could do on a small stream, proved by HiGHS (moteur.md §3.3).

Z* is the least greatest |D_iv - X_iv| over cells and instants, among the plans whose totals stay
less than one dwelling from the dues. For a given Z every count has an integer interval, and the
question is one of feasibility; Z* is found by bisection among the values that |D_iv - k| takes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_array

from fluxdesk.domain.flux.parties import UN

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from fluxdesk.domain.flux.parties import Axe
    from tests.bancs.mesure import Juge

SECONDES = 120.0  # by question; one that is not settled by then makes the seed count for nothing
TOTAL = UN - 1  # totals strictly under one dwelling
MARGE = 1e-7  # dues of the mix are floats here: rounding must not close an interval
FAISABLE, INFAISABLE = 0, 2  # status of scipy.optimize.milp


class NonProuveError(Exception):
    """HiGHS did not settle a question within its time."""


def ecart_optimal(juge: Juge, axes: tuple[Axe, ...], atteint: float) -> float:
    """Find Z*, in dwellings.

    Args:
        juge: a stream of some forty dwellings and at most five parties.
        axes: the axes whose cells count.
        atteint: a value that some plan is known to reach.

    Raises:
        NonProuveError: a question remained open.
    """
    question = _Question(juge, axes)
    valeurs = question.valeurs(atteint)
    bas, haut = 0, len(valeurs) - 1
    while bas < haut:
        milieu = (bas + haut) // 2
        if question.possible(float(valeurs[milieu])):
            haut = milieu
        else:
            bas = milieu + 1
    return float(valeurs[haut])


class _Question:
    """The rows that say what each party holds, in all and by value, after each dwelling."""

    def __init__(self, juge: Juge, axes: tuple[Axe, ...]) -> None:
        self._eligibles = juge.eligibles
        self._dus = juge.dus
        longueur, parties = juge.dus.shape
        self._cellules = juge.ecarts(np.zeros(juge.dus.shape, dtype=np.int64), axes)  # all of D_iv
        self._masques = [np.ones(longueur, dtype=bool)]
        for axe in axes:
            valeurs = np.array([arrivee.unite.valeur(axe) for arrivee in juge.flot.arrivees])
            self._masques += [valeurs == valeur for valeur in np.unique(valeurs)]
        self._parties = parties
        self._matrice = self._lignes()

    def valeurs(self, atteint: float) -> NDArray[np.float64]:
        """List in order the values that Z* may take, up to what is known to be reached."""
        restes = np.nan_to_num(self._cellules) % 1
        plus = int(atteint) + 2
        toutes = np.unique(np.round(np.concatenate([restes + k for k in range(-1, plus)]), 9))
        toutes = np.unique(np.abs(np.concatenate([toutes, 1 - toutes, 2 - toutes])))
        gardees = toutes[(toutes >= 0) & (toutes <= atteint + MARGE)]
        return np.append(gardees, atteint)

    def possible(self, ecart: float) -> bool:
        """Ask whether a plan keeps every cell within `ecart` and every total under one."""
        bas = [np.ones(len(self._dus)), -(-(self._dus - TOTAL).ravel(order="F") // UN)]
        haut = [np.ones(len(self._dus)), (self._dus + TOTAL).ravel(order="F") // UN]
        cellules = self._cellules.ravel(order="F")
        bas.append(np.ceil(np.nan_to_num(cellules, nan=0.0) - ecart - MARGE))
        haut.append(np.floor(np.nan_to_num(cellules, nan=0.0) + ecart + MARGE))
        colonnes = self._matrice.shape[1]
        reponse = milp(
            c=np.zeros(colonnes),
            integrality=np.ones(colonnes),
            bounds=Bounds(0, self._eligibles.T.ravel().astype(float)),
            constraints=LinearConstraint(self._matrice, np.concatenate(bas), np.concatenate(haut)),
            options={"time_limit": SECONDES},
        )
        if reponse.status not in {FAISABLE, INFAISABLE}:
            raise NonProuveError
        return bool(reponse.status == FAISABLE)

    def _lignes(self) -> coo_array:
        """Write sum_i y_ti = 1, then the running counts: of all, then of each value, by party."""
        longueur = len(self._dus)
        places = np.arange(longueur)
        blocs: list[tuple[NDArray[np.int64], NDArray[np.int64]]] = [
            (np.tile(places, self._parties), np.arange(longueur * self._parties))
        ]
        depart = longueur
        for masque in self._masques:
            for partie in range(self._parties):
                lignes, colonnes = np.nonzero(np.tril(np.ones((longueur, longueur))) * masque)
                blocs.append((lignes + depart, colonnes + partie * longueur))
                depart += longueur
        lignes = np.concatenate([bloc[0] for bloc in blocs])
        colonnes = np.concatenate([bloc[1] for bloc in blocs])
        forme = (depart, longueur * self._parties)
        return coo_array((np.ones(len(lignes)), (lignes, colonnes)), shape=forme)
