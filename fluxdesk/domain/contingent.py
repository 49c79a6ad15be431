"""The contingent that RPLS declares for a dwelling (CONTRESLOG, formats.md §1.4)."""

from __future__ import annotations

from typing import NamedTuple

from fluxdesk.domain.reservataire import Categorie

NON_RESERVE = "7"


class Contingent(NamedTuple):
    """What a code of CONTRESLOG says, and the réservataires that agree with it."""

    libelle: str
    categories: frozenset[Categorie]


_ETAT = frozenset({Categorie.ETAT})

# « 7 » is also what is declared where the State's dwellings are not identified one by one.
CONTINGENTS: dict[str, Contingent] = {
    "1": Contingent("État, fonctionnaires et agents publics", _ETAT),
    "2": Contingent("État, prioritaires", _ETAT),
    "3": Contingent(
        "employeurs et Action Logement",
        frozenset({Categorie.ACTION_LOGEMENT, Categorie.EMPLOYEUR}),
    ),
    "4": Contingent(
        "collectivités territoriales et EPCI",
        frozenset({Categorie.COMMUNE, Categorie.EPCI, Categorie.DEPARTEMENT, Categorie.REGION}),
    ),
    "5": Contingent("réservations conventionnelles de l’État pour ses fonctionnaires", _ETAT),
    "6": Contingent("autres réservataires", frozenset({Categorie.AUTRE})),
    NON_RESERVE: Contingent("non réservé", _ETAT | {Categorie.BAILLEUR}),
}


def est_reserve(code: str) -> bool:
    """Whether RPLS declares a réservataire for the dwelling; an unknown code says nothing."""
    return code in CONTINGENTS and code != NON_RESERVE


def s_accorde(code: str, categorie: Categorie) -> bool:
    """Whether the code declares a réservataire of this kind; an unknown code agrees with all."""
    return code not in CONTINGENTS or categorie in CONTINGENTS[code].categories
