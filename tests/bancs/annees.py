"""What happens over years: a tiny réservataire, a new rate, a carry-over; and an adversary."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from fluxdesk.domain.flux.evenements import Presentation, Service
from fluxdesk.domain.flux.parties import UN, TauxDate, Zone
from fluxdesk.domain.flux.registre import Registre
from fluxdesk.domain.flux.rejeu import Arrivee
from tests.bancs.flots import DEBUT, Flot, carte, logements, partout, reservataire
from tests.bancs.mesure import Juge
from tests.bancs.regles import Tableur, derouler, plus_en_retard, qmt

if TYPE_CHECKING:
    from fluxdesk.domain.flux.parties import Partie
    from tests.bancs.regles import Regle

PAR_AN = 120
MICRO = 40  # 0.4 %, in 1/10 000


@dataclass(frozen=True, slots=True)
class Micro:
    """What the 0.4 % réservataire received, and when first, in years (None: never)."""

    regle: str
    recus: int
    premier: float | None


def micro(graine: int, ans: int = 10) -> list[Micro]:
    """Follow a right to 4.8 dwellings over ten years of 120 lettings, under each rule."""
    parties = [*partout(20), reservataire("micro", MICRO)]
    flot = _flot((7, graine), parties, PAR_AN * ans, PAR_AN)
    regles: dict[str, Regle] = {
        "QMT, running account": qmt,
        "most late, running account": plus_en_retard,
        "spreadsheet in % of target, reset each year": Tableur(),
        "spreadsheet in dwellings, reset each year": Tableur(en_logements=True),
    }
    resultats = []
    for nom, regle in regles.items():
        places = [k for k, cle in enumerate(derouler(flot, regle).choix, 1) if cle == "micro"]
        resultats.append(Micro(nom, len(places), places[0] / PAR_AN if places else None))
    return resultats


def nouveau_taux(graine: int) -> float:
    """Raise AL from 20 to 26 % at mid-year: the greatest |retard|."""
    parties = list(partout(20))
    rang = next(k for k, partie in enumerate(parties) if partie.cle == "AL")
    milieu = DEBUT + timedelta(days=182)
    avant = TauxDate(2_000, None, milieu - timedelta(days=1))
    parties[rang] = replace(parties[rang], taux=(avant, TauxDate(2_600, milieu)))
    flot = _flot((8, graine), parties, 400, 400)
    return Juge(flot).mesurer(derouler(flot, qmt).choix, axes=()).retard


def report(graine: int, etalement: int) -> tuple[int, float, float]:
    """Carry 8 dwellings over to AL, spread over `etalement` rights.

    Returns:
        The most AL takes of 20 dwellings in a row, the others' greatest |retard|, AL's last one.
    """
    parties = [
        replace(partie, report=8, etalement=etalement) if partie.cle == "AL" else partie
        for partie in partout(20)
    ]
    flot = _flot((9, graine), parties, 400, 400)
    juge = Juge(flot)
    choix = derouler(flot, qmt).choix
    prises = np.convolve([cle == "AL" for cle in choix], np.ones(20), "valid").max()
    retards = np.abs(juge.dus - juge.recus(choix) * UN) / UN
    # The landlord owes what AL is owed: both are apart.
    autres = [rang for rang, cle in enumerate(juge.cles[:-1]) if cle != "AL"]
    al = juge.cles.index("AL")
    return int(prises), float(retards[:, autres].max()), float(retards[-1, al])


def paires(n: int, regle: Regle, longueur: int = 400) -> float:
    """Play the carpool against an adversary: each dwelling suits two parties, half each.

    The adversary sees the ledger and asks for the two closest retards, the greatest first.
    """
    zones = {paire: f"{paire[0]}-{paire[1]}" for paire in combinations(range(n), 2)}
    parties = []
    for rang in range(n):
        communes = frozenset(nom for paire, nom in zones.items() if rang in paire)
        parties.append(reservataire(f"R{rang}", UN // 2, Zone(communes=communes)))
    registre = Registre(parties)
    modele = _flot((10, n), parties, longueur, PAR_AN).arrivees
    pire = 0
    for numero, arrivee in enumerate(modele):
        retards = [registre.retard(partie.cle) for partie in parties]
        i, j = min(zones, key=lambda p: (abs(retards[p[0]] - retards[p[1]]), -retards[p[0]]))
        unite = replace(arrivee.unite, commune=zones[i, j])
        registre.appliquer(Presentation(2 * numero, unite))
        registre.appliquer(Service(2 * numero + 1, unite.cle, regle(registre, unite)))
        pire = max(pire, *(abs(registre.retard(partie.cle)) for partie in registre.parties))
    return pire / UN


def _flot(graine: tuple[int, int], parties: list[Partie], longueur: int, par_an: int) -> Flot:
    rng = np.random.default_rng(graine)
    unites = logements(rng, carte(rng, 12), longueur, par_an)
    return Flot("départemental", graine[1], tuple(parties), tuple(map(Arrivee, unites)))
