"""When the occupation of a dwelling is examined, and why that day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from fluxdesk.domain.dates import ans_apres
from fluxdesk.domain.examen_occupation import (
    EtatBail,
    RegleExamen,
    depart,
    dernier_compte,
    est_quitte,
    prochain_examen,
    seuils,
)
from fluxdesk.domain.suivi_vacance import SuiviVacance
from fluxdesk.domain.territoire import Commune
from fluxdesk.domain.vacance import CauseLiberation, Vacance

JOUR = date(2026, 11, 22)
REGLE = RegleExamen()
CONGE = Vacance(logement_id=1, date_conge=date(2026, 8, 31), cause=CauseLiberation.CONGE)


@pytest.mark.parametrize(
    ("bail", "examen", "etat", "du", "dit"),
    [
        ("2023-11-22", None, EtatBail.A_EXAMINER, date(2026, 11, 22), "Bail du 22 novembre 2023, "),
        ("2023-11-23", None, EtatBail.BIENTOT, date(2026, 11, 23), "examen 3 ans après : "),
        ("2024-05-22", None, EtatBail.BIENTOT, date(2027, 5, 22), "22 mai 2027."),
        ("2024-05-23", None, EtatBail.A_JOUR, date(2027, 5, 23), "Bail du 23 mai 2024"),
        ("2009-06", None, EtatBail.A_EXAMINER, date(2012, 6, 1), "jour inconnu, compté du 01/06"),
        ("2009-06", date(2025, 1, 9), EtatBail.A_JOUR, date(2028, 1, 9), "Dernier examen noté le"),
        ("2026-03-17", date(2025, 1, 9), EtatBail.A_JOUR, date(2029, 3, 17), "Bail du 17 mars"),
        ("", date(2020, 2, 29), EtatBail.A_EXAMINER, date(2023, 2, 28), "Dernier examen noté le"),
        ("", None, EtatBail.INCONNU, None, "« Date du bail »"),
    ],
)
def test_the_years_run_from_the_lease_or_from_an_examination_since(
    bail: str, examen: date | None, etat: EtatBail, du: date | None, dit: str
) -> None:
    found = prochain_examen(bail, examen, REGLE, JOUR)
    assert (found.etat, found.jour) == (etat, du)
    assert dit in found.phrase.replace("\u00a0", " ")


@pytest.mark.parametrize("limite", [JOUR, date(2027, 2, 28), date(2028, 2, 29), date(2027, 3, 1)])
@pytest.mark.parametrize("annees", [1, 3, 4])
def test_the_last_start_that_is_due_is_the_last_one(limite: date, annees: int) -> None:
    found = dernier_compte(limite, annees)
    assert ans_apres(found, annees) <= limite < ans_apres(found + timedelta(days=1), annees)


def test_thresholds_tell_the_states_that_sentences_do() -> None:
    due, soon = seuils(REGLE, JOUR)
    assert (due, soon) == (date(2023, 11, 22), date(2024, 5, 22))
    for start in (due, due + timedelta(days=1), soon, soon + timedelta(days=1)):
        state = prochain_examen(start.isoformat(), None, REGLE, JOUR).etat
        assert (state is EtatBail.A_EXAMINER) is (start <= due)
        assert (state is EtatBail.A_JOUR) is (start > soon)


@pytest.mark.parametrize(
    ("regle", "zone", "concerne", "dit"),
    [
        (REGLE, "Abis", True, "Tous les 3 ans, en zones A bis, A et B1."),
        (REGLE, "C", False, "Tous les 3 ans, en zones A bis, A et B1."),
        (REGLE, "", False, "Tous les 3 ans, en zones A bis, A et B1."),
        (RegleExamen(zones=("A",), annees=1), "A", True, "Tous les ans, en zone A."),
        (RegleExamen(zones=()), "", True, "Tous les 3 ans, dans toutes les communes."),
    ],
)
def test_a_rule_says_where_it_holds(
    regle: RegleExamen, zone: str, dit: str, *, concerne: bool
) -> None:
    place = Commune(code="2A004", nom="Ajaccio", departement="2A", zone_abc=zone)
    assert regle.concerne(place) is concerne
    assert regle.concerne(None) is not bool(regle.zones)
    assert regle.dire() == dit
    assert "à vérifier" in regle.source


@pytest.mark.parametrize(
    ("vacance", "parti"),
    [
        (CONGE, date(2026, 11, 30)),
        (replace(CONGE, suivi=SuiviVacance(preavis_mois=1)), date(2026, 9, 30)),
        (replace(CONGE, disponibilite=date(2026, 10, 5)), date(2026, 10, 5)),
        (replace(CONGE, disponibilite=date(2027, 1, 5)), date(2026, 11, 30)),
        (replace(CONGE, suivi=SuiviVacance(liberation=date(2026, 12, 9))), date(2026, 12, 9)),
    ],
)
def test_a_tenant_leaves_on_the_day_that_is_best_known(vacance: Vacance, parti: date) -> None:
    assert depart(vacance) == parti
    assert est_quitte(vacance, "2019-04-01", parti)
    assert not est_quitte(vacance, "2019-04-01", parti - timedelta(days=1))


@pytest.mark.parametrize(
    ("bail", "quitte"),
    [
        ("2026-09-29", True),
        ("2026-09-30", False),
        ("2026-08", True),
        ("2026-09", False),
        ("", True),
    ],
)
def test_a_lease_begun_since_is_another_tenant_s(bail: str, *, quitte: bool) -> None:
    gone = replace(CONGE, suivi=SuiviVacance(preavis_mois=1))
    assert est_quitte(gone, bail, JOUR) is quitte
