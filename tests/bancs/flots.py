"""Streams of dwellings and their conventions, drawn from seeds (moteur.md §3).

Everything is synthetic: communes of Zipf sizes grouped in three EPCI, QPV by commune, financing
that depends on the QPV, T1 to T6, old and new, one dwelling in ten in a burst of 15 to 30 new
units of one programme. Sixteen modalities on five axes, as in the study.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import numpy as np

from fluxdesk.domain.flux.parties import UN, Partie, TauxDate, Unite, Zone
from fluxdesk.domain.flux.rejeu import Arrivee

if TYPE_CHECKING:
    from numpy.random import Generator

PARTOUT = Zone.partout()
DEBUT = date(2024, 1, 1)
TYPOLOGIES = (("T1", 0.08), ("T2", 0.22), ("T3", 0.34), ("T4", 0.24), ("T5", 0.09), ("T6", 0.03))
FINANCEMENTS = {
    "QPV": (("PLAI", 0.30), ("PLUS", 0.65), ("PLS", 0.05)),
    "hors QPV": (("PLAI", 0.25), ("PLUS", 0.55), ("PLS", 0.20)),
}
NEUF = 0.15  # share of recent dwellings outside bursts
RAFALE = (15, 30)  # units of one new programme
PART_RAFALE = 0.10  # of the flow


@dataclass(frozen=True, slots=True)
class Flot:
    """A ledger's parties, landlord excepted, and the dwellings that arrive."""

    nom: str
    graine: int
    parties: tuple[Partie, ...]
    arrivees: tuple[Arrivee, ...]


@dataclass(frozen=True, slots=True)
class Carte:
    """The communes of a département: name, EPCI, share of the flow, share of it in QPV."""

    communes: tuple[str, ...]
    epcis: tuple[str, ...]
    poids: tuple[float, ...]
    qpv: tuple[float, ...]


def carte(rng: Generator, nombre: int, epcis: int = 3) -> Carte:
    """Draw a département of Zipf communes; each EPCI has at least one."""
    poids = 1 / np.arange(1, nombre + 1)
    rng.shuffle(poids)
    appartenance = [*range(epcis), *rng.integers(epcis, size=nombre).tolist()][:nombre]
    qpv = rng.uniform(0.1, 0.6, nombre) * (rng.random(nombre) < 0.7)
    return Carte(
        tuple(f"C{rang:02d}" for rang in range(nombre)),
        tuple(f"E{epci}" for epci in appartenance),
        tuple((poids / poids.sum()).tolist()),
        tuple(qpv.tolist()),
    )


def logements(rng: Generator, lieu: Carte, longueur: int, par_an: int = 250) -> list[Unite]:
    """Draw dwellings in order of arrival, `par_an` of them in a year."""
    taille = sum(RAFALE) / 2
    depart = PART_RAFALE / (PART_RAFALE + (1 - PART_RAFALE) * taille)  # so that 10 % are in bursts
    unites: list[Unite] = []
    while len(unites) < longueur:
        rang = int(rng.choice(len(lieu.communes), p=lieu.poids))
        if rng.random() < depart:
            combien, periode = int(rng.integers(RAFALE[0], RAFALE[1] + 1)), "neuf"
        else:
            combien, periode = 1, "neuf" if rng.random() < NEUF else "ancien"
        qpv = "QPV" if rng.random() < lieu.qpv[rang] else "hors QPV"
        for _ in range(combien):
            numero = len(unites)
            unites.append(
                Unite(
                    cle=f"L{numero}",
                    jour=DEBUT + timedelta(days=numero * 365 // par_an),
                    commune=lieu.communes[rang],
                    epci=lieu.epcis[rang],
                    departement="D",
                    qpv=qpv,
                    typologie=_tirer(rng, TYPOLOGIES),
                    financement=_tirer(rng, FINANCEMENTS[qpv]),
                    periode=periode,
                )
            )
    return unites[:longueur]


def libre(graine: int, n: int, longueur: int, par_an: int = 250) -> Flot:
    """Make a stream that every one of `n` parties, landlord included, may receive whole."""
    rng = np.random.default_rng((1, graine, n))
    parts = rng.exponential(size=n - 1) + 0.05
    taux = parts / parts.sum() * rng.uniform(0.55, 0.90)
    parties = tuple(reservataire(f"R{rang:02d}", int(part * UN)) for rang, part in enumerate(taux))
    unites = logements(rng, carte(rng, 12), longueur, par_an)
    return Flot(f"libre n={n}", graine, parties, tuple(map(Arrivee, unites)))


def territorial(graine: int, n: int, longueur: int, par_an: int = 250) -> Flot:
    """Make a class 1 stream: département-wide rights, and local ones on their own flow.

    `n` counts the État's two parts and the landlord: État 25+5, AL 20, Dép 3 everywhere, EPCI 5
    to 8 %, communes 10 to 25 % of what is freed there. One commune in four has no convention.
    """
    rng = np.random.default_rng((2, graine, n))
    locaux = n - 5
    epcis = min(3, locaux // 2)
    communes = locaux - epcis
    lieu = carte(rng, communes + max(1, communes // 3))
    parties = [*partout(20)]
    for rang in range(epcis):
        zone = Zone(epcis=frozenset({f"E{rang}"}))
        parties.append(reservataire(f"epci E{rang}", int(rng.integers(500, 801)), zone))
    for commune in lieu.communes[:communes]:
        zone = Zone(communes=frozenset({commune}))
        parties.append(reservataire(f"commune {commune}", int(rng.integers(1_000, 2_501)), zone))
    unites = logements(rng, lieu, longueur, par_an)
    return Flot(f"territorial n={n}", graine, tuple(parties), tuple(map(Arrivee, unites)))


def petit(graine: int, longueur: int = 40) -> Flot:
    """Make a territorial stream of five parties, small enough for an exact optimum of the mix."""
    rng = np.random.default_rng((4, graine))
    lieu = carte(rng, 4)
    parties = [reservataire("État", 3_000), reservataire("AL", 2_000)]
    for commune in lieu.communes[:2]:
        zone = Zone(communes=frozenset({commune}))
        parties.append(reservataire(f"commune {commune}", int(rng.integers(1_000, 2_501)), zone))
    unites = logements(rng, lieu, longueur)
    return Flot("petit territorial n=5", graine, tuple(parties), tuple(map(Arrivee, unites)))


def classe_deux(graine: int, charge: float, longueur: int, communes: int = 8) -> Flot:
    """Make a class 2 stream: communes promised a share of the whole flow, served at home only.

    Each commune's right is `charge` times what is expected to be freed there; a third of the
    flow is freed elsewhere, or the rights of everybody could not be held together at 0.5.
    """
    rng = np.random.default_rng((3, graine, round(charge * 100)))
    lieu = carte(rng, communes + communes // 2)
    parties = [*partout(10)]
    for commune, poids in zip(lieu.communes[:communes], lieu.poids, strict=False):
        zone = Zone(communes=frozenset({commune}))
        locale = reservataire(f"commune {commune}", int(charge * poids * UN), zone)
        parties.append(replace(locale, assiette=PARTOUT))
    unites = logements(rng, lieu, longueur)
    return Flot(f"classe 2 à {charge}", graine, tuple(parties), tuple(map(Arrivee, unites)))


def partout(action_logement: int) -> tuple[Partie, ...]:
    """List those with rights on the whole département: État in two parts, AL, Dép."""
    etat = reservataire("État", 3_000)
    return (
        etat,
        replace(reservataire("État prioritaires", 2_500), parent=etat.cle),
        replace(reservataire("État agents", 500), parent=etat.cle),
        reservataire("AL", action_logement * 100),
        reservataire("Dép", 300),
    )


def reservataire(cle: str, taux: int, zone: Zone = PARTOUT) -> Partie:
    """Make a party of one rate in 1/10 000, its base and its territory the same."""
    return Partie(cle, cle, (TauxDate(taux),), zone, zone)


def _tirer(rng: Generator, parts: tuple[tuple[str, float], ...]) -> str:
    return str(rng.choice([nom for nom, _ in parts], p=[part for _, part in parts]))
