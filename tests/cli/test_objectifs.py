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
