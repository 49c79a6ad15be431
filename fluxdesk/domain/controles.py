"""What a check of conventions finds, and the places it speaks of."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.flux.nombres import nombre
from fluxdesk.domain.flux.parties import Unite
from fluxdesk.domain.territoire import nom_residence
from fluxdesk.domain.typographie import typographier

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from fluxdesk.domain.flux.parties import Zone
    from fluxdesk.domain.territoire import Commune


class Gravite(StrEnum):
    """Whether a check stops the recording or only warns."""

    BLOQUANT = "bloquant"
    ALERTE = "alerte"


@dataclass(frozen=True, slots=True)
class Alerte:
    """One finding; ``code`` is stable, ``phrase`` is for the officer."""

    gravite: Gravite
    code: str
    phrase: str


def bloque(code: str, phrase: str) -> Alerte:
    """A finding that stops the recording."""
    return Alerte(Gravite.BLOQUANT, code, typographier(phrase))


def avertit(code: str, phrase: str) -> Alerte:
    """A finding to verify, that stops nothing."""
    return Alerte(Gravite.ALERTE, code, typographier(phrase))


class ControleError(FluxDeskError):
    """Blocking findings: the convention is not recorded."""

    def __init__(self, alertes: Sequence[Alerte]) -> None:
        self.alertes = tuple(alertes)
        super().__init__(" ".join(a.phrase for a in alertes))


@dataclass(frozen=True, slots=True, kw_only=True)
class Lieu:
    """A group of communes that every convention sees alike; ``nom`` is how to call it."""

    nom: str
    commune: str
    epci: str
    departement: str
    quartier: str = ""
    residence: str = ""


def pourcentage(dix_milliemes: int) -> str:
    """``22,5 %`` of 2250: as few decimals as the rate needs."""
    exact = Fraction(dix_milliemes, 100)
    decimals = next(d for d in range(3) if (exact * 10**d).denominator == 1)
    return f"{nombre(exact, decimals)}\u00a0%"


def lieux(zones: Iterable[Zone], communes: Iterable[Commune]) -> tuple[Lieu, ...]:
    """The distinct places that these zones tell apart, among the communes of the COG.

    Two communes named by no zone, of EPCIs and départements named by none, are one place.
    """
    named = list(zones)
    codes = frozenset[str]().union(*(z.communes for z in named))
    epcis = frozenset[str]().union(*(z.epcis for z in named))
    departements = frozenset[str]().union(*(z.departements for z in named))
    every = tuple(communes)
    found: dict[tuple[str, str, str], Lieu] = {}
    seats: dict[str, Lieu] = {}
    for c in every:
        key = (
            c.code if c.code in codes else "",
            c.epci if c.epci in epcis else "",
            c.departement if c.departement in departements else "",
        )
        if key not in found:
            found[key] = Lieu(
                nom=_nom_du_lieu(c, key), commune=key[0], epci=key[1], departement=key[2]
            )
        seats[c.code] = found[key]
    return (*found.values(), *_fins(named, seats))


def _fins(zones: Sequence[Zone], communes: Mapping[str, Lieu]) -> Iterator[Lieu]:
    """The residences and quartiers that zones name, each inside its commune where it is known.

    Which commune a QPV lies in is not in the COG: what applies to the communes around it is not
    added to what applies in it.
    """
    nowhere = Lieu(nom="", commune="", epci="", departement="")
    for code in sorted(frozenset[str]().union(*(z.residences for z in zones))):
        around = communes.get(code.partition("/")[0], nowhere)
        yield replace(around, nom=f"dans la résidence {nom_residence(code)}", residence=code)
    for code in sorted(frozenset[str]().union(*(z.quartiers for z in zones))):
        yield replace(nowhere, nom=f"dans le quartier {code}", quartier=code)


def _nom_du_lieu(commune: Commune, key: tuple[str, str, str]) -> str:
    if key[0]:
        return f"à {commune.nom}"
    if key[1]:
        return f"dans les communes de {commune.epci_nom}"
    if key[2]:
        return f"dans le département {commune.departement}"
    return "dans toutes les communes"


def unite_du_lieu(place: Lieu, jour: date) -> Unite:
    """The place as a zone tests it; the values of the mix play no part."""
    return Unite(
        cle="",
        jour=jour,
        commune=place.commune,
        epci=place.epci,
        departement=place.departement,
        qpv="",
        typologie="",
        financement="",
        periode="",
        quartier=place.quartier,
        residence=place.residence,
    )
