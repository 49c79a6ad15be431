"""The conventions of a stream read into parties, and every cell that cannot be."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from fluxdesk.domain.cellules import CELLULES
from fluxdesk.domain.flux.parties import Axe, Cible, ModeRefus, Partie, TauxDate, Zone
from fluxdesk.domain.scenario import Lecture, ScenarioRefuseError
from fluxdesk.domain.scenario_conventions import lire_conventions
from fluxdesk.domain.typographie import typographier

if TYPE_CHECKING:
    from fluxdesk.domain.scenario import Probleme

TOUT = Zone.partout()


def conventions(*rows: dict[str, str]) -> tuple[tuple[Partie, ...], list[Probleme]]:
    problems: list[Probleme] = []
    lectures = [Lecture("C.csv", n, row, problems) for n, row in enumerate(rows, 2)]
    return lire_conventions(lectures), problems


def al(**cells: str) -> dict[str, str]:
    return {"reservataire": "AL", "taux": "20"} | cells


def seul(problems: list[Probleme]) -> str:
    (problem,) = problems
    return problem.phrase


def test_a_row_of_a_name_alone_is_the_whole_flux_under_the_usual_clauses() -> None:
    (partie,), problems = conventions(al())
    assert problems == []
    assert partie == Partie("AL", "AL", (TauxDate(2000),), TOUT, TOUT)


def test_every_clause_is_read() -> None:
    (etat, part), problems = conventions(
        {
            "reservataire": " L’État ",
            "taux": "30",
            "debut": "01/01/2026",
            "fin": "2026-12-31",
            "assiette": "departement:2a,commune:01001",
            "territoire": "epci:200000001",
            "report": "−8",
            "etalement": "120",
            "refus": "Compte",
            "cibles": "financement=PLAI:0.4|epci=e1:40,5|qpv=oui:30",
            "neuf": "Oui",
        },
        {"reservataire": "Part", "taux": "5,25 %", "parent": "l'etat", "assiette": "Tout"},
    )
    assert problems == []
    assert etat == Partie(
        "L’État",
        "L’État",
        (TauxDate(3000, date(2026, 1, 1), date(2026, 12, 31)),),
        Zone(communes=frozenset({"01001"}), departements=frozenset({"2A"})),
        Zone(epcis=frozenset({"200000001"})),
        report=-8,
        etalement=120,
        refus=ModeRefus.COMPTE,
        cibles=(
            Cible(Axe.FINANCEMENT, "PLAI", 40),
            Cible(Axe.EPCI, "E1", 4050),
            Cible(Axe.QPV, "QPV", 3000),
        ),
        neuf=True,
    )
    whole = Partie("Part", "Part", (TauxDate(525),), TOUT, TOUT, parent="L’État")
    assert part == replace(whole, neuf=True)  # a part follows its convention


def test_a_part_says_nothing_of_new_dwellings_itself() -> None:
    _, problems = conventions(al(), al(reservataire="Part", parent="AL", neuf="non"))
    assert "que ses parts suivent" in seul(problems)


def test_an_empty_territory_is_the_base() -> None:
    (partie,), _ = conventions(al(assiette="commune:01001"))
    assert partie.territoire == partie.assiette == Zone(communes=frozenset({"01001"}))


def test_rows_of_one_name_are_its_avenants_in_the_place_of_the_first() -> None:
    parties, problems = conventions(
        al(fin="30/06/2026", refus="compte", assiette="tout"),
        {"reservataire": "Ville", "taux": "3"},
        {"reservataire": "al", "taux": "26", "debut": "01/07/2026", "territoire": "TOUT"},
    )
    assert problems == []
    assert [p.nom for p in parties] == ["AL", "Ville"]
    assert parties[0].taux == (
        TauxDate(2000, None, date(2026, 6, 30)),
        TauxDate(2600, date(2026, 7, 1)),
    )
    assert parties[0].refus is ModeRefus.COMPTE


def test_an_avenant_that_changes_a_clause_is_refused_with_its_line_and_column() -> None:
    _, problems = conventions(al(report="3"), al(report="4", refus="non_compte"))
    assert [(p.fichier, p.ligne, p.colonne, p.valeur) for p in problems] == [
        ("C.csv", 3, "report", "4"),
        ("C.csv", 3, "refus", "non_compte"),
    ]
    assert "n’est pas ce que dit la ligne 2 de «\u00a0AL\u00a0»" in problems[0].phrase


def test_a_part_may_come_before_its_parent_and_have_parts() -> None:
    parties, problems = conventions(
        al(reservataire="Justice", parent="Agents"),
        al(reservataire="Agents", parent="ETAT"),
        al(reservataire="État"),
    )
    assert problems == []
    assert [p.parent for p in parties] == ["Agents", "État", None]


def test_parents_that_go_round_are_refused_and_one_that_is_nobody() -> None:
    _, problems = conventions(
        al(reservataire="A", parent="B"),
        al(reservataire="B", parent="A"),
        al(reservataire="C", parent="A"),
        al(reservataire="D", parent="D"),
        al(reservataire="E", parent="Personne"),
    )
    assert [(p.ligne, p.valeur) for p in problems] == [
        (2, "B"),
        (3, "A"),
        (5, "D"),
        (6, "Personne"),
    ]
    assert "est lui-même une part de «\u00a0A\u00a0»" in problems[0].phrase
    assert "n’est le nom d’aucune ligne" in problems[3].phrase


@pytest.mark.parametrize(
    ("cells", "colonne", "phrase"),
    [
        ({"reservataire": " "}, "reservataire", "Le nom du réservataire manque"),
        ({"reservataire": "BAILLEUR"}, "reservataire", "est le bailleur"),
        ({"reservataire": "CA, Bourg"}, "reservataire", "contient une virgule"),
        ({"taux": ""}, "taux", "Le taux manque"),
        ({"taux": "105"}, "taux", "dépasse 100 %"),
        ({"taux": "-3"}, "taux", "n’est pas un pourcentage"),
        ({"taux": "33,333"}, "taux", "plus de deux décimales"),
        ({"debut": "31/02/2026"}, "debut", "n’est pas une date"),
        ({"debut": "2026-02-01", "fin": "2026-01-01"}, "fin", "précède la date de début"),
        ({"assiette": "Bourg"}, "assiette", "n’est pas compris"),
        ({"territoire": "commune:"}, "territoire", "n’est pas compris"),
        ({"report": "1,5"}, "report", "n’est pas un nombre entier"),
        ({"report": "100001"}, "report", "dépasse 100000 logements"),
        ({"etalement": "-1"}, "etalement", "est négatif"),
        ({"refus": "jamais"}, "refus", "n’est pas un mode de refus"),
        ({"cibles": "PLAI:40"}, "cibles", "ne sont pas comprises"),
        ({"cibles": "financement=PLAI:140"}, "cibles", "dépasse 100 %"),
        ({"cibles": "PL\ufffdI"}, "cibles", "contient un caractère illisible"),
        ({"reservataire": "A\nL"}, "reservataire", "saut de ligne"),
    ],
)
def test_a_cell_that_cannot_be_played_is_named(
    cells: dict[str, str], colonne: str, phrase: str
) -> None:
    _, problems = conventions(al(**cells))
    said = seul(problems)
    assert said.startswith(f"C.csv, ligne 2, colonne {colonne}\u00a0: ")
    assert typographier(phrase) in said


def test_a_row_of_too_many_cells_is_refused_whole() -> None:
    parties, problems = conventions({CELLULES: "13 cellules au lieu de 11"})
    assert parties == ()
    assert "ligne 2\u00a0: 13 cellules" in seul(problems)
    assert problems[0].colonne == ""


def test_a_long_cell_is_cut_in_the_sentence_and_whole_beside() -> None:
    _, problems = conventions(al(reservataire="Bourg, " * 40))
    assert f"{('Bourg, ' * 40)[:60]}…" in seul(problems)
    assert problems[0].valeur == "Bourg, " * 40


def test_all_problems_make_one_refusal() -> None:
    _, problems = conventions(al(taux="105", debut="31/02/2026"), al(taux="?"))
    error = ScenarioRefuseError(problems)
    assert error.problemes == tuple(problems)
    assert len(str(error).splitlines()) == 3
