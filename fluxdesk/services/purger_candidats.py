"""Remove the candidates that have been kept long enough, or count them first (surete.md §1.3).

Those that an officer set aside go too: nothing serves them any more. The base overwrites what it
deletes (``secure_delete``): no byte of them is left in its file. Backups older than the purge still
hold them (``effacer_sauvegardes``).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from fluxdesk.domain.conservation import Conservation, echues
from fluxdesk.domain.typographie import accorde, typographier
from fluxdesk.services.tenir_fiches import CONSERVATIONS, ActeFiches, inscrire

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from fluxdesk.domain.candidat import Candidat
    from fluxdesk.services.depots import UnitOfWork

PURGER = "candidats.purger"


@dataclass(frozen=True, slots=True, kw_only=True)
class Purge:
    """How many people, of how many offers; ``retires`` is how many of them were set aside."""

    candidats: int
    offres: int
    retires: int = 0


def durees_gardees(*, uow: UnitOfWork) -> Conservation:
    """How long candidates are kept here, inside an open transaction: as chosen, else as usual."""
    return next(iter(uow.conservations.toutes()), Conservation())


def purger_candidats(
    jour: date, *, essai: bool, uow: UnitOfWork, durees: Conservation | None = None
) -> Purge:
    """Remove them, or only count (``essai``); the journal says how many, never who.

    ``durees`` other than those kept are kept from then on; None is those kept.
    """
    with uow:
        known = durees_gardees(uow=uow)
        wanted = replace(durees, id=known.id) if durees is not None else known
        found = list(_a_purger(jour, wanted, uow))
        result = Purge(
            candidats=len(found),
            offres=len({candidat.orientation_id for candidat in found}),
            retires=sum(candidat.retire is not None for candidat in found),
        )
        if not essai and (found or wanted != known):
            _garder(known, wanted, uow=uow)
            for candidat in found:
                uow.candidats.effacer(candidat.id)
            if found:
                uow.journal.ecrire(PURGER, "candidats:0", dire_purge(result))
            uow.valider()
    return result


def dire_purge(purge: Purge) -> str:
    """« Purge : 5 candidats effacés, de 2 offres, dont 1 retiré »."""
    who = accorde(purge.candidats, "candidat effacé", "candidats effacés")
    aside = f", dont {accorde(purge.retires, 'retiré')}" if purge.retires else ""
    return typographier(f"Purge : {who}, de {accorde(purge.offres, 'offre')}{aside}")


def _garder(connues: Conservation, voulues: Conservation, *, uow: UnitOfWork) -> None:
    """Keep how long was chosen for the next time."""
    if voulues != connues:
        said = (
            f"Conservation des candidats : locataires {voulues.locataires} mois après le bail, "
            f"autres {voulues.autres} mois après la fin de l’offre"
        )
        before = [connues] if connues.id else []
        inscrire(CONSERVATIONS, ActeFiches(libelle=said, avant=before, apres=[voulues]), uow=uow)


def _a_purger(jour: date, durees: Conservation, uow: UnitOfWork) -> Iterator[Candidat]:
    for offre in uow.orientations.toutes():
        if echues(offre, durees, jour):
            yield from uow.candidats.de_l_orientation(offre.id)
        yield from uow.candidats.retires(offre.id)
