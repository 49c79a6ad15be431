"""The reply slip: what the réservataire fills in, signs and sends back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportlab.lib.units import mm

from fluxdesk.adapters.pdf.document import UTILE
from fluxdesk.adapters.pdf.lettre_blocs import Groupe, fiche
from fluxdesk.adapters.pdf.lettre_texte import Forme, texte
from fluxdesk.adapters.pdf.style import BLANC, DEMI, DOUX, GRAS, TEXTE
from fluxdesk.domain.lettre import Fiche

if TYPE_CHECKING:
    from fluxdesk.adapters.pdf.lettre_texte import Bloc, Texte, Toile
    from fluxdesk.domain.lettre import Coupon

_LARGEURS = (10 * mm, 52 * mm, 56 * mm, UTILE - 118 * mm)
_ENTETES = ("", "Numéro unique", "Nom", "Composition du ménage")
_COTE = 4 * mm
_COIN = 3  # from the top of a cell to its title
_RANG = Forme(10, DEMI)
_DOUX = Forme(8.4, couleur=DOUX)


def coupon(lu: Coupon) -> list[Bloc]:
    """The whole page; the officer's data are printed, the answers are left blank."""
    number = f"Offre n°\u00a0{lu.numero}"
    return [
        texte("Coupon-réponse", Forme(17, GRAS), UTILE, apres=1),
        texte(number, Forme(10.5, DEMI, DOUX), UTILE, apres=6),
        fiche(Fiche("", lu.rappel, 1)),
        _case("Nous proposons les candidats suivants, dans cet ordre\u00a0:", 6),
        Groupe((_candidats(lu.candidats),)),
        _case("Nous n’avons pas de candidat à proposer.", 5),
        _case("Nous renonçons à ce logement.", 3),
        Groupe(
            (
                _cadre(("Observations",), 22 * mm, 5 * mm),
                _cadre(("Fait le", "Nom et qualité", "Signature et cachet"), 30 * mm, 4 * mm),
            )
        ),
    ]


@dataclass(frozen=True)
class _Case:
    """A box to tick and its words."""

    mots: Texte
    avant: float
    apres: float = 2 * mm

    @property
    def hauteur(self) -> float:
        return float(max(_COTE, self.mots.hauteur))

    def couper(self, place: float) -> None:
        """Never parted."""

    def dessiner(self, canvas: Toile, x: float, haut: float) -> None:
        canvas.setStrokeColor(TEXTE)
        canvas.setLineWidth(0.9)
        canvas.rect(x, haut - _COTE, _COTE, _COTE)
        self.mots.dessiner(canvas, x, haut)


def _case(dit: str, avant: float) -> _Case:
    return _Case(texte(dit, Forme(10, DEMI, marge=_COTE + 3 * mm), UTILE), avant * mm)


@dataclass(frozen=True)
class _Cases:
    """A grid to write in: rows of that height, a text at the corner of some cells."""

    rangees: tuple[tuple[Texte | None, ...], ...]
    largeurs: tuple[float, ...]
    hauteurs: tuple[float, ...]
    tete: bool = False
    retrait: float = _COIN  # of the texts, from the top of their cells
    avant: float = 0
    apres: float = 0

    @property
    def hauteur(self) -> float:
        return sum(self.hauteurs)

    def couper(self, place: float) -> None:
        """Never parted."""

    def dessiner(self, canvas: Toile, x: float, haut: float) -> None:
        ys, xs = [haut], [x]
        for high in self.hauteurs:
            ys.append(ys[-1] - high)
        for wide in self.largeurs:
            xs.append(xs[-1] + wide)
        if self.tete:
            canvas.setFillColor(DOUX)
            canvas.rect(x, ys[1], xs[-1] - x, ys[0] - ys[1], 0, 1)
        canvas.setStrokeColor(DOUX)
        canvas.setLineWidth(0.6)
        canvas.grid(xs, ys)
        for row, y in zip(self.rangees, ys, strict=False):
            gap = _COIN if self.tete and row is self.rangees[0] else self.retrait
            for told, left in zip(row, xs, strict=False):
                if told is not None:
                    told.dessiner(canvas, left + 6, y - gap)


def _candidats(nombre: int) -> _Cases:
    """Rows high enough to write in by hand."""
    head = tuple(
        texte(word, Forme(8.4, DEMI, BLANC), width - 12) if word else None
        for word, width in zip(_ENTETES, _LARGEURS, strict=True)
    )
    rows = tuple((texte(str(rank), _RANG, 24), None, None, None) for rank in range(1, nombre + 1))
    heights = (18.0, *[12 * mm] * nombre)
    return _Cases((head, *rows), _LARGEURS, heights, tete=True, retrait=10)


def _cadre(titres: tuple[str, ...], hauteur: float, avant: float) -> _Cases:
    """Frames to write in, side by side, each with its title in the corner."""
    width = UTILE / len(titres)
    cells = tuple(texte(title, _DOUX, width - 12) for title in titres)
    return _Cases((cells,), (width,) * len(titres), (hauteur,), avant=avant)
