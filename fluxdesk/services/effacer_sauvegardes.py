"""What the backups made before a purge still hold, and their removal, once it was asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fluxdesk.domain.dates import en_lettres
from fluxdesk.domain.typographie import accorde, typographier

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from fluxdesk.services.ports import Base

EFFACER = "sauvegardes.effacer"
PLUSIEURS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class SauvegardesAnciennes:
    """The backups made before ``avant``, newest first, and the folder that holds them."""

    avant: datetime
    instants: tuple[datetime, ...]
    dossier: Path

    def phrase(self) -> str:
        """What the officer is told of them after a purge; empty where there is none."""
        if not self.instants:
            return ""
        last, first = (when.astimezone().date() for when in (self.instants[0], self.instants[-1]))
        days = (
            f"le {en_lettres(last)}"
            if first == last
            else f"entre le {en_lettres(first)} et le {en_lettres(last)}"
        )
        several = len(self.instants) >= PLUSIEURS
        made = accorde(len(self.instants), "sauvegarde faite", "sauvegardes faites")
        hold = "contiennent" if several else "contient"
        return typographier(
            f"{made} avant la purge ({days}) {hold} encore ces personnes, dans le dossier "
            f"« {self.dossier} »."
        )


def sauvegardes_d_avant(instant: datetime, *, base: Base) -> SauvegardesAnciennes:
    """Those made before that instant; reads the folder, writes nothing."""
    older = tuple(when for when in base.sauvegardes() if when < instant)
    return SauvegardesAnciennes(avant=instant, instants=older, dossier=base.dossier_sauvegardes)


def effacer_sauvegardes(instant: datetime, *, base: Base) -> int:
    """Remove those made before that instant, a new one first; how many went.

    Nothing brings them back: the journal tells how many and of which days.

    Raises:
        SauvegardeImpossibleError: the new one cannot be made; none is removed.
        SauvegardeTenueError: one cannot be removed; the journal tells those that were.
    """
    base.sauvegarder()
    gone = 0
    try:
        for _ in base.effacer_sauvegardes(instant):
            gone += 1
    finally:
        if gone:
            _journaliser(gone, instant, base)
    return gone


def _journaliser(nombre: int, instant: datetime, base: Base) -> None:
    removed = accorde(nombre, "sauvegarde effacée", "sauvegardes effacées")
    said = f"{removed}, d’avant la purge du {en_lettres(instant.astimezone().date())}"
    with base.transaction() as uow:
        uow.journal.ecrire(EFFACER, "base:1", said)
        uow.valider()
