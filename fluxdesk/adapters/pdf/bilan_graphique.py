"""Dues and served dwellings of each réservataire, as bars beside their figures."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from reportlab.graphics.shapes import Drawing, Rect
from reportlab.lib.units import mm
from reportlab.platypus import Table

from fluxdesk.adapters.pdf.document import UTILE
from fluxdesk.adapters.pdf.style import ACCENT, BARRE, DEMI, DOUX, DROITE, FILET, para, style
from fluxdesk.adapters.pdf.tableaux import POLICE, SANS_MARGE
from fluxdesk.domain.flux.nombres import nombre

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.platypus import Flowable

    from fluxdesk.domain.bilan import LigneSolde

_NOMS, _CHIFFRE = 52 * mm, 17 * mm
_BARRES = UTILE - _NOMS - 3 * _CHIFFRE
_EPAISSEUR, _ECART, _MARGE_DROITE = 5.5, 1.5, 4 * mm


def graphique(soldes: Sequence[LigneSolde]) -> Flowable:
    """One row per réservataire: name, the two bars on one scale, due, served, balance."""
    small = style(7.8, DEMI, couleur=DOUX)
    small_right = style(7.8, DEMI, couleur=DOUX, aligne=DROITE)
    heads = [para("", small), _legende()]
    heads += [para(word, small_right) for word in ("Dû", "Servi", "Solde")]
    scale = max((max(solde.du, Fraction(solde.servi)) for solde in soldes), default=Fraction(0))
    rows = [heads, *(_ligne(solde, scale) for solde in soldes)]
    widths = [_NOMS, _BARRES, _CHIFFRE, _CHIFFRE, _CHIFFRE]
    table = Table(rows, colWidths=widths, repeatRows=1, hAlign="LEFT")
    table.setStyle(
        [
            POLICE,
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 4),
            ("TOPPADDING", (0, 0), (-1, -1), 2.5),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 2.5),
            ("LINEBELOW", (0, 0), (-1, -1), 0.5, FILET),
        ]
    )
    return table


def _ligne(solde: LigneSolde, echelle: Fraction) -> list[Flowable]:
    right = style(8.5, aligne=DROITE)
    return [
        para(solde.nom, style(8.5)),
        _barres(solde, echelle),
        para(nombre(solde.du), right),
        para(str(solde.servi), right),
        para(nombre(solde.solde, signe=True), style(8.5, DEMI, aligne=DROITE)),
    ]


def _barres(solde: LigneSolde, echelle: Fraction) -> Flowable:
    """Due above, served below; nothing owed in advance has no bar to the left."""
    drawing = Drawing(_BARRES - _MARGE_DROITE, 2 * _EPAISSEUR + _ECART)
    for base, value, colour in (
        (_EPAISSEUR + _ECART, solde.du, BARRE),
        (0, Fraction(solde.servi), ACCENT),
    ):
        width = _largeur(value, echelle)
        drawing.add(Rect(0, base, width, _EPAISSEUR, fillColor=colour, strokeColor=None))
    return drawing


def _largeur(valeur: Fraction, echelle: Fraction) -> float:
    share = max(valeur, Fraction(0)) / echelle if echelle > 0 else Fraction(0)
    return float(round(float(share) * (_BARRES - _MARGE_DROITE), 2))


def _legende() -> Flowable:
    small = style(7.8, couleur=DOUX)
    cells = []
    for colour, word in ((BARRE, "dû"), (ACCENT, "servi")):
        square = Drawing(7, 7)
        square.add(Rect(0, 0, 7, 7, fillColor=colour, strokeColor=None))
        cells += [square, para(word, small)]
    table = Table([cells], colWidths=[11, 26, 11, 34], hAlign="LEFT")
    table.setStyle([*SANS_MARGE, ("VALIGN", (0, 0), (-1, -1), "MIDDLE")])
    return table
