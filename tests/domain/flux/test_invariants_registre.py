"""The invariants P1 to P8 of moteur.md: the ledger, on made-up journals."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from fluxdesk.domain.flux.evenements import Presentation
from fluxdesk.domain.flux.parties import (
    BAILLEUR,
    UN,
    Axe,
    TauxDate,
)
from fluxdesk.domain.flux.registre import Registre, rejouer
from fluxdesk.domain.flux.suggestion import suggerer
from tests.domain.flux.exemples import Journee, partie, unite
from tests.domain.flux.journaux import (
    COMMUNES,
    des_journaux,
    des_taux,
    des_unites,
    en_attente,
    peu,
    photo,
    somme,
)

if TYPE_CHECKING:
    from fluxdesk.domain.flux.evenements import Evenement
    from fluxdesk.domain.flux.parties import (
        Partie,
        Unite,
    )


@peu
@given(des_journaux())
def test_p1_lateness_sums_to_the_dwellings_still_waiting_after_each_event(
    cas: tuple[list[Partie], list[Evenement]],
) -> None:
    parties, journal = cas
    registre = Registre(parties)
    assert somme(registre) == 0
    for evenement in journal:
        registre.appliquer(evenement)
        assert somme(registre) == en_attente(registre) * UN


@peu
@given(des_journaux(), st.sampled_from(COMMUNES))
def test_p2_the_choice_is_eligible_and_never_a_refuser(
    cas: tuple[list[Partie], list[Evenement]], lieu: str
) -> None:
    jour = Journee(cas[0])
    jour.registre.charger(cas[1])
    jour.numero = len(cas[1])
    une = unite("P2", commune=lieu)
    jour.presenter(une)
    partants = {p.cle: p for p in cas[0] if p.cle != "etat"}
    for _ in range(3):
        suggestion = suggerer(jour.registre, une)
        cle = suggestion.destinataire
        assert cle not in suggestion.refusants
        assert cle not in {rang.cle for rang in suggestion.exclus}
        assert cle == BAILLEUR or partants[cle].territoire.contient(une)
        jour.servir("P2", cle)
        if cle == BAILLEUR:
            break
        jour.refuser("P2", cle)


@peu
@given(des_journaux())
def test_p3_on_each_axis_the_mix_lines_of_a_party_sum_to_its_lateness(
    cas: tuple[list[Partie], list[Evenement]],
) -> None:
    registre = rejouer(*cas)
    unites = [e.unite for e in cas[1] if isinstance(e, Presentation)]
    for axe in Axe:
        valeurs = {une.valeur(axe) for une in unites}
        for solde in registre.soldes():
            total = sum(registre.equilibre(solde.cle, axe, valeur) for valeur in valeurs)
            assert total == Fraction(solde.retard, UN)


@peu
@given(des_journaux())
def test_p4_a_replay_gives_the_same_state_and_the_same_suggestion(
    cas: tuple[list[Partie], list[Evenement]],
) -> None:
    parties, journal = cas
    pas_a_pas = Registre(parties)
    for evenement in journal:
        pas_a_pas.appliquer(evenement)
    assert photo(pas_a_pas) == photo(rejouer(parties, journal)) == photo(pas_a_pas.copie())


@peu
@given(des_taux(), des_unites(60))
def test_p5_with_constant_rates_and_no_territory_nobody_leaves_the_tolerance(
    taux: list[int], unites: list[Unite]
) -> None:
    jour = Journee([partie(f"p{n}", t) for n, t in enumerate(taux)])
    borne = jour.registre.tolerance * UN
    for une in unites:
        jour.suivre(une)
        assert max(map(abs, jour.retards())) <= borne


@peu
@given(des_journaux())
def test_p6_a_dwelling_only_looked_at_changes_nothing(
    cas: tuple[list[Partie], list[Evenement]],
) -> None:
    registre = rejouer(*cas)
    avant = photo(registre)
    suggerer(registre, unite("soustraite", commune="A", typologie="T7", financement="LLI"))
    assert photo(registre) == avant


@peu
@given(st.integers(-9, 9), st.integers(1, 30), des_unites(30))
def test_p7_a_balance_is_paid_exactly_and_by_even_steps(
    report: int, etalement: int, unites: list[Unite]
) -> None:
    registre = Registre([replace(partie("al", 0), report=report, etalement=etalement)])
    dus = [0]
    for numero, une in enumerate(unites, start=1):
        registre.appliquer(Presentation(numero, une))
        dus.append(registre.du("al"))
    pas = [b - a for a, b in pairwise(dus)]
    assert dus[etalement] == dus[-1] == report * UN
    assert all(abs(p) * etalement <= abs(report) * UN + etalement for p in pas)


@peu
@given(st.integers(0, UN), st.integers(0, UN), st.integers(1, 28))
def test_p8_a_change_of_rate_makes_no_jump(avant: int, apres: int, change: int) -> None:
    debut = date(2026, 2, 1)
    bascule = debut + timedelta(change)
    taux = (TauxDate(avant, fin=bascule - timedelta(1)), TauxDate(apres, debut=bascule))
    registre = Registre([replace(partie("al", 0), taux=taux)])
    dus = [0]
    for numero in range(1, 31):
        une = unite(f"L{numero}", jour=debut + timedelta(numero - 1))
        registre.appliquer(Presentation(numero, une))
        dus.append(registre.du("al"))
    pas = [b - a for a, b in pairwise(dus)]
    assert pas == [avant] * change + [apres] * (30 - change)


@peu
@given(
    st.lists(
        st.tuples(
            st.integers(0, UN),
            st.none() | st.integers(-3, 6),
            st.none() | st.integers(0, 9),
        ),
        max_size=4,
    ),
    st.permutations(range(12)),
)
def test_p8_the_rate_of_a_day_is_that_of_its_convention_in_any_order_of_days(
    taux: list[tuple[int, int | None, int | None]], jours: list[int]
) -> None:
    origine = date(2026, 1, 1)
    dates = [
        TauxDate(
            un_taux,
            None if debut is None else origine + timedelta(debut),
            None if fin is None else origine + timedelta(fin),
        )
        for un_taux, debut, fin in taux
    ]
    al, b = replace(partie("al", 0), taux=tuple(dates)), partie("b", 100)
    arbre = Registre([al, b]).arbre
    for n in jours:
        jour = origine + timedelta(n)
        en_vigueur = al.taux_date(jour)
        attendu = en_vigueur.dix_milliemes if en_vigueur else None
        assert arbre.taux(jour) == (attendu, 100, UN)
