"""What each column of the tables of rights, vacancies and candidates holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxdesk.domain.droit_stock import NatureDroit
from fluxdesk.domain.ligne_historique import LIBELLES_ISSUE
from fluxdesk.domain.numero_unique import LONGUEUR
from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.domain.priorite import PRIORITES, SOURCE
from fluxdesk.domain.vacance import CategorieSoustrait, CauseLiberation, Qualification

if TYPE_CHECKING:
    from collections.abc import Iterable
    from enum import StrEnum


def parmi(mots: Iterable[StrEnum]) -> str:
    """The closed list of a column."""
    return "au choix : " + ", ".join(word.value for word in mots)


_LOGEMENT = (
    "Obligatoire. Identifiant RPLS du logement, ou le vôtre, tel que le patrimoine le porte.",
    "D1RGLYPGV0",
)
_ISSUES = ", ".join(
    (
        *(
            words[0]
            for issue, words in LIBELLES_ISSUE.items()
            if issue is not IssueOrientation.BAIL_SIGNE
        ),
        IssueOrientation.BAIL_SIGNE.value,
    )
)

VACANCES: dict[str, tuple[str, str]] = {
    "logement": _LOGEMENT,
    "date_conge": ("Obligatoire. Date du congé.", "15/01/2026"),
    "date_disponibilite": ("Date à laquelle le logement pourra être loué.", "15/04/2026"),
    "cause": (
        f"Pourquoi le logement se libère, {parmi(CauseLiberation)}. Vide : congé du locataire.",
        "congé du locataire",
    ),
    "qualification": (
        f"Entrée dans le flux, {parmi(Qualification)}. Vide : à qualifier.",
        "dans le flux",
    ),
    "categorie": (
        f"Pour un logement soustrait seulement, {parmi(CategorieSoustrait)}.",
        "mutation dans le parc",
    ),
}

HISTORIQUE: dict[str, tuple[str, str]] = VACANCES | {
    "date_conge": (
        (
            "Obligatoire. Date du congé. Plusieurs lignes du même logement et du même congé sont "
            "ses offres successives."
        ),
        "15/01/2025",
    ),
    "date_disponibilite": ("Date à laquelle le logement pouvait être loué.", "15/04/2025"),
    "qualification": (
        (
            f"Entrée dans le flux, {parmi(Qualification)}. Vide : dans le flux s’il y a une offre, "
            "à qualifier sinon."
        ),
        "dans le flux",
    ),
    "reservataire": (
        (
            "À qui le logement a été proposé : un réservataire qui a sa convention dans la base. "
            "Vide ou Bailleur : le bailleur l’a gardé."
        ),
        "Action Logement Services",
    ),
    "sous_contingent": (
        "Part de la convention, si elle est divisée : son code ou son nom.",
        "prioritaires",
    ),
    "date_offre": (
        "Jour de la proposition, ou de la décision de garder le logement. Vide : aucune offre.",
        "20/01/2025",
    ),
    "issue": (
        f"Suite de l’offre, au choix : {_ISSUES}. Vide : ce que disent les dates.",
        "bail signé",
    ),
    "date_reponse": (
        (
            "Jour où le réservataire a rendu le logement, pour un refus ou une absence de "
            "candidat. Vide : le jour de l’offre suivante, sinon l’échéance de la convention."
        ),
        "12/02/2025",
    ),
    "date_attribution": (
        "Jour de la CAL. Obligatoire pour une offre attribuée ou suivie d’un bail.",
        "18/02/2025",
    ),
    "date_bail": ("Jour de la signature du bail.", "01/03/2025"),
    "motif": ("Motif du refus, ou observation sur l’issue ; sans nom de personne.", "trop petit"),
}

STOCK: dict[str, tuple[str, str]] = {
    "logement": _LOGEMENT,
    "reservataire": (
        "Obligatoire. Nom du réservataire, tel que la base le porte.",
        "Action Logement Services",
    ),
    "sous_contingent": ("Part de sa réservation, s’il en a plusieurs.", "agents"),
    "nature": (
        f"Durée du droit, {parmi(NatureDroit)}. Vide : droit de suite.",
        NatureDroit.DROIT_DE_SUITE.value,
    ),
    "fin": ("Dernier jour du droit. Vide : sans fin connue.", "31/12/2031"),
    "source": (
        "D’où vient ce droit : convention, état des lieux, fichier. Vide : nom de ce fichier.",
        "Convention 2014-07",
    ),
}

CANDIDATS: dict[str, tuple[str, str]] = {
    "offre": ("Obligatoire. Numéro de l’offre en cours.", "2026-031"),
    "numero_unique": (
        (
            f"Obligatoire. Numéro unique de la demande, {LONGUEUR} caractères. Gardez la colonne "
            "au format Texte : un tableur en fait 6,91E+17, irrécupérable."
        ),
        "1110318016982G1104",
    ),
    "nom": ("Obligatoire. Nom du demandeur, rien d’autre.", "Exemple"),
    "personnes": ("Nombre de personnes du ménage.", "3"),
    "quartile": ("Quartile de ressources, de 1 à 4.", "1"),
    "dalo": ("Reconnu DALO : oui ou non. Vide : on ne sait pas.", "non"),
    "priorite": (
        (
            f"Code du motif de priorité, sans les mots ({SOURCE}) : "
            + " ; ".join(f"{code}, {words}" for code, words in PRIORITES.items())
            + "."
        ),
        "d",
    ),
    "mutation": ("Déjà locataire du parc social : oui ou non.", "non"),
    "ressources_uc": (
        (
            "Ressources d’une année par unité de consommation, en euros. Elles disent seulement "
            "si le ménage est du premier quartile ; FluxDesk ne les garde pas."
        ),
        "7800",
    ),
}
