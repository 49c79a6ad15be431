"""Measure the engine of the flux and print the table of its goals.

    python -m tests.bancs.flux            a quarter of an hour on two processors
    python -m tests.bancs.flux --rapide   under a minute: fewer and shorter streams

Nothing is written but on the standard output; progress goes to the standard error.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tests.bancs import annees, buts, tableaux, travaux
from tests.bancs.regles import plus_en_retard, qmt

if TYPE_CHECKING:
    from collections.abc import Callable

PROCESSUS = 2
LIBRES = (4, 8, 16, 40)
TERRITORIAUX = (10, 16, 40)


@dataclass(frozen=True, slots=True)
class Tache:
    """A measure to make; `cle` goes back with its result where the result does not say it."""

    fonction: Callable[..., Any]
    arguments: tuple[Any, ...]
    cle: Any = None


def complet() -> list[Tache]:
    """List the measures of the full bench, the longest first."""
    longs = [("libre", 8), ("libre", 40), ("territorial", 16), ("territorial", 40)]
    return [
        *(Tache(travaux.comparer, (g, n, 0, 20_000), 20_000) for g, n in reversed(longs)),
        *_comparaisons(1_000, 10),
        *(Tache(travaux.mixite, (n, graine)) for graine in range(10) for n in (4, 5, 0)),
        *_comparaisons(120, 3),
        *(Tache(travaux.borne, (n, g)) for n in (3, 4, 5, 8, 12, 20) for g in range(20)),
        *_autres(8, 1_000),
    ]


def rapide() -> list[Tache]:
    """List the measures of the short bench."""
    return [
        *_comparaisons(300, 1),
        *(Tache(travaux.mixite, (n, 0)) for n in (4, 5, 0)),
        *(Tache(travaux.borne, (n, g)) for n in (3, 5, 12) for g in (1, 2, 5)),
        *_autres(1, 300),
    ]


def _comparaisons(longueur: int, graines: int) -> list[Tache]:
    return [
        Tache(travaux.comparer, (genre, n, graine, longueur), longueur)
        for genre, tailles in (("libre", LIBRES), ("territorial", TERRITORIAUX))
        for n in reversed(tailles)
        for graine in range(graines)
    ]


def _autres(graines: int, longueur: int) -> list[Tache]:
    taches = [
        *(
            Tache(annees.paires, (n, regle), (n, regle.__name__))
            for n in (6, 8, 12)
            for regle in (qmt, plus_en_retard)
        ),
        *(Tache(travaux.a_plat, (graine, 16, longueur)) for graine in range(graines)),
    ]
    for graine in range(graines):
        taches += [
            *(Tache(travaux.refus, (graine, p, longueur), p) for p in (0.15, 0.30, 0.0)),
            Tache(travaux.derogations, (graine, 0.10, longueur)),
            *(Tache(travaux.deux_classes, (c, graine, 600), c) for c in (0.15, 0.30, 0.50)),
            Tache(travaux.cibles, (graine, longueur)),
            Tache(annees.micro, (graine,)),
            Tache(annees.nouveau_taux, (graine,)),
            *(Tache(annees.report, (graine, etale), etale) for etale in (0, 100, 400)),
        ]
    return taches


def mesurer(taches: list[Tache]) -> buts.Resultats:
    """Make the measures in two processes; results by name of function, in order of the list."""
    rangs: dict[int, Any] = {}
    with ProcessPoolExecutor(PROCESSUS) as bassin:
        places = {bassin.submit(t.fonction, *t.arguments): k for k, t in enumerate(taches)}
        for fini in as_completed(places):
            rangs[places[fini]] = fini.result()
            sys.stderr.write(f"\r{len(rangs)} / {len(taches)}")
            sys.stderr.flush()
    sys.stderr.write("\n")
    resultats: buts.Resultats = {}
    for rang, tache in enumerate(taches):
        resultat = rangs[rang] if tache.cle is None else (tache.cle, rangs[rang])
        resultats.setdefault(tache.fonction.__name__, []).append(resultat)
    return resultats


def main() -> None:
    """Run the bench that the command line asks for."""
    analyse = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else "")
    analyse.add_argument("--rapide", action="store_true", help="fewer and shorter streams")
    options = analyse.parse_args()
    depart = time.perf_counter()
    resultats = mesurer(rapide() if options.rapide else complet())
    charge = os.getloadavg()[0] if hasattr(os, "getloadavg") else float("nan")
    duree = time.perf_counter() - depart
    pied = f"{duree / 60:.1f} min with {PROCESSUS} processes, load {charge:.1f} at the end."
    lignes = [*tableaux.buts(buts.tous(resultats)), *tableaux.details(resultats), pied, ""]
    sys.stdout.write("\n".join(lignes))


if __name__ == "__main__":
    main()
