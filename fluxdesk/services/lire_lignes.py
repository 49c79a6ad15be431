"""The loop of the importers of tables: each line read, the faulty one refused alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from fluxdesk.domain.cellules import Cellules, LigneRefuseeError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from fluxdesk.domain.rapport import RefusLigne
    from fluxdesk.services.ports import FichierLu, Progress

    T = TypeVar("T")

_PAS = 200  # lines between two words of the progress: a cancel waits for no more
_QUOI = "Lecture des lignes"


def lire_lignes(
    lu: FichierLu, lire: Callable[[Cellules], object], progress: Progress
) -> tuple[list[RefusLigne], list[RefusLigne]]:
    """Hand each line to ``lire``, in the order of the file; refusals and warnings.

    Raises:
        AnnuleError: the officer stopped.
    """
    refused: list[RefusLigne] = []
    warned: list[RefusLigne] = []

    def read(cellules: Cellules) -> None:
        try:
            cellules.verifier_decoupage()
            lire(cellules)
        finally:
            warned.extend(cellules.avertissements)

    lines = (Cellules(line.numero, line.champs) for line in lu.lignes)
    refuser_seules(_suivies(lines, len(lu.lignes), progress), read, refused)
    return refused, warned


def refuser_seules(
    choses: Iterable[T], faire: Callable[[T], object], refus: list[RefusLigne]
) -> None:
    """Do it with each; what a line is refused for joins ``refus`` and stops no other."""
    for chose in choses:
        try:
            faire(chose)
        except LigneRefuseeError as error:
            refus.append(error.refus)


def _suivies(lignes: Iterable[Cellules], total: int, progress: Progress) -> Iterable[Cellules]:
    for rank, cellules in enumerate(lignes):
        if rank % _PAS == 0:
            progress(rank, total, _QUOI)
        yield cellules
