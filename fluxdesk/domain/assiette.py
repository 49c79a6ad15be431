"""Which dwellings the percentage is taken of: those of the field (regles.md 5, 18, 19)."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from fluxdesk.domain.logement import Financement, TypeConstruction

if TYPE_CHECKING:
    from collections.abc import Collection


class Exclusion(StrEnum):
    """Why a dwelling is not counted; which of them apply is a parameter (regles.md 18: [R])."""

    IDENTIFIE = "stock identifié : défense, sécurité intérieure, santé"
    HORS_CHAMP = "dernière vacance qualifiée hors champ"
    ETUDIANTE = "résidence étudiante"
    PLI = "logement intermédiaire (PLI)"
    NON_CONVENTIONNE = "logement déclaré non conventionné"


# Only the first is in the text read (R441-5). Overseas, social dwellings have no APL convention:
# the last one is left to the officer.
EXCLUSIONS = (Exclusion.IDENTIFIE, Exclusion.HORS_CHAMP, Exclusion.ETUDIANTE, Exclusion.PLI)
SOURCES: dict[Exclusion, str] = {
    Exclusion.IDENTIFIE: "CCH, art. R441-5, et loi 3DS pour la santé",
    Exclusion.HORS_CHAMP: "votre qualification",
    Exclusion.ETUDIANTE: "usage, à vérifier (FAQ DRIHL–AORIF, partie A)",
    Exclusion.PLI: "usage, à vérifier (FAQ DRIHL–AORIF, partie A)",
    Exclusion.NON_CONVENTIONNE: "usage, à vérifier ; sans objet outre-mer",
}


def exclusion(
    construction: str | None,
    financement: str,
    conventionne: object,
    appliquees: Collection[Exclusion],
) -> Exclusion | None:
    """Why the dwelling of these values is not counted, from its own description; None if it is.

    ``conventionne`` is 1, 0 or None, as flat values are: unknown never excludes.
    """
    told = (
        (Exclusion.ETUDIANTE, construction == TypeConstruction.ETUDIANT),
        (Exclusion.PLI, financement == Financement.PLI),
        (Exclusion.NON_CONVENTIONNE, conventionne == 0 and conventionne is not None),
    )
    return next((motif for motif, holds in told if holds and motif in appliquees), None)
