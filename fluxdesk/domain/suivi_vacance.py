"""The dates and facts of a vacancy and of an offer, step by step (pratique.md §4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fluxdesk.domain.gardee import gardee


class EtatVacance(StrEnum):
    """What the empty dwelling is waiting for (pratique.md §4, second list; RPLS 40)."""

    COMMERCIALE = "à louer"
    TRAVAUX = "en travaux"
    ATTENTE_DEMOLITION = "en attente de démolition"
    ATTENTE_VENTE = "en attente de vente"
    RESERVE_RELOGEMENT = "gardé pour un relogement"
    FONCTION = "logement de fonction"
    ASSOCIATION = "confié à une association"


class MotifHorsFlux(StrEnum):
    """Why a dwelling is out of the field or held in stock (pratique.md §4, third list).

    The five causes of R441-5 al. 5 are ``CategorieSoustrait``; these are the others (regles.md 5,
    16, 18).
    """

    DEFENSE = "défense nationale"
    SECURITE = "sécurité intérieure"
    SANTE = "établissement public de santé"
    FOYER = "logement-foyer"
    RESIDENCE_SOCIALE = "résidence sociale"
    ETUDIANTE = "résidence étudiante"
    NON_CONVENTIONNE = "logement non conventionné ou hors L441-1"
    ASSOCIATION = "location à une association"
    FONCTION = "logement de fonction ou de gardien"
    NEUTRALISE = "neutralisé : travaux, vente ou démolition"


# Dwellings that stay identified, on their own circuit (R441-5; regles.md 5).
STOCK_IDENTIFIE = frozenset({MotifHorsFlux.DEFENSE, MotifHorsFlux.SECURITE, MotifHorsFlux.SANTE})


@gardee
@dataclass(frozen=True, slots=True, kw_only=True)
class SuiviVacance:
    """What is known of a vacancy beside its congé; None is « not yet ».

    ``preavis_mois`` is 1, 2 or 3, ``preavis_motif`` why, ``preavis_justifie`` whether the proof
    was given. ``liberation`` is the day of the état des lieux sortant. ``operation`` names the
    renewal or other operation of a dwelling taken out. ``suite_de`` is the vacancy whose
    letting freed this dwelling (a mutation). ``programme_id`` is the new programme it is
    delivered with. ``retrait`` is the day the landlord withdrew it, until it is returned.
    """

    etat: EtatVacance = EtatVacance.COMMERCIALE
    motif_hors_flux: MotifHorsFlux | None = None
    operation: str = ""
    preavis_mois: int | None = None
    preavis_motif: str = ""
    preavis_justifie: bool = False
    visite_conseil: date | None = None
    liberation: date | None = None
    travaux_debut: date | None = None
    travaux_fin: date | None = None
    travaux_nature: str = ""
    suite_de: int | None = None
    programme_id: int | None = None
    retrait: date | None = None
    retrait_motif: str = ""


@gardee
@dataclass(frozen=True, slots=True, kw_only=True)
class SuiviOffre:
    """What is known of an offer beside its issue; None is « not yet ».

    ``groupe`` is the number of the first of the offers made together. ``reponse_echeance`` is
    the last day the candidate may answer (R441-10: ten days at least). ``sne`` is the day the
    demand was struck off the SNE (R441-2-8). ``impute`` is the party key charged where it is
    another than the one the dwelling was offered to, ``impute_source`` the rule or agreement
    that says so (regles.md 63, 65). ``hors_registre`` marks an offer that the ledger of the flux
    does not know: a first letting that no convention counts in the flux, or an identified dwelling.
    ``a_part`` marks a first letting that the ledger knows, because a convention counts it, offered
    to one whose own counts it apart: the landlord's account is charged (regles.md 48).
    """

    groupe: str = ""
    envoi: date | None = None
    canal: str = ""
    relances: tuple[date, ...] = ()
    candidats_recus: date | None = None
    dossiers_complets: date | None = None
    visite: date | None = None
    cal_prevue: date | None = None
    passages_cal: int = 0
    notification: date | None = None
    reponse_echeance: date | None = None
    reponse: date | None = None
    entree: date | None = None
    sne: date | None = None
    impute: str = ""
    impute_source: str = ""
    hors_registre: bool = False
    a_part: bool = False
