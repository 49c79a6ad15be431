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
    from collections.abc import Iterable, Sequence

    from fluxdesk.domain.bilan import Bilan
    from fluxdesk.domain.bilan_faits import FaitOffre, FaitPrevu, FaitSoustrait, Lieu
    from fluxdesk.domain.prevision import LigneSoustraits

SANS_CAUSE = "cause non renseignée"
_Marques = tuple[int, int, int, int]


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
    counts: dict[tuple[str, ...], list[int]] = {}
    for fait in faits:
        _ajouter(counts, _croisement(fait), _marques(fait))
    served = {key[:2] for key in counts}
    for who in parties:
        if who not in served:
            counts[(*who, *[""] * 9)] = [0, 0, 0, 0]
    ordered = sorted(counts.items(), key=lambda item: _ordre(item[0]))
    return tuple(_ligne(key, marks) for key, marks in ordered)


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


def _ajouter(
    comptes: dict[tuple[str, ...], list[int]], cle: tuple[str, ...], marques: Sequence[int]
) -> None:
    row = comptes.setdefault(cle, [0] * len(marques))
    row[:] = [total + mark for total, mark in zip(row, marques, strict=True)]


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
    counts: dict[tuple[str, ...], list[int]] = {}
    for fait in bilan.detail:
        home = fait.logement
        key = (fait.reservataire, home.financement, fait.lieu.qpv, home.plafond)
        _ajouter(counts, key, _marques(fait)[:3])
    return tuple(
        LigneLoyer(
            reservataire=key[0],
            financement=key[1],
            qpv=key[2],
            plafond=key[3],
            proposes=marks[0],
            attribues=marks[1],
            baux=marks[2],
        )
        for key, marks in sorted(counts.items(), key=lambda item: _ordre(item[0]))
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


def territoires_de(bilan: Bilan) -> tuple[LigneTerritoire, ...]:
    """Département, EPCI, QPV: what was freed, taken out, offered and let (pratique.md B24)."""
    counts: dict[tuple[str, ...], list[int]] = {}
    for place in bilan.liberes:
        _ajouter(counts, _zone(place), (1, 0, 0, 0, 0, 0))
    for taken in bilan.realises:
        _ajouter(counts, _zone(taken.lieu), (0, 1, 0, 0, 0, 0))
    for fait in bilan.detail:
        _ajouter(counts, _zone(fait.lieu), (0, 0, *_marques(fait)))
    return tuple(
        LigneTerritoire(
            departement=key[0],
            epci=key[1],
            qpv=key[2],
            liberations=marks[0],
            soustraits=marks[1],
            proposes=marks[2],
            attribues=marks[3],
            baux=marks[4],
            sans_suite=marks[5],
        )
        for key, marks in sorted(counts.items(), key=lambda item: _ordre(item[0]))
    )


def _zone(lieu: Lieu) -> tuple[str, ...]:
    return lieu.departement, lieu.intercommunalite, lieu.qpv
