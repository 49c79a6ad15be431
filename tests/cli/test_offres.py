"""Offers on the command line: to several at once, and what becomes of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest

from tests.cli.test_commandes import _a_orienter

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.appel import Appel
    from tests.cli.test_commandes import Objet

JOUR = "2027-06-01"  # after anything that the demonstration tells


def _a_tous(appel: Appel, base: Path, *reservataires: str) -> list[Objet]:
    words = [word for who in reservataires for word in ("--reservataire", who)]
    motif = ["--motif", "comité"] if words else []
    told = appel(
        "--base", base, "orienter", _a_orienter(appel, base), "--a-tous", *words, *motif, "--json"
    )
    assert told.code == 0, told.paroles
    return cast("list[Objet]", told.document["orientations"])


def _numero(offre: Objet) -> str:
    return str(cast("Objet", offre["orientation"])["numero"])


def test_one_dwelling_is_offered_to_those_named(appel: Appel, base: Path) -> None:
    made = _a_tous(appel, base, "Action Logement Services", "État / PRIO")
    assert [o["destinataire"] for o in made] == [
        "Action Logement Services",
        "État (publics prioritaires)",
    ]
    assert {cast("Objet", o["orientation"])["mode"] for o in made} == {"à tous"}


def test_without_names_it_goes_to_those_the_rule_ranks(appel: Appel, base: Path) -> None:
    number = _a_orienter(appel, base)
    reason = "Logement difficile à louer"  # asked where the rule would have kept it
    told = appel("--base", base, "orienter", number, "--a-tous", "--motif", reason)
    assert told.code == 0, told.paroles
    assert told.sortie.count("Offre n°") > 1
    assert told.sortie.count("Réponse attendue le") > 1


def test_the_answers_follow_each_other_with_their_effect(appel: Appel, base: Path) -> None:
    first, second = _a_tous(appel, base, "Action Logement Services", "État / PRIO")
    said = appel("--base", base, "issue", _numero(first), "attribuee", "--le", JOUR)
    assert said.code == 0, said.paroles
    assert "attribuée en CAL, le 1er juin 2027." in said.sortie
    assert "droit d’Action Logement Services" in said.sortie
    barred = appel("--base", base, "issue", _numero(second), "attribuee", "--le", JOUR)
    assert barred.code == 1
    assert "déjà attribué" in barred.paroles
    back = appel("--base", base, "issue", _numero(first), "desistement", "--le", JOUR, "--json")
    assert cast("Objet", back.document["orientation"])["issue"] == "refusée par le candidat"
    assert "Rendu" in str(back.document["effet"])
    none = appel(
        "--base", base, "issue", _numero(second), "carence", "--le", JOUR, "--motif", "délai"
    )
    assert "sans candidat dans le délai" in none.sortie


def test_a_failure_bears_a_cause_of_the_closed_list(appel: Appel, base: Path) -> None:
    first, _ = _a_tous(appel, base, "Action Logement Services", "État / PRIO")
    line = ("--base", base, "issue", _numero(first), "non-attribution", "--le", JOUR, "--cause")
    unknown = appel(*line, "trop-loin")
    assert unknown.code == 2
    assert "non-attribution, irrecevable, condition" in unknown.paroles
    assert appel(*line, "refus-loyer").code == 1
    said = appel(*line, "irrecevable", "--json")
    offer = cast("Objet", said.document["orientation"])
    assert offer["issue"] == "non attribuée en CAL"
    assert offer["cause"] == "la CAL déclare la demande irrecevable"


def test_nobody_withdraws_before_the_commission_chose(appel: Appel, base: Path) -> None:
    offer, _ = _a_tous(appel, base, "Action Logement Services", "État / PRIO")
    told = appel("--base", base, "issue", _numero(offer), "desistement", "--le", JOUR)
    assert told.code == 1
    assert "aucun candidat ne peut se désister" in told.paroles


@pytest.mark.parametrize(
    ("mots", "phrase"),
    [
        (["orienter", "1", "--reservataire", "A", "--reservataire", "B"], "ajoutez --a-tous"),
        (["issue", "1", "perdu", "--le", JOUR], "choisissez parmi\u00a0: attribuee, bail, refus"),
        (["issue", "1", "refus"], "Il manque l’option «\u00a0--le\u00a0»"),
        (["issue", "1", "refus", "--le", "hier"], "«\u00a0hier\u00a0» n’est pas une date"),
    ],
)
def test_a_line_not_understood_says_what_to_write(
    appel: Appel, base: Path, mots: list[str], phrase: str
) -> None:
    told = appel("--base", base, *mots)
    assert told.code == 2
    assert phrase in told.paroles
