"""A period is a year, a half, a quarter or a month; its code reads back."""

from __future__ import annotations

from datetime import date

import pytest

from fluxdesk.domain.clauses import RythmeBilan
from fluxdesk.domain.periode import (
    PeriodeInconnueError,
    annuelle,
    lire_periode,
    periode_du_repere,
    periodes,
)


@pytest.mark.parametrize(
    ("code", "nom", "bornes"),
    [
        ("2026", "2026", "du 1er janvier au 31 décembre 2026"),
        ("2026-S1", "1er semestre 2026", "du 1er janvier au 30 juin 2026"),
        ("2026-T3", "3e trimestre 2026", "du 1er juillet au 30 septembre 2026"),
        ("2028-02", "février 2028", "du 1er février au 29 février 2028"),
    ],
)
def test_a_code_names_a_period_and_reads_back(code: str, nom: str, bornes: str) -> None:
    period = lire_periode(f" {code.lower()} ")
    assert (period.code, period.nom, period.bornes) == (code, nom, bornes)


@pytest.mark.parametrize("texte", ["", "26", "2026-13", "2026-S3", "2026-T0", "0000", "mai 2026"])
def test_another_text_is_refused_with_what_to_write(texte: str) -> None:
    with pytest.raises(PeriodeInconnueError, match="2026-S1"):
        lire_periode(texte)


def test_a_year_holds_its_days_and_no_other() -> None:
    year = annuelle(2026)
    assert year.entiere
    assert year.veille == date(2025, 12, 31)
    assert year.dernier_jour == "31 décembre 2026"
    assert year.contient(date(2026, 12, 31))
    assert not year.contient(date(2027, 1, 1))
    assert not year.contient(None)


@pytest.mark.parametrize(("rythme", "nombre"), [(r, 12 // m) for r, m in (
    (RythmeBilan.ANNUEL, 12), (RythmeBilan.SEMESTRIEL, 6), (RythmeBilan.TRIMESTRIEL, 3),
    (RythmeBilan.MENSUEL, 1))])  # fmt: skip
def test_the_periods_of_a_rhythm_follow_each_other_over_the_year(
    rythme: RythmeBilan, nombre: int
) -> None:
    found = periodes(2026, rythme)
    assert len(found) == nombre
    assert (found[0].debut, found[-1].fin) == (date(2026, 1, 1), date(2026, 12, 31))
    assert [p.rang for p in found] == list(range(1, nombre + 1))
    assert {p.rythme for p in found} == {rythme}


def test_a_number_names_a_period_and_reads_back() -> None:
    assert [lire_periode(code).repere for code in ("2026", "2026-T2")] == [2026, 20260406]
    for rhythm in RythmeBilan:
        for period in periodes(2026, rhythm):
            assert periode_du_repere(period.repere) == period
