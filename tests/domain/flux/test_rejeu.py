"""A stream played to its end: who keeps each dwelling, and the lateness on the way."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from fluxdesk.domain.flux.erreurs import DejaPresenteError
from fluxdesk.domain.flux.evenements import Presentation
from fluxdesk.domain.flux.parties import BAILLEUR, UN, ModeRefus
from fluxdesk.domain.flux.registre import Registre, rejouer
from fluxdesk.domain.flux.rejeu import Arrivee, jouer
from fluxdesk.domain.flux.suggestion import Motif
from tests.domain.flux.exemples import Journee, commune, partie, unite

if TYPE_CHECKING:
    from collections.abc import Iterator


def arrivees(nombre: int, *refus: str, debut: int = 0) -> Iterator[Arrivee]:
    for numero in range(debut, debut + nombre):
        yield Arrivee(unite(f"L{numero}"), frozenset(refus))


def test_each_dwelling_goes_where_the_engine_says() -> None:
    parties = [
        partie("etat", 3000),
        replace(partie("prio", 2500), parent="etat"),
        replace(partie("agents", 500), parent="etat"),
        partie("al", 4000),
    ]
    jour = Journee(parties)
    attendus = [jour.suivre(unite(f"L{numero}")).destinataire for numero in range(30)]
    joue = jouer(Registre(parties), arrivees(30))
    assert [decision.choix for decision in joue.decisions] == attendus
    assert joue.soldes == jour.registre.soldes()
    assert joue.soldes == joue.registre.soldes()


def test_a_decision_tells_where_the_leaf_stood_before_it_received() -> None:
    joue = jouer(Registre([partie("al", 6000)]), arrivees(2))
    premiere, seconde = joue.decisions
    assert (premiere.choix, premiere.du, premiere.servi, premiere.retard) == ("al", 6000, 0, 6000)
    assert premiere.motif is Motif.HORS_TOLERANCE
    assert (seconde.choix, seconde.du, seconde.servi, seconde.retard) == (BAILLEUR, 8000, 0, 8000)


def test_curves_have_a_point_after_each_dwelling_and_the_greatest_covers_the_start() -> None:
    al = replace(partie("al", 5000), report=2)
    joue = jouer(Registre([al]), arrivees(3))
    assert list(joue.courbes["al"]) == [15_000, 10_000, 5000]
    assert list(joue.courbes[BAILLEUR]) == [-15_000, -10_000, -5000]
    assert joue.retards_max == {"al": 20_000, BAILLEUR: 20_000}
    plus_tard = jouer(Registre([partie("al", 6000)]), arrivees(2))
    assert plus_tard.retards_max == {"al": 4000, BAILLEUR: 4000}


def test_who_refuses_is_passed_over_and_the_landlord_never_refuses() -> None:
    joue = jouer(Registre([partie("al", 6000)]), arrivees(1, "al", BAILLEUR))
    (decision,) = joue.decisions
    assert (decision.choix, decision.refusants) == (BAILLEUR, ("al",))
    assert joue.registre.refus("al") == 1


def test_a_parent_that_refuses_refuses_for_all_its_parts() -> None:
    parts = [replace(partie(cle, 4000), parent="etat") for cle in ("prio", "agents")]
    joue = jouer(Registre([partie("etat", 8000), *parts]), arrivees(1, "etat"))
    (decision,) = joue.decisions
    assert (decision.choix, decision.refusants) == (BAILLEUR, ("prio", "agents"))


def test_a_consumed_refusal_gives_the_dwelling_to_the_landlord_for_one_turn() -> None:
    al = replace(partie("al", 6000), refus=ModeRefus.BAILLEUR_UN_TOUR)
    joue = jouer(Registre([al, partie("etat", 3000)]), arrivees(1, "al"))
    (decision,) = joue.decisions
    assert (decision.choix, decision.motif) == (BAILLEUR, Motif.REPRISE)
    assert [solde.servi for solde in joue.soldes] == [1, 0, 0]


def test_a_play_goes_on_from_the_ledger_and_numbers_its_events_after() -> None:
    registre = Registre([partie("al", 3000), partie("a", 2000, commune("Calvi"))])
    registre.appliquer(Presentation(41, unite("avant")))
    jouer(registre, arrivees(4, "a"))
    joue = jouer(registre, arrivees(4, debut=4))
    numeros = [evenement.numero for evenement in registre.journal]
    assert numeros == list(range(41, 41 + len(numeros)))
    assert rejouer(registre.parties[:-1], registre.journal).soldes() == joue.soldes
    assert sum(solde.retard for solde in joue.soldes) == UN  # the dwelling left waiting


def test_a_dwelling_that_is_there_already_is_refused() -> None:
    registre = Registre([partie("al", 3000)])
    registre.appliquer(Presentation(1, unite("L0")))
    with pytest.raises(DejaPresenteError):
        jouer(registre, arrivees(1))


def test_the_listener_hears_of_each_dwelling_and_may_stop_the_play() -> None:
    vus: list[int] = []

    def assez(place: int) -> None:
        vus.append(place)
        if place == 2:
            raise InterruptedError

    registre = Registre([partie("al", 3000)])
    with pytest.raises(InterruptedError):
        jouer(registre, arrivees(5), assez)
    assert vus == [1, 2]


def test_an_empty_stream_leaves_the_ledger_as_it_was() -> None:
    joue = jouer(Registre([partie("al", 3000)]), ())
    assert joue.decisions == ()
    assert list(joue.courbes["al"]) == []
    assert joue.retards_max == {"al": 0, BAILLEUR: 0}
