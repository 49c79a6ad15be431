"""Fonts, colours and the one way to put a text on a page.

``para`` is the only place of the program that builds a Paragraph: reportlab reads its text as
markup, so a name such as ``<b>`` would crash the letter or change it (surete.md §5.5).
"""

from __future__ import annotations

import unicodedata
from functools import cache
from itertools import groupby
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_CENTER, TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph

from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.resources import resource

ACCENT = HexColor("#1d4f91")
TEXTE = HexColor("#1c2430")
DOUX = HexColor("#5d6878")
FILET = HexColor("#dfe3e8")
BARRE = HexColor("#7aa3d4")
FOND = HexColor("#f4f6f9")
BLANC = HexColor("#ffffff")

NORMAL, DEMI, GRAS = "IBMPlexSans-Regular", "IBMPlexSans-SemiBold", "IBMPlexSans-Bold"
# Inter knows far more signs: it lends the glyphs that Plex lacks, in the same weight.
_SECOURS = {NORMAL: "Inter-Regular", DEMI: "Inter-SemiBold", GRAS: "Inter-Bold"}

GAUCHE, CENTRE, DROITE = TA_LEFT, TA_CENTER, TA_RIGHT
INTERLIGNE = 1.32
# reportlab breaks lines at the narrow no-break space and draws it at full width (socle.md §5).
_ESPACES = str.maketrans({"\u202f": "\u00a0", "\n": " ", "\r": " ", "\t": " "})
# Controls, invisible format signs (bidi overrides, zero widths, soft hyphens), surrogates.
_INVISIBLES = frozenset({"Cc", "Cf", "Cs"})


class CaractereSansGlypheError(FluxDeskError):
    """No shipped font can draw this sign: better no letter than a black box in a name."""

    def __init__(self, caractere: str, texte: str) -> None:
        super().__init__(
            f"Le caractère « {caractere} » (U+{ord(caractere):04X}) de « {texte} » n’existe dans"
            " aucune des polices fournies : le document"
            " n’a pas été édité. Remplacez ce caractère là où il a été saisi, puis recommencez."
        )


@cache
def polices() -> None:
    """Register the shipped fonts, once; they are embedded in every document."""
    for nom in (*_SECOURS, *_SECOURS.values()):
        pdfmetrics.registerFont(TTFont(nom, str(resource("fonts", f"{nom}.ttf"))))
        # Each its own family: no bold or italic is ever derived by markup.
        pdfmetrics.registerFontFamily(nom, normal=nom, bold=nom, italic=nom, boldItalic=nom)


def nettoyer(texte: str) -> str:
    """The text on one line, composed, without controls; every visible sign is kept."""
    plat = unicodedata.normalize("NFC", texte).translate(_ESPACES)
    return "".join(signe for signe in plat if unicodedata.category(signe) not in _INVISIBLES)


def style(  # noqa: PLR0913 - the knobs of a style, all named by the callers
    taille: float = 9.5,
    police: str = NORMAL,
    *,
    couleur: HexColor = TEXTE,
    aligne: int = GAUCHE,
    avant: float = 0,
    apres: float = 0,
    ensemble: bool = False,
    interligne: float = INTERLIGNE,
) -> ParagraphStyle:
    """A paragraph style of the house: no widow, no orphan, no hyphenation.

    ``ensemble`` keeps the paragraph on the page of the one that follows it (titles).
    """
    polices()
    return ParagraphStyle(
        name=f"{police}-{taille}",
        fontName=police,
        fontSize=taille,
        leading=round(taille * interligne, 2),
        textColor=couleur,
        alignment=aligne,
        spaceBefore=avant,
        spaceAfter=apres,
        keepWithNext=int(ensemble),
        allowWidows=0,
        allowOrphans=0,
    )


def para(texte: str, forme: ParagraphStyle) -> Paragraph:
    """The text exactly as written, in that style.

    Raises:
        CaractereSansGlypheError: a sign that no shipped font can draw.
    """
    propre = nettoyer(texte)
    runs = groupby(propre, key=lambda signe: police_du_signe(signe, forme.fontName, propre))
    marked = "".join(_run("".join(signes), police, forme.fontName) for police, signes in runs)
    return Paragraph(marked, forme)


def _run(texte: str, police: str, courante: str) -> str:
    safe = escape(texte)
    return safe if police == courante else f'<font face="{police}">{safe}</font>'


def police_du_signe(signe: str, police: str, texte: str) -> str:
    """The font, of the same weight, that has this sign of the text.

    Raises:
        CaractereSansGlypheError: no shipped font has it.
    """
    for name in (police, _SECOURS[police]):
        if ord(signe) in pdfmetrics.getFont(name).face.charToGlyph:
            return name
    raise CaractereSansGlypheError(signe, texte)
