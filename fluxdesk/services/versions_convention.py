"""The versions of a convention, as the journal recorded them, oldest first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from fluxdesk.services.conventions_du_journal import lire_convention
from fluxdesk.services.lots_du_journal import lire_json

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from fluxdesk.domain.convention import Convention
    from fluxdesk.domain.journal import EntreeJournal
    from fluxdesk.services.depots import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionConvention:
    """A convention as an act left it; ``quand`` is UTC."""

    quand: datetime
    auteur: str
    libelle: str
    motif: str
    convention: Convention


def versions(convention_id: int, *, uow: UnitOfWork) -> tuple[VersionConvention, ...]:
    """Each state it was in, the last one being today's; alike states that follow are one.

    Raises:
        IntrouvableError: no such convention.
    """
    with uow:
        uow.conventions.lire(convention_id)
        entries = [e for e in uow.journal.toutes() if "convention" in e.action]
    found: list[VersionConvention] = []
    for entry in entries:
        for image in _images(entry, convention_id):
            state = lire_convention(image)
            if not found or found[-1].convention != state:
                found.append(
                    VersionConvention(
                        quand=entry.quand,
                        auteur=entry.auteur,
                        libelle=entry.libelle,
                        motif=entry.motif,
                        convention=state,
                    )
                )
    return tuple(found)


def _images(entree: EntreeJournal, convention_id: int) -> Iterator[dict[str, Any]]:
    """The images of this convention after the act: alone, or among those of an import."""
    told = lire_json(entree.apres) if entree.apres else {}
    if isinstance(told, dict):
        listed = told.get("conventions", [told] if "avenants" in told else [])
        yield from (image for image in listed if image.get("id") == convention_id)
