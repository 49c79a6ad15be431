"""Minimum cuts: the smallest of the worst sets, and nothing where all is served."""

from __future__ import annotations

from fluxdesk.adapters.flots.coupe import couper
from fluxdesk.bootstrap.charge import couper as couper_charge


def test_all_can_be_served() -> None:
    assert couper([3, 2], [2, 3], [[0, 1], [1]]) == frozenset()


def test_the_set_short_by_the_most_is_found() -> None:
    assert couper([3, 4, 1], [2, 3, 9], [[0], [0, 1], [2]]) == {0, 1}


def test_a_set_that_lacks_nothing_more_is_left_out() -> None:
    """With the second the set lacks as much: the smallest is the first alone."""
    assert couper([3, 3], [2, 3], [[0], [0, 1]]) == {0}


def test_a_demand_without_any_place_lacks_everything() -> None:
    assert couper([1, 1], [5], [[], [0]]) == {0}


def test_the_port_of_the_desk_is_this_cut() -> None:
    assert couper_charge([2], [1], [[0]]) == {0}
