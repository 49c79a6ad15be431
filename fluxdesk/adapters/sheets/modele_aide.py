"""What each column of the tables to import holds, in the officer's words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from fluxdesk.domain.convention import ModeGestion, ModeOffre
from fluxdesk.domain.flux.parties import EvenementDecompte, ModeRefus
from fluxdesk.domain.reservataire import Categorie
from fluxdesk.domain.typographie import typographier
from fluxdesk.domain.vacance import CategorieSoustrait, CauseLiberation, Qualification

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from enum import StrEnum


class Aide(NamedTuple):
    """The explanation of a column and an example of a cell."""

    explication: str
    exemple: str


def aide(colonne: str, colonnes: Sequence[str]) -> Aide:
    """What to write in this column of a table that has these columns."""
    of_vacancies = colonne == "categorie" and "logement" in colonnes
    explication, exemple = _AIDES["categorie_soustrait" if of_vacancies else colonne]
    return Aide(typographier(explication), exemple)


def _parmi(mots: Iterable[StrEnum]) -> str:
    return "au choix : " + ", ".join(word.value for word in mots)


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
        f"Catégorie du réservataire, {_parmi(_CATEGORIES)}. Vide : autre.",
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
        f"À qui un logement est proposé, {_parmi(ModeOffre)}. Vide : un seul.",
        ModeOffre.UN_SEUL.value,
    ),
    "cibles": (
        "Parts voulues de certains logements : axe=modalité:pourcentage, axes séparés par |.",
        "financement=PLAI:40,PLUS:60|qpv=oui:30",
    ),
    "mode_gestion": (f"Qui propose les candidats, {_parmi(ModeGestion)}.", "directe"),
    "delai_jours": ("Jours pour proposer des candidats, de 1 à 366.", "30"),
    "evenement_decompte": (
        f"Ce qui décompte le logement du droit, {_parmi(EvenementDecompte)}.",
        "bail signé",
    ),
    "logement": (
        "Obligatoire. Identifiant RPLS du logement, ou le vôtre, tel que le patrimoine le porte.",
        "D1RGLYPGV0",
    ),
    "date_conge": ("Obligatoire. Date du congé.", "15/01/2026"),
    "date_disponibilite": ("Date à laquelle le logement pourra être loué.", "15/04/2026"),
    "cause": (
        f"Pourquoi le logement se libère, {_parmi(CauseLiberation)}. Vide : congé du locataire.",
        "congé du locataire",
    ),
    "qualification": (
        f"Entrée dans le flux, {_parmi(Qualification)}. Vide : à qualifier.",
        "dans le flux",
    ),
    "categorie_soustrait": (
        f"Pour un logement soustrait seulement, {_parmi(CategorieSoustrait)}.",
        "mutation dans le parc",
    ),
}
