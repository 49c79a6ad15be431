"""The forecast of dwellings taken out, on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.appel import Appel

LIGNE = ("--annee", "2026", "--categorie", "vente", "--nombre", "4", "--operation", "Cession")


def test_a_forecast_is_written_shown_carried_on_and_removed(appel: Appel, base: Path) -> None:
    made = appel("--base", base, "soustraits", "prevoir", *LIGNE, "--motif", "plan", "--json")
    assert made.code == 0
    number = made.document["id"]
    shown = appel("--base", base, "soustraits", "--annee", "2026")
    assert "vente, Cession\u00a0: 4, " in shown.sortie
    assert "Total" in shown.sortie
    on = appel("--base", base, "soustraits", "reconduire", "2026")
    assert "1\u00a0prévision reconduite en 2027." in on.sortie
    assert appel("--base", base, "soustraits", "retirer", number).code == 0
    again = appel("--base", base, "soustraits", "retirer", number)
    assert again.code == 1
    assert "n’existe pas" in again.paroles


def test_a_forecast_is_changed_by_its_number(appel: Appel, base: Path) -> None:
    call = ("--base", base, "soustraits")
    number = appel(*call, "prevoir", *LIGNE, "--json").document["id"]
    told = ("--nombre", "6", "--categorie", "habitat indigne", "--motif", "révisé", "--json")
    made = appel(*call, "modifier", number, *told).document
    assert (made["id"], made["nombre"], made["operation"]) == (number, 6, "Cession")
    assert made["categorie"] == "habitat indigne"
    assert "modifiée" in appel(*call, "modifier", number, "--typologie", "T3").sortie
    assert appel(*call, "modifier", 999).code == 1


def test_a_table_is_brought_or_refused_with_its_lines(
    appel: Appel, base: Path, tmp_path: Path
) -> None:
    path = tmp_path / "p.csv"
    path.write_text("categorie;nombre\nvente;2\n", encoding="utf-8")
    done = appel("--base", base, "soustraits", "importer", path)
    assert done.code == 0
    assert "1\u00a0prévision enregistrée." in done.sortie
    assert "2026" in appel("--base", base, "soustraits").sortie
    path.write_text("categorie;nombre\nvente;deux\n", encoding="utf-8")
    wrong = appel("--base", base, "soustraits", "importer", path)
    assert wrong.code == 1
    assert "Ligne 2" in wrong.sortie


def test_an_unknown_cause_is_told(appel: Appel, base: Path) -> None:
    told = appel("--base", base, "soustraits", "prevoir", *LIGNE[:3], "troc", *LIGNE[4:])
    assert told.code == 1
    assert "n’est pas une cause" in told.paroles
