"""Why an offer, or a candidate, came to nothing: a closed list, one owner each (pratique.md §4)."""

from __future__ import annotations

from enum import StrEnum


class Responsable(StrEnum):
    """To whom a failure is put down."""

    RESERVATAIRE = "réservataire"
    CANDIDAT = "candidat"
    CAL = "CAL"
    BAILLEUR = "bailleur"


class CauseEchec(StrEnum):
    """Causes, in the officer's words; ``RESPONSABLES`` says whose each is."""

    LOGEMENT_INADAPTE = "logement inadapté à la demande du réservataire"
    RENONCE = "le réservataire renonce pour ce logement"
    AUCUN_CANDIDAT = "aucun candidat dans le délai"
    DOSSIERS_INCOMPLETS = "dossiers non complétés dans le délai"
    REFUS_LOYER = "le candidat refuse : loyer ou charges"
    REFUS_SURFACE = "le candidat refuse : surface ou typologie"
    REFUS_QUARTIER = "le candidat refuse : quartier ou environnement"
    REFUS_ETAGE = "le candidat refuse : étage, ascenseur ou accessibilité"
    REFUS_ETAT = "le candidat refuse : état du logement"
    REFUS_AUTRE = "le candidat refuse : autre raison"
    SILENCE = "le candidat n’a pas répondu à l’offre"
    DESISTEMENT = "le candidat se désiste avant le bail"
    NON_ATTRIBUTION = "la CAL n’attribue pas le logement"
    IRRECEVABLE = "la CAL déclare la demande irrecevable"
    CONDITION = "la condition suspensive n’est pas levée"
    TRAVAUX = "le bailleur retire le logement : travaux"
    VENTE = "le bailleur retire le logement : vente ou démolition"
    RELOGEMENT = "le bailleur retire le logement : relogement prioritaire"
    ERREUR = "le bailleur retire le logement : erreur d’orientation"


RESPONSABLES: dict[CauseEchec, Responsable] = {
    CauseEchec.LOGEMENT_INADAPTE: Responsable.RESERVATAIRE,
    CauseEchec.RENONCE: Responsable.RESERVATAIRE,
    CauseEchec.AUCUN_CANDIDAT: Responsable.RESERVATAIRE,
    CauseEchec.DOSSIERS_INCOMPLETS: Responsable.RESERVATAIRE,
    CauseEchec.REFUS_LOYER: Responsable.CANDIDAT,
    CauseEchec.REFUS_SURFACE: Responsable.CANDIDAT,
    CauseEchec.REFUS_QUARTIER: Responsable.CANDIDAT,
    CauseEchec.REFUS_ETAGE: Responsable.CANDIDAT,
    CauseEchec.REFUS_ETAT: Responsable.CANDIDAT,
    CauseEchec.REFUS_AUTRE: Responsable.CANDIDAT,
    CauseEchec.SILENCE: Responsable.CANDIDAT,
    CauseEchec.DESISTEMENT: Responsable.CANDIDAT,
    CauseEchec.NON_ATTRIBUTION: Responsable.CAL,
    CauseEchec.IRRECEVABLE: Responsable.CAL,
    CauseEchec.CONDITION: Responsable.CAL,
    CauseEchec.TRAVAUX: Responsable.BAILLEUR,
    CauseEchec.VENTE: Responsable.BAILLEUR,
    CauseEchec.RELOGEMENT: Responsable.BAILLEUR,
    CauseEchec.ERREUR: Responsable.BAILLEUR,
}
