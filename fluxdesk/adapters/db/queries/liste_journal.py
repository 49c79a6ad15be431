"""The Journal list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import exists, func, select
from sqlalchemy.orm import aliased

from fluxdesk.adapters.db.records import JournalRecord
from fluxdesk.adapters.db.texte import mots
from fluxdesk.services.annuler_action import ANNULATIONS, SANS_LOT
from fluxdesk.services.rows import JournalRow

if TYPE_CHECKING:
    from sqlalchemy import Connection

_J = JournalRecord


def journal(connection: Connection, texte: str = "", limite: int = 2000) -> list[JournalRow]:
    """Newest first; only entries that hold every word."""
    later = aliased(JournalRecord)
    undone = exists().where(
        later.objet == _J.objet,
        later.numero > _J.numero,
        later.action.in_(ANNULATIONS.values()),
    )
    query = select(
        _J.numero,
        _J.quand,
        _J.auteur,
        _J.action,
        _J.objet,
        _J.libelle,
        _J.motif,
        (_J.action.in_(ANNULATIONS) & (_J.objet != SANS_LOT) & ~undone).label("annulable"),
    )
    for word in mots(texte):
        query = query.where(func.instr(_J.recherche, word) > 0)
    found = connection.execute(query.order_by(_J.numero.desc()).limit(limite))
    return [JournalRow(**row._mapping) for row in found]  # noqa: SLF001 - its public name
