"""Dwellings taken out of the flux of a year: foreseen, done, and the gap (regles.md 17, 39)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fluxdesk.domain.prevision import (
    Soustrait,
    comparer_soustraits,
    par_annee,
    totaux_soustraits,
)
from fluxdesk.domain.vacance import Qualification

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from fluxdesk.domain.prevision import (
        LigneSoustraits,
        TotalCategorie,
    )
    from fluxdesk.domain.vacance import Vacance
    from fluxdesk.services.depots import UnitOfWork
    from fluxdesk.services.ports import Horloge, Territoires


@dataclass(frozen=True, slots=True, kw_only=True)
class TableauSoustraits:
    """A year: its lines, the totals by category, the years there are.

    ``communes`` names the places of the lines; ``pluriannuel`` says, by forecast id, what its
    operation needs each year, where it lasts more than one.
    """

    annee: int
    annees: tuple[int, ...]
    lignes: tuple[LigneSoustraits, ...]
    totaux: tuple[TotalCategorie, ...]
    communes: Mapping[str, str]
    pluriannuel: Mapping[int, Mapping[int, int]]


def lire_soustraits(
    annee: int, *, uow: UnitOfWork, horloge: Horloge, territoires: Territoires
) -> TableauSoustraits:
    """The forecasts of the year (the running one where it is 0) and what was done.

    A dwelling counts in the year of its congé, as in the bilan.
    """
    today = horloge.aujourd_hui().year
    shown = annee or today
    with uow:
        every = uow.previsions.toutes()
        taken = [v for v in uow.vacances.toutes() if v.qualification is Qualification.SOUSTRAIT]
        done = tuple(_soustraits(taken, shown, uow=uow, territoires=territoires))
    mine = tuple(p for p in every if p.annee == shown)
    years = {p.annee for p in every} | {v.date_conge.year for v in taken}
    lines = comparer_soustraits(mine, done)
    spans = {p.id: par_annee(every, p) for p in mine if p.operation}
    return TableauSoustraits(
        annee=shown,
        annees=tuple(sorted(years | {today, today + 1, shown}, reverse=True)),
        lignes=lines,
        totaux=totaux_soustraits(lines),
        communes={x.commune: _nom(x.commune, territoires) for x in lines if x.commune},
        pluriannuel={ident: span for ident, span in spans.items() if len(span) > 1},
    )


def _soustraits(
    prises: list[Vacance], annee: int, *, uow: UnitOfWork, territoires: Territoires
) -> Iterator[Soustrait]:
    for vacance in prises:
        if vacance.date_conge.year != annee or vacance.categorie_soustrait is None:
            continue
        logement = uow.logements.lire(vacance.logement_id)
        commune = territoires.commune(logement.commune)
        yield Soustrait(
            vacance_id=vacance.id,
            categorie=vacance.categorie_soustrait,
            operation=vacance.suivi.operation,
            commune=commune.code if commune else logement.commune,
            qpv=logement.modalite_qpv,
            qpv_code=logement.qpv_code,
            typologie=logement.typologie,
        )


def _nom(code: str, territoires: Territoires) -> str:
    commune = territoires.commune(code)
    return commune.nom if commune else code
