"""A table of any origin, given to the importer of the patrimoine as it takes RPLS."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from fluxdesk.domain.cellules import CELLULES
from fluxdesk.domain.rpls_bloc import Bloc, Palette

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from fluxdesk.services.ports import FichierLu, LigneLue, Progress

_LIGNES = 2_000  # of a block
_COLONNES = 6  # neighbours of a palette: few enough to repeat, many enough to be few palettes


class FichierEnBlocs:
    """The lines of a table by blocks (ports.FichierParBlocs)."""

    def __init__(self, lu: FichierLu) -> None:
        self.nom = lu.nom
        self.format = lu.format
        self.encodage = lu.encodage
        self.colonnes = tuple(lu.colonnes)
        self._lignes = lu.lignes

    def blocs(self, progress: Progress) -> Iterator[Bloc]:
        """Every line, in its order; may be asked for again."""
        palettes = [_Rangeur(names) for names in _voisines(self.colonnes)]
        total, rest, done = len(self._lignes), iter(self._lignes), 0
        progress(0, total, "Vérification des lignes")
        while lines := list(islice(rest, _LIGNES)):
            yield _bloc(lines, palettes)
            done += len(lines)
            progress(done, total, "Vérification des lignes")

    def format_final(self, lues: int) -> str:  # noqa: ARG002 - a FichierParBlocs
        """The format: nothing in the file announces a number of lines."""
        return self.format


class _Rangeur:
    """A palette and the rank of each set of cells it holds."""

    def __init__(self, colonnes: tuple[str, ...]) -> None:
        self.palette = Palette(colonnes)
        self._rangs: dict[tuple[str, ...], int] = {}

    def rang(self, ligne: LigneLue) -> int:
        """The rank of the cells of the line, which the palette gains if it had them not."""
        cells = tuple([ligne.champs[name] for name in self.palette.colonnes])
        rank = self._rangs.setdefault(cells, len(self._rangs))
        if rank == len(self.palette.valeurs):
            self.palette.valeurs.append(cells)
        return rank


def _voisines(colonnes: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for start in range(0, len(colonnes), _COLONNES):
        yield tuple(colonnes[start : start + _COLONNES])


def _bloc(lignes: Sequence[LigneLue], rangeurs: Sequence[_Rangeur]) -> Bloc:
    fit = [line for line in lignes if CELLULES not in line.champs]
    return Bloc(
        numeros=[line.numero for line in fit],
        palettes=[one.palette for one in rangeurs],
        rangs=[[one.rang(line) for line in fit] for one in rangeurs],
        ecarts=[(line.numero, line.champs[CELLULES]) for line in lignes if CELLULES in line.champs],
    )
