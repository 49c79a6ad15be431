"""Numbers and turns of phrase, as French readers expect them."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fluxdesk.domain.flux.nombres import nombre
from fluxdesk.domain.flux.phrases import a, de, logements


@pytest.mark.parametrize(
    ("valeur", "texte"),
    [
        (Fraction(0), "0,00"),
        (Fraction(3, 4), "0,75"),
        (Fraction(1375, 100), "13,75"),
        (Fraction(-1, 3), "\u22120,33"),
        (Fraction(-1, 1000), "0,00"),
        (Fraction(5, 1000), "0,00"),
        (Fraction(15, 1000), "0,02"),
        (Fraction(25, 1000), "0,02"),
        (Fraction(1234567), "1234567,00"),
    ],
)
def test_two_decimals_with_a_comma_and_halves_to_even(valeur: Fraction, texte: str) -> None:
    assert nombre(valeur) == texte


@pytest.mark.parametrize(
    ("valeur", "texte"),
    [(Fraction(2), "+2,00"), (Fraction(-2), "\u22122,00"), (Fraction(1, 1000), "0,00")],
)
def test_a_sign_is_written_on_demand_but_never_on_zero(valeur: Fraction, texte: str) -> None:
    assert nombre(valeur, signe=True) == texte


def test_no_decimals_means_no_comma() -> None:
    assert nombre(Fraction(5, 2), 0) == "2"
    assert nombre(Fraction(7, 2), 0) == "4"


@given(st.fractions(max_denominator=10**6), st.integers(0, 6))
@settings(max_examples=60, deadline=None, derandomize=True)
def test_what_is_written_is_within_half_a_unit_of_the_last_digit(
    valeur: Fraction, decimales: int
) -> None:
    lu = Fraction(nombre(valeur, decimales).replace("\u2212", "-").replace(",", "."))
    assert abs(lu - valeur) * 2 * 10**decimales <= 1


@pytest.mark.parametrize(
    ("nom", "texte"),
    [
        ("Action Logement", "d'Action Logement"),
        ("Calvi", "de Calvi"),
        ("Évreux", "d'Évreux"),
        ("Œuilly", "d'Œuilly"),
        ("Hérault", "d'Hérault"),
        ("Hauts-de-France", "de Hauts-de-France"),
        ("Yvetot", "d'Yvetot"),
        ("Yutz", "de Yutz"),
        ("Le Havre", "du Havre"),
        ("Les Mureaux", "des Mureaux"),
        ("La Ciotat", "de La Ciotat"),
        ("État (prioritaires)", "de l'État (prioritaires)"),
        ("Bailleur", "du bailleur"),
        ("Département du Nord", "du Département du Nord"),
        ("Ville de Lyon", "de la Ville de Lyon"),
        ("Villefranche", "de Villefranche"),
    ],
)
def test_de_is_elided_and_contracted(nom: str, texte: str) -> None:
    assert de(nom) == texte


@pytest.mark.parametrize(
    ("nom", "texte"),
    [
        ("État (publics prioritaires)", "à l'État (publics prioritaires)"),
        ("Action Logement", "à Action Logement"),
        ("Bailleur", "au bailleur"),
        ("Le Havre", "au Havre"),
        ("Les Abymes", "aux Abymes"),
        ("Ville de Bastia", "à la Ville de Bastia"),
        ("Collectivité de Corse", "à la Collectivité de Corse"),
        ("Département de Mayotte", "au Département de Mayotte"),
        ("Villefranche", "à Villefranche"),
    ],
)
def test_a_is_contracted(nom: str, texte: str) -> None:
    assert a(nom) == texte


@pytest.mark.parametrize(
    ("valeur", "texte"),
    [
        (Fraction(1), "1,00 logement"),
        (Fraction(199, 100), "1,99 logement"),
        (Fraction(1999, 1000), "2,00 logements"),
        (Fraction(-2), "\u22122,00 logements"),
    ],
)
def test_plural_starts_at_two_as_written(valeur: Fraction, texte: str) -> None:
    assert logements(valeur) == texte
