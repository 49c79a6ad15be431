"""What conventions usually say, by kind of réservataire, and what the law caps."""

from __future__ import annotations

from dataclasses import dataclass

from fluxdesk.domain.convention import ModeGestion
from fluxdesk.domain.flux.parties import EvenementDecompte, ModeRefus
from fluxdesk.domain.reservataire import Categorie

USAGE = "Valeurs d’usage courant, à vérifier dans votre convention."


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """Usual values of a kind of réservataire; rates in 1/10 000 (pratique.md §1.3)."""

    nom: str = ""
    taux: int = 0
    parts: tuple[tuple[str, int], ...] = ()
    local: bool = False
    garantie: bool = False
    delai_jours: int = 30


USAGES: dict[Categorie, Usage] = {
    Categorie.ETAT: Usage(
        nom="État", taux=3_000, parts=(("prioritaires", 2_500), ("agents publics", 500))
    ),
    Categorie.ACTION_LOGEMENT: Usage(nom="Action Logement"),
    Categorie.COMMUNE: Usage(nom="Commune de ", local=True, garantie=True),
    Categorie.EPCI: Usage(local=True, garantie=True),
    Categorie.DEPARTEMENT: Usage(nom="Département ", garantie=True),
    Categorie.REGION: Usage(nom="Région "),
    Categorie.EMPLOYEUR: Usage(),
    Categorie.AUTRE: Usage(),
}

PLAFONDS = (
    "La loi plafonne : l’État à 30 % du flux, dont 5 % pour ses agents (CCH, art. R441-5-2) ; "
    "l’ensemble des collectivités garantes à 20 % (CCH, art. L441-1 et R441-5) ; la somme des "
    "taux d’une commune à 100 %."
)

MODES: dict[ModeGestion, str] = {
    ModeGestion.DIRECTE: "Directe : il propose ses candidats",
    ModeGestion.DELEGUEE: "Déléguée : le bailleur propose pour lui",
}
EVENEMENTS: dict[EvenementDecompte, str] = {
    EvenementDecompte.MISE_A_DISPOSITION: "la mise à disposition (l’offre)",
    EvenementDecompte.ATTRIBUTION_CAL: "l’attribution en CAL",
    EvenementDecompte.BAIL_SIGNE: "la signature du bail",
}
REFUS: dict[ModeRefus, tuple[str, str]] = {
    ModeRefus.NON_COMPTE_MIXITE: (
        "ne compte pas, sauf dans l’équilibre",
        (
            "Le droit reste dû ; la proposition compte dans l’équilibre, pour que le même type de "
            "logement ne lui soit pas proposé sans cesse. Réglage conseillé."
        ),
    ),
    ModeRefus.NON_COMPTE: (
        "ne compte pas du tout",
        "Le droit reste dû, comme si le logement n’avait pas été proposé.",
    ),
    ModeRefus.COMPTE: (
        "consomme le droit",
        "Le droit est épuisé pour ce logement, qui ouvre un nouveau droit pour le suivant.",
    ),
    ModeRefus.BAILLEUR_UN_TOUR: (
        "rend le logement au bailleur pour un tour",
        (
            "Le droit est épuisé et le bailleur reprend le logement pour une seule mise en "
            "location, sans qu’elle lui soit comptée."
        ),
    ),
}
REPORT = (
    "Logements dus (+) ou reçus d’avance (−) à l’ouverture du compte ; étalés sur autant de "
    "libérations, ou tout de suite si 0."
)
