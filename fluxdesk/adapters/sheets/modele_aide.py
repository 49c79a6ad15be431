"""What each column of the tables to import holds, in the officer's words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from fluxdesk.adapters.sheets.modele_aide_actes import (
    CANDIDATS,
    HISTORIQUE,
    STOCK,
    VACANCES,
    parmi,
)
from fluxdesk.adapters.sheets.modele_aide_clauses import CLAUSES
from fluxdesk.domain.convention import ModeGestion, ModeOffre
from fluxdesk.domain.flux.parties import EvenementDecompte, ModeRefus
from fluxdesk.domain.reservataire import Categorie
from fluxdesk.domain.typographie import typographier

if TYPE_CHECKING:
    from collections.abc import Sequence


class Aide(NamedTuple):
    """The explanation of a column and an example of a cell."""

    explication: str
    exemple: str


def aide(colonne: str, colonnes: Sequence[str]) -> Aide:
    """What to write in this column of a table that has these columns."""
    for marque, autres in _SELON:
        if marque in colonnes and colonne in autres:
            return Aide(typographier(autres[colonne][0]), autres[colonne][1])
    explication, exemple = _AIDES[colonne]
    return Aide(typographier(explication), exemple)


_CATEGORIES = tuple(word for word in Categorie if word is not Categorie.BAILLEUR)
_CODES = "« tout », ou des codes : commune:2A004,epci:242010056,departement:2B"

_AIDES: dict[str, tuple[str, str]] = {
    "reservataire": (
        (
            "Obligatoire. Nom du réservataire, ou du sous-contingent quand la colonne parent est "
            "remplie. Plusieurs lignes du même nom sont ses avenants."
        ),
        "Action Logement Services",
    ),
    "categorie": (
        f"Catégorie du réservataire, {parmi(_CATEGORIES)}. Vide : autre.",
        "action logement",
    ),
    "taux": ("Obligatoire. Part du flux en pourcentage, deux décimales au plus.", "22,5 %"),
    "debut": ("Premier jour où ce taux s’applique. Vide : depuis toujours.", "01/01/2026"),
    "fin": ("Dernier jour où ce taux s’applique. Vide : sans fin.", "31/12/2028"),
    "assiette": (f"Logements qui comptent dans le pourcentage : {_CODES}. Vide : tout.", "tout"),
    "territoire": (
        (
            f"Logements qu’il peut recevoir : {_CODES}. Vide : tout, sauf commune et EPCI ; pour "
            "un sous-contingent, vide : comme le réservataire."
        ),
        "commune:2A004",
    ),
    "parent": (
        "Nom du réservataire dont cette ligne est un sous-contingent. Vide : réservataire.",
        "État",
    ),
    "report": ("Solde à reprendre en logements entiers : 3 dus, -2 servis en avance.", "-2"),
    "plafond_report": (
        "Nombre de logements que le report ne dépasse jamais, dans un sens ni dans l'autre.",
        "5",
    ),
    "etalement": ("Nombre de logements du flux sur lequel étaler le report. 0 : aussitôt.", "60"),
    "refus": (
        (
            "Ce que coûte un refus. non_compte : rien ; non_compte_mixite : rien, mais il reste "
            "dans la mixité ; compte : un logement du droit ; bailleur_un_tour : un logement du "
            "droit, et le bailleur prend celui-ci."
        ),
        ModeRefus.NON_COMPTE_MIXITE.value,
    ),
    "carence": (
        "Ce que coûte l'absence de candidat dans le délai : les mêmes mots que pour un refus.",
        ModeRefus.COMPTE.value,
    ),
    "mode_offre": (
        f"À qui un logement est proposé, {parmi(ModeOffre)}. Vide : un seul.",
        ModeOffre.UN_SEUL.value,
    ),
    "cibles": (
        "Parts voulues de certains logements : axe=modalité:pourcentage, axes séparés par |.",
        "financement=PLAI:40,PLUS:60|qpv=oui:30",
    ),
    "mode_gestion": (f"Qui propose les candidats, {parmi(ModeGestion)}.", "directe"),
    "delai_jours": ("Jours pour proposer des candidats, de 1 à 366.", "30"),
    "evenement_decompte": (
        f"Ce qui décompte le logement du droit, {parmi(EvenementDecompte)}.",
        "bail signé",
    ),
    **CLAUSES,
}

# The same name says another thing in a table that has this other column: the first that does.
_SELON: tuple[tuple[str, dict[str, tuple[str, str]]], ...] = (
    ("numero_unique", CANDIDATS),
    ("date_offre", HISTORIQUE),
    ("nature", STOCK),
    ("date_conge", VACANCES),
)
