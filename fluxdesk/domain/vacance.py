"""A dwelling that is freed: why, when, and whether it enters the flux."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.domain.suivi_vacance import SuiviVacance

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date


class CauseLiberation(StrEnum):
    """Why the dwelling is freed (pratique.md §4, first list)."""

    CONGE = "congé du locataire"
    DECES = "décès"
    MUTATION = "mutation interne"
    ABANDON = "abandon"
    EXPULSION = "expulsion"
    RELOGEMENT = "relogement de renouvellement urbain"
    BAIL_GLISSANT = "fin de bail glissant"
    LIVRAISON = "livraison neuve"
    ACQUISITION = "acquisition-amélioration"
    REPRISE_ASSOCIATION = "reprise d’une association"


class Qualification(StrEnum):
    """Whether the dwelling counts in the flux (regles.md 15, 18, 19)."""

    A_QUALIFIER = "à qualifier"
    FLUX = "dans le flux"
    SOUSTRAIT = "soustrait"
    STOCK = "stock identifié"
    HORS_CHAMP = "hors champ"


class CategorieSoustrait(StrEnum):
    """The five causes of R441-5 al. 5 (regles.md 15)."""

    MUTATION = "mutation dans le parc"
    RENOUVELLEMENT_URBAIN = "relogement de renouvellement urbain"
    COPROPRIETE_DEGRADEE = "copropriété dégradée"
    HABITAT_INDIGNE = "habitat indigne"
    VENTE = "vente"


# What is written on a vacancy whose import was undone after offers: the ledger, which forgets
# nothing, still names it, so that it is put out of the field instead of removed.
RETIREE = "Retirée : l’import qui l’a apportée a été annulé."


class Etape(StrEnum):
    """Where a vacancy stands; what the officer does next follows from it."""

    A_QUALIFIER = "à qualifier"
    A_ORIENTER = "à orienter"
    PROPOSEE = "proposée"
    ATTRIBUEE = "attribuée en CAL"
    BAIL_SIGNE = "bail signé"
    HORS_FLUX = "hors flux"


@dataclass(frozen=True, slots=True, kw_only=True)
class Vacance:
    """One vacancy of one dwelling; ``id`` is 0 until recorded.

    ``disponibilite`` is the date the dwelling can be let, None while unknown;
    ``categorie_soustrait`` is given exactly when the qualification is SOUSTRAIT.
    """

    logement_id: int
    date_conge: date
    cause: CauseLiberation
    id: int = 0
    disponibilite: date | None = None
    qualification: Qualification = Qualification.A_QUALIFIER
    categorie_soustrait: CategorieSoustrait | None = None
    observation: str = ""
    suivi: SuiviVacance = field(default_factory=SuiviVacance)


def retiree(vacance: Vacance) -> bool:
    """Whether the import that brought it was undone: it counts for nothing, and may come back."""
    return vacance.observation == RETIREE


# Whichever of the offers of a vacancy went furthest says where the vacancy stands.
_AVANCEES = (
    (IssueOrientation.BAIL_SIGNE, Etape.BAIL_SIGNE),
    (IssueOrientation.ATTRIBUEE, Etape.ATTRIBUEE),
    (IssueOrientation.EN_COURS, Etape.PROPOSEE),
)


def etape(vacance: Vacance, issues: Iterable[IssueOrientation]) -> Etape:
    """Where the vacancy stands, given the issues of all its offers.

    Several may be open at once (``ModeOffre.TOUS``): the one that went furthest counts, and
    the dwelling is to be offered again only when none is open any more.
    """
    if vacance.qualification is Qualification.A_QUALIFIER:
        return Etape.A_QUALIFIER
    reached = frozenset(issues)
    stage = next((step for issue, step in _AVANCEES if issue in reached), None)
    if vacance.qualification is Qualification.FLUX:
        return stage or Etape.A_ORIENTER
    # The identified stock is offered to its holder: it stands where that offer does.
    held = vacance.qualification is Qualification.STOCK
    return stage if held and stage else Etape.HORS_FLUX
