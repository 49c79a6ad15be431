"""The journal: one entry an action, each chained to the one before by its hash."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

GENESE = "0" * 64


@dataclass(frozen=True, slots=True, kw_only=True)
class EntreeJournal:
    """One action. ``quand`` is UTC; ``avant`` and ``apres`` are JSON texts or empty.

    ``objet`` is ``kind:id`` such as ``orientation:12``. ``empreinte`` is the SHA-256 of the
    entry and of ``precedent``; a changed or missing entry breaks every later one.
    """

    numero: int
    quand: datetime
    auteur: str
    action: str
    objet: str
    libelle: str
    avant: str = ""
    apres: str = ""
    motif: str = ""
    precedent: str = GENESE
    empreinte: str = ""


def empreinte(entree: EntreeJournal) -> str:
    """SHA-256, in hexadecimal, of everything the entry says and of the hash before it."""
    told = (
        entree.precedent,
        entree.numero,
        entree.quand.isoformat(),
        entree.auteur,
        entree.action,
        entree.objet,
        entree.libelle,
        entree.avant,
        entree.apres,
        entree.motif,
    )
    return hashlib.sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()


def premiere_rupture(entrees: Iterable[EntreeJournal]) -> int | None:
    """Number of the first entry that does not follow the one before it; None if all do."""
    previous = GENESE
    for expected, entree in enumerate(entrees, start=1):
        follows = entree.numero == expected and entree.precedent == previous
        if not follows or entree.empreinte != empreinte(entree):
            return expected
        previous = entree.empreinte
    return None
