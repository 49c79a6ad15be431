"""Fairness on the command line: told, written, its rule changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.appel import Appel


def test_the_share_of_each_is_told_and_written(appel: Appel, base: Path, tmp_path: Path) -> None:
    target = tmp_path / "equite.csv"
    told = appel("--base", base, "equite", "--annee", "2026", "--sortie", target)
    assert told.code == 0
    assert told.sortie.startswith("Équité 2026")
    assert "Bailleur\u00a0: " in told.sortie
    assert "usage, à convenir" in told.sortie
    lines = target.read_text("utf-8-sig").splitlines()
    assert lines[0].startswith("Année;Réservataire;")
    assert lines[-1].startswith("2026;Patrimoine;")
    shown = appel("--base", base, "equite", "--json").document
    assert shown["annee"] == 2026


def test_the_rule_is_said_changed_and_kept_for_what_is_not_given(appel: Appel, base: Path) -> None:
    call = ("--base", base, "equite", "regle")
    assert "5\u00a0%" in appel(*call).sortie
    made = appel(*call, "--bande", "8 %", "--plafond", "T3=380", "--source", "accord", "--json")
    assert made.document["tolerance"] == 800
    again = appel(*call, "--plafond", "T3:2=402,50", "--json").document
    assert (again["tolerance"], again["source"]) == (800, "accord")
    assert again["plafonds"] == [{"typologie": "T3", "centimes": 40250, "zone": "2"}]
    wrong = appel(*call, "--plafond", "T3=cher")
    assert wrong.code == 1
    assert "n’est pas un plafond" in wrong.paroles
