"""The placeholders of each kind of letter: a closed list, each with what it gives."""

from __future__ import annotations

from dataclasses import dataclass

from fluxdesk.domain.modele_lettre import GenreCourrier

G = GenreCourrier
# What the end of a guarantee does to the convention, before that day and after it.
A_VENIR = (
    "Jusqu’à cette date, rien n’est changé à la convention qui nous lie\u00a0; un avenant en "
    "tirera les conséquences à l’échéance."
)
PASSEE = "Un avenant à la convention qui nous lie en tire les conséquences."


@dataclass(frozen=True, slots=True)
class Champ:
    """One placeholder.

    ``vide`` says when it has no value, empty where it always has one. ``bloc`` is a whole table
    or box, alone on its line; ``obligatoire`` once in every template of that kind.
    """

    nom: str
    description: str
    exemple: str
    vide: str = ""
    bloc: bool = False
    obligatoire: bool = False


_COMMUNS = (
    Champ("bailleur", "votre raison sociale", "Habitat Balagne"),
    Champ("date de la lettre", "le jour écrit en tête", "3 mars 2026"),
)
_DESTINATAIRE = (Champ("réservataire", "à qui la lettre est adressée", "Action Logement"),)
_LOGEMENT = (
    Champ("n° d’offre", "le numéro de l’offre", "2026-031"),
    Champ("date de l’offre", "le jour de la proposition", "3 mars 2026"),
    Champ("logement", "typologie et résidence", "T3, Les Oliviers"),
    Champ("adresse du logement", "rue, accès, commune", "14 rue Haute, 20260 Calvi"),
    Champ("commune", "la commune du logement", "Calvi"),
    Champ("référence du logement", "votre référence, sinon celle du RPLS", "0312-A-04"),
    Champ("surface", "la surface habitable", "64 m²", "si elle n’est pas connue"),
    Champ("loyer et charges", "leur somme par mois", "523,55 €", "si l’un des deux manque"),
    Champ("disponible le", "la date de disponibilité", "10 mai 2026", "si elle n’est pas connue"),
)
_OFFRE = (
    *_COMMUNS,
    *_DESTINATAIRE,
    *_LOGEMENT,
    Champ("contingent", "le compte imputé", "État (prioritaires)"),
    Champ("convention", "sa référence et sa signature", "2B-2023, signée le 24 novembre 2023"),
    Champ("date limite", "le dernier jour pour répondre", "jeudi 2 avril 2026", "sans échéance"),
    Champ("calcul de la date limite", "comment elle est comptée", "30 jours à compter du 3 mars"),
    Champ(
        "rappel de l’offre",
        "tableau : offre, logement, adresse, contingent",
        "un tableau de quatre lignes",
        bloc=True,
    ),
)
_MOTIF = Champ("motif", "la raison enregistrée", "surface insuffisante", "si rien n’a été écrit")

CHAMPS: dict[GenreCourrier, tuple[Champ, ...]] = {
    G.PROPOSITION: (
        *_OFFRE,
        Champ(
            "candidats attendus",
            "combien, désignés comment",
            "3 candidats, désignés par leur numéro unique d’enregistrement",
            "en gestion déléguée",
        ),
        Champ(
            "gestion déléguée",
            "rappelle que vous proposez pour son compte",
            "La convention nous confie la proposition des candidats pour votre compte",
            "en gestion directe",
        ),
        Champ(
            "offre à plusieurs",
            "dit que d’autres sont saisis",
            "Il est proposé également à d’autres réservataires",
            "si l’offre va à un seul",
        ),
        Champ("position du compte", "rang, dû, proposés, signés", "Cette offre est la 4e…"),
        Champ(
            "encadré de la date limite",
            "la date limite, en gras",
            "un encadré",
            bloc=True,
            obligatoire=True,
        ),
        Champ(
            "fiche du logement",
            "logement, loyer, calendrier",
            "trois tableaux",
            bloc=True,
            obligatoire=True,
        ),
    ),
    G.ACCUSE: (
        *_OFFRE,
        Champ("date de réception", "le jour où ils sont arrivés", "20 mars 2026"),
        Champ("candidats reçus", "combien sont enregistrés", "2 candidats", "si aucun"),
        Champ("date de la commission", "la CAL prévue", "8 avril 2026", "si elle n’est pas fixée"),
    ),
    G.RELANCE: (
        *_OFFRE,
        Champ("échéance à venir", "la date limite", "jeudi 2 avril 2026", "une fois passée"),
        Champ("échéance passée", "la date limite", "jeudi 2 avril 2026", "avant ce jour"),
        Champ(
            "suite prévue",
            "ce que la convention prévoit",
            "reprise pour un tour",
            "si c’est une relance",
        ),
    ),
    G.CARENCE: (
        *_OFFRE,
        _MOTIF,
        Champ("date du constat", "le jour où il a été enregistré", "3 avril 2026"),
        Champ(
            "suite prévue",
            "ce que la convention prévoit",
            "reprise pour un tour",
            "si c’est une relance",
        ),
    ),
    G.DECISION_CAL: (
        *_OFFRE,
        _MOTIF,
        Champ("date de la commission", "le jour de la décision", "8 avril 2026"),
        Champ(
            "décision favorable",
            "si elle attribue",
            "a attribué le logement à un candidat de votre contingent",
            "si elle n’attribue pas",
        ),
        Champ(
            "décision défavorable",
            "si elle n’attribue pas",
            "n’a pas attribué le logement",
            "si elle attribue",
        ),
        Champ(
            "réponse du candidat avant le",
            "le dernier jour pour répondre à l’offre",
            "20 avril 2026",
            "si la notification n’est pas enregistrée",
        ),
    ),
    G.BAIL: (
        *_OFFRE,
        Champ("date du bail", "le jour de la signature", "4 mai 2026"),
        Champ("date d’entrée", "l’entrée dans les lieux", "15 mai 2026", "si elle manque"),
    ),
    G.ECARTE: (
        *_OFFRE,
        Champ("date de clôture", "le jour où l’offre s’est close", "4 mai 2026"),
    ),
    G.FIN_DE_DROITS: (
        *_COMMUNS,
        *_DESTINATAIRE,
        Champ("programme", "le programme garanti", "Les Oliviers"),
        Champ("commune", "où il se trouve", "Calvi", "si elle manque"),
        Champ("emprunt", "la référence du prêt", "contrat n° 1234", "si elle manque"),
        Champ("quotité", "la part garantie", "50 %", "si elle manque"),
        Champ("droits réservés", "ceux de la contrepartie", "4 logements", "si aucun n’est saisi"),
        Champ("dernier remboursement", "le jour du dernier versement", "1er juin 2026"),
        Champ("fin des droits", "cinq ans plus tard", "1er juin 2031"),
        Champ("prendront fin", "« ont pris fin » une fois ce jour passé", "prendront fin"),
        Champ("effet sur la convention", "une phrase, selon que ce jour est passé", A_VENIR),
        Champ("rappel de la garantie", "tableau de la garantie", "un tableau", bloc=True),
    ),
    G.BILAN: (
        *_COMMUNS,
        *_DESTINATAIRE,
        Champ("période", "ce que le bilan couvre", "du 1er janvier au 31 décembre 2025"),
        Champ("année", "l’année du bilan", "2025"),
        Champ("portée", "de quels logements il parle", "sur vos réservations"),
        Champ("fondement", "le texte qui le prévoit", "que prévoit l’article R441-5-1 du CCH"),
        Champ("proposés", "logements proposés", "12 logements proposés"),
        Champ("attribués", "attributions en commission", "9 attributions"),
        Champ("baux signés", "baux signés", "8 baux signés"),
        Champ("pièces jointes", "les fichiers envoyés", "bilan (xlsx et PDF)", "si aucun"),
        Champ(
            "rectificatif",
            "dit que l’envoi remplace le précédent",
            "Ce rectificatif n° 1 annule et remplace l’envoi précédent.",
            "au premier envoi",
        ),
    ),
    G.POURQUOI: (
        *_COMMUNS,
        *_LOGEMENT,
        Champ("à qui", "à qui le logement a été proposé", "à Action Logement"),
        Champ("explication", "la phrase montrée à l’agent", "Proposition : Action Logement…"),
        Champ("règle", "à qui la règle le destinait", "État", "si l’agent l’a suivie"),
        Champ("motif du choix", "pourquoi un autre", "relogement urgent", "si l’agent l’a suivie"),
        Champ("suite donnée", "ce que l’offre est devenue", "bail signé, le 4 mai 2026"),
        Champ("rappel du logement", "tableau du logement", "un tableau", bloc=True),
        Champ("classement", "tableau tel qu’il a été montré", "un tableau", bloc=True),
        Champ("journal", "tableau : date, auteur, acte, motif", "un tableau", bloc=True),
    ),
}


def champ_ecrit(champ: Champ) -> str:
    """The placeholder as it is written in a template."""
    return f"{{{champ.nom}}}"
