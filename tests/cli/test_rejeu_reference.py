"""``fluxdesk rejouer`` against a naive reading of moteur.md §4, on made-up streams."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, cast

import pytest

from tests.cli.appel import Appel, sans_atelier
from tests.cli.flux_tires import tirer
from tests.cli.rejeu_naif import Naif
from tests.cli.rejeu_naif_tables import quatre

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("graine", range(40))
def test_the_command_chooses_what_the_text_of_the_rule_chooses(graine: int, tmp_path: Path) -> None:
    tirage = tirer(graine)
    (tmp_path / "C.csv").write_text(tirage.conventions, encoding="utf-8")
    (tmp_path / "F.csv").write_text(tirage.flux, encoding="utf-8")

    told = Appel(sans_atelier)(
        "rejouer",
        *("--conventions", tmp_path / "C.csv"),
        *("--flux", tmp_path / "F.csv"),
        *("--sortie", tmp_path / "D.csv"),
        "--json",
    )

    assert told.code == 0, told.paroles
    naif = Naif(tirage.conventions)
    with (tmp_path / "D.csv").open(encoding="utf-8", newline="") as opened:
        head, *rows = csv.reader(opened, delimiter=";")
    assert head == ["id", "choix", "motif", "du", "servi", "retard", "refusants"]
    for found, wanted in zip(rows, naif.jouer(tirage.flux), strict=True):
        assert found == wanted
    for account, compte in zip(
        cast("list[dict[str, object]]", told.document["parties"]), naif.ordre, strict=True
    ):
        assert account["nom"] == compte.nom
        assert account["servi"] == compte.servi
        assert (account["du"], account["retard"]) == (quatre(compte.du), quatre(compte.retard))
