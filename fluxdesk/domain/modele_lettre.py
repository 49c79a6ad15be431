"""The editable templates of letters: what the officer may write, with placeholders."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from fluxdesk.domain.gardee import gardee


class GenreCourrier(StrEnum):
    """The letters FluxDesk writes (pratique.md §3.1)."""

    PROPOSITION = "proposition"
    ACCUSE = "accusé de réception"
    RELANCE = "relance"
    CARENCE = "constat d’absence de candidat"
    DECISION_CAL = "information sur la décision de la CAL"
    BAIL = "information sur le bail signé"
    ECARTE = "logement attribué à un autre réservataire"
    FIN_DE_DROITS = "remboursement de l’emprunt et fin des droits"
    BILAN = "envoi du bilan annuel"
    POURQUOI = "pourquoi ce logement"


@gardee
@dataclass(frozen=True, slots=True, kw_only=True)
class ModeleLettre:
    """The wording of one kind of letter; ``id`` is 0 for the original that ships with FluxDesk."""

    genre: GenreCourrier
    objet: str
    corps: str
    id: int = 0
