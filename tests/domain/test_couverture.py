"""What a file of the patrimoine covers: it judges no dwelling of elsewhere."""

from __future__ import annotations

import pytest

from fluxdesk.domain.couverture import Couverture, Lieu, couverture

AJACCIO, SARROLA, PORTO = Lieu("2A", "2A004"), Lieu("2A", "2A271"), Lieu("2A", "2A247")
BASTIA, CORTE = Lieu("2B", "2B033"), Lieu("2B", "2B096")


def test_a_file_of_one_departement_says_nothing_of_the_others() -> None:
    found = couverture([AJACCIO, SARROLA], [PORTO, BASTIA])
    assert found == Couverture(frozenset({"2A"}), frozenset())
    assert found.couvre(PORTO)  # its only dwelling may well have been sold
    assert not found.couvre(BASTIA)
    assert found.phrase() == "le département 2A"


def test_a_file_of_one_commune_says_nothing_of_its_neighbours() -> None:
    found = couverture([AJACCIO, BASTIA], [SARROLA, PORTO, AJACCIO])
    assert found == Couverture(frozenset({"2B"}), frozenset({AJACCIO}))
    assert found.couvre(AJACCIO)
    assert found.couvre(CORTE)
    assert not found.couvre(SARROLA)
    assert found.phrase() == "le département 2B et 1\u00a0commune du département 2A"


@pytest.mark.parametrize(
    ("codes", "phrase"),
    [
        (("2A", "2B"), "les départements 2A et 2B"),
        (("01", "02", "03"), "les départements 01, 02 et 03"),
        (("01", "02", "03", "04", "05"), "5 départements"),
    ],
)
def test_the_places_are_said(codes: tuple[str, ...], phrase: str) -> None:
    assert couverture([Lieu(code, f"{code}001") for code in codes], []).phrase() == phrase
