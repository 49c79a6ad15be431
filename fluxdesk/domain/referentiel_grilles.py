"""Columns of the tables of reference, under the names that public files give them.

A name is written as ``nom_de_colonne`` of the readers writes it; one that ends with ``*`` stands
for every name that begins so, since ministries date their titles (« Zonage en vigueur depuis
le 5 septembre 2025 »).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fluxdesk.domain.referentiel import GenreReferentiel

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@dataclass(frozen=True, slots=True)
class ColonneReferentiel:
    """One column: its code here, what it is called on screen, its names in files."""

    code: str
    libelle: str
    noms: tuple[str, ...]
    obligatoire: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Grille:
    """A table as read: its title, what a line is known by, where it is found, its columns."""

    titre: str
    cle: str
    provenance: str
    colonnes: tuple[ColonneReferentiel, ...]
    montrees: tuple[tuple[str, str], ...]  # columns of a line kept, with their titles


_COMMUNE = (
    "insee_com", "codgeo", "code_insee", "code_commune", "code_insee_commune", "insee_commune",
    "depcom", "com", "insee", "commune", "cog",
)  # fmt: skip
_NOM_COMMUNE = ("libelle", "libgeo", "lib_com", "nom_commune", "libcom", "nom", "nccenr")
_SIREN = (
    "siren_epci", "epci_siren", "code_epci", "epci_code", "siren_de_l_epci", "code_siren",
    "numero_siren", "n_siren", "siren", "epci",
)  # fmt: skip
_NOM_EPCI = (
    "libepci", "lib_epci", "epci_libelle", "nom_epci", "epci_nom", "nom_de_l_epci",
    "nom_du_groupement", "raison_sociale", "territoire", "libelle", "nom", "epci",
)  # fmt: skip
Col = ColonneReferentiel

_QPV = (
    Col(
        "code", "Code du quartier",
        ("code_qp", "code_qpv", "codeqp", "code_quartier", "code_du_quartier", "codqp", "code"),
        obligatoire=True,
    ),
    Col(
        "nom", "Nom du quartier",
        ("lib_qp", "nom_qp", "lib_qpv", "nom_qpv", "nom_du_quartier", "nom_quartier", "libqp",
         "libelle", "nom"),
    ),
    Col("communes", "Communes", (*_COMMUNE, "code_insee_com", "liste_insee_com")),
    Col("epci", "EPCI", ("siren_epci", "code_epci", "epci_siren", "epci")),
)  # fmt: skip
_QPV_MONTREES = (("nom", "Quartier"), ("communes", "Communes"), ("epci", "EPCI"))

GRILLES: Mapping[GenreReferentiel, Grille] = {
    GenreReferentiel.COMMUNES: Grille(
        titre="Communes (code officiel géographique)",
        cle="Code Insee",
        provenance="Insee, fichier des communes ou des mouvements de communes",
        colonnes=(
            Col("code", "Code", ("com", "codgeo", "code_insee", "code_commune", "com_ap", "code"),
                obligatoire=True),
            Col("nom", "Nom", ("libelle", "libgeo", "nom", "nom_commune", "libelle_ap", "nccenr")),
            Col("departement", "Département", ("dep", "departement", "code_departement")),
            Col("type", "Type", ("typecom", "type", "typecom_ap")),
            Col("parente", "Commune de rattachement", ("comparent", "commune_parente", "parente")),
            Col("avant", "Code avant", ("com_av", "ancien_code", "code_avant")),
            Col("type_avant", "Type avant", ("typecom_av",)),
            Col("mouvement", "Mouvement", ("mod",)),
            Col("date", "Date d’effet", ("date_eff", "date_effet")),
        ),
        montrees=(("nom", "Commune"), ("departement", "Département"), ("type", "Type"),
                  ("parente", "Rattachée à"), ("date", "Date")),
    ),
    GenreReferentiel.EPCI: Grille(
        titre="EPCI et leurs communes",
        cle="SIREN",
        provenance="Insee ou DGCL (Banatic), composition communale des EPCI",
        colonnes=(
            Col("siren", "SIREN", _SIREN, obligatoire=True),
            Col("nom", "Nom", _NOM_EPCI),
            Col("nature", "Nature", ("nature_epci", "nature_juridique", "epci_type", "type")),
            Col("communes", "Commune", (*_COMMUNE, "code", "siren_membre_insee")),
        ),
        montrees=(("nom", "EPCI"), ("nature", "Nature"), ("communes", "Communes")),
    ),
    GenreReferentiel.QPV_2015: Grille(
        titre="Quartiers prioritaires 2015",
        cle="Code du quartier",
        provenance="ANCT, liste des quartiers prioritaires de 2015",
        colonnes=_QPV,
        montrees=_QPV_MONTREES,
    ),
    GenreReferentiel.QPV_2024: Grille(
        titre="Quartiers prioritaires 2024",
        cle="Code du quartier",
        provenance="ANCT, liste des quartiers prioritaires de 2024 (listeqp2024)",
        colonnes=_QPV,
        montrees=_QPV_MONTREES,
    ),
    GenreReferentiel.ZONAGE: Grille(
        titre="Zonages ABC et 1-2-3",
        cle="Code Insee",
        provenance="ministère chargé du logement, liste des communes par zone",
        colonnes=(
            Col("code", "Commune", (*_COMMUNE, "code"), obligatoire=True),
            Col("nom", "Nom", _NOM_COMMUNE),
            Col("abc", "Zone ABC",
                ("zonage_en_vigueur*", "zone_en_vigueur*", "zonage_abc*", "zone_abc*", "zonage",
                 "zone")),
            Col("123", "Zone 1-2-3", ("zone_1_2_3*", "zone_123*", "zonage_123*", "zone_apl*",
                                      "zonage_1_2_3*")),
        ),
        montrees=(("nom", "Commune"), ("abc", "Zone ABC"), ("123", "Zone 1-2-3")),
    ),
    GenreReferentiel.QUARTILE: Grille(
        titre="Seuils du premier quartile",
        cle="SIREN de l’EPCI",
        provenance="arrêté annuel fixant le seuil de ressources du premier quartile, annexe",
        colonnes=(
            Col("siren", "SIREN de l’EPCI", _SIREN),
            Col("nom", "EPCI", _NOM_EPCI),
            Col("seuil", "Seuil annuel par unité de consommation",
                ("seuil*", "montant*", "premier_quartile*", "1er_quartile*", "quartile_1*", "q1*"),
                obligatoire=True),
        ),
        montrees=(("nom", "EPCI"), ("seuil", "Seuil annuel par UC, en euros")),
    ),
    GenreReferentiel.PLAFONDS: Grille(
        titre="Plafonds de ressources",
        cle="Financement, zone, ménage",
        provenance="arrêté annuel modifiant celui du 29 juillet 1987",
        colonnes=(
            Col("financement", "Financement", ("financement", "produit", "type_de_financement"),
                obligatoire=True),
            Col("categorie", "Catégorie de ménage",
                ("categorie*", "cat", "menage*", "composition*", "nombre_de_personnes*"),
                obligatoire=True),
            Col("zone", "Zone", ("zone", "territoire")),
            Col("montant", "Plafond", ("plafond*", "montant*")),
            Col("paris", "Paris et communes limitrophes", ("paris*",)),
            Col("idf", "Île-de-France", ("ile_de_france*", "idf*", "reste_de_l_ile_de_france*")),
            Col("autres", "Autres régions", ("autres*", "province*")),
        ),
        montrees=(("montant", "Plafond annuel, en euros"),),
    ),
    GenreReferentiel.FINANCEMENTS: Grille(
        titre="Codes de financement et familles",
        cle="Code RPLS",
        provenance="le bailleur : à quelle famille de plafonds il range chaque code",
        colonnes=(
            Col("code", "Code RPLS", ("finan_code", "finan", "code_financement", "code"),
                obligatoire=True),
            Col("famille", "Famille", ("famille", "famille_de_plafonds", "financement"),
                obligatoire=True),
            Col("libelle", "Libellé", ("finan_libelle", "libelle", "libelle_du_financement")),
        ),
        montrees=(("libelle", "Financement"), ("famille", "Famille")),
    ),
}  # fmt: skip


def noms_attendus(genre: GenreReferentiel) -> tuple[str, ...]:
    """Every name a reader may meet, once each."""
    names = (name for column in GRILLES[genre].colonnes for name in column.noms)
    return tuple(dict.fromkeys(names))


def reconnait(attendu: str, nom: str) -> bool:
    """Whether a column of that name is the one expected."""
    return nom.startswith(attendu[:-1]) if attendu.endswith("*") else nom == attendu


def placer(genre: GenreReferentiel, noms: Sequence[str]) -> dict[str, str]:
    """Name in the file of each column found, by its code here; a name serves one column only."""
    placed: dict[str, str] = {}
    for column in GRILLES[genre].colonnes:
        free = [name for name in noms if name not in placed.values()]
        matches = (name for wanted in column.noms for name in free if reconnait(wanted, name))
        found = next(matches, None)
        if found is not None:
            placed[column.code] = found
    return placed


def manquantes(genre: GenreReferentiel, placees: Mapping[str, str]) -> list[str]:
    """Labels of the columns a file cannot be without, and does not have."""
    columns = GRILLES[genre].colonnes
    return [c.libelle for c in columns if c.obligatoire and c.code not in placees]
