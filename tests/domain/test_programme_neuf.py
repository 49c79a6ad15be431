"""The concertation of a new programme, checked exactly against the rights agreed at financing."""

from __future__ import annotations

from fluxdesk.domain.programme_neuf import (
    DroitNeuf,
    LogementNeuf,
    ProgrammeNeuf,
    SommeNeuf,
    controler_concertation,
)

T2 = LogementNeuf(id=1, financement="PLAI", typologie="T2")
T3 = LogementNeuf(id=2, financement="PLUS", typologie="T3")
AUTRE_T2 = LogementNeuf(id=3, financement="PLUS", typologie="T2")


def programme(*droits: DroitNeuf, convenus: dict[int, str]) -> ProgrammeNeuf:
    return ProgrammeNeuf(nom="Les Pins", droits=droits, logements=tuple(convenus.items()))


def test_a_table_that_keeps_every_right_is_complete() -> None:
    made = programme(
        DroitNeuf(partie="1", nombre=1, financement="PLAI"),
        DroitNeuf(partie="2", nombre=2),
        convenus={1: "1", 2: "2", 3: "2"},
    )
    seen = controler_concertation(made, [T2, T3, AUTRE_T2])
    assert seen.complete
    assert [row.logements for row in seen.droits] == [(1,), (2, 3)]
    assert seen.sommes == (
        SommeNeuf(financement="PLAI", typologie="T2", logements=1, convenus=1),
        SommeNeuf(financement="PLUS", typologie="T2", logements=1, convenus=1),
        SommeNeuf(financement="PLUS", typologie="T3", logements=1, convenus=1),
    )
    assert (seen.total_droits, seen.total_logements) == (3, 3)


def test_what_is_owed_too_much_or_not_agreed_is_told() -> None:
    made = programme(
        DroitNeuf(partie="1", nombre=2, typologie="T3"),
        convenus={1: "1", 2: "1", 3: ""},
    )
    seen = controler_concertation(made, [T2, T3, AUTRE_T2])
    assert not seen.complete
    assert seen.sans_droit == (1,)
    assert seen.a_convenir == (3,)
    assert seen.droits[0].ecart == -1


def test_a_dwelling_gives_way_to_one_that_has_no_other_right() -> None:
    # Both fit the PLUS right; only the T3 fits the other one: a greedy count would lose it.
    made = programme(
        DroitNeuf(partie="1", nombre=1, financement="PLUS"),
        DroitNeuf(partie="1", nombre=1, typologie="T3"),
        convenus={2: "1", 3: "1"},
    )
    seen = controler_concertation(made, [T3, AUTRE_T2])
    assert seen.complete
    assert [row.logements for row in seen.droits] == [(3,), (2,)]


def test_the_precise_right_is_filled_first_and_a_full_one_keeps_nobody_more() -> None:
    made = programme(
        DroitNeuf(partie="1", nombre=5),
        DroitNeuf(partie="1", nombre=1, financement="plus", typologie="t3"),
        convenus={2: "1"},
    )
    assert [r.logements for r in controler_concertation(made, [T3]).droits] == [(), (2,)]
    full = programme(DroitNeuf(partie="1", nombre=1), convenus={1: "1", 2: "1"})
    assert controler_concertation(full, [T2, T3]).sans_droit == (2,)
