"""What a simulation supposes: rates, clauses, and how much they promise in one place."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from fluxdesk.domain.echec import Responsable
from fluxdesk.domain.flux.evenements import Carence, Refus
from fluxdesk.domain.flux.parties import ModeRefus, TauxDate, Zone
from fluxdesk.services.simuler_hypothese import (
    HypotheseError,
    Lieu,
    Somme,
    depasse,
    divisees,
    hypothese_signee,
    lieux_liberes,
    ouverture_supposee,
    parties_supposees,
    phrase_de_somme,
    plus_forte_somme,
    supposer_refus,
    supposer_taux,
)
from tests.services.simulations import PARTIES, PREMIER, annee, partie, unite

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fluxdesk.services.simuler_hypothese import (
        Clause,
    )

FIN = date(2025, 12, 31)
SIGNEE = hypothese_signee(PARTIES, PREMIER, FIN)


def taux(cle: str, hypothese: Sequence[Clause]) -> int | None:
    return next(c.taux for c in hypothese if c.cle == cle)


def test_the_rate_is_that_of_the_first_day_or_the_first_that_follows() -> None:
    assert [c.signe for c in SIGNEE] == [3000, 2500, 500, 2000, 1000]
    late = hypothese_signee(PARTIES, PREMIER, date(2025, 5, 31))
    assert late[-1].signe is None
    assert late[-1].taux is None
    assert not any(c.modifiee for c in SIGNEE)


def test_a_whole_has_the_sum_of_its_parts() -> None:
    changed = supposer_taux(SIGNEE, "E/A", 1000)
    assert taux("E", changed) == 3500
    assert [c.cle for c in changed if c.modifiee] == ["E", "E/A"]
    assert divisees(changed) == {"E"}
    assert taux("AL", supposer_taux(SIGNEE, "AL", 3000)) == 3000


def test_a_clause_of_refusal_is_that_of_the_parts_too() -> None:
    changed = supposer_refus(SIGNEE, "E", ModeRefus.COMPTE)
    assert [c.cle for c in changed if c.modifiee] == ["E", "E/P", "E/A"]


def test_places_are_told_apart_by_the_conventions_only() -> None:
    unites = [unite(1, "B"), unite(2, "C"), unite(3, "A"), unite(4, "A")]
    places = lieux_liberes(PARTIES, unites, lambda u: f"à {u.commune}")
    assert places == (
        Lieu("à B", frozenset({"E", "AL"})),
        Lieu("à A", frozenset({"E", "AL", "V"})),
    )


def test_the_heaviest_place_is_said_and_what_is_over_is_counted() -> None:
    places = annee().lieux
    heaviest = plus_forte_somme(SIGNEE, places)
    assert heaviest == Somme("à A", 6000)
    assert not depasse(heaviest)
    assert "60\u00a0% à A" in phrase_de_somme(Somme("à A", 6000))
    over = plus_forte_somme(supposer_taux(SIGNEE, "AL", 7000), places)
    assert over is not None
    assert depasse(over)
    assert "110\u00a0% à A, 10\u00a0% de trop" in str(HypotheseError(over))
    assert plus_forte_somme(SIGNEE, ()) is None
    assert not depasse(None)


@pytest.mark.parametrize(
    ("signed", "expected"),
    [
        pytest.param((TauxDate(2000),), (TauxDate(2000, None, date(2024, 12, 31)),), id="open"),
        pytest.param(
            (TauxDate(2000, None, date(2023, 12, 31)), TauxDate(2100, date(2025, 7, 1))),
            (TauxDate(2000, None, date(2023, 12, 31)),),
            id="past kept, future dropped",
        ),
    ],
)
def test_a_supposed_rate_begins_on_the_first_day_and_leaves_the_past(
    signed: tuple[TauxDate, ...], expected: tuple[TauxDate, ...]
) -> None:
    parties = (partie("AL", *signed),)
    base = hypothese_signee(parties, PREMIER, FIN)
    (kept,) = parties_supposees(parties, base, PREMIER)
    assert kept == parties[0]
    (changed,) = parties_supposees(parties, supposer_taux(base, "AL", 3000), PREMIER)
    assert changed.taux == (*expected, TauxDate(3000, PREMIER))
    (gone,) = parties_supposees(parties, supposer_taux(base, "AL", 0), PREMIER)
    assert gone.taux == expected
    assert gone.taux_date(PREMIER) is None


def test_refusals_of_before_cost_what_they_did() -> None:
    changed = supposer_refus(SIGNEE, "AL", ModeRefus.COMPTE)
    supposed = {p.cle: p for p in parties_supposees(PARTIES, changed, PREMIER)}
    assert supposed["AL"].refus is ModeRefus.COMPTE
    assert supposed["AL"].carence is ModeRefus.NON_COMPTE_MIXITE
    other = replace(PARTIES[0], carence=ModeRefus.COMPTE)
    kept = parties_supposees((other,), SIGNEE, PREMIER)
    assert kept[0].carence is ModeRefus.COMPTE
    of_the_cal = Refus(3, "1", "AL", Responsable.CAL)
    events = (Refus(1, "0", "AL"), Refus(2, "0", "E/P"), of_the_cal)
    kept_events = (Carence(1, "0", "AL"), Refus(2, "0", "E/P"), of_the_cal)
    assert ouverture_supposee(events, changed) == kept_events


def test_a_zone_of_its_own_counts_where_it_is() -> None:
    away = partie("X", TauxDate(100), zone=Zone(communes=frozenset({"Z"})))
    (place,) = lieux_liberes((away,), [unite(1)], lambda u: u.commune)
    assert place.cles == frozenset()
