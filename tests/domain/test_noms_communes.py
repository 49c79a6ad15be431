"""Communes that a file names instead of giving their codes."""

from __future__ import annotations

import pytest

from fluxdesk.adapters.referentiels.cog import Cog
from fluxdesk.domain.noms_communes import (
    NomsDeCommunes,
    departement_postal,
    dire_commune,
    est_nom,
)

COG = Cog()


def codes(texte: str, *departements: str) -> list[str]:
    noms = NomsDeCommunes(COG.communes, frozenset(departements))
    return [commune.code for commune in noms.chercher(texte)]


@pytest.mark.parametrize("texte", ["AJACCIO", "ajaccio ", "Ajaccio"])
def test_a_name_is_read_whatever_its_case_and_accents(texte: str) -> None:
    assert codes(texte) == ["2A004"]


def test_the_departement_tells_which_of_two_communes_it_is() -> None:
    assert len(codes("Saint-Denis")) > 1
    assert codes("ST DENIS", "93") == ["93066"]
    assert codes("Saint-Denis", "974") == ["97411"]
    assert codes("Ajaccio", "93") == []
    assert codes("Nulle-Part") == []


def test_what_was_read_or_may_be_meant_is_said() -> None:
    noms = NomsDeCommunes(COG.communes)
    assert dire_commune(noms.chercher("Ajaccio")) == ("est un nom de commune : lu 2A004 (Ajaccio).")
    said = dire_commune(noms.chercher("Saint-Denis"))
    assert said.startswith("est le nom de plusieurs communes : Saint-Denis (")
    assert said.endswith("Écrivez le code Insee.")
    assert "…" in dire_commune(noms.chercher("Sainte-Colombe"))


@pytest.mark.parametrize(
    ("postal", "departement"),
    [
        ("20000", "2A"), ("20190", "2A"), ("20200", "2B"), ("20600", "2B"), ("1000", "01"),
        ("1000.0", "01"), ("97600", "976"), ("93200", "93"), ("", ""), ("CEDEX", ""), ("123", ""),
    ],
)  # fmt: skip
def test_a_postal_code_names_its_departement(postal: str, departement: str) -> None:
    assert departement_postal(postal) == departement


def test_a_name_has_no_figures() -> None:
    assert est_nom("Ajaccio")
    assert not est_nom("2A004")
    assert not est_nom(" ")
