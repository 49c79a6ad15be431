"""Numbers of requests and grounds of priority, as files write them."""

from __future__ import annotations

import pytest

from fluxdesk.domain.numero_unique import (
    NumeroPerduError,
    NumeroSecuriteSocialeError,
    NumeroUniqueError,
    lire_numero_unique,
)
from fluxdesk.domain.priorite import PRIORITES, PrioriteInconnueError, lire_priorite


@pytest.mark.parametrize(
    ("texte", "valeur", "doutes"),
    [
        ("111 0318\u202f016982\u00a0g1104", "1110318016982G1104", 0),
        ("1110318016982E1104", "1110318016982E1104", 0),
        ("0751298000001ABCDE", "0751298000001ABCDE", 0),
        ("0750097000001ABCDE", "0750097000001ABCDE", 1),
        ("0751397000001ABCDE", "0751397000001ABCDE", 1),
        ("ABCDEFGHIJKLMNOPQR", "ABCDEFGHIJKLMNOPQR", 1),
        ("111031801698211000", "111031801698211000", 1),
    ],
)
def test_a_number_is_read_and_doubted(texte: str, valeur: str, doutes: int) -> None:
    read = lire_numero_unique(texte, 2026)
    assert (read.valeur, len(read.doutes)) == (valeur, doutes)


@pytest.mark.parametrize("texte", ["6,91E+17", "6.91e17", "1E+17", "6,91031801698E+17"])
def test_digits_that_a_spreadsheet_ate_are_lost(texte: str) -> None:
    with pytest.raises(NumeroPerduError, match="6,91E\\+17"):
        lire_numero_unique(texte, 2026)


@pytest.mark.parametrize("texte", ["1 89 01 2A 123 456 12", "2990175123456"])
def test_a_nir_is_never_taken(texte: str) -> None:
    with pytest.raises(NumeroSecuriteSocialeError):
        lire_numero_unique(texte, 2026)


@pytest.mark.parametrize("texte", ["", "123", "1110318016982G110É", "1110318016982-1104"])
def test_anything_else_is_no_number(texte: str) -> None:
    with pytest.raises(NumeroUniqueError):
        lire_numero_unique(texte, 2026)


@pytest.mark.parametrize(
    ("texte", "code"),
    [("", ""), ("b", "b"), ("B)", "b"), ("L441-1 d", "d"), ("art. L. 441-1, G  bis", "g bis")],
)
def test_a_ground_is_a_letter_of_the_law(texte: str, code: str) -> None:
    assert lire_priorite(texte) == code


@pytest.mark.parametrize("texte", ["z", "a bis", "handicap", "1"])
def test_a_ground_is_nothing_else_and_is_not_repeated(texte: str) -> None:
    with pytest.raises(PrioriteInconnueError) as told:
        lire_priorite(texte)
    assert "g bis" in str(told.value)
    assert f"« {texte} »" not in str(told.value)


def test_the_list_has_its_fourteen_grounds_in_order() -> None:
    assert list(PRIORITES) == sorted(PRIORITES)
    assert len(PRIORITES) == 14
