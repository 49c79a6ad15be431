"""Legal checks of a set of conventions, one French sentence each (regles.md 20-29, 98)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

from fluxdesk.domain.dates import en_lettres
from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.flux.nombres import nombre
from fluxdesk.domain.flux.parties import UN, Unite
from fluxdesk.domain.reservataire import Categorie
from fluxdesk.domain.typographie import plie, typographier

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from fluxdesk.domain.convention import Avenant, Convention
    from fluxdesk.domain.flux.parties import Zone
    from fluxdesk.domain.reservataire import Reservataire
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Plafonds:
    """Caps in 1/10 000, as parameters: the base of the 20 % is uncertain since 2020 (regles 29)."""

    etat: int = 3_000
    agents: int = 500
    garanties: int = 2_000


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
    found: dict[tuple[str, str, str], Lieu] = {}
    for c in communes:
        key = (
            c.code if c.code in codes else "",
            c.epci if c.epci in epcis else "",
            c.departement if c.departement in departements else "",
        )
        if key not in found:
            found[key] = Lieu(
                nom=_nom_du_lieu(c, key), commune=key[0], epci=key[1], departement=key[2]
            )
    return tuple(found.values())


def _nom_du_lieu(commune: Commune, key: tuple[str, str, str]) -> str:
    if key[0]:
        return f"à {commune.nom}"
    if key[1]:
        return f"dans les communes de {commune.epci_nom}"
    if key[2]:
        return f"dans le département {commune.departement}"
    return "dans toutes les communes"


def controler(
    conventions: Sequence[Convention],
    reservataires: Mapping[int, Reservataire],
    communes: Callable[[], Iterable[Commune]],
    jour: date,
    plafonds: Plafonds | None = None,
) -> tuple[Alerte, ...]:
    """Every finding on these conventions, today and on each later day a rate changes.

    Blocking: sum of the rates of a commune over 100 %, État over 30 % or its agents over 5 %
    (R441-5-2 I), loan guarantees over 20 %. A finding that lasts is said once, at its first day.
    """
    caps = plafonds or Plafonds()
    places = lieux((c.assiette for c in conventions), communes())
    found: dict[tuple[str, str], Alerte] = {}
    for day in _jours(conventions, jour):
        for about, alerte in _du_jour(conventions, reservataires, places, day, caps):
            found.setdefault((alerte.code, about), alerte)
    return tuple(found.values())


def _jours(conventions: Sequence[Convention], jour: date) -> list[date]:
    starts = {a.debut for c in conventions for a in c.avenants if a.debut and a.debut > jour}
    return [jour, *sorted(starts)]


def _du_jour(
    conventions: Sequence[Convention],
    reservataires: Mapping[int, Reservataire],
    places: Sequence[Lieu],
    jour: date,
    caps: Plafonds,
) -> Iterator[tuple[str, Alerte]]:
    for convention in conventions:
        who = reservataires[convention.reservataire_id]
        avenant = convention.avenant_au(jour)
        if avenant is not None:
            yield from _sous_contingents(who, avenant)
            if who.categorie is Categorie.ETAT:
                yield from _etat(who, convention, avenant, caps)
    for place in places:
        yield from _sommes(conventions, reservataires, place, jour, caps)


def _bloque(code: str, phrase: str) -> Alerte:
    return Alerte(Gravite.BLOQUANT, code, typographier(phrase))


def _sous_contingents(who: Reservataire, avenant: Avenant) -> Iterator[tuple[str, Alerte]]:
    parts = sum(s.dix_milliemes for s in avenant.sous_contingents)
    if avenant.sous_contingents and parts != avenant.dix_milliemes:
        yield (
            who.nom,
            _bloque(
                "sous_contingents",
                f"Les sous-contingents de {who.nom} totalisent {pourcentage(parts)}, alors que son "
                f"taux est de {pourcentage(avenant.dix_milliemes)}. Corrigez l’un ou l’autre.",
            ),
        )


def _etat(
    who: Reservataire, convention: Convention, avenant: Avenant, caps: Plafonds
) -> Iterator[tuple[str, Alerte]]:
    rate = avenant.dix_milliemes
    if rate > caps.etat:
        yield (
            who.nom,
            _bloque(
                "etat_plafond",
                f"La part de l’État est de {pourcentage(rate)} : elle ne peut dépasser "
                f"{pourcentage(caps.etat)} du flux annuel (CCH, art. R441-5-2), sauf arrêté "
                "préfectoral d’un an au plus.",
            ),
        )
    agents = sum(s.dix_milliemes for s in avenant.sous_contingents if "agent" in plie(s.nom))
    if agents > caps.agents:
        yield (
            who.nom,
            _bloque(
                "agents_plafond",
                f"La part des agents de l’État est de {pourcentage(agents)} : elle ne peut "
                f"dépasser {pourcentage(caps.agents)} du flux annuel (CCH, art. R441-5-2).",
            ),
        )
    if rate < caps.etat:
        yield (
            who.nom,
            Alerte(
                Gravite.ALERTE,
                "etat_hors_qpv",
                typographier(
                    f"La part de l’État est de {pourcentage(rate)}. Sauf clause contraire, elle "
                    f"ne peut être inférieure à {pourcentage(caps.etat)} hors QPV (CCH, art. "
                    "R441-5-2, II) : vérifiez la convention."
                ),
            ),
        )
    if not convention.assiette.tout and convention.assiette.communes:
        yield (
            who.nom,
            Alerte(
                Gravite.ALERTE,
                "etat_uniforme",
                "La part de l’État s’applique uniformément dans chaque commune, sauf clause "
                "contraire (CCH, art. R441-5-2, II)\u00a0: son assiette ne nomme que certaines "
                "communes.",
            ),
        )


def _sommes(
    conventions: Sequence[Convention],
    reservataires: Mapping[int, Reservataire],
    place: Lieu,
    jour: date,
    caps: Plafonds,
) -> Iterator[tuple[str, Alerte]]:
    here = _unite(place, jour)
    rates = [
        (reservataires[c.reservataire_id].nom, c.dix_milliemes_au(jour), c.garantie_emprunt)
        for c in conventions
        if c.assiette.contient(here)
    ]
    total = sum(rate for _, rate, _ in rates)
    guaranteed = sum(rate for _, rate, backed in rates if backed)
    detail = " + ".join(f"{name} {pourcentage(rate)}" for name, rate, _ in rates if rate)
    since = f"Au {en_lettres(jour)}, {place.nom}"
    if total > UN:
        yield (
            place.nom,
            _bloque(
                "somme_commune",
                f"{since}, les taux s’additionnent à {pourcentage(total)}, plus de 100 % : "
                f"{detail}.",
            ),
        )
    if guaranteed > caps.garanties:
        yield (
            place.nom,
            _bloque(
                "garanties_plafond",
                f"{since}, les droits nés de garanties d’emprunt totalisent "
                f"{pourcentage(guaranteed)} : ils ne peuvent dépasser "
                f"{pourcentage(caps.garanties)} (CCH, art. R441-5 et suivants).",
            ),
        )


def _unite(place: Lieu, jour: date) -> Unite:
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
    )
