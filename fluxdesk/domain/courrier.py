"""A letter that was written: to whom, about what, when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from fluxdesk.domain.gardee import gardee
from fluxdesk.domain.modele_lettre import GenreCourrier


@gardee
@dataclass(frozen=True, slots=True, kw_only=True)
class Courrier:
    """One letter; ``id`` is 0 until recorded.

    ``objet`` is ``kind:id`` (``orientation:12``, ``garantie:3``, ``bilan:4``). ``edite`` is the day
    its file was last written, None while it waits to be printed.
    """

    genre: GenreCourrier
    objet: str
    jour: date
    id: int = 0
    reservataire_id: int | None = None
    edite: date | None = None
