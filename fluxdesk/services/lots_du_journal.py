"""What an import wrote in the journal: what it takes to undo it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from fluxdesk.domain.erreurs import FluxDeskError, IntrouvableError
from fluxdesk.domain.typographie import typographier

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fluxdesk.domain.journal import EntreeJournal
    from fluxdesk.services.depots import UnitOfWork


class LotToucheError(FluxDeskError):
    """Something that the import brought was changed, or used, since."""

    def __init__(self, lot: int, pourquoi: str) -> None:
        super().__init__(f"L’import n° {lot} ne peut pas être annulé : {pourquoi}.")


def entree_du_lot(action: str, lot: int, *, uow: UnitOfWork) -> EntreeJournal:
    """The entry of that import, inside an open transaction.

    Raises:
        IntrouvableError: no import of that kind has this number.
    """
    wanted = (action, f"lot:{lot}")
    for entree in uow.journal.toutes():
        if (entree.action, entree.objet) == wanted:
            return entree
    what = "L’import"
    raise IntrouvableError(what, lot)


def lire_json(texte: str) -> Mapping[str, Any]:
    """A value that the journal keeps."""
    found: Mapping[str, Any] = json.loads(texte)
    return found


def journaliser_annulation(
    lot: int, dit: str, *, apres: object, motif: str, uow: UnitOfWork
) -> None:
    """Tell in the journal that the import was undone; ``dit`` says what went."""
    uow.journal.ecrire(
        "import.annuler",
        f"lot:{lot}",
        typographier(f"Import n° {lot} annulé : {dit}"),
        apres=apres,
        motif=motif,
    )
