"""Lines of a letter: broken once, drawn straight on the page.

The letters of a day are printed by the hundred. reportlab's own paragraphs read each text as
markup and set it twice to know the number of pages; here a text is only ever a text, words are
measured once and kept, and a letter is laid out before it is drawn (surete.md §5.5).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, cached_property, lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Protocol

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from fluxdesk.adapters.pdf.style import (
    DEMI,
    DOUX,
    INTERLIGNE,
    NORMAL,
    TEXTE,
    nettoyer,
    police_du_signe,
    polices,
)
from fluxdesk.domain.dates import MOIS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import IO

    from reportlab.lib.colors import HexColor

_MILLE = 1000
_DEBUT, _FIN = "BT 1 0 0 1 0 0 Tm ", " ET"  # around the operators of a text object
_VEUVE = 2  # lines kept together at either end of a page
# A line ends neither between a day and its month, nor between a postal code and its town.
_ENTRE_MOTS = re.compile(rf"(?<!\b\d{{5}}) (?!(?:{'|'.join(MOIS)})\b)")
Passages = tuple[tuple[str, str], ...]  # texts, each with its font


@dataclass(frozen=True, slots=True)
class Forme:
    """How a text is set; ``marge`` is the indent of its lines, in points."""

    taille: float
    police: str = NORMAL
    couleur: HexColor = TEXTE
    interligne: float = INTERLIGNE
    droite: bool = False
    marge: float = 0

    @property
    def pas(self) -> float:
        """From one line to the next."""
        return round(self.taille * self.interligne, 2)

    def demi(self) -> Forme:
        """The same, semi-bold."""
        return replace(self, police=DEMI)

    def doux(self) -> Forme:
        """The same, in the soft colour."""
        return replace(self, couleur=DOUX)


class Bloc(Protocol):
    """What stands on a page: its height, the space it wants around, and how it is parted."""

    @property
    def hauteur(self) -> float:
        """Without the space around."""
        ...

    @property
    def avant(self) -> float:
        """Space wanted above it, unless it heads a page."""
        ...

    @property
    def apres(self) -> float:
        """Space wanted under it."""
        ...

    def couper(self, place: float) -> tuple[Bloc, Bloc] | None:
        """Two parts, the first no higher than ``place``; None if it cannot be parted there."""
        ...

    def dessiner(self, canvas: Toile, x: float, haut: float) -> None:
        """Draw it, its top left corner there."""
        ...


@dataclass(frozen=True, slots=True)
class Ligne:
    """One line as it is drawn."""

    passages: Passages
    largeur: float


@dataclass(frozen=True)
class Texte:
    """A paragraph, its lines broken."""

    lignes: tuple[Ligne, ...]
    forme: Forme
    largeur: float
    avant: float = 0
    apres: float = 0

    @cached_property
    def hauteur(self) -> float:
        """The height of its lines, without the space around."""
        return len(self.lignes) * self.forme.pas

    def couper(self, place: float) -> tuple[Bloc, Bloc] | None:
        """Never one line alone at the foot of a page, nor at the head of the next."""
        there = min(int(place / self.forme.pas), len(self.lignes) - _VEUVE)
        if there < _VEUVE:
            return None
        first = replace(self, lignes=self.lignes[:there], apres=0)
        return first, replace(self, lignes=self.lignes[there:], avant=0)

    def dessiner(self, canvas: Toile, x: float, haut: float) -> None:
        """Its lines from that height down."""
        forme = self.forme
        base = haut - forme.taille
        code = [f"BT {remplissage(forme.couleur)}"]
        for line in self.lignes:
            gap = self.largeur - line.largeur if forme.droite else 0
            code.append(f"1 0 0 1 {x + forme.marge + gap:.2f} {base:.2f} Tm")
            code += [canvas.fragment(told, font, forme.taille) for told, font in line.passages]
            base -= forme.pas
        canvas.addLiteral(" ".join((*code, "ET")))


class Toile(Canvas):  # type: ignore[misc] # reportlab has no types
    """A canvas that remembers how each text is written: letters say the same words over and over.

    The codes of the signs are those of the fonts of this document, and stand while it is made.
    """

    def __init__(self, sortie: IO[bytes]) -> None:
        super().__init__(sortie, pagesize=A4, invariant=1, lang="fr-FR", initialFontName=NORMAL)
        self._fragments: dict[tuple[str, str, float], str] = {}

    def fragment(self, dit: str, police: str, taille: float) -> str:
        """The operators that show this text in this font, wherever the pen stands."""
        key = (dit, police, taille)
        known = self._fragments.get(key)
        if known is None:
            text = self.beginText(0, 0)
            text.setFont(police, taille)
            text.textOut(dit)
            known = str(text.getCode()).removeprefix(_DEBUT).removesuffix(_FIN)
            self._fragments[key] = known
        return known


@cache
def remplissage(couleur: HexColor) -> str:
    """The operator that fills with this colour."""
    return " ".join(f"{part:.3f}" for part in couleur.rgb()) + " rg"


def texte(dit: str, forme: Forme, largeur: float, *, avant: float = 0, apres: float = 0) -> Texte:
    """The text exactly as written, broken to that width.

    Raises:
        CaractereSansGlypheError: a sign that no shipped font can draw.
    """
    width = largeur - forme.marge
    return Texte(_lignes(dit, forme.police, forme.taille, width), forme, width, avant, apres)


def decale(dit: str, forme: Forme, gauche: float, largeur: float, *, apres: float = 0) -> Texte:
    """A text that begins so far from the left: the date and the signature, under the address."""
    return texte(dit, replace(forme, marge=gauche), largeur, apres=apres)


@lru_cache(maxsize=20_000)
def _lignes(dit: str, police: str, taille: float, largeur: float) -> tuple[Ligne, ...]:
    polices()
    clean = nettoyer(dit)
    _passages(clean, police)  # a sign that no font can draw is told with its whole sentence
    room = largeur * _MILLE / taille
    space = _mesurer(" ", police)
    lines: list[Ligne] = []
    words: list[str] = []
    used = 0.0
    for word in _ENTRE_MOTS.split(clean):
        for part in _troncons(word, police, room):
            width = _mesurer(part, police)
            if words and used + space + width > room:
                lines.append(_ligne(words, police, used * taille / _MILLE))
                words, used = [part], width
            else:
                used += width + (space if words else 0)
                words.append(part)
    lines.append(_ligne(words, police, used * taille / _MILLE))
    return tuple(lines)


def _ligne(mots: Sequence[str], police: str, largeur: float) -> Ligne:
    return Ligne(_passages(" ".join(mots), police), largeur)


def _troncons(mot: str, police: str, place: float) -> list[str]:
    """The word, or as many pieces as fit: an endless reference stays on the page."""
    if len(mot) < _VEUVE or _mesurer(mot, police) <= place:
        return [mot]
    cut = len(mot) - 1
    while cut > 1 and _mesurer(mot[:cut], police) > place:
        cut -= 1
    return [mot[:cut], *_troncons(mot[cut:], police, place)]


@lru_cache(maxsize=50_000)
def _mesurer(mot: str, police: str) -> float:
    """The width of a word, in thousandths of its size."""
    runs = _passages(mot, police)
    return float(sum(pdfmetrics.stringWidth(told, font, _MILLE) for told, font in runs))


def _passages(dit: str, police: str) -> Passages:
    known = pdfmetrics.getFont(police).face.charToGlyph
    if all(ord(sign) in known for sign in dit):
        return ((dit, police),)
    runs = groupby(dit, key=lambda sign: police_du_signe(sign, police, dit))
    return tuple(("".join(signs), font) for font, signs in runs)


def oublier() -> None:
    """Forget the lines and words kept: for a measure that begins as the program does."""
    _lignes.cache_clear()
    _mesurer.cache_clear()
