"""The rules behind the alerts: each judges a few values, so that equal values are judged once."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from fluxdesk.domain.contingent import est_reserve, s_accorde
from fluxdesk.domain.logement import Financement, TypeConstruction
from fluxdesk.domain.qualite import GenreAlerte

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from fluxdesk.domain.reservataire import Categorie
    from fluxdesk.domain.rpls_parties import TrouverCommune

# Paris, Lyon and Marseille are declared by arrondissement: nothing was merged there.
_ARRONDISSEMENT = re.compile(r"751(0[1-9]|1\d|20)|6938[1-9]|132(0[1-9]|1[0-6])", re.ASCII)


@dataclass(frozen=True, slots=True)
class Bornes:
    """Surfaces, in m², out of which a dwelling of so many rooms is looked at again."""

    pieces: int
    mini: int
    maxi: int
    source: str


_DECENCE = "décret n° 2002-120 du 30 janvier 2002, art. 4 (logement décent : 9 m²)"
_REPERE = "repère de FluxDesk, sans texte : large autour des surfaces déclarées au RPLS"

# The last ones hold for more rooms too.
BORNES_SURFACE: tuple[Bornes, ...] = (
    Bornes(1, 9, 55, f"{_DECENCE} ; maximum : {_REPERE}"),
    Bornes(2, 25, 90, _REPERE),
    Bornes(3, 35, 120, _REPERE),
    Bornes(4, 45, 150, _REPERE),
    Bornes(5, 60, 190, _REPERE),
    Bornes(6, 75, 230, _REPERE),
    Bornes(7, 90, 400, _REPERE),
)
ANNEE_MIN = 1850


@dataclass(frozen=True, slots=True, kw_only=True)
class ReperesQualite:
    """What values are judged against.

    ``communes_qpv`` is None while no list of districts is recorded; ``titulaires`` are the
    categories that hold a right in stock, by dwelling; ``conventions`` those with a convention.
    """

    annee: int
    trouver_commune: TrouverCommune
    communes_qpv: frozenset[str] | None = None
    codes_autres: frozenset[str] = frozenset()
    titulaires: Mapping[int, frozenset[Categorie]] = field(default_factory=dict)
    conventions: frozenset[Categorie] = frozenset()
    bornes: tuple[Bornes, ...] = BORNES_SURFACE
    annee_min: int = ANNEE_MIN

    def manques(self) -> dict[GenreAlerte, str]:
        """Alerts that cannot be looked for, and what they lack."""
        found: dict[GenreAlerte, str] = {}
        if self.communes_qpv is None:
            found[GenreAlerte.QPV] = (
                "Aucune liste de quartiers prioritaires n’est enregistrée : "
                "importez celle de l’ANCT dans les référentiels."
            )
        if not self.titulaires and not self.conventions:
            found[GenreAlerte.RESERVATAIRE] = (
                "Aucune convention ni aucun droit en stock n’est enregistré."
            )
        return found


@dataclass(frozen=True, slots=True)
class Regle:
    """Judges the values of these fields together; None where nothing is wrong."""

    valeurs: tuple[str, ...]
    juger: Callable[..., GenreAlerte | None]


def juger_identifiant(_reperes: ReperesQualite, id_rpls: str) -> GenreAlerte | None:
    """The declaration cannot do without it, but for a dwelling of the year."""
    return None if id_rpls else GenreAlerte.SANS_ID_RPLS


def juger_commune(reperes: ReperesQualite, code: str) -> GenreAlerte | None:
    """Whether the code is one of today; that of an arrondissement is."""
    found = reperes.trouver_commune(code)
    if found is None:
        return GenreAlerte.COMMUNE_INCONNUE
    if found.code == code.strip().upper() or _ARRONDISSEMENT.fullmatch(code):
        return None
    return GenreAlerte.COMMUNE_FUSIONNEE


def juger_qpv(reperes: ReperesQualite, qpv: int | None, code: str) -> GenreAlerte | None:
    """A dwelling cannot be in a district its commune does not have."""
    if not qpv or reperes.communes_qpv is None:
        return None
    found = reperes.trouver_commune(code)
    names = {code, found.code if found else code}
    return GenreAlerte.QPV if names.isdisjoint(reperes.communes_qpv) else None


def juger_annee(reperes: ReperesQualite, annee: int | None) -> GenreAlerte | None:
    """Whether a building still let may date from that year."""
    known = annee is None or reperes.annee_min <= annee <= reperes.annee
    return None if known else GenreAlerte.ANNEE


def juger_surface(
    reperes: ReperesQualite, surface: int | None, pieces: int | None, construction: str | None
) -> GenreAlerte | None:
    """Whether so many rooms hold in this surface; rooms of students may be as small as any."""
    if surface is None or not pieces:
        return None
    bounds = reperes.bornes[min(pieces, len(reperes.bornes)) - 1]
    student = construction == TypeConstruction.ETUDIANT.value
    least = reperes.bornes[0].mini if student else bounds.mini
    return None if least <= surface <= bounds.maxi else GenreAlerte.SURFACE


def juger_loyer(
    _reperes: ReperesQualite, loyer: int | None, maximum: int | None
) -> GenreAlerte | None:
    """The convention caps the rent, where it is known."""
    above = loyer is not None and maximum is not None and loyer > maximum
    return GenreAlerte.LOYER if above else None


def juger_financement(reperes: ReperesQualite, famille: str, code: str) -> GenreAlerte | None:
    """None at all, or a code that no table knows and that was put among the others."""
    if famille == Financement.NON_RENSEIGNE.value:
        return GenreAlerte.FINANCEMENT
    stray = famille == Financement.AUTRE.value and code and code not in reperes.codes_autres
    return GenreAlerte.FINANCEMENT if stray else None


def juger_reservataire(
    reperes: ReperesQualite, contingent: str, titulaires: frozenset[Categorie]
) -> GenreAlerte | None:
    """Somebody who holds the dwelling in stock, else has a convention, must agree with RPLS."""
    if titulaires:
        agrees = any(s_accorde(contingent, categorie) for categorie in titulaires)
        return None if not contingent or agrees else GenreAlerte.RESERVATAIRE
    if not est_reserve(contingent) or not (reperes.conventions or reperes.titulaires):
        return None
    agrees = any(s_accorde(contingent, categorie) for categorie in reperes.conventions)
    return None if agrees else GenreAlerte.RESERVATAIRE


# One rule a field at most: a value is suspect once, whatever is wrong with it.
REGLES: tuple[Regle, ...] = (
    Regle(("id_rpls",), juger_identifiant),
    Regle(("commune",), juger_commune),
    Regle(("qpv", "commune"), juger_qpv),
    Regle(("annee_construction",), juger_annee),
    Regle(("surface", "pieces", "construction"), juger_surface),
    Regle(("loyer", "loyer_max"), juger_loyer),
    Regle(("financement", "financement_code"), juger_financement),
    Regle(("contingent_declare", "titulaires"), juger_reservataire),
)
