"""Time the feasibility test: 40 réservataires, 500 communes, qualitative targets included.

    python -m tests.bancs.faisabilite

The goal is 200 ms for each case. The cases are drawn at random with a seed: territories as
landlords know them (everywhere, départements, EPCIs, communes), the same with rights that
cannot all be served, and the worst there is, where each réservataire names communes of its own
that nothing groups.
"""

from __future__ import annotations

import random
import time
from datetime import date
from typing import TYPE_CHECKING

from fluxdesk.adapters.flots.coupe import couper
from fluxdesk.domain.faisabilite import examiner
from fluxdesk.domain.faisabilite_droits import droits_au
from fluxdesk.domain.flux.parties import Axe, Cible, Partie, TauxDate, Unite, Zone
from fluxdesk.domain.flux_constate import constater

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from fluxdesk.domain.flux_constate import FluxConstate

JOUR = date(2026, 11, 22)
COMMUNES, EPCIS, DEPARTEMENTS, RESERVATAIRES = 500, 25, 4, 40
FINANCEMENTS = ("PLAI", "PLUS", "PLS")
CIBLES = (
    Cible(Axe.FINANCEMENT, "PLAI", 3_000),
    Cible(Axe.FINANCEMENT, "PLUS", 6_000),
    Cible(Axe.QPV, "QPV", 2_500),
    Cible(Axe.TYPOLOGIE, "T2", 2_000),
    Cible(Axe.TYPOLOGIE, "T3", 3_500),
)
ESSAIS = 5


def flux(tirage: random.Random) -> FluxConstate:
    """Three years of a landlord: about 6 000 dwellings, the towns holding most of them."""

    def unites() -> Iterator[tuple[Unite, int]]:
        for rang in range(COMMUNES):
            for _ in range(max(1, 800 // (rang + 1))):
                yield _logement(rang, tirage), tirage.randrange(1, 3)

    return constater(unites(), 36)


def _logement(rang: int, tirage: random.Random) -> Unite:
    return Unite(
        cle="",
        jour=JOUR,
        commune=f"C{rang}",
        epci=f"E{rang % EPCIS}",
        departement=f"D{rang % DEPARTEMENTS}",
        qpv=tirage.choice(("QPV", "hors QPV", "hors QPV")),
        typologie=f"T{tirage.randrange(1, 6)}",
        financement=tirage.choice(FINANCEMENTS),
        periode="",
    )


def _partie(rang: int, taux: int, assiette: Zone, territoire: Zone | None = None) -> Partie:
    return Partie(
        cle=str(rang),
        nom=f"Réservataire {rang}",
        taux=(TauxDate(taux),),
        assiette=assiette,
        territoire=territoire or assiette,
        cibles=CIBLES if rang % 2 else CIBLES[:2],
    )


def usuelles(tirage: random.Random) -> list[Partie]:
    """Two everywhere, the départements, ten EPCIs, the rest communes, all of their own flow."""
    found = [_partie(0, 3_000, Zone.partout()), _partie(1, 2_000, Zone.partout())]
    for n in range(DEPARTEMENTS):
        found.append(_partie(len(found), 300, Zone(departements=frozenset({f"D{n}"}))))
    for n in range(10):
        found.append(_partie(len(found), 800, Zone(epcis=frozenset({f"E{n}"}))))
    while len(found) < RESERVATAIRES:
        zone = Zone(communes=frozenset({f"C{tirage.randrange(COMMUNES)}"}))
        found.append(_partie(len(found), 1_500, zone))
    return found


def impossibles(tirage: random.Random) -> list[Partie]:
    """The same, communes being promised a share of the whole flow that they cannot serve."""
    return [
        p
        if n < RESERVATAIRES - 10
        else _partie(n, 40, Zone.partout(), Zone(communes=frozenset({f"C{100 + n}"})))
        for n, p in enumerate(usuelles(tirage))
    ]


def quelconques(tirage: random.Random) -> list[Partie]:
    """Each names thirty communes drawn at random; nothing groups the places."""
    return [
        _partie(
            n,
            100 + tirage.randrange(150),
            Zone.partout(),
            Zone(communes=frozenset(f"C{tirage.randrange(COMMUNES)}" for _ in range(30))),
        )
        for n in range(RESERVATAIRES)
    ]


CAS: dict[str, Callable[[random.Random], list[Partie]]] = {
    "territoires usuels": usuelles,
    "droits impossibles": impossibles,
    "communes quelconques": quelconques,
}


def main() -> None:
    """Print the table: slowest of five draws of each case, in milliseconds of one core."""
    couper([1], [1], [[0]])  # what networkx compiles at its first call is not the test's
    print(f"{'cas':24}{'pire (ms)':>12}{'manques':>10}")  # noqa: T201 - a bench prints
    for nom, parties in CAS.items():
        worst, short = 0.0, 0
        for graine in range(ESSAIS):
            tirage = random.Random(graine)  # noqa: S311 - a bench, not a secret
            seen, drawn = flux(tirage), parties(tirage)
            begin = time.process_time()
            bilan = examiner(droits_au(drawn, seen, JOUR), seen, couper)
            worst = max(worst, time.process_time() - begin)
            short += len(bilan.manques)
        print(f"{nom:24}{worst * 1000:12.0f}{short:10}")  # noqa: T201 - a bench prints


if __name__ == "__main__":
    main()
