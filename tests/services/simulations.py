"""A small year to play again: État in two parts, Action Logement, one commune."""

from __future__ import annotations

from datetime import date, timedelta

from fluxdesk.domain.flux.evenements import Presentation, Refus, Service
from fluxdesk.domain.flux.parties import BAILLEUR, PARAMETRES, Partie, TauxDate, Unite, Zone
from fluxdesk.domain.flux.rejeu import Arrivee
from fluxdesk.services.simuler_hypothese import lieux_liberes
from fluxdesk.services.simuler_source import Source

PREMIER = date(2025, 1, 1)
PARTOUT = Zone.partout()


def partie(cle: str, *taux: TauxDate, zone: Zone = PARTOUT, parent: str | None = None) -> Partie:
    return Partie(cle, f"Nom {cle}", taux, zone, zone, parent=parent)


PARTIES = (
    partie("E", TauxDate(3000)),
    partie("E/P", TauxDate(2500), parent="E"),
    partie("E/A", TauxDate(500), parent="E"),
    partie("AL", TauxDate(2000, date(2024, 1, 1))),
    partie("V", TauxDate(1000, date(2025, 6, 1)), zone=Zone(communes=frozenset({"A"}))),
)


def unite(rang: int, commune: str = "A", jour: date = PREMIER) -> Unite:
    return Unite(
        cle=str(rang),
        jour=jour,
        commune=commune,
        epci="EPCI",
        departement="2A",
        qpv="hors QPV",
        typologie=f"T{2 + rang % 3}",
        financement="PLUS",
        periode="2000",
    )


def annee(nombre: int = 12) -> Source:
    """One dwelling offered last year and refused this year; then everything to the landlord.

    Action Logement refuses dwelling 3; dwelling 4 was given back and offered to nobody else.
    """
    ancien = unite(0, jour=date(2024, 12, 20))
    arrivees = []
    suite: list[Presentation | Service | Refus] = []
    for rang in range(1, nombre + 1):
        une = unite(rang, "AB"[rang % 2], PREMIER + timedelta(days=9 * rang))
        number = 10 * rang
        suite += [Presentation(number, une), Service(number + 1, une.cle, "AL")]
        refus = frozenset[str]()
        if rang in {3, 4}:
            suite.append(Refus(number + 2, une.cle, "AL"))
            refus = frozenset({"AL"})
            if rang == 3:
                suite.append(Service(number + 3, une.cle, BAILLEUR))
        arrivees.append(Arrivee(une, refus))
    unites = [a.unite for a in arrivees]
    return Source(
        titre="2025",
        parties=PARTIES,
        parametres=PARAMETRES,
        arrivees=tuple(arrivees),
        debut=PREMIER,
        adresses={"1": "=1+1, rue des Oliviers"},
        lieux=lieux_liberes(PARTIES, unites, lambda u: f"à {u.commune}"),
        noms={"EPCI": "CC de l’Exemple"},
        ouverture=(
            Presentation(1, ancien),
            Service(2, ancien.cle, "AL"),
            Refus(3, ancien.cle, "AL"),
            Service(4, ancien.cle, "E/P"),
        ),
        suite=tuple(suite),
        reelle=True,
    )
