"""Cuts the table out of a sheet: its columns, its rows of data, and the rows that are none."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

from fluxdesk.domain.entetes import Genre, chercher_entetes, genre_de, normal, titres
from fluxdesk.domain.tableau_lu import (
    Colonne,
    Decoupe,
    LigneEcartee,
    LigneTableau,
    texte_de,
)
from fluxdesk.domain.typographie import plie

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from fluxdesk.domain.tableau_lu import Cellule, Feuille

VIDE, REPETE, TOTAL, SOUS_TOTAL = "vide", "en-tête répété", "total", "sous-total"
SOUS_TITRE, PIED, NOTE = "explication sous l’en-tête", "pied de page", "intertitre ou note"
MASQUEE = "ligne masquée"

# « Total », « Sous-total du programme »… say it whatever stands beside; « Total Bastia » only
# beside numbers: it may be a name.
_TOTAL = re.compile(
    r"(?:(sous[- ]?total|s/ ?total)|total|totaux|cumul)\b"
    r"(?:(|\W*[:=(\d].*| ?(?:gen|par |du |de |des |d'|programme|commune|logement).*)|.*)"
)
_PEUT_ETRE = re.compile("tota|cumul", re.IGNORECASE)  # quicker than folding every cell
_PIED = re.compile(
    r"(?:page \d|p\. ?\d|\d+ ?/ ?\d+$|edite |imprime |extrait |genere |source\b|date d'edition).*"
)
_PREMIERES_CELLULES = 3  # « TOTAL » stands in one of the first cells filled
_LETTRES = 26
_LARGEUR_MIN = 4  # of a table where a row of one cell is no data


def proposer_decoupe(feuille: Feuille, connus: Callable[[str], int] | None = None) -> Decoupe:
    """The cut that looks right; ``connus`` tells how well a title is known, 0 for not at all."""
    entetes, debut = chercher_entetes(feuille, connus)
    return decouper(feuille, entetes, debut)


def decouper(feuille: Feuille, entetes: Sequence[int], debut: int) -> Decoupe:
    """The columns that these rows name, and those that have no name but hold something.

    Two columns of one title are numbered, « Loyer » and « Loyer (2) »; one without a title is
    called by its letters, « Colonne D ».
    """
    names = titres(feuille, entetes)
    held = _sans_titre(feuille, names, debut)
    columns: list[Colonne] = []
    seen: Counter[str] = Counter()
    for index in range(max(len(names), max(held, default=-1) + 1)):
        name = names[index] if index < len(names) else ""
        if not name and index not in held:
            continue
        title = name or f"Colonne {lettres(index)}"
        seen[title] += 1
        if seen[title] > 1:
            title = f"{title} ({seen[title]})"
        columns.append(
            Colonne(index=index, titre=title, masquee=index in feuille.colonnes_masquees)
        )
    return Decoupe(
        feuille=feuille.nom, entetes=tuple(entetes), debut=debut, colonnes=tuple(columns)
    )


def lettres(index: int) -> str:
    """The letters of the column at this index: 26 is AA."""
    before, within = divmod(index, _LETTRES)
    return (lettres(before - 1) if before else "") + chr(ord("A") + within)


def _sans_titre(feuille: Feuille, noms: Sequence[str], debut: int) -> frozenset[int]:
    """Indexes of the columns without a title that hold something in a row of data."""
    width = len(noms)
    unseen = {index for index, name in enumerate(noms) if not name}
    held: set[int] = set()
    for row in islice(feuille.lignes, debut, None):
        if len(row) > width:
            unseen.update(range(width, len(row)))
            width = len(row)
        if unseen:
            found = {index for index in unseen if index < len(row) and _dit(row[index])}
            unseen -= found
            held |= found
    return frozenset(held)


def _dit(cellule: Cellule) -> bool:
    return bool(cellule.strip()) if isinstance(cellule, str) else cellule is not None


def lignes_de(feuille: Feuille, decoupe: Decoupe) -> tuple[list[LigneTableau], list[LigneEcartee]]:
    """The rows of data below the header, and those set aside with the reason.

    A cell merged over several rows has its value in each. Hidden rows are data, and told too.

    Raises:
        RuntimeError: a row below the header is neither, which is a fault of the program.
    """
    first = max(decoupe.entetes) + 1 if decoupe.entetes else decoupe.debut
    tri = _Tri(feuille, decoupe)
    data: list[LigneTableau] = []
    aside: list[LigneEcartee] = []
    for index, row in enumerate(islice(feuille.lignes, first, None), first):
        number = feuille.numero(index)
        texts = tri.textes(row)
        reason = tri.raison(texts)
        if index < decoupe.debut and reason != VIDE:
            reason = SOUS_TITRE
        if reason:
            aside.append(LigneEcartee(numero=number, raison=reason))
            continue
        if index in feuille.lignes_masquees:
            aside.append(LigneEcartee(numero=number, raison=MASQUEE, gardee=True))
        data.append(LigneTableau(numero=number, cellules=tri.remplie(index, texts)))
    below = len(feuille.lignes) - min(first, len(feuille.lignes))
    if len(data) + sum(not row.gardee for row in aside) != below:
        message = f"{below} rows below the header, {len(data)} of data"
        raise RuntimeError(message)
    return data, aside


class _Tri:
    """Tells the rows of data of one table from the others."""

    def __init__(self, feuille: Feuille, decoupe: Decoupe) -> None:
        self._places = [column.index for column in decoupe.colonnes]
        self._entetes = [self._lignes_nettes(feuille.lignes[index]) for index in decoupe.entetes]
        self._premiers = {next(filter(None, row), "") for row in self._entetes}
        self._fusions = _valeurs_fusionnees(feuille, decoupe)

    def textes(self, row: Sequence[Cellule]) -> tuple[str, ...]:
        """The text of each column of the table."""
        size = len(row)
        cells = [row[place] if place < size else "" for place in self._places]
        return tuple([c if c.__class__ is str else texte_de(c) for c in cells])

    def remplie(self, index: int, textes: tuple[str, ...]) -> tuple[str, ...]:
        """The texts with those of the cells merged over this row."""
        merged = self._fusions.get(index)
        if merged is None:
            return textes
        return tuple(
            text or merged.get(place, "") for place, text in zip(self._places, textes, strict=True)
        )

    def raison(self, textes: tuple[str, ...]) -> str:
        """Why the row is no data; empty where it is."""
        filled = [text for text in textes if text and not text.isspace()]
        if not filled:
            return VIDE
        if self._est_entete(filled[0], textes):
            return REPETE
        return _total(filled) or self._note(filled)

    def _est_entete(self, premier: str, textes: tuple[str, ...]) -> bool:
        if " ".join(premier.split()) not in self._premiers:
            return False
        return [" ".join(text.split()) for text in textes] in self._entetes

    def _lignes_nettes(self, row: Sequence[Cellule]) -> list[str]:
        return [normal(text) for text in self.textes(row)]

    def _note(self, filled: list[str]) -> str:
        if len(self._places) < _LARGEUR_MIN or len(filled) > _LARGEUR_MIN // 2:
            return ""
        if _PIED.match(plie(filled[0])):
            return PIED
        alone = len(filled) == 1 and " " in filled[0].strip()
        return NOTE if alone and any(map(str.isalpha, filled[0])) else ""


def _total(filled: list[str]) -> str:
    """« total » or « sous-total » where the row sums others: one of its first cells says so."""
    for cell in filled[:_PREMIERES_CELLULES]:
        found = _TOTAL.fullmatch(plie(cell)) if _PEUT_ETRE.search(cell) else None
        if found is None:
            continue
        kinds = [genre_de(other.strip()) for other in filled if other is not cell]
        words, codes = kinds.count(Genre.TEXTE), kinds.count(Genre.CODE)
        if words > 1 or (found[2] is None and words + codes):
            return ""
        return SOUS_TOTAL if found[1] else TOTAL
    return ""


def _valeurs_fusionnees(feuille: Feuille, decoupe: Decoupe) -> Mapping[int, Mapping[int, str]]:
    """By row then column, the value of the cell merged over them, given in its first row only."""
    found: dict[int, dict[int, str]] = {}
    for top, left, bottom, _ in sorted(feuille.fusions):
        if top < decoupe.debut or top >= len(feuille.lignes):
            continue
        row = feuille.lignes[top]
        value = texte_de(row[left]) if left < len(row) else ""
        for index in range(top + 1, min(bottom, len(feuille.lignes) - 1) + 1):
            found.setdefault(index, {})[left] = value
    return found
