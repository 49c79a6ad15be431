"""Objectives of attribution on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.appel import Appel


def test_targets_come_from_the_texts_are_set_shown_and_removed(appel: Appel, base: Path) -> None:
    call = ("--base", base, "objectifs")
    assert "Aucun objectif en vigueur en 2026." in appel(*call).sortie
    trial = appel(*call, "proposer", "--annee", "2026", "--essai")
    assert "à confirmer" in trial.sortie
    assert "Aucun objectif" in appel(*call, "--annee", "2026").sortie
    assert appel(*call, "proposer", "--annee", "2026").code == 0
    shown = appel(*call)
    assert "cible 25\u00a0%" in shown.sortie
    again = appel(*call, "proposer", "--annee", "2026")
    assert again.code == 1
    made = appel(*call, "fixer", "q1", "30", "--annee", "2027", "--source", "CIA", "--json")
    assert made.document["cible"] == 3000
    assert appel(*call, "retirer", made.document["id"], "--motif", "essai").code == 0


def test_a_free_target_names_what_it_counts_and_goes_to_the_cil(
    appel: Appel, base: Path, tmp_path: Path
) -> None:
    call = ("--base", base, "objectifs")
    free = ("fixer", "libre", "20", "--annee", "2026", "--source", "CUS")
    unnamed = appel(*call, *free)
    assert unnamed.code == 1
    assert "Nommez cet objectif" in unnamed.paroles
    made = appel(
        *call, *free, "--libelle", "Mutations", "--menages", "mutations", "--lieu", "hors-qpv",
        "--base", "attributions", "--fin", "2028", "--trajectoire", "2026 : 20 % ; 2027 : 25 %",
        "--json",
    ).document  # fmt: skip
    assert (made["population"], made["lieu"]) == ("en mutation", "hors QPV")
    assert (made["base"], made["fin"]) == ("attributions", 2028)
    target = tmp_path / "cil.csv"
    assert appel(*call, "--sortie", target).code == 0
    lines = target.read_text("utf-8-sig").splitlines()
    assert lines[0].startswith("Année;Territoire;SIREN de l’EPCI;")
    assert [line.partition(";")[0] for line in lines[1:]] == ["2026", "2027", "2028"]
