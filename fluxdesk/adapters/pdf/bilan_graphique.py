"""Bars beside their figures: dues and served dwellings; offers, attributions and leases."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from reportlab.graphics.shapes import Drawing, Rect
from reportlab.lib.colors import white
from reportlab.lib.units import mm
from reportlab.platypus import Table

from fluxdesk.adapters.pdf.document import UTILE
from fluxdesk.adapters.pdf.style import ACCENT, BARRE, DEMI, DOUX, DROITE, FILET, para, style
from fluxdesk.adapters.pdf.tableaux import POLICE, SANS_MARGE
from fluxdesk.domain.flux.nombres import nombre

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.lib.colors import Color
    from reportlab.platypus import Flowable

    from fluxdesk.domain.bilan import LigneSolde, TotalAxe

CREUX = white  # a bar of which only the edge is drawn
_NOMS, _CHIFFRE = 52 * mm, 17 * mm
_BARRES = UTILE - _NOMS - 3 * _CHIFFRE
_EPAISSEUR, _ECART, _MARGE_DROITE = 5.5, 1.5, 4 * mm


def graphique(soldes: Sequence[LigneSolde]) -> Flowable:
    """One row per réservataire: name, the two bars on one scale, due, served, balance."""
    heads = _entetes(((BARRE, "dû"), (ACCENT, "servi")), ("Dû", "Servi", "Solde"))
    scale = max((max(solde.du, Fraction(solde.servi)) for solde in soldes), default=Fraction(0))
    return _tableau([heads, *(_ligne(solde, scale) for solde in soldes)])


def graphique_mesures(totaux: Sequence[TotalAxe]) -> Flowable:
    """One row per modality: name, its three bars on one scale, offered, given, let."""
    colours = (CREUX, BARRE, ACCENT)  # told apart in black and white too
    legend = tuple(zip(colours, ("proposés", "attribués", "baux"), strict=True))
    scale = Fraction(max((max(t.proposes, t.attribues, t.baux) for t in totaux), default=0))
    rows = [_entetes(legend, ("Prop.", "Attr.", "Baux"))]
    for total in totaux:
        figures = (total.proposes, total.attribues, total.baux)
        bars = tuple(zip(map(Fraction, figures), colours, strict=True))
        right = style(8.5, aligne=DROITE)
        texts = [para(str(figure), right) for figure in figures]
        rows.append([para(total.modalite, style(8.5)), _dessin(bars, scale), *texts])
    return _tableau(rows)


def _entetes(legende: Sequence[tuple[Color, str]], mots: Sequence[str]) -> list[Flowable]:
    """No word over the names, the legend over the bars, a word over each figure."""
    right = style(7.8, DEMI, couleur=DOUX, aligne=DROITE)
    words = [para(word, right) for word in mots]
    return [para("", style(7.8, DEMI, couleur=DOUX)), _legende(legende), *words]


def _tableau(rows: Sequence[Sequence[Flowable]]) -> Flowable:
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
    return _dessin(((solde.du, BARRE), (Fraction(solde.servi), ACCENT)), echelle)


def _dessin(barres: Sequence[tuple[Fraction, Color]], echelle: Fraction) -> Flowable:
    """Bars one under the other, the first above."""
    step = _EPAISSEUR + _ECART
    drawing = Drawing(_BARRES - _MARGE_DROITE, len(barres) * step - _ECART)
    for rank, (value, colour) in enumerate(barres, start=1):
        width = _largeur(value, echelle)
        drawing.add(
            Rect(
                0,
                (len(barres) - rank) * step,
                width,
                _EPAISSEUR,
                fillColor=colour,
                strokeColor=ACCENT if colour is CREUX and width else None,
                strokeWidth=0.6,
            )
        )
    return drawing


def _largeur(valeur: Fraction, echelle: Fraction) -> float:
    share = max(valeur, Fraction(0)) / echelle if echelle > 0 else Fraction(0)
    return float(round(float(share) * (_BARRES - _MARGE_DROITE), 2))


def _legende(mots: Sequence[tuple[Color, str]]) -> Flowable:
    small = style(7.8, couleur=DOUX)
    cells = []
    for colour, word in mots:
        square = Drawing(7, 7)
        edge = ACCENT if colour is CREUX else None
        square.add(Rect(0, 0, 7, 7, fillColor=colour, strokeColor=edge, strokeWidth=0.6))
        cells += [square, para(word, small)]
    widths = [width for _, word in mots for width in (11, 14 + 4 * len(word))]
    table = Table([cells], colWidths=widths, hAlign="LEFT")
    table.setStyle([*SANS_MARGE, ("VALIGN", (0, 0), (-1, -1), "MIDDLE")])
    return table
