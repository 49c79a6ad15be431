"""What conventions usually say, by kind of réservataire, and what the law caps."""

from __future__ import annotations

from dataclasses import dataclass

from fluxdesk.domain.clauses import ModeNeuf, RythmeBilan, SuiteCarence, UniteDelai
from fluxdesk.domain.convention import ModeGestion, ModeOffre
from fluxdesk.domain.convention_mots import MOTS_REFUS
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
EVENEMENT_DIT: dict[EvenementDecompte, str] = {
    EvenementDecompte.MISE_A_DISPOSITION: (
        "Toute offre consomme le droit, même refusée ou restée sans candidat."
    ),
    EvenementDecompte.ATTRIBUTION_CAL: "Un refus après l’attribution consomme le droit.",
    EvenementDecompte.BAIL_SIGNE: "Rien n’est consommé avant la signature.",
}
SANS_EFFET = "Sans effet : l’offre a déjà consommé le droit."
# What an offer that fails costs: the choice, and its consequence on one line.
REFUS: dict[ModeRefus, tuple[str, str]] = {
    ModeRefus.NON_COMPTE_MIXITE: (
        MOTS_REFUS[ModeRefus.NON_COMPTE_MIXITE],
        "Le droit reste dû ; l’équilibre retient la proposition. Conseillé.",
    ),
    ModeRefus.NON_COMPTE: (
        MOTS_REFUS[ModeRefus.NON_COMPTE],
        "Le droit reste dû, comme si rien n’avait été proposé.",
    ),
    ModeRefus.COMPTE: (
        MOTS_REFUS[ModeRefus.COMPTE],
        "Le droit est épuisé ; le logement en ouvre un nouveau pour le suivant.",
    ),
    ModeRefus.BAILLEUR_UN_TOUR: (
        MOTS_REFUS[ModeRefus.BAILLEUR_UN_TOUR],
        "Le droit est épuisé ; le bailleur reprend le logement une fois, sans décompte.",
    ),
}
OFFRES: dict[ModeOffre, tuple[str, str]] = {
    ModeOffre.UN_SEUL: (
        "à un seul réservataire",
        "Après un refus, vous choisissez le suivant sur le conseil du logiciel.",
    ),
    ModeOffre.ORDRE: (
        "dans l’ordre, l’un après l’autre",
        "Après un refus ou le délai, le suivant est proposé aussitôt.",
    ),
    ModeOffre.TOUS: (
        "à plusieurs à la fois",
        "Le logement est imputé à celui dont le candidat signe.",
    ),
}
CIBLES = (
    "Part de chaque modalité dans les logements qui lui sont dus. Une cible impossible ne coûte "
    "jamais un logement : elle est seulement approchée."
)
REPORT = (
    "Logements dus (+) ou reçus d’avance (−) à l’ouverture du compte. Étalé, le solde s’ajoute peu "
    "à peu à ses droits, libération après libération ; à 0, il est repris tout de "
    "suite.\n\nLe plafond limite ce qui est repris, dans un sens "
    "comme dans l’autre."
)
UNITES: dict[UniteDelai, str] = {
    UniteDelai.CALENDAIRES: "jours calendaires",
    UniteDelai.OUVRES: "jours ouvrés (sans week-ends ni jours fériés)",
}
SUITES: dict[SuiteCarence, tuple[str, str]] = {
    SuiteCarence.RELANCE: (
        "relancer le réservataire",
        "Une relance lui est proposée ; rien n’est repris sans votre accord.",
    ),
    SuiteCarence.SUIVANT: (
        "passer au réservataire suivant",
        "Le suivant du classement est proposé ; vous confirmez.",
    ),
    SuiteCarence.REPRISE: (
        "reprise pour un tour par le bailleur",
        "Le bailleur place son candidat cette fois ; le logement revient au flux ensuite.",
    ),
}
NEUFS: dict[ModeNeuf, tuple[str, str]] = {
    ModeNeuf.SEPARE: (
        "comptée à part",
        "La première location suit le programme ; ce droit ne s’ouvre qu’à la relocation.",
    ),
    ModeNeuf.DANS_LE_FLUX: (
        "comptée dans le flux",
        "Chaque première location du programme ouvre ce droit, comme une relocation.",
    ),
}
RYTHMES: dict[RythmeBilan, tuple[str, str]] = {
    RythmeBilan.ANNUEL: ("annuel", "Le bilan est dû avant le 28 février (CCH, art. R441-5-1)."),
    RythmeBilan.SEMESTRIEL: (
        "annuel, et un point par semestre",
        "En plus du bilan dû avant le 28 février (CCH, art. R441-5-1).",
    ),
    RythmeBilan.TRIMESTRIEL: (
        "annuel, et un point par trimestre",
        "En plus du bilan dû avant le 28 février (CCH, art. R441-5-1).",
    ),
    RythmeBilan.MENSUEL: (
        "annuel, et un point par mois",
        "En plus du bilan dû avant le 28 février (CCH, art. R441-5-1).",
    ),
}
