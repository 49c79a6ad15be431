"""The closed lists of conventions, reservations, vacancies and candidates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxdesk.domain.clauses import ModeNeuf, RythmeBilan, SuiteCarence, UniteDelai
from fluxdesk.domain.convention import ModeGestion, ModeOffre
from fluxdesk.domain.droit_stock import NatureDroit
from fluxdesk.domain.flux.parties import EvenementDecompte, ModeRefus
from fluxdesk.domain.listes_valeurs import liste
from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.domain.reservataire import LIBELLES_CATEGORIE, Categorie
from fluxdesk.domain.vacance import CategorieSoustrait, CauseLiberation, Qualification

if TYPE_CHECKING:
    from collections.abc import Mapping
    from enum import StrEnum

    from fluxdesk.domain.listes_valeurs import Liste


def _de(
    mots: type[StrEnum], variantes: Mapping[StrEnum, str], douteuses: Mapping[StrEnum, str]
) -> Liste:
    labels = {word.value: word.value[:1].upper() + word.value[1:] for word in mots}
    return liste(
        labels,
        {word.value: words for word, words in variantes.items()},
        {word.value: words for word, words in douteuses.items()},
    )


_REFUS = liste(
    {
        ModeRefus.NON_COMPTE.value: "Non compté",
        ModeRefus.NON_COMPTE_MIXITE.value: "Non compté, sauf pour la mixité",
        ModeRefus.COMPTE.value: "Compté",
        ModeRefus.BAILLEUR_UN_TOUR.value: "Compté, le bailleur prend le tour",
    },
    {
        ModeRefus.NON_COMPTE.value: "non décompté|pas compté|R0|neutre",
        ModeRefus.NON_COMPTE_MIXITE.value: "R0m",
        ModeRefus.COMPTE.value: "décompté|R1|consommé|imputé",
        ModeRefus.BAILLEUR_UN_TOUR.value: "R2|retour au bailleur|bailleur un tour",
    },
    {ModeRefus.NON_COMPTE.value: "non", ModeRefus.COMPTE.value: "oui"},
)

CONVENTIONS: dict[str, Liste] = {
    "categorie": liste(
        {word.value: label for word, label in LIBELLES_CATEGORIE.items()},
        {
            Categorie.ETAT.value: "préfecture|préfet|DDETS|DDCS|DRIHL|services de l’État",
            Categorie.ACTION_LOGEMENT.value: "ALS|Action Logement Services|1 % logement",
            Categorie.COMMUNE.value: "ville|mairie|CCAS",
            Categorie.EPCI.value: "agglomération|métropole|communauté d’agglomération"
            "|communauté de communes|communauté urbaine|intercommunalité|EPT",
            Categorie.DEPARTEMENT.value: "conseil départemental|conseil général|CD",
            Categorie.REGION.value: "conseil régional",
            Categorie.EMPLOYEUR.value: "entreprise|employeurs|hôpital",
            Categorie.BAILLEUR.value: "organisme|contingent propre",
        },
        {
            Categorie.COMMUNE.value: "collectivité|collectivité locale",
            Categorie.AUTRE.value: "divers|association|ministère",
        },
    ),
    "refus": _REFUS,
    "carence": _REFUS,
    "mode_offre": _de(
        ModeOffre,
        {
            ModeOffre.UN_SEUL: "seul|un",
            ModeOffre.ORDRE: "ordre|successif|à tour de rôle",
            ModeOffre.TOUS: "tous|simultané",
        },
        {},
    ),
    "mode_gestion": _de(
        ModeGestion,
        {
            ModeGestion.DIRECTE: "gestion directe|direct|réservataire",
            ModeGestion.DELEGUEE: "gestion déléguée|délégué|délégation|délégation au bailleur",
        },
        {},
    ),
    "evenement_decompte": _de(
        EvenementDecompte,
        {
            EvenementDecompte.MISE_A_DISPOSITION: "proposition|offre|désignation",
            EvenementDecompte.ATTRIBUTION_CAL: "attribution|CAL|CALEOL|attribution CAL",
            EvenementDecompte.BAIL_SIGNE: "bail|signature du bail|relocation",
        },
        {},
    ),
}

CONVENTIONS |= {
    "refus_candidat": _REFUS,
    "refus_cal": _REFUS,
    "retrait": _REFUS,
    "unite_delai": _de(
        UniteDelai,
        {UniteDelai.CALENDAIRES: "calendaires|calendaire", UniteDelai.OUVRES: "ouvrés|ouvré"},
        {},
    ),
    "suite_carence": _de(
        SuiteCarence,
        {
            SuiteCarence.RELANCE: "relance|relancer",
            SuiteCarence.SUIVANT: "suivant|réservataire suivant",
            SuiteCarence.REPRISE: "reprise|reprise pour un tour|remise à disposition",
        },
        {},
    ),
    "neuf": _de(
        ModeNeuf,
        {ModeNeuf.SEPARE: "séparé|à part", ModeNeuf.DANS_LE_FLUX: "flux|compté"},
        {},
    ),
    "rythme": _de(
        RythmeBilan,
        {
            RythmeBilan.ANNUEL: "an|année",
            RythmeBilan.SEMESTRIEL: "semestre",
            RythmeBilan.TRIMESTRIEL: "trimestre",
            RythmeBilan.MENSUEL: "mois",
        },
        {},
    ),
}

STOCK: Mapping[str, Liste] = {
    "nature": _de(
        NatureDroit,
        {
            NatureDroit.DROIT_DE_SUITE: "suite|DDS|avec droit de suite|permanent",
            NatureDroit.DESIGNATION_UNIQUE: "un tour|tour unique|unique|une désignation|1 tour"
            "|sans droit de suite|usage unique|droit unique",
            NatureDroit.DEFENSE: "défense|armée|militaires",
            NatureDroit.SECURITE: "police|gendarmerie|forces de l’ordre",
            NatureDroit.SANTE: "hôpital|santé|CHU|EPS",
        },
        {NatureDroit.DROIT_DE_SUITE: "oui|DS", NatureDroit.DESIGNATION_UNIQUE: "non|DU|UT"},
    )
}

VACANCES: Mapping[str, Liste] = {
    "cause": _de(
        CauseLiberation,
        {
            CauseLiberation.CONGE: "congé|préavis|départ|départ locataire|résiliation|congé donné"
            "|départ volontaire|départ du locataire|résiliation du bail",
            CauseLiberation.DECES: "décès du locataire|décès locataire|décédé",
            CauseLiberation.MUTATION: "mutation|échange|mutation dans le parc",
            CauseLiberation.ABANDON: "abandon de domicile|abandon de logement"
            "|départ à la cloche de bois",
            CauseLiberation.EXPULSION: "expulsé|expulsion locative",
            CauseLiberation.RELOGEMENT: "relogement ANRU|ANRU|NPNRU|relogement NPNRU"
            "|renouvellement urbain",
            CauseLiberation.LIVRAISON: "livraison|neuf|mise en service|programme neuf",
            CauseLiberation.ACQUISITION: "acquisition|AA|acq amél|acquisition améliorée",
            CauseLiberation.REPRISE_ASSOCIATION: "reprise association|association",
        },
        {
            CauseLiberation.CONGE: "accession|achat|raisons professionnelles|mutation"
            " professionnelle|divorce|séparation|départ en maison de retraite|EHPAD",
            CauseLiberation.EXPULSION: "impayés|procédure",
            CauseLiberation.RELOGEMENT: "relogement|démolition",
        },
    ),
    "qualification": _de(
        Qualification,
        {
            Qualification.A_QUALIFIER: "non qualifié|inconnu",
            Qualification.FLUX: "flux|en flux",
            Qualification.SOUSTRAIT: "soustrait du flux|soustraction|déduit",
            Qualification.STOCK: "stock",
            Qualification.HORS_CHAMP: "hors périmètre|non conventionné",
        },
        {Qualification.FLUX: "oui|1|x", Qualification.SOUSTRAIT: "hors flux|non|exclu"},
    ),
    "categorie": _de(
        CategorieSoustrait,
        {
            CategorieSoustrait.MUTATION: "mutation|mutation interne",
            CategorieSoustrait.RENOUVELLEMENT_URBAIN: "ANRU|NPNRU|renouvellement urbain"
            "|relogement ANRU|relogement NPNRU",
            CategorieSoustrait.COPROPRIETE_DEGRADEE: "copropriété|ORCOD",
            CategorieSoustrait.HABITAT_INDIGNE: "insalubrité|LHI|habitat insalubre",
            CategorieSoustrait.VENTE: "vendu|mise en vente",
        },
        {CategorieSoustrait.RENOUVELLEMENT_URBAIN: "relogement|démolition"},
    ),
    "issue": _de(
        IssueOrientation,
        {
            IssueOrientation.EN_COURS: "en attente|proposé|proposée|en cours de traitement",
            IssueOrientation.ATTRIBUEE: "attribuée|attribué|attribution|attribution CAL"
            "|accord CAL|attribué CAL|attribué en CAL",
            IssueOrientation.BAIL_SIGNE: "signé|bail|loué|reloué|entrée dans les lieux|relocation",
            IssueOrientation.REFUSEE: "refus|refusé|refusée|refus réservataire"
            "|refus du réservataire|rendu|refusé par le réservataire",
            IssueOrientation.SANS_CANDIDAT: "sans candidat|carence|pas de candidat|infructueux"
            "|absence de candidat|délai dépassé",
            IssueOrientation.NON_ATTRIBUEE: "non attribuée|non attribué|non attribution|refus CAL",
            IssueOrientation.REFUS_CANDIDAT: "refus candidat|refus du candidat|refus des candidats",
            IssueOrientation.RETIREE: "retirée|retiré|retrait|retiré par le bailleur",
            IssueOrientation.ANNULEE: "annulé|annulation",
            IssueOrientation.ECARTEE: "écartée|autre réservataire|attribué à un autre",
        },
        {
            IssueOrientation.REFUS_CANDIDAT: "désistement|désisté",
            IssueOrientation.ATTRIBUEE: "accord|accepté|oui",
            IssueOrientation.REFUSEE: "non|remis au bailleur",
        },
    ),
}

CANDIDATS: Mapping[str, Liste] = {
    "quartile": liste(
        {"1": "1er quartile", "2": "2e quartile", "3": "3e quartile", "4": "4e quartile"},
        {
            "1": "Q1|1er|premier|premier quartile|quartile 1",
            "2": "Q2|2ème|2nd|deuxième quartile|quartile 2|2ème quartile|second quartile",
            "3": "Q3|3ème|3e|troisième quartile|quartile 3|3ème quartile",
            "4": "Q4|4ème|4e|quatrième quartile|quartile 4|4ème quartile",
        },
        {"1": "oui|x"},
    )
}
