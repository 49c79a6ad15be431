"""The quality of a base on the command line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from fluxdesk.resources import resource

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.appel import Appel

HEAD = "IDENT_INT;DEPCOM;QPV;NBPIECE;SURFHAB;CONSTRUCT"


@pytest.fixture
def neuve(appel: Appel, tmp_path: Path) -> Path:
    path = tmp_path / "neuve.fluxdesk"
    assert appel("nouveau", path, "--raison-sociale", "OPH").code == 0
    table = tmp_path / "f.csv"
    table.write_text(f"{HEAD}\nA1;2A004;2;3;12;1974\nA2;2A004;2;3;62;1700\n", encoding="utf-8")
    assert appel("--base", path, "patrimoine", "importer", table).code == 0
    return path


def test_what_is_wrong_is_told(appel: Appel, neuve: Path) -> None:
    done = appel("--base", neuve, "qualite")
    assert done.code == 0
    lines = done.sortie.replace("\u00a0", " ").splitlines()
    assert lines[0] == "2 logements"
    assert any(line.startswith("Surface qui") and line.endswith(" 1") for line in lines)
    assert any("Aucune liste de quartiers" in line for line in lines)
    assert any(line.endswith("2, 1, 0 / 2") and line.startswith("Surface") for line in lines)
    assert not any(line.startswith("Absents") for line in lines)


def test_the_same_as_a_document(appel: Appel, neuve: Path) -> None:
    other = resource("demo", "rpls2018_mayotte.csv")
    assert appel("--base", neuve, "patrimoine", "importer", other).code == 0
    told = json.loads(appel("--base", neuve, "qualite", "--json").sortie)
    assert told["logements"] == 272
    found = {alerte["genre"]: alerte for alerte in told["alertes"]}
    assert found["surface_type"]["logements"] == [1]
    assert found["annee"]["logements"] == [2]
    assert found["qpv_sans_quartier"]["non_mesuree"]
    assert told["champs"]["surface"]["total"] == 272
    assert told["programmes"][0]["champs"].keys() == told["champs"].keys()
    assert (told["absents"]["perimetre"], told["absents"]["logements"]) == (
        "le département 976",
        [],
    )
    part = neuve.with_name("part.csv")
    part.write_text(f"{HEAD}\nA1;2A004;2;3;12;1974\n", encoding="utf-8")
    assert appel("--base", neuve, "patrimoine", "importer", part).code == 0
    told = json.loads(appel("--base", neuve, "qualite", "--json").sortie)
    assert (told["absents"]["perimetre"], told["absents"]["logements"]) == (
        "le département 2A",
        [2],
    )
    said = appel("--base", neuve, "qualite").sortie
    assert any(line.startswith("Absents") for line in said.splitlines())
