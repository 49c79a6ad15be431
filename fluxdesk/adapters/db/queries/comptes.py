"""Counts: years of bilan, dwellings taken out of the flux, what the base holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from fluxdesk.adapters.db.records_flux import OrientationRecord, VacanceRecord
from fluxdesk.adapters.db.records_patrimoine import LogementRecord
from fluxdesk.domain.vacance import RETIREE

if TYPE_CHECKING:
    from sqlalchemy import Connection


def annees_de_bilan(connection: Connection) -> list[int]:
    """Years in which something of a vacancy not withdrawn counts, newest first.

    An offer of December that is let in January is in the bilans of both years.
    """
    stands = VacanceRecord.observation != RETIREE
    of_offers = (
        OrientationRecord.jour,
        OrientationRecord.date_attribution,
        OrientationRecord.date_bail,
        OrientationRecord.date_issue,
    )
    freed = select(VacanceRecord.date_conge).where(stands)
    years = {day.year for day in connection.scalars(freed)}
    acts = (
        select(*of_offers)
        .join(VacanceRecord, VacanceRecord.id == OrientationRecord.vacance_id)
        .where(stands)
    )
    years |= {day.year for row in connection.execute(acts) for day in row if day is not None}
    return sorted(years, reverse=True)


def nombres(connection: Connection) -> tuple[int, int]:
    """Dwellings and vacancies in the base."""
    dwellings = select(func.count()).select_from(LogementRecord)
    vacancies = (
        select(func.count()).select_from(VacanceRecord).where(VacanceRecord.observation != RETIREE)
    )
    return connection.scalar(dwellings) or 0, connection.scalar(vacancies) or 0
