"""Targets by year, and the three formulas, each dwelling counted once and the unknown apart."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from fluxdesk.domain.candidat import Candidat
from fluxdesk.domain.objectif import (
    BaseObjectif,
    LieuObjectif,
    NatureObjectif,
    Objectif,
    Population,
    en_vigueur,
)
from fluxdesk.domain.objectif_mesure import Attribution, Etat, Mesure, appartient, mesurer

JOUR = date(2026, 5, 4)
Q1 = Objectif(annee=2026, nature=NatureObjectif.Q1_HORS_QPV, cible=2500)
MENAGE = Candidat(orientation_id=1, numero_unique="0" * 18, nom="")


def fait(menage: Candidat | None = None, *, qpv: str = "hors QPV", cle: str = "2") -> Attribution:
    return Attribution(cle=cle, epci="A", qpv=qpv, attribution=JOUR, bail=JOUR, menage=menage)


def test_t1_counts_once_a_household_of_the_first_quartile_that_was_also_rehoused() -> None:
    both = replace(MENAGE, quartile=1, relogement=True)
    rehoused = replace(MENAGE, quartile=3, relogement=True)
    neither = replace(MENAGE, quartile=2, relogement=False)
    found = mesurer(Q1, 2026, [fait(both), fait(rehoused), fait(neither), fait(None)])
    assert found == Mesure(oui=2, non=1, inconnus=1)
    assert found.taux == Fraction(1, 2)
    assert found.taux_haut == Fraction(3, 4)


def test_t1_leaves_out_what_is_in_a_qpv_and_tells_what_may_be() -> None:
    poor = replace(MENAGE, quartile=1)
    found = mesurer(Q1, 2026, [fait(poor, qpv="QPV"), fait(poor, qpv="non renseigné")])
    assert found == Mesure(sans_lieu=1)
    assert found.taux is found.taux_haut is None
    assert found.etat(2500) is Etat.SANS_DONNEE


def test_t1_waits_for_the_lease_and_t3_does_not() -> None:
    promised = replace(fait(replace(MENAGE, quartile=1, dalo=True)), bail=None)
    assert mesurer(Q1, 2026, [promised]).total == 0
    priority = Objectif(annee=2026, nature=NatureObjectif.PRIORITAIRES, cible=2500)
    assert mesurer(priority, 2026, [promised]) == Mesure(oui=1)
    assert mesurer(priority, 2025, [promised]).total == 0


def test_t2_counts_the_others_in_a_qpv() -> None:
    t2 = Objectif(annee=2026, nature=NatureObjectif.NON_Q1_QPV, cible=5000)
    ranks = (1, 2, 4, None)
    homes = [fait(replace(MENAGE, quartile=rank), qpv="QPV") for rank in ranks]
    assert mesurer(t2, 2026, homes) == Mesure(oui=2, non=1, inconnus=1)


def test_t3_is_of_one_party_with_its_parts_less_those_left_out() -> None:
    state = Objectif(
        annee=2026, nature=NatureObjectif.PRIORITAIRES, cible=10_000, partie="1", sauf=("1/agents",)
    )
    priority = replace(MENAGE, priorite="b")
    homes = [fait(priority, cle=key) for key in ("1", "1/prioritaires", "1/agents", "11", "2")]
    assert mesurer(state, 2026, homes) == Mesure(oui=2)


def test_an_objective_of_an_epci_leaves_the_others_out() -> None:
    poor = replace(MENAGE, quartile=1)
    assert mesurer(replace(Q1, epci="B"), 2026, [fait(poor)]).total == 0
    assert mesurer(replace(Q1, epci="A"), 2026, [fait(poor)]).total == 1


@pytest.mark.parametrize(
    ("population", "menage", "attendu"),
    [
        (Population.PRIORITAIRES, MENAGE, None),
        (Population.PRIORITAIRES, replace(MENAGE, dalo=False), False),
        (Population.Q1_OU_RELOGES, replace(MENAGE, quartile=3), None),
        (Population.DALO, replace(MENAGE, dalo=True), True),
        (Population.RELOGES, replace(MENAGE, relogement=False), False),
        (Population.MUTATIONS, replace(MENAGE, mutation=True), True),
    ],
)
def test_what_is_not_known_is_never_no(
    population: Population, menage: Candidat, *, attendu: bool | None
) -> None:
    assert appartient(population, menage) is attendu


def test_a_free_objective_names_its_own_formula() -> None:
    free = Objectif(
        annee=2026,
        nature=NatureObjectif.LIBRE,
        cible=1000,
        libelle="Mutations",
        population=Population.MUTATIONS,
        lieu=LieuObjectif.PARTOUT,
        base=BaseObjectif.ATTRIBUTIONS,
    )
    assert mesurer(free, 2026, [fait(replace(MENAGE, mutation=True), qpv="QPV")]).oui == 1


@pytest.mark.parametrize(
    ("mesure", "etat"),
    [
        (Mesure(oui=1, non=3), Etat.ATTEINT),
        (Mesure(oui=1, non=4), Etat.MANQUE),
        (Mesure(oui=1, non=3, inconnus=1), Etat.INCERTAIN),
    ],
)
def test_what_is_not_known_may_decide(mesure: Mesure, etat: Etat) -> None:
    assert mesure.etat(2500) is etat


def test_the_target_of_a_year_is_that_of_the_path_to_it() -> None:
    path = replace(Q1, trajectoire=((2028, 2200), (2026, 1500)))
    assert [path.cible_en(year) for year in (2025, 2026, 2027, 2028, 2030)] == [
        2500, 1500, 1500, 2200, 2200,
    ]  # fmt: skip


def test_the_later_of_two_targets_on_one_subject_holds() -> None:
    late = replace(Q1, annee=2028, id=2)
    ended = replace(Q1, epci="A", fin=2027, id=3)
    assert en_vigueur([late, ended, replace(Q1, id=1)], 2027) == (replace(Q1, id=1), ended)
    assert en_vigueur([late, ended, replace(Q1, id=1)], 2028) == (late,)
