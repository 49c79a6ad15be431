"""Names of those a dwelling is offered to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from fluxdesk.adapters.db.records_flux import (
    ConventionRecord,
    ReservataireRecord,
    SousContingentRecord,
)
from fluxdesk.domain.flux.parties import NOM_BAILLEUR

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection


def noms(connection: Connection) -> Callable[[int | None, str], str]:
    """A function from a réservataire id and a sous-contingent code to the name shown."""
    who = select(ReservataireRecord.id, ReservataireRecord.nom)
    people: dict[int, str] = {row.id: row.nom for row in connection.execute(who)}
    query = (
        select(
            ConventionRecord.reservataire_id, SousContingentRecord.code, SousContingentRecord.nom
        )
        .join(ConventionRecord, ConventionRecord.id == SousContingentRecord.convention_id)
        .order_by(SousContingentRecord.avenant_rang)
    )
    parts = {(row.reservataire_id, row.code): row.nom for row in connection.execute(query)}

    def name(reservataire_id: int | None, code: str) -> str:
        if reservataire_id is None:
            return NOM_BAILLEUR
        whole = people[reservataire_id]
        return f"{whole} ({parts.get((reservataire_id, code), code)})" if code else whole

    return name
