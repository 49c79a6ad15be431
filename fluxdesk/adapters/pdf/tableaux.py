"""Tables of the house: labelled sheets and columns of figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.platypus import Table

from fluxdesk.adapters.pdf.style import (
    ACCENT,
    BLANC,
    DEMI,
    DOUX,
    DROITE,
    FILET,
    FOND,
    NORMAL,
    TEXTE,
    para,
    style,
)
from fluxdesk.domain.logement import NON_RENSEIGNE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.platypus import Flowable

Ligne = tuple[str, str]
_TAILLE = 8.5


def titre_section(texte: str, *, avant: float = 5, ensemble: bool = True) -> Flowable:
    """A heading that stays with the whole of what follows it, or with its beginning alone."""
    return para(texte, style(10, DEMI, couleur=ACCENT, avant=avant, apres=2.5, ensemble=ensemble))


def fiche(lignes: Sequence[Ligne], largeur: float, *, colonnes: int = 2) -> Flowable:
    """Labels and values, side by side in ``colonnes`` pairs; read down each column."""
    hauteur = -(-len(lignes) // colonnes)
    blank: list[Flowable | str] = ["", ""]
    rows = []
    for rang in range(hauteur):
        row: list[Flowable | str] = []
        for debut in range(0, colonnes * hauteur, hauteur):
            index = debut + rang
            row += _paire(*lignes[index]) if index < len(lignes) else blank
        rows.append(row)
    pair = largeur / colonnes
    label = min(pair * 0.42, 96)
    table = Table(rows, colWidths=[label, pair - label] * colonnes, hAlign="LEFT")
    table.setStyle([*_BASE, ("LINEABOVE", (0, 0), (-1, 0), 0.5, FILET)])
    return table


def _paire(nom: str, valeur: str) -> list[Flowable | str]:
    known = valeur and valeur != NON_RENSEIGNE
    shown = style(_TAILLE, couleur=TEXTE if known else DOUX)
    return [para(nom, style(_TAILLE, couleur=DOUX)), para(valeur or NON_RENSEIGNE, shown)]


# For cells left empty, which reportlab would set in a font that no document embeds.
POLICE = ("FONTNAME", (0, 0), (-1, -1), NORMAL)
SANS_MARGE = [
    POLICE,
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 0),
    ("TOPPADDING", (0, 0), (-1, -1), 0),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
]
_BASE = [
    POLICE,
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 6),
    ("TOPPADDING", (0, 0), (-1, -1), 1.2),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 1.9),
    ("LINEBELOW", (0, 0), (-1, -1), 0.5, FILET),
]


def chiffres(
    entetes: Sequence[str],
    lignes: Sequence[Sequence[str]],
    largeurs: Sequence[float],
    *,
    total: Sequence[str] | None = None,
) -> Flowable:
    """First column of words, the others of numbers at the right; the head is repeated."""
    rows = [_cellules(entetes, style(7.8, DEMI, couleur=BLANC))]
    rows += [_cellules(ligne, style(_TAILLE)) for ligne in lignes]
    rules = [
        *_BASE,
        ("LEFTPADDING", (0, 0), (-1, -1), 4),
        ("RIGHTPADDING", (0, 0), (-1, -1), 4),
        ("BACKGROUND", (0, 0), (-1, 0), ACCENT),
        ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
    ]
    if total:
        rows.append(_cellules(total, style(_TAILLE, DEMI)))
        rules += [("BACKGROUND", (0, -1), (-1, -1), FOND), ("NOSPLIT", (0, -2), (-1, -1))]
    table = Table(rows, colWidths=list(largeurs), repeatRows=1, hAlign="LEFT")
    table.setStyle(rules)
    return table


def _cellules(textes: Sequence[str], forme: Flowable) -> list[Flowable]:
    right = forme.clone(f"{forme.name}-droite", alignment=DROITE)
    return [para(texte, right if index else forme) for index, texte in enumerate(textes)]
