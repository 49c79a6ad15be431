"""Put what the officer typed in place of cells of a file, for one import only."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from fluxdesk.domain.champs import CHAMPS
from fluxdesk.domain.rapport import CorrectionCellule
from fluxdesk.domain.rpls_bloc import Bloc, Palette
from fluxdesk.domain.valeurs_lues import canonique
from fluxdesk.services.ports import FichierLu, LigneLue

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from fluxdesk.domain.profil import Genre
    from fluxdesk.services.ports import FichierParBlocs, Progress

F = TypeVar("F", bound=FichierLu)


@dataclass(frozen=True, slots=True)
class Cellule:
    """A cell of a file: the number of its line there, and the field it fills."""

    ligne: int
    champ: str


@dataclass(frozen=True, slots=True)
class Saisie:
    """What stood in a cell, and what the officer typed in its place."""

    lue: str
    texte: str


class FichierCorrige:
    """A file read by blocks, with these texts in place of its own (ports.FichierParBlocs)."""

    def __init__(
        self, lu: FichierParBlocs, genre: Genre, saisies: Mapping[Cellule, Saisie]
    ) -> None:
        self.nom = lu.nom
        self.format = lu.format
        self.encodage = lu.encodage
        self.colonnes = lu.colonnes
        self._lu = lu
        self._dites = _par_ligne(genre, saisies)

    def blocs(self, progress: Progress) -> Iterator[Bloc]:
        """Every data line of the file, in its order; may be asked for again."""
        for bloc in self._lu.blocs(progress):
            touched = self._dites.keys() & set(bloc.numeros)
            yield _corriger_bloc(bloc, self._dites, touched) if touched else bloc

    def format_final(self, lues: int) -> str:
        """The format, and what the number of lines read tells of it."""
        return self._lu.format_final(lues)


def corriger_lecture(lu: F, genre: Genre, saisies: Mapping[Cellule, Saisie]) -> F:
    """The file with these texts in place of its own; a field it lacked becomes a column."""
    typed = _par_ligne(genre, saisies)
    if not typed:
        return lu
    added = sorted({code for cells in typed.values() for code in cells} - set(lu.colonnes))
    blank = dict.fromkeys(added, "")
    lines = [
        LigneLue(line.numero, {**blank, **line.champs, **typed.get(line.numero, {})})
        if blank or line.numero in typed
        else line
        for line in lu.lignes
    ]
    return replace(lu, lignes=lines, colonnes=(*lu.colonnes, *added))


def corrections(saisies: Mapping[Cellule, Saisie]) -> tuple[CorrectionCellule, ...]:
    """What the report tells of them, in the order of the lines."""
    return tuple(
        CorrectionCellule(ligne=cell.ligne, colonne=cell.champ, lue=said.lue, corrigee=said.texte)
        for cell, said in sorted(saisies.items(), key=lambda item: (item[0].ligne, item[0].champ))
    )


def _par_ligne(genre: Genre, saisies: Mapping[Cellule, Saisie]) -> dict[int, dict[str, str]]:
    natures = {champ.code: champ.nature for champ in CHAMPS[genre]}
    found: dict[int, dict[str, str]] = {}
    for cell, said in saisies.items():
        nature = natures.get(cell.champ)
        text = canonique(nature, said.texte).texte if nature else said.texte
        found.setdefault(cell.ligne, {})[cell.champ] = text
    return found


def _corriger_bloc(bloc: Bloc, dites: Mapping[int, Mapping[str, str]], lignes: set[int]) -> Bloc:
    """The block with palettes of its own: those of the file only grow by its cutter's hand."""
    places = {number: place for place, number in enumerate(bloc.numeros) if number in lignes}
    palettes: list[Palette] = []
    ranks: list[Sequence[int]] = []
    for palette, former in zip(bloc.palettes, bloc.rangs, strict=True):
        mine, rank = Palette(palette.colonnes, list(palette.valeurs)), list(former)
        for number, place in places.items():
            cells = zip(palette.colonnes, palette.valeurs[rank[place]], strict=True)
            mine.valeurs.append(tuple(dites[number].get(name, cell) for name, cell in cells))
            rank[place] = len(mine.valeurs) - 1
        palettes.append(mine)
        ranks.append(rank)
    return Bloc(bloc.numeros, palettes, ranks, bloc.ecarts)
