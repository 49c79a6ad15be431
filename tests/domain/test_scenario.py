"""The tables of a stream read into parties and arrivals, and every cell that cannot be."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from fluxdesk.domain.cellules import CELLULES
from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.flux.parties import (
    PARAMETRES,
    Axe,
    Cible,
    ModeRefus,
    Partie,
    TauxDate,
    Unite,
    Zone,
)
from fluxdesk.domain.scenario import Lecture, ScenarioRefuseError
from fluxdesk.domain.scenario_conventions import lire_conventions
from fluxdesk.domain.scenario_flux import lire_flux
from fluxdesk.domain.scenario_parametres import TextesParametres, lire_parametres
from fluxdesk.domain.scenario_valeurs import (
    decimales,
    lire_etalement,
    lire_nombre,
    lire_objectifs,
    lire_pourcentage,
    lire_qpv,
    lire_refus,
    lire_report,
    lire_soustrait,
)
from fluxdesk.domain.typographie import typographier

if TYPE_CHECKING:
    from collections.abc import Callable

    from fluxdesk.domain.scenario import Probleme, Scenario

TOUT = Zone.partout()


def conventions(*rows: dict[str, str]) -> tuple[tuple[Partie, ...], list[Probleme]]:
    problems: list[Probleme] = []
    lectures = [Lecture("C.csv", n, row, problems) for n, row in enumerate(rows, 2)]
    return lire_conventions(lectures), problems


def flux(*rows: dict[str, str], noms: str = "AL État") -> tuple[Scenario, list[Probleme]]:
    problems: list[Probleme] = []
    lectures = [Lecture("F.csv", n, row, problems) for n, row in enumerate(rows, 2)]
    cible = Cible(Axe.FINANCEMENT, "PLAI", 4000)
    parties = [Partie(nom, nom, (), TOUT, TOUT, cibles=(cible,)) for nom in noms.split()]
    return lire_flux(lectures, parties), problems


def al(**cells: str) -> dict[str, str]:
    return {"reservataire": "AL", "taux": "20"} | cells


def logement(**cells: str) -> dict[str, str]:
    return {"id": "1", "date": "2026-03-01"} | cells


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
    )
    assert part == Partie("Part", "Part", (TauxDate(525),), TOUT, TOUT, parent="L’État")


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


@pytest.mark.parametrize(
    ("cells", "colonne", "phrase"),
    [
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


@pytest.mark.parametrize(
    ("texte", "taux"),
    [("0", 0), ("0,4", 40), ("22.50", 2250), ("22,500000", 2250), ("25.", 2500), ("100 %", 10_000)],
)
def test_percentages_are_exact(texte: str, taux: int) -> None:
    assert lire_pourcentage(texte) == taux


@pytest.mark.parametrize(("texte", "nombre"), [("8", 8), ("+8", 8), ("-8", -8), ("8,0", 8)])
def test_carry_overs_have_a_sign(texte: str, nombre: int) -> None:
    assert lire_report(texte) == nombre


def test_other_cells_say_what_they_mean() -> None:
    assert lire_etalement("0") == 0
    assert lire_refus("Bailleur un tour") is ModeRefus.BAILLEUR_UN_TOUR
    assert lire_objectifs("commune=2a004:30") == (Cible(Axe.COMMUNE, "2A004", 3000),)
    assert [lire_qpv(texte) for texte in ("1", "QN02A001", "Oui")] == ["QPV"] * 3
    assert [lire_qpv(texte) for texte in ("0", "Hors-QPV", "FAUX")] == ["hors QPV"] * 3
    assert lire_soustrait("relogement de renouvellement urbain")


@pytest.mark.parametrize(
    ("valeur", "texte"), [(0, "0.0000"), (-3500, "-0.3500"), (123_456_789, "12345.6789")]
)
def test_amounts_have_four_decimals(valeur: int, texte: str) -> None:
    assert decimales(valeur) == texte


def test_knobs_are_those_of_the_specification_unless_told() -> None:
    assert lire_parametres(TextesParametres()) == PARAMETRES
    told = lire_parametres(
        TextesParametres(horizon="5", kappa=" 2 ", tolerance="13/14", poids="QPV=0, epci=0.5")
    )
    assert (told.horizon, told.kappa, told.tolerance) == (5, 2, Fraction(13, 14))
    assert dict(told.axes) == {
        Axe.FINANCEMENT: 1,
        Axe.TYPOLOGIE: 1,
        Axe.EPCI: Fraction(1, 2),
        Axe.PERIODE: 1,
    }


@pytest.mark.parametrize(
    "textes",
    [
        TextesParametres(horizon="loin"),
        TextesParametres(horizon="-1"),
        TextesParametres(kappa="0"),
        TextesParametres(tolerance="0,1"),
        TextesParametres(tolerance="1/0"),
        TextesParametres(poids="qpv"),
        TextesParametres(poids="surface=1"),
        TextesParametres(poids="qpv=-1"),
        TextesParametres(poids="qpv=11"),
    ],
)
def test_knobs_out_of_their_bounds_are_refused(textes: TextesParametres) -> None:
    with pytest.raises(FluxDeskError):
        lire_parametres(textes)


@pytest.mark.parametrize(
    ("lire", "texte"),
    [
        (lire_pourcentage, "1e1"),
        (lire_report, "8 logements"),
        (lire_etalement, ""),
        (lire_nombre, "1/00"),
        (lire_nombre, "0.1234567"),
    ],
)
def test_what_is_no_number_is_refused(lire: Callable[[str], object], texte: str) -> None:
    with pytest.raises(FluxDeskError):
        lire(texte)
