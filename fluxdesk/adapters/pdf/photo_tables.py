"""Tables of words, signature blocks and bars, for the papers of an état des lieux."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.graphics.shapes import Drawing, Rect
from reportlab.lib.units import mm
from reportlab.platypus import KeepTogether, Table

from fluxdesk.adapters.pdf.document import UTILE
from fluxdesk.adapters.pdf.style import (
    ACCENT,
    BARRE,
    BLANC,
    DEMI,
    DOUX,
    DROITE,
    FILET,
    FOND,
    GAUCHE,
    TEXTE,
    para,
    style,
)
from fluxdesk.adapters.pdf.tableaux import POLICE, SANS_MARGE
from fluxdesk.domain.flux.phrases import de
from fluxdesk.domain.typographie import typographier

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.platypus import Flowable

_TAILLE = 7.8
_CASE = 3.2 * mm


def tableau(
    entetes: Sequence[str],
    lignes: Sequence[Sequence[str]],
    largeurs: Sequence[float],
    *,
    a_droite: Sequence[int] = (),
    cases: Sequence[int] = (),
) -> Flowable:
    """A table of words that repeats its head; ``cases`` are columns of boxes to tick."""
    sides = [DROITE if column in a_droite else GAUCHE for column in range(len(entetes))]
    rows: list[list[Flowable]] = [
        [para(text, style(7.5, DEMI, couleur=BLANC, aligne=side)) for text, side in
         zip(entetes, sides, strict=True)]
    ]  # fmt: skip
    rows += [
        [
            _case() if column in cases else para(text, style(_TAILLE, aligne=sides[column]))
            for column, text in enumerate(line)
        ]
        for line in lignes
    ]
    table = Table(rows, colWidths=list(largeurs), repeatRows=1, hAlign="LEFT")
    table.setStyle(
        [
            POLICE,
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("LEFTPADDING", (0, 0), (-1, -1), 4),
            ("RIGHTPADDING", (0, 0), (-1, -1), 4),
            ("TOPPADDING", (0, 0), (-1, -1), 1.6),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 2.2),
            ("LINEBELOW", (0, 0), (-1, -1), 0.5, FILET),
            ("BACKGROUND", (0, 0), (-1, 0), ACCENT),
        ]
    )
    return table


def _case() -> Flowable:
    box = Drawing(_CASE, _CASE)
    box.add(Rect(0, 0, _CASE, _CASE, fillColor=BLANC, strokeColor=DOUX, strokeWidth=0.7))
    return box


def signature(pour: str, mention: str) -> Flowable:
    """Where one party signs: name, quality, date, signature."""
    head = [
        para(typographier(f"Pour le compte {de(pour)}"), style(9, DEMI, couleur=ACCENT)),
        para(mention, style(7.5, couleur=DOUX)),
    ]
    lines = [
        para(label, style(8, couleur=TEXTE, avant=6))
        for label in ("Nom et qualité\u00a0:", "Date\u00a0:", "Signature et cachet\u00a0:")
    ]
    table = Table([[[*head, *lines]]], colWidths=[UTILE / 2 - 3 * mm])
    table.setStyle(
        [
            POLICE,
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("BOX", (0, 0), (-1, -1), 0.7, FILET),
            ("BACKGROUND", (0, 0), (-1, -1), FOND),
            ("LEFTPADDING", (0, 0), (-1, -1), 7),
            ("TOPPADDING", (0, 0), (-1, -1), 6),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 9 * mm),  # room for the stamp, under any name
        ]
    )
    return table


def signatures(noms: Sequence[str], mention: str) -> list[Flowable]:
    """The blocks, two a row, each row whole on its page."""
    blocks = [signature(name, mention) for name in noms]
    rows = [blocks[start : start + 2] for start in range(0, len(blocks), 2)]
    return [_paire(row) for row in rows]


def _paire(blocs: list[Flowable]) -> Flowable:
    cells: list[Flowable | str] = [*blocs, *([""] * (2 - len(blocs)))]
    table = Table([cells], colWidths=[UTILE / 2] * 2, hAlign="LEFT", spaceBefore=4, spaceAfter=4)
    table.setStyle(SANS_MARGE)
    return KeepTogether([table])


def barres(lignes: Sequence[tuple[str, str, float]]) -> Flowable:
    """Name, figure in words and share from 0 to 1 of the longest bar, one under the other."""
    room = UTILE - 62 * mm - 42 * mm
    rows = []
    for name, figure, share in lignes:
        bar = Drawing(room, 4 * mm)
        bar.add(Rect(0, 0, max(1.0, room * share), 4 * mm, fillColor=BARRE, strokeColor=None))
        rows.append([para(name, style(9.5)), bar, para(figure, style(9.5, DEMI))])
    table = Table(rows, colWidths=[62 * mm, room + 2 * mm, 40 * mm], hAlign="LEFT")
    table.setStyle(
        [
            *SANS_MARGE,
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("TOPPADDING", (0, 0), (-1, -1), 2),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
        ]
    )
    return table
