"""The communes shipped with the program: today's, their arrondissements, their former codes."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import pytest

from fluxdesk.adapters.referentiels.cog import Cog

if TYPE_CHECKING:
    from pathlib import Path

    from fluxdesk.services.ports import Territoires

COG: Territoires = Cog()


def test_a_commune_has_its_name_its_epci_and_its_zones() -> None:
    ajaccio = COG.commune("2a004 ")
    assert ajaccio is not None
    assert (ajaccio.code, ajaccio.nom, ajaccio.departement) == ("2A004", "Ajaccio", "2A")
    assert (ajaccio.epci, ajaccio.epci_nom) == ("242010056", "CA du Pays Ajaccien")
    assert (ajaccio.zone_abc, ajaccio.zone_123) == ("A", "2")


@pytest.mark.parametrize(
    ("code", "today"),
    [("75119", "75056"), ("69387", "69123"), ("13201", "13055"), ("01340", "01015")],
)
def test_an_arrondissement_or_a_former_code_gives_the_commune_of_today(
    code: str, today: str
) -> None:
    found = COG.commune(code)
    assert found is not None
    assert found.code == today


@pytest.mark.parametrize("code", ["", "99999", "Ajaccio"])
def test_another_code_gives_nothing(code: str) -> None:
    assert COG.commune(code) is None


def test_every_commune_of_today_is_listed_once_by_code() -> None:
    codes = [commune.code for commune in COG.communes()]
    assert len(codes) == 34_969
    assert codes == sorted(set(codes))
    assert "75119" not in codes


def test_another_file_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "cog.csv.gz"
    head = (
        "code;type;nom;commune_parente;departement;epci_siren;epci_nom;"
        "zone_abc_2024;zone_123_apl2011;anciens_codes\n"
    )
    rows = "01001;commune-actuelle;A;;01;;;C;3;01002,01003\n"
    path.write_bytes(gzip.compress((head + rows).encode()))
    cog = Cog(path)
    assert [c.nom for c in cog.communes()] == ["A"]
    assert cog.commune("01003") == cog.commune("01001")
