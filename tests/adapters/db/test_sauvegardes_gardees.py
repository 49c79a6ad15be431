"""Which backups are kept, as they grow old."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from fluxdesk.adapters.db.sauvegardes import a_garder

MAINTENANT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


def test_old_backups_thin_out_to_one_a_day_then_one_a_month() -> None:
    twice_a_day = [MAINTENANT - timedelta(hours=12 * n) for n in range(800)]
    kept = sorted(a_garder(twice_a_day, MAINTENANT, age_max_jours=400), reverse=True)
    ages = [(MAINTENANT - when) / timedelta(days=1) for when in kept]
    assert sum(age < 5 for age in ages) == 10  # the last ten
    assert sum(5 <= age <= 14 for age in ages) == 9  # one a day
    older = [when for when in kept if MAINTENANT - when > timedelta(days=14)]
    assert [f"{when:%Y-%m}" for when in older] == [
        f"{year}-{month:02}"
        for year, months in ((2026, range(10, 0, -1)), (2025, (12,)))
        for month in months
    ]
    assert all((when + timedelta(hours=12)).month != when.month for when in older)


@given(ages=st.lists(st.integers(-40, 500), max_size=60, unique=True), limit=st.integers(1, 400))
def test_the_newest_and_those_of_the_future_are_kept_and_none_beyond_the_limit(
    ages: list[int], limit: int
) -> None:
    instants = [MAINTENANT - timedelta(days=age) for age in ages]
    kept = a_garder(instants, MAINTENANT, limit)
    assert kept <= set(instants)
    assert {when for when in instants if when > MAINTENANT} <= kept
    if instants:
        assert max(instants) in kept
        assert all(MAINTENANT - when <= timedelta(days=limit) for when in kept - {max(instants)})
