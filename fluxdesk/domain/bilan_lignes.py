"""The rows of a bilan, counted from its facts."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from fluxdesk.domain.bilan import LigneBilan, LigneSoustrait, ordre_de_lecture
from fluxdesk.domain.echec import RESPONSABLES, CauseEchec
from fluxdesk.domain.prevision import Prevision, Soustrait, comparer_soustraits
from fluxdesk.domain.vacance import CategorieSoustrait

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from fluxdesk.domain.bilan import Bilan
    from fluxdesk.domain.bilan_faits import FaitOffre, FaitPrevu, FaitSoustrait, Lieu
    from fluxdesk.domain.prevision import LigneSoustraits

SANS_CAUSE = "cause non renseignée"
NON_LOCALISEES = "Non localisées, toutes communes (hors total)"
_Marques = tuple[int, int, int, int]
_Cle = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LigneCause:
    """Offers of the period that failed, by cause; its owner in words."""

    cause: str
    responsable: str
    nombre: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LigneLoyer:
    """Offers by rent against the ceiling of the APL convention (pratique.md B16)."""

    reservataire: str
    financement: str
    qpv: str
    plafond: str
    proposes: int
    attribues: int
    baux: int


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


@dataclass(frozen=True, slots=True, kw_only=True)
class LigneTerritoire:
    """The whole of one département, one EPCI, in or out of QPV (pratique.md B24)."""

    departement: str
    epci: str
    qpv: str
    liberations: int
    soustraits: int
    proposes: int
    attribues: int
    baux: int
    sans_suite: int


def lignes_de(
    faits: Iterable[FaitOffre], parties: Iterable[tuple[str, str]]
) -> tuple[LigneBilan, ...]:
    """Crossed rows in reading order; a party with nothing has a zero row."""
    counts = _sommes((_croisement(fait), _marques(fait)) for fait in faits)
    served = {key[:2] for key in counts}
    for who in parties:
        if who not in served:
            counts[(*who, *[""] * 9)] = [0, 0, 0, 0]
    return tuple(_ligne(key, marks) for key, marks in _ranges(counts))


def _ordre(cles: tuple[str, ...]) -> tuple[tuple[int, str], ...]:
    return tuple(ordre_de_lecture(word) for word in cles)


def _croisement(fait: FaitOffre) -> tuple[str, ...]:
    lieu, home = fait.lieu, fait.logement
    return (
        fait.reservataire,
        fait.sous_contingent,
        lieu.departement,
        lieu.intercommunalite,
        lieu.insee,
        lieu.commune,
        lieu.qpv,
        home.typologie,
        home.financement,
        home.periode,
        fait.circuit,
    )


def _ligne(cle: tuple[str, ...], marques: Sequence[int]) -> LigneBilan:
    who, sous, department, epci, insee, place, qpv, kind, money, period, new = cle
    proposed, given, let, failed = marques
    return LigneBilan(
        reservataire=who,
        sous_contingent=sous,
        departement=department,
        epci=epci,
        insee=insee,
        commune=place,
        qpv=qpv,
        typologie=kind,
        financement=money,
        periode=period,
        neuf=new,
        proposes=proposed,
        attribues=given,
        baux=let,
        sans_suite=failed,
    )


def _marques(fait: FaitOffre) -> _Marques:
    return fait.proposes, fait.attribues, fait.baux, fait.sans_suite


def _sommes(marquees: Iterable[tuple[_Cle, Sequence[int]]]) -> dict[_Cle, list[int]]:
    """The marks added up by key."""
    counts: dict[_Cle, list[int]] = {}
    for key, marks in marquees:
        row = counts.setdefault(key, [0] * len(marks))
        row[:] = [total + mark for total, mark in zip(row, marks, strict=True)]
    return counts


def _ranges(comptes: Mapping[_Cle, list[int]]) -> list[tuple[_Cle, list[int]]]:
    """In reading order."""
    return sorted(comptes.items(), key=lambda item: _ordre(item[0]))


def soustraits_de(faits: Iterable[FaitSoustrait]) -> tuple[LigneSoustrait, ...]:
    """Every category of the law, zero included."""
    counts = Counter(fait.categorie for fait in faits)
    return tuple(LigneSoustrait(categorie=c, nombre=counts[c]) for c in CategorieSoustrait)


def causes_de(bilan: Bilan) -> tuple[LigneCause, ...]:
    """Every cause of the closed list, zero included, then those it does not name."""
    counts = Counter((f.cause_echec, f.responsable) for f in bilan.detail if f.sans_suite)
    known = [(cause.value, RESPONSABLES[cause].value) for cause in CauseEchec]
    others = sorted(set(counts) - set(known))
    return tuple(
        LigneCause(cause=cause, responsable=owner, nombre=counts[cause, owner])
        for cause, owner in (*known, *others)
    )


def loyers_de(bilan: Bilan) -> tuple[LigneLoyer, ...]:
    """Rents against their ceiling, by réservataire, financing and QPV."""
    counts = _sommes(
        (
            (fait.reservataire, fait.logement.financement, fait.lieu.qpv, fait.logement.plafond),
            _marques(fait)[:3],
        )
        for fait in bilan.detail
    )
    return tuple(
        LigneLoyer(
            reservataire=who,
            financement=money,
            qpv=qpv,
            plafond=ceiling,
            proposes=proposed,
            attribues=given,
            baux=let,
        )
        for (who, money, qpv, ceiling), (proposed, given, let) in _ranges(counts)
    )


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
                _ordre((x.operation, x.commune, x.qpv, x.typologie)),
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


def territoires_de(bilan: Bilan) -> tuple[LigneTerritoire, ...]:
    """Département, EPCI, QPV: what was freed, taken out, offered and let (pratique.md B24)."""
    counts = _sommes(
        (
            *((_zone(place), (1, 0, 0, 0, 0, 0)) for place in bilan.liberes),
            *((_zone(taken.lieu), (0, 1, 0, 0, 0, 0)) for taken in bilan.realises),
            *((_zone(fait.lieu), (0, 0, *_marques(fait))) for fait in bilan.detail),
        )
    )
    return tuple(
        LigneTerritoire(
            departement=department,
            epci=epci,
            qpv=qpv,
            liberations=freed,
            soustraits=taken,
            proposes=proposed,
            attribues=given,
            baux=let,
            sans_suite=failed,
        )
        for (department, epci, qpv), (freed, taken, proposed, given, let, failed) in _ranges(counts)
    )


def _zone(lieu: Lieu) -> tuple[str, ...]:
    return lieu.departement, lieu.intercommunalite, lieu.qpv
