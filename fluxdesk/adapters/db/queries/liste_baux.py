"""Leases by the day their years run from: counted on an index alone, listed page by page.

Days are texts that sort, as the base keeps them: ``2021-03`` is counted from ``2021-03-01``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Integer, String, case, cast, func, select, true

from fluxdesk.adapters.db.records_patrimoine import ExamenOccupationRecord, LogementRecord
from fluxdesk.adapters.db.texte import mots
from fluxdesk.domain.examen_occupation import EtatBail
from fluxdesk.domain.logement import EtatLogement
from fluxdesk.services.rows_baux import BailRow, CompteBaux

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection, Select, Table

    from fluxdesk.services.rows_baux import FiltreBaux

_T: Table = LogementRecord.metadata.tables["logement"]
_E: Table = ExamenOccupationRecord.metadata.tables["examen_occupation"]
_EXAMENS = (
    select(_E.c.logement_id, func.max(_E.c.jour).label("jour"))
    .group_by(_E.c.logement_id)
    .subquery()
)
_EXAMEN = func.coalesce(cast(_EXAMENS.c.jour, String), "")
_DEPUIS = func.max(func.substr(_T.c.bail + "-01", 1, 10), _EXAMEN)  # of two values: no aggregate
_JAMAIS = "-01"  # what an unknown lease gives


def comptes_baux(connection: Connection, filtre: FiltreBaux) -> list[CompteBaux]:
    """How many leases there are of each state, by commune.

    Known leases are counted on their index; those that nobody told need the whole table.
    """
    found: list[CompteBaux] = []
    for known in (True, False):
        asked = filtre.etat in {None, EtatBail.INCONNU} and not filtre.dates
        if known or asked or _sans_bail_examines(connection):
            found += _compter(connection, filtre, connus=known)
    return found


def baux(connection: Connection, filtre: FiltreBaux) -> list[BailRow]:
    """Those that wait longest first, unknown leases last."""
    state = _etat(filtre)
    query = select(
        _T.c.id, _T.c.reference, _T.c.programme, _T.c.adresse_ligne, _T.c.commune_nom,
        _T.c.commune, _T.c.typologie, _T.c.bail, _EXAMENS.c.jour.label("examen"),
    )  # fmt: skip
    query = _gardes(query, filtre)
    if filtre.etat is not None:
        query = query.where(state == filtre.etat.value)
        if filtre.etat is EtatBail.A_EXAMINER and not _sans_bail_examines(connection):
            query = query.where(_T.c.bail != "")
    order = (state == EtatBail.INCONNU.value, _DEPUIS, _T.c.tri_commune, _T.c.id)
    return [
        BailRow(
            id=row.id,
            reference=row.reference,
            programme=row.programme,
            adresse=row.adresse_ligne,
            commune=row.commune_nom,
            code_commune=row.commune,
            typologie=row.typologie,
            bail=row.bail,
            examen=row.examen,
        )
        for row in connection.execute(query.order_by(*order).limit(filtre.limite))
    ]


def _compter(connection: Connection, filtre: FiltreBaux, *, connus: bool) -> list[CompteBaux]:
    """Few sums a commune, in the order of the index: nothing is sorted, no dwelling is read."""
    limits = (filtre.echu.isoformat(), filtre.proche.isoformat())
    told = true() if connus else _DEPUIS != _JAMAIS
    due, soon = (func.sum(cast(told & (day >= _DEPUIS), Integer)) for day in limits)
    dated = func.sum(cast(told, Integer))
    query = _gardes(select(_T.c.commune, due, soon, dated, func.count()), filtre)
    query = query.where(_T.c.bail != "" if connus else _T.c.bail == "")
    found: list[CompteBaux] = []
    for commune, past, near, known, whole in connection.execute(query.group_by(_T.c.commune)):
        counts = (past, near - past, known - near, whole - known)
        found += [
            CompteBaux(commune=commune, etat=state, nombre=number)
            for state, number in zip(EtatBail, counts, strict=True)
            if number and filtre.etat in {None, state}
        ]
    return found


def _sans_bail_examines(connection: Connection) -> bool:
    """Whether a dwelling whose lease nobody told was examined all the same."""
    query = select(_E.c.id).join(_T, _T.c.id == _E.c.logement_id).where(_T.c.bail == "").limit(1)
    return connection.scalar(query) is not None


def _etat(filtre: FiltreBaux) -> ColumnElement[str]:
    due, soon = filtre.echu.isoformat(), filtre.proche.isoformat()
    return case(
        (_DEPUIS == _JAMAIS, EtatBail.INCONNU.value),
        (due >= _DEPUIS, EtatBail.A_EXAMINER.value),
        (soon >= _DEPUIS, EtatBail.BIENTOT.value),
        else_=EtatBail.A_JOUR.value,
    )


def _gardes(query: Select[*tuple[Any, ...]], filtre: FiltreBaux) -> Select[*tuple[Any, ...]]:
    """What a filter keeps beside its state."""
    query = query.outerjoin(_EXAMENS, _EXAMENS.c.logement_id == _T.c.id)
    query = query.where(_T.c.etat == EtatLogement.ACTIF.value)
    if filtre.quittes:
        query = query.where(_T.c.id.not_in(sorted(filtre.quittes)))
    if filtre.communes is not None:
        query = query.where(_T.c.commune.in_(sorted(filtre.communes)))
    for word in mots(filtre.texte):
        query = query.where(func.instr(_T.c.recherche, word) > 0)
    return query
