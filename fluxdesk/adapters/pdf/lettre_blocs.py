"""What a letter is built of beside its paragraphs: sheets, tables, boxes, groups."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from fluxdesk.adapters.pdf.document import UTILE
from fluxdesk.adapters.pdf.lettre_texte import Forme, texte
from fluxdesk.adapters.pdf.style import ACCENT, BLANC, DEMI, DOUX, FILET, FOND, GRAS
from fluxdesk.domain.logement import NON_RENSEIGNE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fluxdesk.adapters.pdf.lettre_texte import Bloc, Texte, Toile
    from fluxdesk.domain.lettre import Fiche, Tableau

_TAILLE = 8.5
_NOM, _VALEUR = Forme(_TAILLE, couleur=DOUX), Forme(_TAILLE)
_TETE, _TITRE = Forme(7.8, DEMI, BLANC), Forme(10, DEMI, ACCENT)
_LIMITE, _COMMENT = Forme(11.5, GRAS, ACCENT), Forme(8.4, couleur=DOUX)
_DESSUS, _DESSOUS = 1.2, 1.9  # inside a row
_GOUTTIERE = 6
_NOM_MAX, _PART_DU_NOM = 96, 0.42
_ENSEMBLE = 2  # rows that a table keeps at either side of a cut


@dataclass(frozen=True, slots=True)
class Rangee:
    """A row: each text with its distance from the left; ``tete`` is set on the accent."""

    cellules: tuple[tuple[float, Texte], ...]
    tete: bool = False

    @property
    def hauteur(self) -> float:
        """The highest of its texts and the room around."""
        return max(cell.hauteur for _, cell in self.cellules) + _DESSUS + _DESSOUS


@dataclass(frozen=True)
class Grille:
    """Rows under a title, hairlines between them; a part on the next page repeats the head."""

    titre: Texte | None
    tete: Rangee | None
    rangees: tuple[Rangee, ...]
    largeur: float = UTILE
    avant: float = 5
    apres: float = 0

    @cached_property
    def hauteur(self) -> float:
        """Title, head and rows."""
        return self._chapeau + sum(row.hauteur for row in self.rangees)

    @property
    def _chapeau(self) -> float:
        title = self.titre.hauteur + self.titre.apres if self.titre else 0
        return title + (self.tete.hauteur if self.tete else 0)

    def couper(self, place: float) -> tuple[Bloc, Bloc] | None:
        """Between two rows, the title with at least two of them."""
        left, there = place - self._chapeau, 0
        for row in self.rangees[:-_ENSEMBLE]:
            left -= row.hauteur
            if left < 0:
                break
            there += 1
        if there < _ENSEMBLE:
            return None
        first = replace(self, rangees=self.rangees[:there], apres=0)
        return first, replace(self, titre=None, rangees=self.rangees[there:])

    def dessiner(self, canvas: Toile, x: float, haut: float) -> None:
        """Title, head, then the rows, from that height down."""
        if self.titre:
            self.titre.dessiner(canvas, x, haut)
            haut -= self.titre.hauteur + self.titre.apres
        lines = []
        if self.tete:
            canvas.setFillColor(ACCENT)
            canvas.rect(x, haut - self.tete.hauteur, self.largeur, self.tete.hauteur, 0, 1)
        else:
            lines.append(haut)
        for row in (*([self.tete] if self.tete else []), *self.rangees):
            for gap, cell in row.cellules:
                cell.dessiner(canvas, x + gap, haut - _DESSUS)
            haut -= row.hauteur
            lines.append(haut)
        canvas.setStrokeColor(FILET)
        canvas.setLineWidth(0.5)
        end = x + self.largeur
        strokes = " ".join(f"{x:.2f} {y:.2f} m {end:.2f} {y:.2f} l" for y in lines)
        canvas.addLiteral(f"{strokes} S")


@dataclass(frozen=True)
class Boite:
    """The deadline: a tinted box with an accent at its left."""

    textes: tuple[Texte, ...]
    avant: float = 2
    apres: float = 2

    @cached_property
    def hauteur(self) -> float:
        """Texts and padding."""
        return sum(one.hauteur for one in self.textes) + 9

    def couper(self, place: float) -> None:
        """Never parted."""

    def dessiner(self, canvas: Toile, x: float, haut: float) -> None:
        """The tint, the accent, the texts."""
        canvas.setFillColor(FOND)
        canvas.rect(x, haut - self.hauteur, UTILE, self.hauteur, 0, 1)
        canvas.setFillColor(ACCENT)
        canvas.rect(x, haut - self.hauteur, 2.5, self.hauteur, 0, 1)
        y = haut - 4
        for one in self.textes:
            one.dessiner(canvas, x, y)
            y -= one.hauteur


@dataclass(frozen=True)
class Groupe:
    """Blocks that stay on one page while one page can hold them."""

    blocs: tuple[Bloc, ...]

    @property
    def avant(self) -> float:
        """That of the first."""
        return self.blocs[0].avant

    @property
    def apres(self) -> float:
        """That of the last."""
        return self.blocs[-1].apres

    @cached_property
    def hauteur(self) -> float:
        """From the top of the first to the foot of the last."""
        inner = sum(max(a.apres, b.avant) for a, b in zip(self.blocs, self.blocs[1:], strict=False))
        return inner + sum(one.hauteur for one in self.blocs)

    def couper(self, place: float) -> None:
        """Never parted; what no page can hold is laid out block by block."""

    def dessiner(self, canvas: Toile, x: float, haut: float) -> None:
        """One under the other."""
        last: Bloc | None = None
        for one in self.blocs:
            haut -= max(last.apres, one.avant) if last else 0
            one.dessiner(canvas, x, haut)
            haut -= one.hauteur
            last = one


def boite(titre: str, detail: str) -> Boite:
    """The box of a deadline."""
    inner = UTILE - 15
    lines = [texte(titre, replace(_LIMITE, marge=9), inner)]
    if detail:
        lines.append(texte(detail, replace(_COMMENT, marge=9), inner))
    return Boite(tuple(lines))


def fiche(lue: Fiche) -> Grille:
    """Labels and values, side by side in pairs; read down each column."""
    high = -(-len(lue.lignes) // lue.colonnes)
    pair = UTILE / lue.colonnes
    label = min(pair * _PART_DU_NOM, _NOM_MAX)
    rows = []
    for rank in range(high):
        cells: list[tuple[float, Texte]] = []
        for column, (name, value) in enumerate(lue.lignes[rank::high]):
            x = column * pair
            known = value and value != NON_RENSEIGNE
            shown = _VALEUR if known else _NOM
            cells.append((x, texte(name, _NOM, label - _GOUTTIERE)))
            room = pair - label - _GOUTTIERE
            cells.append((x + label, texte(value or NON_RENSEIGNE, shown, room)))
        rows.append(Rangee(tuple(cells)))
    return Grille(_titre(lue.titre), None, tuple(rows), avant=5 if lue.titre else 0)


def tableau(lu: Tableau) -> Grille:
    """A table of words and figures, its head repeated on each page."""
    unit = UTILE / sum(lu.parts)
    widths = [part * unit for part in lu.parts]
    head = _rangee(lu.entetes, widths, _TETE, lu.nombres)
    rows = tuple(_rangee(row, widths, _VALEUR, lu.nombres) for row in lu.lignes)
    return Grille(_titre(lu.titre), replace(head, tete=True), rows, avant=8)


def _rangee(
    mots: Sequence[str], largeurs: Sequence[float], forme: Forme, nombres: frozenset[int]
) -> Rangee:
    cells, x = [], 0.0
    for rank, (word, width) in enumerate(zip(mots, largeurs, strict=True)):
        shape = replace(forme, droite=True) if rank in nombres else forme
        cells.append((x + 4, texte(word, shape, width - 8)))
        x += width
    return Rangee(tuple(cells))


def _titre(dit: str) -> Texte | None:
    return texte(dit, _TITRE, UTILE, apres=2.5) if dit else None
