"""A bilan on its way to a recipient: to check, approved, sent, corrected."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from fluxdesk.domain.gardee import gardee

if TYPE_CHECKING:
    from fluxdesk.domain.periode import Periode


def nom_de_version(periode: Periode, version: int) -> str:
    """``2026``, or ``2026, rectificatif 1``."""
    mark = f", rectificatif {version - 1}" if version > 1 else ""
    return f"{periode.nom}{mark}"


class EtatBilan(StrEnum):
    """Where a bilan stands."""

    A_VERIFIER = "à vérifier"
    PRET = "prêt"
    ENVOYE = "envoyé"


@gardee
@dataclass(frozen=True, slots=True, kw_only=True)
class BilanEmis:
    """One version of one bilan; ``id`` is 0 until recorded.

    ``destinataire`` is its key: ``prefecture``, ``reservataire:3``, ``epci:242000354``, ``cil``.
    ``debut`` and ``fin`` bound the period. ``version`` counts from 1; above 1 it is a rectificatif.
    ``chiffres`` is the bilan as computed, as JSON; ``documents`` are the ids of the exact files,
    where cells under ``seuil`` are regrouped if it is above 0.
    """

    annee: int
    destinataire: str
    nom: str
    debut: date
    fin: date
    id: int = 0
    version: int = 1
    etat: EtatBilan = EtatBilan.A_VERIFIER
    approuve: date | None = None
    envoye: date | None = None
    chiffres: str = ""
    documents: tuple[int, ...] = ()
    differences: tuple[str, ...] = ()
    seuil: int = 0
