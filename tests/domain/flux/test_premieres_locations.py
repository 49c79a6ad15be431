"""First lettings where the conventions of one programme say different things (regles.md 47, 48).

moteur.md says nothing of them: a new dwelling is outside the base of a party that counts it
apart, and the landlord's account stands for such a party.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from fluxdesk.domain.flux.parties import BAILLEUR, Axe, EvenementDecompte, ModeRefus, Zone
from fluxdesk.domain.flux.registre import rejouer
from fluxdesk.domain.flux.suggestion import Motif, RaisonExclusion, suggerer
from tests.domain.flux.exemples import SANS_MIXITE, Journee, commune, partie, unite
from tests.domain.flux.journaux import photo

if TYPE_CHECKING:
    from fluxdesk.domain.flux.parties import Unite

A = replace(partie("a", 2000, nom="A"), neuf=True)
B = partie("b", 3000, nom="B")
CAL, BAIL = EvenementDecompte.ATTRIBUTION_CAL, EvenementDecompte.BAIL_SIGNE


def neuve(cle: str = "N") -> Unite:
    return replace(unite(cle), neuf=True)


def test_ten_new_dwellings_two_for_a_and_eight_for_b_leave_nobody_late() -> None:
    jour = Journee([A, B])
    for numero in range(10):
        jour.donner(neuve(f"N{numero}"), "a" if numero in {2, 7} else "b")
    # A: 10 x 0.20 = 2 due, 2 served. B: its convention counts none of them. Landlord: 10 x 0.80.
    assert [(s.du, s.servi, s.retard) for s in jour.registre.soldes()] == [
        (2 * 10_000, 2, 0),
        (0, 0, 0),
        (8 * 10_000, 8, 0),
    ]
    jour.presenter(unite("ancien"))  # relet, one of them is a dwelling of the flux like any other
    assert [s.du for s in jour.registre.soldes()] == [22_000, 3000, 85_000]


def test_the_rule_compares_those_who_count_new_dwellings_and_says_why_not_the_others() -> None:
    etat = partie("etat", 3000, nom="État")
    parts = [replace(partie(cle, taux), parent="etat") for cle, taux in (("p", 2500), ("q", 500))]
    ailleurs = partie("c", 1000, commune("Bastia"))
    jour = Journee([A, B, etat, *parts, ailleurs], SANS_MIXITE)
    suggestion = suggerer(jour.registre, neuve())
    assert {r.cle for r in suggestion.classement} == {"a", BAILLEUR}
    assert {r.cle: r.exclusion for r in suggestion.exclus} == {
        "b": RaisonExclusion.NEUF_A_PART,
        "etat": RaisonExclusion.NEUF_A_PART,
        "c": RaisonExclusion.HORS_TERRITOIRE,
    }
    jour.donner(neuve(), "p")  # out of the flux: neither the part nor the whole is served
    assert jour.servis() == [0, 0, 0, 0, 0, 0, 1]
    jour.refuser("N", "p")
    excluded = {r.cle: r.exclusion for r in suggerer(jour.registre, neuve()).exclus}
    assert excluded["etat"] is RaisonExclusion.NEUF_A_PART  # its other part may have it
    assert suggerer(jour.registre, neuve()).refusants == ("p",)


@pytest.mark.parametrize("mode", list(ModeRefus))
@pytest.mark.parametrize("etapes", [(), (CAL,), (CAL, BAIL)])
def test_what_b_gives_back_leaves_no_trace_whatever_its_clause_and_the_step(
    mode: ModeRefus, etapes: tuple[EvenementDecompte, ...]
) -> None:
    jour = Journee([A, replace(B, refus=mode, decompte=EvenementDecompte.MISE_A_DISPOSITION)])
    jour.presenter(neuve())
    avant = [(s.du, s.servi) for s in jour.registre.soldes()]
    mix = jour.registre.recu(BAILLEUR, Axe.FINANCEMENT, "PLAI")
    jour.servir("N", "b")
    for etape in etapes:
        jour.avancer("N", "b", etape)
    landlord = jour.registre.soldes()[-1]
    assert (landlord.servi, landlord.mises, landlord.attributions) == (1, 1, len(etapes) > 0)
    jour.refuser("N", "b")
    assert (
        [(s.du, s.servi) for s in jour.registre.soldes()] == avant == [(2000, 0), (0, 0), (8000, 0)]
    )
    assert jour.registre.recu(BAILLEUR, Axe.FINANCEMENT, "PLAI") == mix
    assert (jour.registre.refus("b"), jour.registre.refus(BAILLEUR)) == (0, 0)
    donne = jour.servir("N", "a")  # then to A: its due 0.20, one served
    assert jour.retards() == [-8000, 0, 8000]
    jour.annuler(donne)
    assert jour.retards() == [2000, 0, 8000]
    entier = rejouer([A, jour.registre.parties[1]], jour.registre.journal)
    assert photo(entier) == photo(jour.registre)


def test_a_consumed_right_opens_again_for_a_alone_or_lets_b_have_its_turn() -> None:
    consume = Journee([replace(A, refus=ModeRefus.COMPTE), B])
    consume.donner(neuve(), "a")
    consume.refuser("N", "a")
    consume.servir("N", "b")
    # Two rights of 0.20 for A, served of the first; 1.60 for the landlord, served of the second.
    assert [(s.du, s.servi) for s in consume.registre.soldes()] == [(4000, 1), (0, 0), (16_000, 1)]

    tour = Journee([replace(A, refus=ModeRefus.BAILLEUR_UN_TOUR), B])
    tour.donner(neuve(), "a")
    tour.refuser("N", "a")
    assert suggerer(tour.registre, neuve()).motif is Motif.REPRISE
    tour.servir("N", "b")  # in the landlord's place: uncounted, as the landlord's own turn
    assert [(s.du, s.servi) for s in tour.registre.soldes()] == [(2000, 1), (0, 0), (8000, 0)]
    tour.refuser("N", "b")
    tour.servir("N", BAILLEUR)
    assert tour.retards() == [-8000, 0, 8000]


def test_two_residences_of_one_commune_are_two_places() -> None:
    pins = Zone(residences=frozenset({"pins"}))
    jour = Journee([partie("ici", 5000, pins)])
    jour.presenter(replace(unite("1"), residence="autre"))
    jour.presenter(replace(unite("2"), residence="pins"))
    assert [s.du for s in jour.registre.soldes()] == [5000, 15_000]
