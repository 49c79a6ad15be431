"""Hall's condition on rights and territories, beside every subset counted one by one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import chain, combinations
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from fluxdesk.adapters.flots.coupe import couper
from fluxdesk.domain.faisabilite import Bilan, examiner
from fluxdesk.domain.faisabilite_droits import Droit, droits_au
from fluxdesk.domain.flux.parties import UN, Axe, Cible, Partie, TauxDate, Unite, Zone
from fluxdesk.domain.flux_constate import constater

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from fluxdesk.domain.flux_constate import FluxConstate

JOUR = date(2026, 3, 3)
PARTOUT = Zone.partout()


def zone(*codes: str) -> Zone:
    return Zone(communes=frozenset(codes))


def unite(commune: str, financement: str = "PLUS") -> Unite:
    return Unite(
        cle="x",
        jour=JOUR,
        commune=commune,
        epci="E",
        departement="D",
        qpv="QPV",
        typologie="T3",
        financement=financement,
        periode="",
    )


def flux(nombres: Mapping[str, int]) -> FluxConstate:
    return constater(((unite(c), n) for c, n in nombres.items()), 36)


def partie(cle: str, taux: int, assiette: Zone, territoire: Zone | None = None) -> Partie:
    return Partie(
        cle=cle,
        nom=f"Réservataire {cle}",
        taux=(TauxDate(taux),),
        assiette=assiette,
        territoire=territoire or assiette,
    )


def bilan(parties: Sequence[Partie], seen: FluxConstate) -> Bilan:
    return examiner(droits_au(parties, seen, JOUR), seen, couper)


# A: 50 a year, B: 60, C: 40 (moteur.md §2: Bourg-B and the Syndicat B+C lack 8 a year).
MOTEUR = flux({"A": 150, "B": 180, "C": 120})


def test_the_example_of_the_specification() -> None:
    found = bilan(
        [
            partie("État", 2_500, PARTOUT),
            partie("Bourg-B", 3_200, PARTOUT, zone("B")),
            partie("Syndicat B+C", 4_000, PARTOUT, zone("B", "C")),
        ],
        MOTEUR,
    )
    (short,) = found.manques
    assert [d.cle for d in short.droits] == ["Bourg-B", "Syndicat B+C"]
    assert Fraction(short.du, 3 * UN) == 108
    assert Fraction(short.capacite, 3 * UN) == 100
    assert short.theta == Fraction(100, 108)
    assert found.tendus == ()


def test_rights_apart_from_each_other_are_told_apart() -> None:
    found = bilan(
        [partie("1", 5_000, PARTOUT, zone("A")), partie("2", 5_000, PARTOUT, zone("C"))], MOTEUR
    )
    assert [[d.cle for d in m.droits] for m in found.manques] == [["1"], ["2"]]


def test_three_sets_that_one_right_joins_are_one() -> None:
    found = bilan(
        [
            partie("1", 5_000, PARTOUT, zone("A")),
            partie("2", 5_000, PARTOUT, zone("C")),
            partie("3", 9_000, PARTOUT, zone("A", "C")),
        ],
        MOTEUR,
    )
    (short,) = found.manques
    assert [d.cle for d in short.droits] == ["1", "2", "3"]
    assert short.theta == Fraction(90, 150 * Fraction(19, 10))


def test_theta_is_that_of_the_worst_of_the_sets_within() -> None:
    """The two together lack 3 (theta 0,97), the first alone lacks 2 of its 12 (theta 5/6)."""
    seen = flux({"A": 10, "B": 100})
    droits = (
        Droit("1", "1", 12 * UN, zone("A")),
        Droit("2", "2", 101 * UN, zone("A", "B")),
    )
    (short,) = examiner(droits, seen, couper).manques
    assert (short.du, short.capacite) == (113 * UN, 110 * UN)
    assert short.theta == Fraction(10, 12)


def test_a_right_without_any_dwelling_is_served_nothing() -> None:
    (short,) = bilan([partie("1", 100, PARTOUT, zone("Z"))], MOTEUR).manques
    assert (short.capacite, short.theta) == (0, Fraction(0))


def test_a_load_over_85_percent_is_near_its_limit() -> None:
    near = partie("C", 2_300, PARTOUT, zone("C"))  # 34,5 a year for 40
    (charge,) = bilan([near], MOTEUR).tendus
    assert (charge.droit.cle, charge.droit.propre) == ("C", False)
    assert Fraction(charge.droit.quantite, charge.capacite) == Fraction(345, 400)
    exactly = partie("C", 8_500, zone("C"))
    assert bilan([exactly], MOTEUR).tendus == ()
    (own,) = bilan([partie("C", 8_600, zone("C"))], MOTEUR).tendus
    assert own.droit.propre


def test_rates_of_other_days_and_suspended_parties_ask_for_nothing() -> None:
    over = replace(partie("1", 0, PARTOUT), taux=(TauxDate(9_000, fin=date(2026, 1, 1)),))
    still = replace(partie("2", 5_000, PARTOUT), suspendu=True)
    found = bilan([over, still], MOTEUR)
    assert found == Bilan(manques=(), tendus=(), du=0, capacite=450 * UN)


def test_a_party_and_its_parts_count_once() -> None:
    state = partie("E", 3_000, PARTOUT)
    parts = [
        replace(partie("E/p", 2_500, PARTOUT), parent="E"),
        replace(partie("E/a", 500, PARTOUT), parent="E"),
    ]
    (droit,) = droits_au([state, *parts], MOTEUR, JOUR)
    assert (droit.cle, droit.nom, droit.quantite) == ("E", state.nom, 3_000 * 450)


def test_a_part_served_on_its_own_territory_is_taken_off_its_parent() -> None:
    epci = partie("E", 3_000, PARTOUT)
    town = replace(partie("E/c", 1_200, PARTOUT, zone("C")), parent="E")
    whole, part = droits_au([epci, town], MOTEUR, JOUR)
    assert (whole.nom, whole.quantite, whole.territoire) == (epci.nom, 1_800 * 450, PARTOUT)
    assert (part.nom, part.quantite, part.territoire) == (town.nom, 1_200 * 450, zone("C"))
    assert not part.propre


def test_each_modality_is_tested_on_its_own_dwellings() -> None:
    seen = constater([(unite("A", "PLAI"), 10), (unite("A"), 80), (unite("B", "PLAI"), 10)], 12)
    town = replace(
        partie("A", 3_000, zone("A")),
        cibles=(Cible(Axe.FINANCEMENT, "PLAI", 5_000), Cible(Axe.FINANCEMENT, "PLUS", 5_000)),
    )
    other = replace(partie("B", 100, PARTOUT), cibles=(Cible(Axe.FINANCEMENT, "PLS", 10),))
    first, second = bilan([town, other], seen).manques
    assert first.modalite == (Axe.FINANCEMENT, "PLAI")
    assert [d.cle for d in first.droits] == ["A"]
    assert Fraction(first.du, UN * UN) == Fraction(27, 2)  # half of 30 % of 90
    assert Fraction(first.capacite, UN * UN) == 10
    assert first.theta == Fraction(20, 27)
    assert (second.modalite, second.capacite) == ((Axe.FINANCEMENT, "PLS"), 0)


PLACES = "ABCDE"
territoires = st.sets(st.sampled_from(PLACES), min_size=1).map(lambda codes: zone(*codes))
nombres = st.dictionaries(st.sampled_from(PLACES), st.integers(0, 30), min_size=1)
demandes = st.lists(st.tuples(st.integers(1, 40), territoires), min_size=1, max_size=6)


@given(nombres, demandes)
def test_what_is_found_is_what_every_subset_says(
    counts: dict[str, int], asked: list[tuple[int, Zone]]
) -> None:
    seen = flux(counts)
    droits = tuple(Droit(str(n), str(n), q * UN, z) for n, (q, z) in enumerate(asked))
    manques = examiner(droits, seen, couper).manques
    worst = max((_manque(s, seen) for s in _sous_ensembles(droits)), default=0)
    assert sum(m.du - m.capacite for m in manques) == max(0, worst)
    named = [d for m in manques for d in m.droits]
    assert len(named) == len(set(named))
    for manque in manques:
        assert manque.du - manque.capacite > 0
        assert manque.theta == min(
            Fraction(_offre(s, seen), sum(d.quantite for d in s))
            for s in _sous_ensembles(manque.droits)
        )


def _sous_ensembles(droits: Sequence[Droit]) -> Iterator[tuple[Droit, ...]]:
    return chain.from_iterable(combinations(droits, n) for n in range(1, len(droits) + 1))


def _offre(droits: Sequence[Droit], seen: FluxConstate) -> int:
    places = zip(seen.lieux, seen.nombres, strict=True)
    return UN * sum(n for lieu, n in places if any(d.territoire.contient(lieu) for d in droits))


def _manque(droits: Sequence[Droit], seen: FluxConstate) -> int:
    return sum(d.quantite for d in droits) - _offre(droits, seen)
