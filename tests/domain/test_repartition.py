"""Whole numbers out of shares: the sum is kept, nobody is a dwelling away from its share."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from fluxdesk.domain.repartition import plus_fort_reste

PARTS = st.lists(st.fractions(min_value=0, max_value=50, max_denominator=60), min_size=1)


@given(PARTS)
def test_the_sum_is_that_of_the_shares_rounded_and_each_stays_within_one(
    parts: list[Fraction],
) -> None:
    found = plus_fort_reste(parts)
    assert abs(sum(found) - sum(parts, Fraction(0))) <= Fraction(1, 2)
    assert all(abs(whole - part) < 1 for whole, part in zip(found, parts, strict=True))


@given(PARTS)
def test_a_larger_remainder_is_never_passed_over(parts: list[Fraction]) -> None:
    found = plus_fort_reste(parts)
    up = [part % 1 for whole, part in zip(found, parts, strict=True) if whole > part]
    down = [part % 1 for whole, part in zip(found, parts, strict=True) if whole <= part]
    assert all(low <= high for low in down for high in up)


def test_equal_remainders_go_to_the_first_named() -> None:
    assert plus_fort_reste([Fraction(1, 2), Fraction(1, 2), Fraction(1)]) == (1, 0, 1)


def test_a_total_may_be_given() -> None:
    assert plus_fort_reste([Fraction(1, 3)] * 3, 1) == (1, 0, 0)
