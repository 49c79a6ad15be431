"""Which dwelling a line is about, and whether another line named it before."""

from __future__ import annotations

import pytest

from fluxdesk.domain.rapprochement import Rangs, Reperes, Vues, lit


def test_a_dwelling_is_found_by_its_rpls_id_then_the_landlords_then_its_key() -> None:
    known = Reperes.de([(1, "A1", "R1", "A1"), (2, "L-1", "", ""), (3, "R3", "R3", "")])
    assert known.trouver("R1", "R1", "A9") == 1
    assert known.trouver("A1", "", "A1") == 1
    assert known.trouver("L-1", "", "") == 2
    assert known.trouver("R3", "", "") == 3
    assert known.trouver("X", "X", "X") == 0


def test_any_name_of_a_dwelling_tells_it_was_seen() -> None:
    seen = Vues()
    assert seen.noter(2, 7, "K", "R", "I") == 0
    assert seen.noter(3, 7, "K2") == 2
    assert seen.noter(4, 0, "K") == 2
    assert seen.noter(5, 0, "K3", "R") == 2
    assert seen.noter(6, 0, "K4", "", "I") == 2
    assert seen.noter(7, 0, "K5") == 0
    assert seen.noter_cle(8, "K5") == 7
    assert seen.noter_cle(9, "K6") == 0
    assert seen.noter(10, 8, "") == 0
    assert seen.noter(11, 9, "") == 0


def test_equal_lines_have_ranks() -> None:
    ranks = Rangs()
    assert [ranks.suivant(digest) for digest in "ABAAB"] == [1, 1, 2, 3, 2]


@pytest.mark.parametrize(
    ("champ", "colonnes", "attendu"),
    [
        ("commune", set(), True),
        ("qpv", {"PLG_QP"}, True),
        ("qpv_code", {"QPV"}, False),
        ("nom_commune", {"DEPCOM"}, False),
        ("voie", {"NOMVOIE"}, True),
    ],
)
def test_a_file_speaks_of_what_it_has_columns_for(
    champ: str, colonnes: set[str], *, attendu: bool
) -> None:
    assert lit(champ, frozenset(colonnes)) is attendu
