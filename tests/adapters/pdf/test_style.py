"""A text is printed as it is written, whatever it holds."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import fluxdesk
from fluxdesk.adapters.pdf.document import Gabarit, composer
from fluxdesk.adapters.pdf.style import (
    DEMI,
    GRAS,
    NORMAL,
    CaractereSansGlypheError,
    nettoyer,
    para,
    style,
)

if TYPE_CHECKING:
    from collections.abc import Callable

NOMS = (
    "<b>DUPONT",
    "</b>",
    "<font size=90>Grand</font>",
    '<img src="/etc/hostname"/>',
    '<a href="https://exemple.invalid">ici</a>',
    "</para><para>",
    "<para>",
    "<br/>",
    "<!-- rien -->",
    "<![CDATA[x]]>",
    "<?xml version='1.0'?>",
    "&",
    "&amp;",
    "&lt;b&gt;",
    "&#65;",
    "A & B < C > D",
    "« Les Œuvres »",
    "ÉLÉONORE d’Aÿ",
    "cœur de L’Haÿ-les-Roses",
    "100 % {x} %s $a \\n",
    "\"guillemets\" et 'apostrophes'",
    "a\u0301ccent décomposé",
    "Łódź – Škoda – Żółć",
    "avenue du Commandant Charles Félix de Saint-Exupéry de Calvi",
    "[[class.__subclasses__()]]",
)


def imprimer(texte: str, police: str = NORMAL) -> bytes:
    page = Gabarit(titre=texte, auteur=texte, pied="pied", suite="suite")
    return composer(page, lambda: [para(texte, style(10, police))])


def test_there_are_twenty_five_hostile_names() -> None:
    assert len(set(NOMS)) == 25


@pytest.mark.parametrize("nom", NOMS)
def test_a_hostile_name_is_printed_as_written(
    nom: str, lire_pdf: Callable[[bytes], list[str]]
) -> None:
    assert " ".join(nettoyer(nom).split()) in lire_pdf(imprimer(nom))[0]


def test_controls_and_invisible_signs_are_left_out() -> None:
    assert nettoyer("a\x00b\x1b\u202ec\u200bd\u00ade\ud800f\ufeff") == "abcdef"


def test_line_ends_and_tabs_are_spaces_and_the_narrow_space_does_not_break() -> None:
    assert nettoyer("a\nb\tc\u202fd") == "a b c\u00a0d"


def test_a_sign_that_the_main_font_lacks_is_lent_by_the_other() -> None:
    octets = imprimer("rond ●")
    assert b"IBMPlexSans" in octets
    assert b"Inter" in octets


@pytest.mark.parametrize("police", [NORMAL, DEMI, GRAS])
def test_every_weight_has_its_second_font(
    police: str, lire_pdf: Callable[[bytes], list[str]]
) -> None:
    assert "●" in lire_pdf(imprimer("point ● noir", police))[0]


@pytest.mark.parametrize("signe", ["😀", "ع", "漢", "א"])
def test_a_sign_without_glyph_stops_the_document_and_is_named(signe: str) -> None:
    with pytest.raises(CaractereSansGlypheError) as raised:
        para(f"Résidence {signe}", style())
    assert f"«\u00a0{signe}\u00a0» (U+{ord(signe):04X})" in str(raised.value)
    assert f"Résidence {signe}" in str(raised.value)


def test_only_one_function_of_the_program_builds_a_paragraph() -> None:
    sources = Path(fluxdesk.__file__).parent.rglob("*.py")
    builders = [p.name for p in sources if "Paragraph(" in p.read_text(encoding="utf-8")]
    assert builders == ["style.py"]
