"""Keep what an import did with its number, and read it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxdesk.domain.profil import Genre
from fluxdesk.domain.rapport_prive import sans_valeurs

if TYPE_CHECKING:
    from fluxdesk.domain.rapport import RapportImport
    from fluxdesk.services.depots import UnitOfWork


def garder_rapport(rapport: RapportImport, *, genre: Genre, uow: UnitOfWork) -> None:
    """Keep the whole report of an import; one that wrote nothing has no number, and is not kept.

    The report of a file of candidates is kept without the cells it quotes.
    """
    if not rapport.lot:
        return
    with uow:
        uow.lots.clore(sans_valeurs(rapport) if genre is Genre.CANDIDATS else rapport)
        uow.valider()


def lire_rapport(lot: int, *, uow: UnitOfWork) -> RapportImport:
    """The report of that import.

    Raises:
        IntrouvableError: no import has this number, or it kept no report.
    """
    with uow:
        return uow.lots.lire(lot)
