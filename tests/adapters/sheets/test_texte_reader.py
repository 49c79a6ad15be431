"""Text files cut into records: quotes, broken lines, encodings."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fluxdesk.adapters.sheets import texte
from fluxdesk.adapters.sheets.texte import lignes_physiques, lire_texte, rangees, separateur
from fluxdesk.services.ports import FichierIllisibleError

if TYPE_CHECKING:
    from pathlib import Path


def couper(text: str, largeur: int, signe: str = ";") -> list[tuple[int, list[str]]]:
    found = rangees(lignes_physiques(text), signe, largeur, 0)
    return [(record.numero, record.cellules) for record in found]


@pytest.mark.parametrize(
    ("text", "attendu"),
    [
        ("a;b;c", [(1, ["a", "b", "c"])]),
        ('a;"b";c', [(1, ["a", "b", "c"])]),
        ('a;"il dit ""b""";c', [(1, ["a", 'il dit "b"', "c"])]),
        ('a;"1 D;c', [(1, ["a", '"1 D', "c"])]),
        ('a;";c', [(1, ["a", '"', "c"])]),
        ('a;""b;c', [(1, ["a", '""b', "c"])]),
        ('a;"b;b";c', [(1, ["a", "b;b", "c"])]),
        ('a;"b\nb";c\nd;e;f', [(1, ["a", "b\nb", "c"]), (3, ["d", "e", "f"])]),
        ('a;b;"c\nc"\nd;e;f', [(1, ["a", "b", "c\nc"]), (3, ["d", "e", "f"])]),
        ('a;"b\nd;e;f', [(1, ["a", '"b']), (2, ["d", "e", "f"])]),
        ('a;b;"c\nd;e;f', [(1, ["a", "b", '"c']), (2, ["d", "e", "f"])]),
        ("a;b;c;;", [(1, ["a", "b", "c"])]),
        ("a;b;c;d", [(1, ["a", "b", "c", "d"])]),
        ("a;b", [(1, ["a", "b"])]),
        ('a;"b"', [(1, ["a", "b"])]),
        ("\n;;\n \na;b;c\n", [(4, ["a", "b", "c"])]),
        ("a;b;c\r\nd;e;f\rg;h;i", [(1, [*"abc"]), (2, [*"def"]), (3, [*"ghi"])]),
        ("a\u2028b;c;d\x0be", [(1, ["a\u2028b", "c", "d\x0be"])]),
    ],
)
def test_records(text: str, attendu: list[tuple[int, list[str]]]) -> None:
    assert couper(text, 3) == attendu


def test_a_lone_quote_in_a_broken_line_does_not_swallow_the_file() -> None:
    text = 'a;"b\n' + "c;d;e\n" * 200 + 'f;g"\n'
    assert len(couper(text, 3)) == 202


def test_a_cell_beyond_the_limit_is_told_as_a_broken_line() -> None:
    huge = "x" * (csv.field_size_limit() + 1)
    assert couper(f'a;"{huge};y";c', 3)[0][1][0] == "a"
    assert len(couper(f'a;"{huge};y";c', 3)[0][1]) == 4


@given(
    st.lists(
        st.lists(
            st.text(st.characters(codec="utf-8", exclude_characters="\r\n\0")),
            min_size=3,
            max_size=3,
        ),
        max_size=5,
    )
)
def test_what_the_csv_module_writes_with_every_cell_quoted_is_read_back(
    rows: list[list[str]],
) -> None:
    text = "\n".join(";".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows)
    kept = [[c.strip() for c in row] for row in rows if any(c.strip() for c in row)]
    read = [[c.strip() for c in cells] for _, cells in couper(text, 3)]
    assert read == kept


def test_the_landlords_line_does_not_choose_the_separator() -> None:
    assert separateur(["2026;A, B, C, D;x", "1;2;3;4", "5;6;7;8"]) == ";"


def test_bytes_of_no_encoding_are_counted_and_told(tmp_path: Path) -> None:
    path = tmp_path / "f.csv"
    path.write_bytes("é;".encode("cp1252") + b"\x81\x8d")
    assert lire_texte(path) == ("é;\ufffd\ufffd", "Windows-1252 (2 caractères illisibles)")


def test_the_mark_dos_ends_a_file_with_is_no_line(tmp_path: Path) -> None:
    path = tmp_path / "f.txt"
    path.write_bytes(b"a;b\r\n\x1a")
    assert lire_texte(path) == ("a;b\r\n", "UTF-8")


def test_a_file_too_big_is_not_even_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(texte, "TAILLE_MAX", 10)
    path = tmp_path / "gros.csv"
    path.write_text("x" * 11)
    with pytest.raises(FichierIllisibleError, match="dépasse 500"):
        lire_texte(path)


def test_a_stray_nul_is_taken_away_and_many_are_a_binary_file(tmp_path: Path) -> None:
    path = tmp_path / "f.csv"
    path.write_bytes(b"a;b\n" * 100 + b"c\0;d\n")
    assert lire_texte(path) == ("a;b\n" * 100 + "c;d\n", "UTF-8 (1\u00a0caractère nul ôté)")
    path.write_bytes(b"a;b\n\0")
    with pytest.raises(FichierIllisibleError, match="pas un fichier texte"):
        lire_texte(path)
