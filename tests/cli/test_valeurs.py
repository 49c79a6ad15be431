"""Values of the services as JSON."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime
from fractions import Fraction
from pathlib import Path

import pytest

from fluxdesk.cli.valeurs import document, en_json
from fluxdesk.domain.flux.parties import Zone
from fluxdesk.domain.vacance import Qualification


@dataclass(frozen=True, slots=True)
class Couple:
    gauche: object
    droite: object


@pytest.mark.parametrize(
    ("valeur", "attendu"),
    [
        pytest.param(None, None, id="nothing"),
        pytest.param(True, True, id="truth"),
        pytest.param("été", "été", id="text"),
        pytest.param(date(2026, 3, 1), "2026-03-01", id="day"),
        pytest.param(
            datetime(2026, 3, 1, 9, 30, tzinfo=UTC), "2026-03-01T09:30:00+00:00", id="hour"
        ),
        pytest.param(Qualification.HORS_CHAMP, "hors champ", id="enumeration"),
        pytest.param(Path("a") / "b", "a/b", id="path"),
        pytest.param({2: (1, 2)}, {"2": [1, 2]}, id="mapping and tuple"),
        pytest.param(Couple(1, Couple("a", None)), {
            "gauche": 1, "droite": {"gauche": "a", "droite": None},
        }, id="dataclass in a dataclass"),
        pytest.param(Zone(communes=frozenset({"2B033", "2A004"})), {
            "tout": False, "communes": ["2A004", "2B033"], "epcis": [], "departements": [],
            "quartiers": [], "residences": [],
        }, id="sets are sorted"),
    ],
)  # fmt: skip
def test_a_value_becomes_what_json_can_write(valeur: object, attendu: object) -> None:
    assert en_json(valeur) == attendu


@pytest.mark.parametrize(
    ("nombre", "valeur", "fraction"),
    [
        pytest.param(Fraction(1219, 100), "12.1900", "1219/100", id="two decimals"),
        pytest.param(Fraction(1, 3), "0.3333", "1/3", id="no end"),
        pytest.param(Fraction(-1, 20_000), "0.0000", "-1/20000", id="no negative zero"),
        pytest.param(Fraction(-3, 2), "-1.5000", "-3/2", id="below zero"),
        pytest.param(Fraction(2), "2.0000", "2", id="whole"),
    ],
)
def test_an_exact_number_keeps_its_fraction(nombre: Fraction, valeur: str, fraction: str) -> None:
    assert en_json(nombre) == {"valeur": valeur, "fraction": fraction}


def test_a_document_keeps_its_accents() -> None:
    assert "Préfecture" in document({"a": "Préfecture"})
    assert json.loads(document({"a": "Préfecture"})) == {"a": "Préfecture"}


def test_what_no_service_gives_is_a_fault() -> None:
    with pytest.raises(TypeError, match="object"):
        en_json(object())
