"""The best that hindsight could do for the totals, exactly (moteur.md §3.1).

The j-th dwelling of party i must come while x_i stays within B of D_i: not before D_i reaches
j - B, not after D_i exceeds j - 1 + B. A plan of lateness at most B exists if and only if
dwellings and such jobs can be matched; dues being integers, bisection on integers finds B*.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import coo_array, csr_array
from scipy.sparse.csgraph import maximum_bipartite_matching

from fluxdesk.domain.flux.parties import UN

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tests.bancs.mesure import Juge


def retard_optimal(juge: Juge, atteint: float) -> float:
    """Find the least max |D - x| that any plan reaches on a stream, in dwellings.

    `atteint` is what some plan is known to reach: the search goes on below it.
    """
    bas, haut = 0, round(atteint * UN)
    while bas < haut:
        milieu = (bas + haut) // 2
        if _possible(juge.dus, juge.eligibles, milieu):
            haut = milieu
        else:
            bas = milieu + 1
    return bas / UN


def _possible(dus: NDArray[np.int64], eligibles: NDArray[np.bool_], tolerance: int) -> bool:
    """Tell whether a plan keeps every |D - x| within the tolerance, in 1/10 000.

    All dwellings must be placed and all jobs that fall due done; a matching that does the first
    and one that does the second imply one that does both (Mendelsohn and Dulmage).
    """
    longueur, parties = dus.shape
    lignes, colonnes = [], []
    obligatoires: list[bool] = []
    for partie in range(parties):
        places = np.flatnonzero(eligibles[:, partie])
        ouvertures, echeances = _fenetres(dus[:, partie], tolerance)
        for ouverture, echeance in zip(ouvertures, echeances, strict=True):
            debut, fin = np.searchsorted(places, (ouverture, echeance + 1))
            ici = places[debut:fin]
            lignes.append(ici)
            colonnes.append(np.full(len(ici), len(obligatoires)))
            obligatoires.append(bool(echeance < longueur))
    travaux = np.array(obligatoires)
    graphe = _graphe(np.concatenate(lignes), np.concatenate(colonnes), (longueur, len(travaux)))
    if _couplage(graphe) < longueur:
        return False
    return _couplage(csr_array(graphe[:, np.flatnonzero(travaux)])) == int(travaux.sum())


def _fenetres(
    dus: NDArray[np.int64], tolerance: int
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """List when each job opens and when it falls due, both places included; the length is never."""
    croissants = np.maximum.accumulate(dus)
    plus = int((croissants[-1] + tolerance) // UN)
    numeros = np.arange(1, max(0, plus) + 1) * UN
    ouvertures = np.searchsorted(croissants, numeros - tolerance, side="left")
    echeances = np.searchsorted(croissants, numeros - UN + tolerance, side="right")
    return ouvertures, echeances


def _graphe(
    lignes: NDArray[np.int64], colonnes: NDArray[np.int64], forme: tuple[int, int]
) -> csr_array:
    uns = np.ones(len(lignes), dtype=np.int8)
    return csr_array(coo_array((uns, (lignes, colonnes)), shape=forme))


def _couplage(graphe: csr_array) -> int:
    return int((maximum_bipartite_matching(graphe, perm_type="column") >= 0).sum())
