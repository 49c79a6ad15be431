"""Texts are read by blocks, told about and stopped; the odd ones are cut as people would."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from fluxdesk.adapters.sheets.source_reader import lire_source
from fluxdesk.adapters.sheets.source_texte import LignesDeTexte
from fluxdesk.services.ports import AnnuleError, sans_progres
from tests.adapters.sheets.hostiles import textes

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def test_a_long_text_is_told_and_stopped(tmp_path: Path) -> None:
    path = tmp_path / "long.csv"
    path.write_text(textes.CSV + "L;x;1\n" * 45_000)
    told: list[int] = []
    source = lire_source(path, lambda fait, *_: told.append(fait))
    assert told == [0, 0, 20_000, 40_000]
    assert len(source.feuilles[0].lignes) == 45_004

    def arreter(fait: int, total: int, quoi: str = "") -> None:
        if fait:
            raise AnnuleError

    with pytest.raises(AnnuleError):
        lire_source(path, arreter)


@pytest.mark.parametrize(
    ("texte", "cellules"),
    [
        ("a;b\n1;2", [["a", "b"], ["1", "2"]]),
        ("sep=;", [["sep=", ""]]),
        ("sep=|\na|b;c\n1|2", [["a", "b;c"], ["1", "2"]]),
        ("a;b\n" + '"' + "x" * 200_000 + '";2', [["a", "b"], ["x" * 200_000, "2"]]),
    ],
)
def test_odd_texts_are_cut(texte: str, cellules: Sequence[Sequence[str]], tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(texte)
    assert [list(row) for row in lire_source(path, sans_progres).feuilles[0].lignes] == cellules


def test_rows_of_a_text_are_opened_by_blocks() -> None:
    lines = [f"{n};x" for n in range(2500)]
    rows = LignesDeTexte(lines, range(2500), ";", 2)
    assert [rows[index][0] for index in (0, 1000, 2499, -1)] == ["0", "1000", "2499", "2499"]
    assert len(list(rows)) == len(rows[:]) == 2500
