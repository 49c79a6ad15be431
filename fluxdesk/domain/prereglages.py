"""Usual values of conventions, each with where it comes from: proposals, never law.

Most are what bailleurs report (pratique.md §1.3, to be verified in each convention); a text is
named only where it was read.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fluxdesk.domain.clauses import ModeNeuf, RythmeBilan, SuiteCarence
from fluxdesk.domain.convention import ModeGestion, avec_champs
from fluxdesk.domain.flux.parties import EvenementDecompte, ModeRefus
from fluxdesk.domain.reservataire import Categorie
from fluxdesk.domain.typographie import typographier

if TYPE_CHECKING:
    from collections.abc import Iterable

    from fluxdesk.domain.convention import Convention

A_VERIFIER = "usage courant, à vérifier dans votre convention"


@dataclass(frozen=True, slots=True, kw_only=True)
class Valeur:
    """One value: ``champ`` is a field of Convention, or of its Clauses."""

    rubrique: str
    champ: str
    valeur: object
    dit: str
    source: str = A_VERIFIER


@dataclass(frozen=True, slots=True, kw_only=True)
class Prereglage:
    """A set of values that go together, for these kinds of réservataire."""

    nom: str
    categories: tuple[Categorie, ...]
    valeurs: tuple[Valeur, ...]


def appliquer(convention: Convention, valeurs: Iterable[Valeur]) -> Convention:
    """The convention with these values; the others stay."""
    return avec_champs(convention, {value.champ: value.valeur for value in valeurs})


def prereglages_pour(categorie: Categorie) -> tuple[Prereglage, ...]:
    """Those of this kind of réservataire first, then the others."""
    return tuple(sorted(PREREGLAGES, key=lambda p: categorie not in p.categories))


def _valeur(rubrique: str, champ: str, valeur: object, dit: str, source: str = "") -> Valeur:
    return Valeur(
        rubrique=rubrique,
        champ=champ,
        valeur=valeur,
        dit=typographier(dit),
        source=typographier(f"{source} ; {A_VERIFIER}" if source else A_VERIFIER),
    )


def _delai(jours: int, usage: str) -> Valeur:
    return _valeur("Candidats", "delai_jours", jours, f"{jours} jours pour proposer", usage)


def _rythme(rythme: RythmeBilan) -> Valeur:
    return _valeur(
        "Suivi",
        "rythme",
        rythme,
        f"bilan annuel, et points : {rythme.value}"
        if rythme is not RythmeBilan.ANNUEL
        else "bilan annuel",
        "Bilan avant le 28 février : CCH, art. R441-5-1 ; points intermédiaires",
    )


_COMMUNES: tuple[Valeur, ...] = (
    _valeur(
        "Signalement",
        "signalement_jours",
        15,
        "15 jours après le congé",
        "À réception du congé, ou sous 8 à 15 jours",
    ),
    _valeur(
        "Signalement",
        "signalement_contenu",
        "Adresse, type, surface, étage et ascenseur, loyer et charges, financement, date de "
        "disponibilité.",
        "adresse, type, surface, étage, loyer, financement, disponibilité",
        "Contenu à prévoir : arrêté du 10 mars 2011, art. 1, 4° (en vigueur ? à vérifier)",
    ),
    _valeur(
        "Candidats",
        "candidats",
        3,
        "3 candidats",
        "La CAL examine trois demandes, sauf exceptions : CCH, art. R441-3",
    ),
    _valeur(
        "Candidats",
        "suite_carence",
        SuiteCarence.RELANCE,
        "relance à l’échéance",
        "Relance, puis remise à disposition du bailleur",
    ),
    _valeur(
        "Refus et décompte",
        "evenement_decompte",
        EvenementDecompte.BAIL_SIGNE,
        "le bail signé consomme le droit",
        "Aucun texte lu ne fixe l’événement",
    ),
    _valeur(
        "Refus et décompte",
        "carence",
        ModeRefus.NON_COMPTE_MIXITE,
        "l’absence de candidat ne consomme pas le droit",
        "Aucun texte lu ne fixe l’effet",
    ),
    _valeur(
        "Neuf et report",
        "neuf",
        ModeNeuf.SEPARE,
        "première location du neuf comptée à part",
        "Pratiques contradictoires",
    ),
    Valeur(
        rubrique="Durée",
        champ="tacite_reconduction",
        valeur=True,
        dit="reconduction tacite",
    ),
    _valeur(
        "Durée",
        "reconduction_annees",
        3,
        "par périodes de 3 ans",
        "3 ans, ou 6 ans alignés sur la CUS",
    ),
)

PREREGLAGES: tuple[Prereglage, ...] = (
    Prereglage(
        nom="État, un mois",
        categories=(Categorie.ETAT,),
        valeurs=(
            _delai(30, "Entre 15 jours et un mois ; un mois au plus en zone tendue"),
            _valeur(
                "Publics",
                "publics",
                ("ménages prioritaires, dont DALO", "agents civils et militaires de l’État"),
                "prioritaires, dont DALO ; agents de l’État",
                "CCH, art. R441-5-2",
            ),
            _rythme(RythmeBilan.TRIMESTRIEL),
            *_COMMUNES,
        ),
    ),
    Prereglage(
        nom="État, quinze jours",
        categories=(Categorie.ETAT,),
        valeurs=(
            _delai(15, "Entre 15 jours et un mois"),
            _rythme(RythmeBilan.TRIMESTRIEL),
            *_COMMUNES,
        ),
    ),
    Prereglage(
        nom="Action Logement, marché tendu",
        categories=(Categorie.ACTION_LOGEMENT, Categorie.EMPLOYEUR),
        valeurs=(
            _delai(30, "Environ un mois ; un mois au plus en zone tendue"),
            _valeur("Publics", "publics", ("salariés", "travailleurs clés"), "salariés"),
            _rythme(RythmeBilan.TRIMESTRIEL),
            *_COMMUNES,
        ),
    ),
    Prereglage(
        nom="Action Logement, marché détendu",
        categories=(Categorie.ACTION_LOGEMENT, Categorie.EMPLOYEUR),
        valeurs=(
            _delai(15, "2 à 3 semaines"),
            _valeur(
                "Candidats",
                "mode_gestion",
                ModeGestion.DELEGUEE,
                "gestion déléguée au bailleur",
                "Pratique rapportée en marché détendu (Villes au Carré, 2019)",
            ),
            _valeur("Publics", "publics", ("salariés",), "salariés"),
            _rythme(RythmeBilan.TRIMESTRIEL),
            *_COMMUNES,
        ),
    ),
    Prereglage(
        nom="Commune, trois semaines",
        categories=(Categorie.COMMUNE,),
        valeurs=(_delai(21, "3 à 4 semaines"), _rythme(RythmeBilan.ANNUEL), *_COMMUNES),
    ),
    Prereglage(
        nom="EPCI ou département, un mois",
        categories=(Categorie.EPCI, Categorie.DEPARTEMENT, Categorie.REGION),
        valeurs=(_delai(30, "3 à 4 semaines"), _rythme(RythmeBilan.SEMESTRIEL), *_COMMUNES),
    ),
)
