"""Rows of a big sheet, kept packed and opened a block at a time, when they are asked for."""

from __future__ import annotations

import marshal
from abc import abstractmethod
from collections.abc import Sequence
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any, TypeAlias, overload

from typing_extensions import override

from fluxdesk.adapters.sheets.classeur_enfant import JOUR, MOMENT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fluxdesk.domain.tableau_lu import Cellule

Ligne: TypeAlias = "Sequence[Cellule]"


class LignesParBlocs(Sequence["Sequence[Cellule]"]):
    """Rows in blocks of one size, the last one shorter; the last block opened stays open."""

    def __init__(self, longueur: int, par_bloc: int) -> None:
        self._longueur = longueur
        self._par_bloc = par_bloc
        self._ouvert: tuple[int, Sequence[Ligne]] = (-1, ())

    @abstractmethod
    def _ouvrir(self, bloc: int) -> Sequence[Ligne]:
        """The rows of one block."""

    @override
    def __len__(self) -> int:
        return self._longueur

    @overload
    def __getitem__(self, index: int) -> Ligne: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Ligne]: ...
    @override
    def __getitem__(self, index: int | slice) -> Ligne | Sequence[Ligne]:
        if isinstance(index, slice):
            return [self[place] for place in range(*index.indices(self._longueur))]
        place = index + self._longueur if index < 0 else index
        if not 0 <= place < self._longueur:
            raise IndexError(index)
        bloc, within = divmod(place, self._par_bloc)
        return self._bloc(bloc)[within]

    @override
    def __iter__(self) -> Iterator[Ligne]:
        for bloc in range(-(-self._longueur // self._par_bloc)):
            yield from self._bloc(bloc)

    def _bloc(self, bloc: int) -> Sequence[Ligne]:
        known, rows = self._ouvert
        if bloc != known:
            rows = self._ouvrir(bloc)
            self._ouvert = (bloc, rows)
        return rows


class LignesDeClasseur(LignesParBlocs):
    """Rows of a sheet as the child process packed them; ``decalage`` empty cells come before."""

    def __init__(
        self, blocs: Sequence[bytes], *, longueur: int, par_bloc: int, decalage: int = 0
    ) -> None:
        super().__init__(longueur, par_bloc)
        self._blocs = blocs
        self._avant = [(None,) * par_bloc] * decalage

    @override
    def _ouvrir(self, bloc: int) -> Sequence[Ligne]:
        days, timed, columns = marshal.loads(self._blocs[bloc])  # noqa: S302 - of our own child
        for index in days:
            columns[index] = tuple(map(date.fromordinal, columns[index]))
        for index in timed:
            columns[index] = tuple(map(_depaquete, columns[index]))
        return list(zip(*self._avant, *columns, strict=False))


def _depaquete(cellule: Any) -> Cellule:  # noqa: ANN401 - what the child may have sent
    if not isinstance(cellule, tuple):
        return cellule  # type: ignore[no-any-return]
    kind, text = cellule
    if kind == JOUR:
        return date.fromisoformat(text)
    return datetime.fromisoformat(text) if kind == MOMENT else time.fromisoformat(text)
