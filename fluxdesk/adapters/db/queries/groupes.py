"""Dwellings counted by what conventions and their targets tell apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import exists, func, null, or_, select

from fluxdesk.adapters.db.records_flux import OrientationRecord, VacanceRecord
from fluxdesk.adapters.db.records_patrimoine import LogementRecord
from fluxdesk.domain.logement import EtatLogement
from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.domain.vacance import Qualification
from fluxdesk.services.rows import GroupeRow

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import ColumnElement, Connection, Select

_L, _V, _O = LogementRecord, VacanceRecord, OrientationRecord
_AXES = (
    _L.commune,
    _L.epci,
    _L.departement,
    _L.qpv,
    _L.typologie,
    _L.financement,
    _L.annee_construction,
    _L.programme,
    _L.qpv_code,
)


def liberations(connection: Connection, depuis: date) -> list[GroupeRow]:
    """Dwellings of the vacancies in the flux since that day.

    A first letting counts once it is offered in the flux: never where it is counted apart.
    """
    offered = (
        exists()
        .where(_O.vacance_id == _V.id, _O.issue != IssueOrientation.ANNULEE.value)
        .where(*(_faux(flag) for flag in ("$.hors_registre", "$.a_part")))
    )
    query = (
        select(*_AXES, func.count().label("nombre"), func.min(_V.date_conge).label("premier"))
        .join(_V, _V.logement_id == _L.id)
        .where(_V.qualification == Qualification.FLUX.value, _V.date_conge >= depuis)
        .where(or_(func.json_extract(_V.suivi, "$.programme_id").is_(None), offered))
    )
    return _lignes(connection, query)


def _faux(drapeau: str) -> ColumnElement[bool]:
    """A mark of the offer that is not set; old offers have none."""
    return func.coalesce(func.json_extract(_O.suivi, drapeau), 0) == 0


def parc(connection: Connection) -> list[GroupeRow]:
    """Dwellings that still belong to the patrimoine."""
    query = select(*_AXES, func.count().label("nombre"), null().label("premier")).where(
        _L.etat == EtatLogement.ACTIF.value
    )
    return _lignes(connection, query)


def _lignes(connection: Connection, query: Select[*tuple[object, ...]]) -> list[GroupeRow]:
    rows = connection.execute(query.group_by(*_AXES).order_by(*_AXES))
    return [GroupeRow(**row._mapping) for row in rows]  # noqa: SLF001 - its public name
