"""The Vacances list and the time line of a vacancy."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, TypeAlias

from sqlalchemy import and_, exists, not_, or_, select

from fluxdesk.adapters.db.queries.destinataires import noms
from fluxdesk.adapters.db.records_flux import OrientationRecord, VacanceRecord
from fluxdesk.adapters.db.records_imports import DroitStockRecord
from fluxdesk.adapters.db.records_patrimoine import LogementRecord
from fluxdesk.adapters.db.texte import mots, plier
from fluxdesk.domain.droit_stock import IDENTIFIES
from fluxdesk.domain.offres import principale
from fluxdesk.domain.orientation import (
    ISSUES_ENGAGEES,
    ISSUES_RENDUES,
    IssueOrientation,
    Orientation,
)
from fluxdesk.domain.typographie import accorde
from fluxdesk.domain.vacance import (
    RETIREE,
    CauseLiberation,
    Etape,
    Qualification,
    Vacance,
    etape,
)
from fluxdesk.services.rows import OrientationRow, VacanceRow

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from sqlalchemy import ColumnElement, Connection, Row, Select

    _Ligne: TypeAlias = Row[*tuple[object, ...]]
    _Nom: TypeAlias = Callable[[int | None, str], str]

_L, _V, _O, _D = LogementRecord, VacanceRecord, OrientationRecord, DroitStockRecord


def vacances(connection: Connection, jour: date, texte: str = "") -> list[VacanceRow]:
    """Open steps first, then the oldest congé; only those that hold every word."""
    name = noms(connection)
    words = mots(texte)
    found = []
    rows = connection.execute(_requete())
    for _, group in groupby(rows, key=attrgetter("id")):
        made, said = _ligne(list(group), jour, name)
        if all(word in said for word in words):
            found.append(made)
    return sorted(found, key=lambda v: (v.close, v.date_conge, v.id))


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
    """Each vacancy that stands, once for each offer that holds it or waits for an answer."""
    held = _O.issue.in_([issue.value for issue in ISSUES_ENGAGEES])
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
            _attend_son_titulaire().label("au_titulaire"),
        )
        .join(_L, _L.id == _V.logement_id)
        .outerjoin(_O, (_O.vacance_id == _V.id) & held)
        .where(_V.observation != RETIREE)
        .order_by(_V.id, _O.id)
    )


def _attend_son_titulaire() -> ColumnElement[bool]:
    """Whether an identified right holds the dwelling in stock, and its holder kept it."""
    held = exists().where(
        _D.logement_id == _V.logement_id,
        _D.nature.in_([nature.value for nature in IDENTIFIES]),
        or_(_D.fin.is_(None), _D.fin >= _V.date_conge),
    )
    given = _O.__table__.alias("rendue")
    back = exists().where(
        given.c.vacance_id == _V.id, given.c.issue.in_([issue.value for issue in ISSUES_RENDUES])
    )
    return and_(_V.qualification == Qualification.STOCK.value, held, not_(back))


def _ligne(rows: list[_Ligne], jour: date, name: _Nom) -> tuple[VacanceRow, str]:
    """The row of one vacancy, and the words it answers to."""
    row = rows[0]
    offers = [_offre(r) for r in rows if r.orientation_id]
    first = principale(offers)
    stage = etape(_vacance(row), [o.issue for o in offers])
    made = VacanceRow(
        id=row.id,
        logement_id=row.logement_id,
        reference=row.reference,
        adresse=row.adresse_ligne,
        commune=row.commune_nom,
        typologie=row.typologie,
        financement=row.financement,
        etape=stage,
        qualification=row.qualification,
        date_conge=row.date_conge,
        disponibilite=row.disponibilite,
        age_jours=(jour - row.date_conge).days,
        orientation_id=first.id if first else None,
        destinataire=_destinataire(first, offers, name) if first else "",
        numero_offre=first.numero if first else "",
        echeance=first.echeance if first else None,
        au_titulaire=bool(row.au_titulaire) and stage is Etape.HORS_FLUX,
    )
    held = [name(o.reservataire_id, o.sous_contingent) for o in offers]
    numbers = [o.numero for o in offers]
    said = " ".join((made.etape.value, made.qualification, *held, *numbers))
    return made, f"{row.recherche} {plier(said)}"


def _destinataire(first: Orientation, offers: list[Orientation], name: _Nom) -> str:
    """Who holds the dwelling; while nobody does, the first to answer and how many others."""
    who = name(first.reservataire_id, first.sous_contingent)
    waiting = sum(1 for o in offers if o.issue is first.issue is IssueOrientation.EN_COURS) - 1
    return f"{who} et {accorde(waiting, 'autre')}" if waiting > 0 else who


def _vacance(row: _Ligne) -> Vacance:
    """As much of the vacancy as its step depends on."""
    return Vacance(
        logement_id=row.logement_id,
        date_conge=row.date_conge,
        cause=CauseLiberation.CONGE,
        qualification=Qualification(row.qualification),
    )


def _offre(row: _Ligne) -> Orientation:
    """As much of an offer as the row depends on."""
    return Orientation(
        id=row.orientation_id,
        numero=row.numero,
        vacance_id=row.id,
        jour=row.jour,
        reservataire_id=row.reservataire_id,
        sous_contingent=row.sous_contingent,
        echeance=row.echeance,
        issue=IssueOrientation(row.issue),
    )
