"""Remove the candidates that have been kept long enough, or count them first (surete.md §1.3).

The base overwrites what it deletes (``secure_delete``): no byte of them is left in its file.
Backups older than the purge still hold them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fluxdesk.domain.conservation import Conservation, echues
from fluxdesk.domain.typographie import accorde, typographier

if TYPE_CHECKING:
    from datetime import date

    from fluxdesk.domain.candidat import Candidat
    from fluxdesk.services.depots import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class Purge:
    """How many people, of how many offers."""

    candidats: int
    offres: int


def purger_candidats(
    jour: date, *, essai: bool, uow: UnitOfWork, durees: Conservation | None = None
) -> Purge:
    """Remove them, or only count (``essai``); the journal says how many, never who."""
    with uow:
        found = _a_purger(jour, durees or Conservation(), uow)
        result = Purge(
            candidats=len(found), offres=len({candidat.orientation_id for candidat in found})
        )
        if found and not essai:
            for candidat in found:
                uow.candidats.retirer(candidat.id)
            uow.journal.ecrire("candidats.purger", "candidats:0", _dit(result))
            uow.valider()
    return result


def _a_purger(jour: date, durees: Conservation, uow: UnitOfWork) -> list[Candidat]:
    return [
        candidat
        for offre in uow.orientations.toutes()
        if echues(offre, durees, jour)
        for candidat in uow.candidats.de_l_orientation(offre.id)
    ]


def _dit(purge: Purge) -> str:
    who = accorde(purge.candidats, "candidat effacé", "candidats effacés")
    return typographier(
        f"Purge : {who}, de {accorde(purge.offres, 'offre close', 'offres closes')}"
    )
