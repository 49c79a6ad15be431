"""The rows of a bilan, counted from its facts."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fluxdesk.domain.bilan import LigneBilan, LigneSoustrait, ordre_de_lecture
from fluxdesk.domain.echec import RESPONSABLES, CauseEchec
from fluxdesk.domain.vacance import CategorieSoustrait

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from fluxdesk.domain.bilan import Bilan
    from fluxdesk.domain.bilan_faits import FaitOffre, FaitSoustrait, Lieu

SANS_CAUSE = "cause non renseignée"
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
