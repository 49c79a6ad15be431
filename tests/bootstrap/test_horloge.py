"""The day and the hour, of the machine or fixed."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from fluxdesk.bootstrap.horloge import VARIABLE, JourFixeError, SystemClock


def test_the_clock_is_that_of_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    before = datetime.now(UTC)  # noqa: TID251 - what the clock is compared with

    clock = SystemClock()

    assert before <= clock.maintenant() <= before + timedelta(minutes=1)
    assert clock.aujourd_hui() in {before.astimezone().date(), clock.maintenant().date()}


def test_the_environment_fixes_the_day_and_not_the_hour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "2026-03-03")

    clock = SystemClock()

    assert clock.aujourd_hui() == date(2026, 3, 3)
    assert clock.maintenant().date() == date(2026, 3, 3)
    assert clock.maintenant().tzinfo is UTC
    assert clock.maintenant() <= clock.maintenant()


def test_a_fixed_day_that_is_no_date_is_refused_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "demain")

    with pytest.raises(JourFixeError, match="«\u00a0demain\u00a0», qui n’est pas une date"):
        SystemClock()
