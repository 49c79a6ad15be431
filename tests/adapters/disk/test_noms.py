"""Any text gives a name that every system accepts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fluxdesk.adapters.disk.noms import OCTETS, nom_sur

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("texte", "nom"),
    [
        ("Préfecture de la Corse", "Préfecture de la Corse"),
        ("../../etc/passwd", "-..-etc-passwd"),
        ("C:\\Windows\\x", "C--Windows-x"),
        ("\\\\serveur\\part", "--serveur-part"),
        ("CON", "_CON"),
        ("nul.txt", "_nul.txt"),
        ("LPT9", "_LPT9"),
        ("con .txt", "_con .txt"),
        ("conseil", "conseil"),
        ("a:b", "a-b"),
        ("a\x00b\nc\td", "abcd"),
        ("abc\u202egnp.exe", "abcgnp.exe"),
        ("a\u200bb\ud800c", "abc"),
        ("e\u0301te\u0301", "été"),
        ("point final. . ", "point final"),
        (" .caché", "caché"),
        ("", "sans nom"),
        ("...", "sans nom"),
        ("\u00a0", "sans nom"),
    ],
)
def test_a_name_is_made_safe(texte: str, nom: str) -> None:
    assert nom_sur(texte) == nom


@pytest.mark.parametrize("texte", ["é" * 300, "😀" * 100, "a" * 119 + "é", "con" + " " * 200])
def test_a_name_is_cut_by_bytes_and_keeps_its_extension(texte: str) -> None:
    name = nom_sur(texte, extension=".pdf")
    assert len(name.encode()) <= OCTETS
    assert name.endswith(".pdf")
    assert "\ufffd" not in name


@given(st.text(max_size=200))
def test_any_text_names_a_file_inside_the_folder(texte: str) -> None:
    name = nom_sur(texte, extension=".pdf")
    assert "/" not in name
    assert "\\" not in name
    assert name.strip(" .") == name
    assert len(name.encode()) <= OCTETS


def test_a_safe_name_really_makes_a_file_where_it_should(tmp_path: Path) -> None:
    for texte in ("../dehors", "/etc/x", "é" * 300, "CON", "\x00"):
        path = tmp_path / nom_sur(texte, extension=".txt")
        path.write_text("x")
        assert path.resolve().parent == tmp_path.resolve()
