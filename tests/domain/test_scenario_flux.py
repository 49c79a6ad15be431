"""The dwellings of a stream read into arrivals, and every cell that cannot be."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from fluxdesk.domain.flux.parties import Axe, Cible, Partie, TauxDate, Unite, Zone
from fluxdesk.domain.scenario import Lecture
from fluxdesk.domain.scenario_flux import lire_flux

if TYPE_CHECKING:
    from fluxdesk.domain.scenario import Probleme, Scenario

TOUT = Zone.partout()


def flux(*rows: dict[str, str], noms: str = "AL État") -> tuple[Scenario, list[Probleme]]:
    problems: list[Probleme] = []
    lectures = [Lecture("F.csv", n, row, problems) for n, row in enumerate(rows, 2)]
    cible = Cible(Axe.FINANCEMENT, "PLAI", 4000)
    parties = [Partie(nom, nom, (), TOUT, TOUT, cibles=(cible,)) for nom in noms.split()]
    return lire_flux(lectures, parties), problems


def logement(**cells: str) -> dict[str, str]:
    return {"id": "1", "date": "2026-03-01"} | cells


def seul(problems: list[Probleme]) -> str:
    (problem,) = problems
    return problem.phrase


def test_a_dwelling_is_read_with_its_zeros_and_one_spelling_a_value() -> None:
    scenario, problems = flux(
        logement(
            commune="01001",
            epci="200000001",
            departement="2a",
            qpv="oui",
            typologie="T3",
            financement="plai",
            periode="Avant 1949",
        ),
        logement(id="2", date="02/03/2026", qpv="hors QPV", typologie="t3", periode="avant 1949"),
        logement(id="NC"),
    )
    assert problems == []
    first, second, third = (arrivee.unite for arrivee in scenario.arrivees)
    assert first == Unite(
        "1", date(2026, 3, 1), "01001", "200000001", "2A", "QPV", "T3", "PLAI", "Avant 1949"
    )
    assert (second.qpv, second.typologie, second.periode) == ("hors QPV", "T3", "Avant 1949")
    assert (third.cle, third.qpv, third.financement) == ("NC", "non renseigné", "non renseigné")
    assert (third.commune, third.epci) == ("", "")


def test_who_would_refuse_is_found_by_name_whatever_its_accents() -> None:
    scenario, problems = flux(logement(refus=" etat ,AL,"))
    assert problems == []
    assert scenario.arrivees[0].refus == {"État", "AL"}


def test_a_dwelling_taken_out_is_counted_and_not_played() -> None:
    scenario, problems = flux(logement(soustrait="vente"), logement(id="2"))
    assert problems == []
    assert (scenario.soustraits, len(scenario.arrivees)) == (1, 1)


def test_a_first_letting_that_nobody_counts_that_day_is_not_played() -> None:
    rate = TauxDate(1000, date(2026, 3, 2))
    parties = (Partie("A", "A", (rate,), TOUT, TOUT, neuf=True),)
    problems: list[Probleme] = []
    rows = (logement(neuf="oui"), logement(id="2", date="2026-03-02", neuf="OUI"), logement(id="3"))
    lectures = [Lecture("F.csv", n, row, problems) for n, row in enumerate(rows, 2)]
    scenario = lire_flux(lectures, parties)
    assert scenario.soustraits == 1
    assert [(a.unite.cle, a.unite.neuf) for a in scenario.arrivees] == [("2", True), ("3", False)]


@pytest.mark.parametrize(
    ("cells", "colonne", "phrase"),
    [
        ({"neuf": "peut-être"}, "neuf", "n’est ni oui ni non"),
        ({"id": ""}, "id", "L’identifiant du logement manque"),
        ({"date": ""}, "date", "La date manque"),
        ({"date": "46082"}, "date", "n’est pas une date"),
        ({"qpv": "peut-être"}, "qpv", "ne dit pas si le logement est en QPV"),
        ({"soustrait": "non"}, "soustrait", "n’est pas une catégorie"),
        ({"refus": "AL,Ville"}, "refus", "nomme «\u00a0Ville\u00a0», qui n’est aucun réservataire"),
        ({"refus": "bailleur"}, "refus", "nomme le bailleur, qui ne refuse jamais"),
        ({"typologie": "T\x003"}, "typologie", "contient un caractère illisible"),
    ],
)
def test_a_dwelling_that_cannot_be_played_is_named(
    cells: dict[str, str], colonne: str, phrase: str
) -> None:
    _, problems = flux(logement(**cells))
    said = seul(problems)
    assert said.startswith(f"F.csv, ligne 2, colonne {colonne}\u00a0: ")
    assert phrase in said


def test_two_dwellings_of_one_id_are_refused_even_taken_out() -> None:
    _, problems = flux(logement(soustrait="vente"), logement(), logement(id="01"))
    assert "figure déjà à la ligne 2" in seul(problems)
