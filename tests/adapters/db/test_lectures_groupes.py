"""Dwellings counted by what conventions tell apart: those freed, and those there are."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from fluxdesk.domain.logement import EtatLogement
from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.domain.suivi_vacance import SuiviOffre, SuiviVacance
from fluxdesk.domain.vacance import Qualification
from tests.adapters.db.exemples import (
    CONVENTION,
    ORIENTATION,
    RESERVATAIRE,
    VACANCE,
    importer,
    logement,
)

if TYPE_CHECKING:
    from fluxdesk.adapters.db.base import SqlBase


def test_only_vacancies_of_the_flux_since_that_day_are_counted(base: SqlBase) -> None:
    freed = (
        (1, date(2026, 1, 1), Qualification.FLUX),
        (2, date(2026, 2, 1), Qualification.FLUX),
        (3, date(2026, 2, 1), Qualification.FLUX),
        (4, date(2026, 2, 1), Qualification.SOUSTRAIT),
        (5, date(2025, 12, 31), Qualification.FLUX),
    )
    with base.transaction() as uow:
        importer(
            uow,
            *(logement(f"k{n}", typologie="T3", commune="2A004") for n in range(1, 3)),
            *(logement(f"k{n}", typologie="T4", commune="2A004") for n in range(3, 6)),
            logement("k6", typologie="T4", commune="2A004", etat=EtatLogement.SORTI),
        )
        for ident, day, kind in freed:
            uow.vacances.enregistrer(
                replace(VACANCE, id=0, logement_id=ident, date_conge=day, qualification=kind)
            )
        uow.valider()
    seen = base.lectures.liberations(date(2026, 1, 1))
    assert [(r.typologie, r.nombre, r.premier) for r in seen] == [
        ("T3", 2, date(2026, 1, 1)),
        ("T4", 1, date(2026, 2, 1)),
    ]
    stock = base.lectures.parc()
    assert [(r.commune, r.typologie, r.nombre, r.premier) for r in stock] == [
        ("2A004", "T3", 2, None),
        ("2A004", "T4", 3, None),
    ]


def test_a_first_letting_counts_once_it_is_offered_in_the_flux(base: SqlBase) -> None:
    new = replace(VACANCE, id=0, suivi=SuiviVacance(programme_id=1), date_conge=date(2026, 1, 1))
    apart, held, landlord = SuiviOffre(hors_registre=True), SuiviOffre(), SuiviOffre(a_part=True)
    with base.transaction() as uow:
        importer(uow, *(logement(f"k{n}", typologie="T3") for n in range(1, 6)))
        uow.reservataires.enregistrer(replace(RESERVATAIRE, id=0))
        uow.conventions.enregistrer(replace(CONVENTION, id=0))
        for number, follow in enumerate((apart, held, held, landlord), start=1):
            flux = replace(new, logement_id=number, qualification=Qualification.FLUX)
            vacance = uow.vacances.enregistrer(flux)
            offer = replace(ORIENTATION, id=0, numero=f"2026-{number}", vacance_id=vacance)
            if number == 3:
                offer = replace(offer, issue=IssueOrientation.ANNULEE)
            uow.orientations.enregistrer(replace(offer, suivi=follow))
        uow.vacances.enregistrer(replace(new, logement_id=5, qualification=Qualification.FLUX))
        uow.valider()
    assert [r.nombre for r in base.lectures.liberations(date(2026, 1, 1))] == [1]
