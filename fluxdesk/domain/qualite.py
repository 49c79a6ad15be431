"""How sound the values of the patrimoine are: alerts to mend, and the score by field.

A value is *complete* where it says something, *plausible* where no alert is about it, *confirmed*
where an officer typed it or vouched for it. Dwellings that left the patrimoine are not judged.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

from fluxdesk.domain.typographie import typographier

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from fluxdesk.domain.logement import Programme


class GenreAlerte(StrEnum):
    """What may be wrong with a dwelling."""

    SANS_ID_RPLS = "sans_id_rpls"
    COMMUNE_INCONNUE = "commune_inconnue"
    COMMUNE_FUSIONNEE = "commune_fusionnee"
    QPV = "qpv_sans_quartier"
    ANNEE = "annee"
    SURFACE = "surface_type"
    LOYER = "loyer_plafond"
    FINANCEMENT = "financement_inconnu"
    DOUBLON = "doublon"
    RESERVATAIRE = "reservataire_declare"


@dataclass(frozen=True, slots=True)
class Fiche:
    """An alert in the officer's words: its title, the field it is about, what to look at."""

    titre: str
    champ: str
    conseil: str


FICHES: Mapping[GenreAlerte, Fiche] = {
    genre: Fiche(titre, champ, typographier(conseil))
    for genre, titre, champ, conseil in (
        (
            GenreAlerte.SANS_ID_RPLS,
            "Identifiant RPLS manquant",
            "id_rpls",
            "Le fichier des doublets rendu par le SDES donne celui des nouveaux logements.",
        ),
        (
            GenreAlerte.COMMUNE_INCONNUE,
            "Commune inconnue du code officiel",
            "commune",
            "Le code n’est celui d’aucune commune, d’aujourd’hui ni d’hier.",
        ),
        (
            GenreAlerte.COMMUNE_FUSIONNEE,
            "Commune fusionnée depuis",
            "commune",
            "Le code est celui d’une ancienne commune : le territoire se lit avec la nouvelle.",
        ),
        (
            GenreAlerte.QPV,
            "En QPV dans une commune sans quartier",
            "qpv",
            "La commune n’a aucun quartier prioritaire dans la liste enregistrée.",
        ),
        (
            GenreAlerte.ANNEE,
            "Année de construction invraisemblable",
            "annee_construction",
            "Avant 1850, ou dans l’avenir : une faute de frappe le plus souvent.",
        ),
        (
            GenreAlerte.SURFACE,
            "Surface qui ne va pas avec le type",
            "surface",
            "Trop petite ou trop grande pour le nombre de pièces.",
        ),
        (
            GenreAlerte.LOYER,
            "Loyer au-dessus du maximum de la convention",
            "loyer",
            "Le loyer principal dépasse le loyer maximal de la convention APL (LOYERMAXAPL).",
        ),
        (
            GenreAlerte.FINANCEMENT,
            "Financement inconnu",
            "financement",
            "Aucun financement, ou un code absent de la table : les bilans le comptent à part.",
        ),
        (
            GenreAlerte.DOUBLON,
            "Même adresse et même porte",
            "adresse",
            "Plusieurs logements ont la même porte : un même logement entré deux fois ?",
        ),
        (
            GenreAlerte.RESERVATAIRE,
            "Réservataire déclaré en désaccord",
            "contingent_declare",
            "Ni les droits en stock ni les conventions ne disent comme le contingent déclaré.",
        ),
    )
}

# Fields of the score, named as those of ``Logement``, in the order they are read.
CHAMPS_NOTES: Mapping[str, str] = {
    "id_rpls": "Identifiant RPLS",
    "adresse": "Adresse",
    "commune": "Commune",
    "typologie": "Typologie",
    "surface": "Surface",
    "annee_construction": "Année de construction",
    "financement": "Financement",
    "qpv": "QPV",
    "dpe": "DPE",
    "loyer": "Loyer",
    "contingent_declare": "Contingent déclaré",
}


@dataclass(frozen=True, slots=True)
class ScoreChamp:
    """How many of ``total`` values are complete, plausible, confirmed; each within the last."""

    champ: str
    total: int
    complets: int
    plausibles: int
    confirmes: int


@dataclass(frozen=True, slots=True)
class ScoreProgramme:
    """The fields of the dwellings of a programme, and how many alerts they have."""

    programme: Programme
    nom_commune: str
    logements: int
    alertes: int
    champs: tuple[ScoreChamp, ...]

    @property
    def note(self) -> Fraction:
        """Part of the values that are plausible, from 0 to 1."""
        return note(self.champs)


@dataclass(frozen=True, slots=True)
class Alerte:
    """A kind of alert and the dwellings it is about, by id."""

    genre: GenreAlerte
    logements: Sequence[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Qualite:
    """The whole measure; ``non_mesurees`` says what an alert lacks to be looked for."""

    logements: int
    alertes: tuple[Alerte, ...]
    champs: tuple[ScoreChamp, ...]
    programmes: tuple[ScoreProgramme, ...]
    non_mesurees: Mapping[GenreAlerte, str] = field(default_factory=dict)

    @property
    def note(self) -> Fraction:
        """Part of the values of the base that are plausible, from 0 to 1."""
        return note(self.champs)

    def logements_de(self, genre: GenreAlerte) -> Sequence[int]:
        """The dwellings that have this alert."""
        return next((a.logements for a in self.alertes if a.genre is genre), ())


def note(champs: Sequence[ScoreChamp]) -> Fraction:
    """Plausible values among all that there should be; 1 where there is none to judge."""
    total = sum(score.total for score in champs)
    return Fraction(sum(s.plausibles for s in champs), total) if total else Fraction(1)
