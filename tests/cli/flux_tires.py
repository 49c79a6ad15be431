"""Made-up streams and conventions, as tables: all that a row may say, first lettings too."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

CONVENTIONS = (
    "reservataire;taux;debut;fin;assiette;territoire;parent;report;etalement;refus;cibles;neuf"
)
FLUX = "id;date;commune;epci;departement;qpv;typologie;financement;periode;soustrait;refus;neuf"
MODES = ("", "non_compte", "non_compte_mixite", "compte", "bailleur_un_tour")
COMMUNES = ("01001", "01002", "01003", "2A004", "2A005", "2A006")
EPCIS = ("200000001", "200000001", "200000002", "240000003", "240000003", "240000004")
FINANCEMENTS = ("PLAI", "PLUS", "PLS")
CIBLES = (
    "",
    "",
    "financement=PLAI:40,PLUS:60|qpv=oui:30",
    "financement=PLS:100",
    "typologie=T3:33.33",
)
DEBUT = date(2026, 1, 1)


@dataclass(frozen=True, slots=True)
class Tirage:
    """Two tables that go together."""

    conventions: str
    flux: str


def tirer(graine: int, taille: int = 80) -> Tirage:
    """The stream of a seed; each seed mixes everything a convention may say."""
    hasard = Random(graine)  # noqa: S311 - a stream, not a secret
    rows = _conventions(hasard)
    names = list(dict.fromkeys(row.split(";", 1)[0] for row in rows))
    dwellings = [_logement(hasard, number, names) for number in range(taille)]
    return Tirage("\n".join([CONVENTIONS, *rows, ""]), "\n".join([FLUX, *dwellings, ""]))


def _conventions(hasard: Random) -> list[str]:
    dossiers = [
        [_ligne(hasard, "État", 30)],
        [_ligne(hasard, "Prioritaires", hasard.choice((20, 25)), parent="État")],
        [_ligne(hasard, "Agents", 5, parent="État")],
        _avenants(hasard, "Action Logement", 20),
        [_ligne(hasard, "Département", hasard.choice(("3", "2,5", "0.4")))],
    ]
    if hasard.random() < 0.3:
        dossiers += [[_ligne(hasard, n, "2,5", parent="Agents")] for n in ("Justice", "Défense")]
    for commune in hasard.sample(COMMUNES, hasard.randint(0, 3)):
        base = hasard.choice(("tout", f"commune:{commune}", "departement:01,departement:2A"))
        rate = hasard.choice((4, 6, 8)) if base == "tout" else hasard.choice((10, 20, 25))
        place = "" if base.startswith("commune") else f"commune:{commune}"
        dossiers.append([_ligne(hasard, f"Ville {commune}", rate, base=base, place=place)])
    if hasard.random() < 0.5:
        dossiers.append([_ligne(hasard, "EPCI 3", 8, base="epci:240000003")])
    if hasard.random() < 0.5:  # a twin, for ties
        dossiers.append([_ligne(hasard, "Jumeau", 20)])
    hasard.shuffle(dossiers)
    return [row for dossier in dossiers for row in dossier]


def _ligne(hasard: Random, nom: str, taux: float | str, **dit: str) -> str:
    report = hasard.choice(("", "", "", "3", "-2", "+5"))
    spread = hasard.choice(("", "0", "20", "33")) if report else ""
    parent = dit.get("parent", "")
    clauses = (
        dit.get("base", "tout"),
        dit.get("place", ""),
        parent,
        "" if parent else report,
        "" if parent else spread,
        hasard.choice(MODES),
        "" if parent else hasard.choice(CIBLES),
        "" if parent else hasard.choice(("", "non", "oui")),
    )
    return f"{nom};{taux};;;" + ";".join(clauses)


def _avenants(hasard: Random, nom: str, taux: int) -> list[str]:
    """One row, or two with a gap now and then: days without any rate."""
    row = _ligne(hasard, nom, taux)
    if hasard.random() < 0.5:
        return [row]
    day = DEBUT + timedelta(days=hasard.randint(20, 60))
    begin = day + timedelta(days=hasard.choice((1, 1, 15)))
    first = row.replace(f"{nom};{taux};;", f"{nom};{taux};;{day:%d/%m/%Y}", 1)
    return [first, f"{nom};26;{begin.isoformat()};;;;;;;;;"]


def _logement(hasard: Random, numero: int, noms: list[str]) -> str:
    place = hasard.choices(range(len(COMMUNES)), weights=(8, 4, 3, 2, 2, 1))[0]
    day = DEBUT + timedelta(days=numero)
    refus = [nom for nom in noms if hasard.random() < 0.12]
    cells = (
        f"L{numero:04d}",
        hasard.choice((day.isoformat(), f"{day:%d/%m/%Y}")),
        COMMUNES[place],
        EPCIS[place],
        COMMUNES[place][:2],
        hasard.choice(("oui", "non", "non")),
        hasard.choice(("T2", "T3", "T3", "T4")),
        hasard.choice(FINANCEMENTS),
        hasard.choice(("1949-1974", "2000-2009")),
        "vente" if hasard.random() < 0.04 else "",
        ",".join(refus),
        hasard.choice(("oui", "non", "", "", "", "")),
    )
    return ";".join(cells)
