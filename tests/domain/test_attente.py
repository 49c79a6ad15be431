"""When the next dwelling is due, by hand."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fluxdesk.domain.attente import Attente, attente, phrase

JOUR = date(2026, 3, 1)


def dite(droits: Fraction | int, retard: Fraction | int = 0, jour: date = JOUR) -> str:
    trouvee = attente(Fraction(droits), Fraction(retard), jour)
    assert trouvee is not None
    return phrase(trouvee).replace("\u00a0", " ")


def test_the_small_right_of_the_study_waits_two_years() -> None:
    # 0,4 % of 120 lettings a year: 0,48 a year. 0,42 missing: 10,5 months from March 1st.
    trouvee = attente(Fraction(48, 100), Fraction(58, 100), JOUR)
    assert trouvee == Attente(Fraction(25, 12), 0, 2027, 1)
    assert phrase(trouvee) == (
        "1\u00a0logement attendu tous les 2,1\u00a0ans\u00a0; prochain dû vers janvier 2027"
    )


@pytest.mark.parametrize(
    ("droits", "rythme"),
    [
        (Fraction(1, 30), "1 logement attendu tous les 30 ans"),
        (Fraction(1, 2), "1 logement attendu tous les 2 ans"),
        (Fraction(1), "1 logement attendu tous les ans"),
        (Fraction(1003, 1000), "1 logement attendu tous les ans"),
        (Fraction(8, 7), "1 logement attendu tous les 10,5 mois"),
        (Fraction(6), "1 logement attendu tous les 2 mois"),
        (Fraction(12), "1 logement attendu tous les mois"),
        (Fraction(30), "30 logements attendus par an"),
    ],
)
def test_the_rhythm_is_said_in_years_in_months_or_in_dwellings(
    droits: Fraction, rythme: str
) -> None:
    assert dite(droits).startswith(f"{rythme} ; prochain dû vers ")


@pytest.mark.parametrize(
    ("retard", "jour", "suite"),
    [
        (Fraction(0), JOUR, "prochain dû vers mars 2027"),
        (Fraction(-1), JOUR, "prochain dû vers mars 2028"),
        (Fraction(1, 2), JOUR, "prochain dû vers septembre 2026"),
        # 15 of 30 days gone in April, half a month to wait: the first of May.
        (Fraction(23, 24), date(2026, 4, 16), "prochain dû vers mai 2026"),
        (Fraction(23, 24), date(2026, 4, 15), "prochain dû vers avril 2026"),
        (Fraction(999, 1000), date(2026, 12, 31), "prochain dû vers décembre 2026"),
        (Fraction(99, 100), date(2026, 12, 31), "prochain dû vers janvier 2027"),
        (Fraction(1), JOUR, "un logement est dû"),
        (Fraction(199, 100), JOUR, "un logement est dû"),
        (Fraction(2), JOUR, "2 logements sont dus"),
    ],
)
def test_the_next_one_is_due_when_a_whole_dwelling_is_missing(
    retard: Fraction, jour: date, suite: str
) -> None:
    assert dite(1, retard, jour) == f"1 logement attendu tous les ans ; {suite}"


@pytest.mark.parametrize("droits", [0, -1])
def test_a_right_that_brings_nothing_waits_for_nothing(droits: int) -> None:
    assert attente(Fraction(droits), Fraction(3), JOUR) is None


@given(
    st.fractions(min_value=Fraction(1, 1000), max_value=200),
    st.fractions(min_value=-20, max_value=20),
    st.dates(min_value=date(2000, 1, 1), max_value=date(2100, 1, 1)),
)
def test_the_later_the_sooner(droits: Fraction, retard: Fraction, jour: date) -> None:
    tot, tard = attente(droits, retard + 1, jour), attente(droits, retard, jour)
    assert tot is not None
    assert tard is not None
    assert (jour.year, jour.month) <= (tot.annee, tot.mois) <= (tard.annee, tard.mois)
    assert tot.intervalle * droits == 1
    assert (tard.dus > 0) == (retard >= 1)
