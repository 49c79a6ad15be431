"""The Vacances list and the time line of a vacancy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from fluxdesk.adapters.db.actes import ETAPES_CLOSES
from fluxdesk.adapters.db.queries.destinataires import noms
from fluxdesk.adapters.db.records_flux import OrientationRecord, VacanceRecord
from fluxdesk.adapters.db.records_patrimoine import LogementRecord
from fluxdesk.adapters.db.texte import mots, plier
from fluxdesk.domain.orientation import ISSUES_ENGAGEES, IssueOrientation, Orientation
from fluxdesk.domain.vacance import CauseLiberation, Qualification, Vacance, etape
from fluxdesk.services.rows import OrientationRow, VacanceRow

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from sqlalchemy import Connection, Row, Select

_L, _V, _O = LogementRecord, VacanceRecord, OrientationRecord


def vacances(connection: Connection, jour: date, texte: str = "") -> list[VacanceRow]:
    """Open steps first, then the oldest congé; only those that hold every word."""
    name = noms(connection)
    words = mots(texte)
    found = []
    for row in connection.execute(_requete()):
        made = _ligne(row, jour, name)
        said = (made.destinataire, made.numero_offre, made.etape.value, made.qualification)
        if all(word in f"{row.recherche} {plier(' '.join(said))}" for word in words):
            found.append(made)
    return sorted(found, key=lambda v: (v.etape in ETAPES_CLOSES, v.date_conge, v.id))


def orientations(connection: Connection, vacance_id: int) -> list[OrientationRow]:
    """Every offer of a vacancy, oldest first."""
    name = noms(connection)
    query = select(_O.__table__).where(_O.vacance_id == vacance_id).order_by(_O.id)
    return [
        OrientationRow(
            id=row.id,
            numero=row.numero,
            vacance_id=row.vacance_id,
            jour=row.jour,
            destinataire=name(row.reservataire_id, row.sous_contingent),
            issue=row.issue,
            echeance=row.echeance,
            derogation=row.derogation,
            motif_issue=row.motif_issue,
        )
        for row in connection.execute(query)
    ]


def _requete() -> Select[*tuple[object, ...]]:
    """Each vacancy with its dwelling and its last offer that was not cancelled."""
    last = (
        select(_O.vacance_id, func.max(_O.id).label("id"))
        .where(_O.issue != IssueOrientation.ANNULEE.value)
        .group_by(_O.vacance_id)
        .subquery()
    )
    return (
        select(
            _V.id,
            _V.logement_id,
            _V.date_conge,
            _V.disponibilite,
            _V.qualification,
            _L.reference,
            _L.adresse_ligne,
            _L.commune_nom,
            _L.typologie,
            _L.financement,
            _L.recherche,
            _O.id.label("orientation_id"),
            _O.numero,
            _O.jour,
            _O.issue,
            _O.echeance,
            _O.reservataire_id,
            _O.sous_contingent,
        )
        .join(_L, _L.id == _V.logement_id)
        .outerjoin(last, last.c.vacance_id == _V.id)
        .outerjoin(_O, _O.id == last.c.id)
    )


def _ligne(
    row: Row[*tuple[object, ...]], jour: date, name: Callable[[int | None, str], str]
) -> VacanceRow:
    issue = IssueOrientation(row.issue) if row.orientation_id else None
    held = issue in ISSUES_ENGAGEES
    return VacanceRow(
        id=row.id,
        logement_id=row.logement_id,
        reference=row.reference,
        adresse=row.adresse_ligne,
        commune=row.commune_nom,
        typologie=row.typologie,
        financement=row.financement,
        etape=etape(_vacance(row), _derniere(row, issue)),
        qualification=row.qualification,
        date_conge=row.date_conge,
        disponibilite=row.disponibilite,
        age_jours=(jour - row.date_conge).days,
        orientation_id=row.orientation_id if held else None,
        destinataire=name(row.reservataire_id, row.sous_contingent) if held else "",
        numero_offre=row.numero if held else "",
        echeance=row.echeance if held else None,
    )


def _vacance(row: Row[*tuple[object, ...]]) -> Vacance:
    """As much of the vacancy as its step depends on."""
    return Vacance(
        logement_id=row.logement_id,
        date_conge=row.date_conge,
        cause=CauseLiberation.CONGE,
        qualification=Qualification(row.qualification),
    )


def _derniere(row: Row[*tuple[object, ...]], issue: IssueOrientation | None) -> Orientation | None:
    """As much of the last offer as the step depends on."""
    if issue is None:
        return None
    return Orientation(
        numero=row.numero,
        vacance_id=row.id,
        jour=row.jour,
        reservataire_id=row.reservataire_id,
        issue=issue,
    )
