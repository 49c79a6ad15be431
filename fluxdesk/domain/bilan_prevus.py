"""What a bilan foresees to be taken out of the flux, and what was, side by side."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from fluxdesk.domain.bilan import ordre_de_lecture
from fluxdesk.domain.prevision import Prevision, Soustrait, comparer_soustraits
from fluxdesk.domain.vacance import CategorieSoustrait

if TYPE_CHECKING:
    from fluxdesk.domain.bilan import Bilan
    from fluxdesk.domain.bilan_faits import FaitPrevu, FaitSoustrait
    from fluxdesk.domain.prevision import LigneSoustraits

NON_LOCALISEES = "Non localisées, toutes communes (hors total)"


@dataclass(frozen=True, slots=True, kw_only=True)
class LigneRelogement:
    """Dwellings taken out by operation: foreseen, and really taken out."""

    categorie: str
    operation: str
    commune: str
    qpv: str
    typologie: str
    prevus: int
    realises: int


def relogements_de(bilan: Bilan) -> tuple[LigneRelogement, ...]:
    """Each forecast of the year beside what was done for it, then what nobody foresaw.

    They are paired as on the screen (``domain/prevision.py``): a forecast that names no kind or
    no QPV takes dwellings of any. A category without anything has a row at zero.
    """
    lines = comparer_soustraits(
        [_prevision(fait) for fait in prevus_de(bilan, bilan.annee)],
        [_soustrait(rank, fait) for rank, fait in enumerate(bilan.realises)],
    )
    named = {line.categorie for line in lines}
    empty = LigneRelogement(
        categorie="", operation="", commune="", qpv="", typologie="", prevus=0, realises=0
    )
    rows = [
        *(_relogement(line) for line in lines),
        *(replace(empty, categorie=c.value) for c in CategorieSoustrait if c not in named),
    ]
    ranks = {category.value: rank for rank, category in enumerate(CategorieSoustrait)}
    return tuple(
        sorted(
            rows,
            key=lambda x: (
                ranks[x.categorie],
                tuple(map(ordre_de_lecture, (x.operation, x.commune, x.qpv, x.typologie))),
            ),
        )
    )


def _prevision(fait: FaitPrevu) -> Prevision:
    return Prevision(
        annee=fait.annee,
        categorie=fait.categorie,
        nombre=fait.nombre,
        operation=fait.operation,
        commune=fait.lieu.commune,
        qpv=fait.lieu.qpv,
        typologie=fait.typologie,
    )


def _soustrait(rang: int, fait: FaitSoustrait) -> Soustrait:
    return Soustrait(
        vacance_id=rang,
        categorie=fait.categorie,
        operation=fait.operation,
        commune=fait.lieu.commune,
        qpv=fait.lieu.qpv,
        qpv_code=fait.qpv_code,
        typologie=fait.typologie,
    )


def _relogement(ligne: LigneSoustraits) -> LigneRelogement:
    return LigneRelogement(
        categorie=ligne.categorie.value,
        operation=ligne.operation,
        commune=ligne.commune,
        qpv=ligne.qpv,
        typologie=ligne.typologie,
        prevus=ligne.prevu,
        realises=ligne.realise,
    )


def prevus_de(bilan: Bilan, annee: int) -> tuple[FaitPrevu, ...]:
    """What was foreseen for a year."""
    return tuple(fait for fait in bilan.prevus if fait.annee == annee)


def sans_prevision(bilan: Bilan, annee: int) -> str:
    """Why nothing is foreseen for a year; empty where something is, were it none at all.

    A year nobody foresaw is not a year without any operation.
    """
    if annee not in bilan.annees_prevues:
        return f"Aucun prévisionnel n’est établi pour {annee}."
    if bilan.d_un_territoire and not prevus_de(bilan, annee):
        return "Aucune opération n’est prévue sur ce territoire."
    return ""


def non_localises(bilan: Bilan, annee: int) -> int:
    """Dwellings foreseen for operations without a commune, in no territory's total."""
    return sum(fait.nombre for fait in bilan.non_localises if fait.annee == annee)
