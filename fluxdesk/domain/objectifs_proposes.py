"""Targets that the law, or what was read of it, suggests: proposed, never taken for granted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxdesk.domain.flux.parties import BAILLEUR, UN
from fluxdesk.domain.objectif import Certitude, NatureObjectif, Objectif
from fluxdesk.domain.parties import cle_partie
from fluxdesk.domain.regles_flux import parts_des_agents
from fluxdesk.domain.reservataire import Categorie

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from fluxdesk.domain.convention import Convention
    from fluxdesk.domain.reservataire import Reservataire

QUART, MOITIE = UN // 4, UN // 2
_LEC = "CCH, art. L441-1 (loi Égalité et citoyenneté), cité par la DREAL PACA"
_CIL = "loi Égalité et citoyenneté : 50 % à défaut d’un taux fixé par la CIL"
_PRIORITAIRES = "CCH, art. L441-1 et L441-2-3, cités par l’AORIF (avril 2020)"
_ETAT = "usage : contingent prioritaire de l’État, hors agents"
_COLLECTIVITES = frozenset(
    {Categorie.COMMUNE, Categorie.EPCI, Categorie.DEPARTEMENT, Categorie.REGION}
)


def objectifs_proposes(
    annee: int,
    epcis: Sequence[str],
    reservataires: Iterable[Reservataire],
    conventions: Sequence[Convention],
) -> tuple[Objectif, ...]:
    """The targets of the texts for a year, for each EPCI of the patrimoine and each party.

    Only EPCI bound to a PLH, or with the housing competence and a QPV, are concerned (regles.md
    66): which ones is for the officer to say, by removing the others.
    """
    bound = {c.reservataire_id for c in conventions}
    made: list[Objectif] = []
    for epci in epcis:
        made += _territoire(annee, epci)
    made.append(_prioritaires(annee, BAILLEUR, QUART, _PRIORITAIRES))
    for who in reservataires:
        if who.id not in bound:
            continue
        key = cle_partie(who.id)
        if who.categorie is Categorie.ETAT:
            mine = [c for c in conventions if c.reservataire_id == who.id]
            made.append(_etat(annee, key, parts_des_agents(mine)))
        elif who.categorie is Categorie.ACTION_LOGEMENT or who.categorie in _COLLECTIVITES:
            made.append(_prioritaires(annee, key, QUART, _PRIORITAIRES))
    return tuple(made)


def _territoire(annee: int, epci: str) -> list[Objectif]:
    return [
        Objectif(
            annee=annee, nature=nature, cible=target, epci=epci, source=source,
            certitude=Certitude.LUE,
        )
        for nature, target, source in (
            (NatureObjectif.Q1_HORS_QPV, QUART, _LEC),
            (NatureObjectif.NON_Q1_QPV, MOITIE, _CIL),
        )
    ]  # fmt: skip


def _prioritaires(annee: int, cle: str, cible: int, source: str) -> Objectif:
    return Objectif(
        annee=annee,
        nature=NatureObjectif.PRIORITAIRES,
        cible=cible,
        partie=cle,
        source=source,
        certitude=Certitude.LUE,
    )


def _etat(annee: int, cle: str, agents: tuple[str, ...]) -> Objectif:
    return Objectif(
        annee=annee,
        nature=NatureObjectif.PRIORITAIRES,
        cible=UN,
        partie=cle,
        sauf=agents,
        source=_ETAT,
        certitude=Certitude.MEMOIRE,
    )
