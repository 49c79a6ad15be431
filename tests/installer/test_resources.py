"""The fonts and icons that ship: whole for French text, drawable, and licensed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QFont, QRawFont
from PySide6.QtSvg import QSvgRenderer

from devtools.shell import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

FONTS = sorted((ROOT / "resources" / "fonts").glob("*.ttf"))
ICONS = sorted((ROOT / "resources" / "icons").glob("*.svg"))
FRENCH = "ÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸàâæçéèêëîïôœùûüÿ«»…–—’°½²€−×\u00a0\u202f"


@pytest.mark.parametrize("font", FONTS, ids=lambda font: font.stem)
def test_font_writes_french(qtbot: QtBot, font: Path) -> None:
    raw = QRawFont(str(font), 12, QFont.HintingPreference.PreferNoHinting)
    assert [sign for sign in FRENCH if not raw.supportsCharacter(ord(sign))] == []


@pytest.mark.parametrize("font", FONTS, ids=lambda font: font.stem)
def test_font_has_the_outlines_that_reportlab_embeds(font: Path) -> None:
    assert font.read_bytes()[:4] == b"\x00\x01\x00\x00"


@pytest.mark.parametrize("font", FONTS, ids=lambda font: font.stem)
def test_font_comes_with_its_licence(font: Path) -> None:
    family = font.stem.split("-")[0]
    text = (ROOT / "resources" / "licences" / f"{family}-OFL-1.1.txt").read_text("utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in text


@pytest.mark.parametrize("icon", ICONS, ids=lambda icon: icon.stem)
def test_icon_can_be_drawn(qtbot: QtBot, icon: Path) -> None:
    assert QSvgRenderer(str(icon)).isValid()


def test_there_are_fonts_and_icons() -> None:
    assert {font.stem.split("-")[0] for font in FONTS} == {"IBMPlexSans", "Inter"}
    assert ROOT / "resources" / "icons" / "fluxdesk.svg" in ICONS
