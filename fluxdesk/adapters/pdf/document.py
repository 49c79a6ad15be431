"""An A4 document of the house: margins, page x/y, metadata, the same bytes every time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from textwrap import shorten
from typing import TYPE_CHECKING

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from fluxdesk.adapters.pdf.style import DOUX, DROITE, FILET, NORMAL, nettoyer, para, style

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.platypus import Flowable

LARGEUR, HAUTEUR = A4
MARGE = 20 * mm
UTILE = LARGEUR - 2 * MARGE
BAS = 16 * mm
HAUT = 18 * mm
PIED = 7.5  # size of the text of the foot
_TITRE_COURANT = 120  # characters of that size on a line

Dessin = Callable[[Canvas], None]


def _rien(_canvas: Canvas) -> None:
    """Nothing stands at the head of the first page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gabarit:
    """What stands on every page: names for the metadata, the foot, the head of each page.

    ``premier_haut`` is the height kept free at the top of page one for ``premiere``, whose texts
    are made beforehand: reportlab spoils the sentence of an error raised while it draws.
    """

    titre: str
    auteur: str
    pied: str
    suite: str
    premiere: Dessin = _rien
    premier_haut: float = HAUT


def composer(gabarit: Gabarit, contenu: Callable[[], Sequence[Flowable]]) -> bytes:
    """The pages as bytes; set twice, since « page x/y » needs the number of pages.

    ``contenu`` gives fresh flowables each time: reportlab wears them out.
    """
    _, total = _passe(gabarit, contenu(), 0)
    octets, _ = _passe(gabarit, contenu(), total)
    return octets


def _passe(gabarit: Gabarit, contenu: Sequence[Flowable], total: int) -> tuple[bytes, int]:
    sortie = BytesIO()
    document = BaseDocTemplate(
        sortie,
        pagesize=A4,
        title=nettoyer(gabarit.titre),
        author=nettoyer(gabarit.auteur),
        creator="FluxDesk",
        lang="fr-FR",
        displayDocTitle=1,
        invariant=1,
        initialFontName=NORMAL,
    )
    soft = style(PIED, couleur=DOUX)
    head, foot = para(gabarit.suite, soft), para(gabarit.pied, soft)

    def premiere(canvas: Canvas, _document: BaseDocTemplate) -> None:
        gabarit.premiere(canvas)
        _dessiner_pied(canvas, foot, total)

    def suite(canvas: Canvas, _document: BaseDocTemplate) -> None:
        poser_texte(canvas, [head], MARGE, HAUTEUR - 10 * mm, UTILE)
        _dessiner_pied(canvas, foot, total)

    document.addPageTemplates(
        [
            _page("premiere", gabarit.premier_haut, premiere),
            _page("suite", HAUT, suite),
        ]
    )
    document.build(list(contenu))
    return sortie.getvalue(), int(document.page)


def couper_titre(texte: str) -> str:
    """The head of a following page: on one line, or it would touch what stands below."""
    return shorten(texte, _TITRE_COURANT, placeholder="\u00a0…")


def _page(nom: str, haut: float, dessin: Callable[[Canvas, BaseDocTemplate], None]) -> PageTemplate:
    frame = Frame(
        MARGE, BAS, UTILE, HAUTEUR - haut - BAS,
        leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0,
    )  # fmt: skip
    return PageTemplate(nom, [frame], onPage=dessin, autoNextPageTemplate="suite")


def _dessiner_pied(canvas: Canvas, texte: Flowable, total: int) -> None:
    canvas.setStrokeColor(FILET)
    canvas.setLineWidth(0.5)
    canvas.line(MARGE, 14 * mm, LARGEUR - MARGE, 14 * mm)
    number = f"page\u00a0{canvas.getPageNumber()}/{total}"
    poser_texte(canvas, [texte], MARGE, 13 * mm, UTILE - 25 * mm)
    right = style(PIED, couleur=DOUX, aligne=DROITE)
    poser_texte(canvas, [para(number, right)], LARGEUR - MARGE - 24 * mm, 13 * mm, 24 * mm)


def poser_texte(
    canvas: Canvas, textes: Sequence[Flowable], x: float, haut: float, largeur: float
) -> float:
    """Draw texts one under the other from that height down; the height where they end."""
    y = haut
    for texte in textes:
        _, height = texte.wrap(largeur, HAUTEUR)
        y -= height
        texte.drawOn(canvas, x, y)
    return y
