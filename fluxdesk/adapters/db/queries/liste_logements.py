"""The Patrimoine list: ids in order first, then the rows in view."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import case, func, select

from fluxdesk.adapters.db.records_patrimoine import LogementRecord
from fluxdesk.adapters.db.texte import cle_de_tri, mots
from fluxdesk.domain.logement import Programme, modalite_qpv, periode_construction
from fluxdesk.services.rows import LogementRow, ProgrammeRow, TriLogements

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import ColumnElement, Connection, Table

    from fluxdesk.services.rows import FiltreLogements

_T: Table = LogementRecord.metadata.tables["logement"]
_PAQUET = 1000
_TRIS = {
    TriLogements.REFERENCE: _T.c.tri_reference,
    TriLogements.PROGRAMME: _T.c.tri_programme,
    TriLogements.ADRESSE: _T.c.tri_adresse,
    TriLogements.COMMUNE: _T.c.tri_commune,
    TriLogements.TYPOLOGIE: _T.c.tri_typologie,
    TriLogements.SURFACE: _T.c.surface,
    TriLogements.FINANCEMENT: _T.c.tri_financement,
    TriLogements.QPV: _T.c.tri_qpv,
    TriLogements.PERIODE: _T.c.annee_construction,
    TriLogements.LOYER: _T.c.loyer,
}
_MONTRE = (
    _T.c.id, _T.c.reference, _T.c.programme, _T.c.adresse_ligne, _T.c.commune_nom,
    _T.c.typologie, _T.c.surface, _T.c.etage, _T.c.financement, _T.c.qpv,
    _T.c.annee_construction, _T.c.dpe, _T.c.loyer, _T.c.commune,
)  # fmt: skip


def ids_logements(connection: Connection, filtre: FiltreLogements) -> list[int]:
    """Ids of the dwellings that hold every word, sorted; unknown values last either way.

    ``instr`` rather than LIKE: an officer may type ``100%``. The id makes the order total.
    """
    column = _tri(filtre)
    query = select(_T.c.id)
    for word in mots(filtre.texte):
        query = query.where(func.instr(_T.c.recherche, word) > 0)
    if (wanted := filtre.programme) is not None:
        query = query.where(_T.c.programme == wanted.nom, _T.c.commune == wanted.commune)
    unknown = column.is_(None) | (column == "~")
    ordered = column.desc() if filtre.decroissant else column
    return list(connection.scalars(query.order_by(unknown, ordered, _T.c.id)))


def communes(connection: Connection) -> list[str]:
    """The INSEE codes that dwellings declare, each once."""
    return list(connection.scalars(select(_T.c.commune).distinct()))


def _tri(filtre: FiltreLogements) -> ColumnElement[Any]:
    column = _TRIS[filtre.tri]
    if filtre.tri is not TriLogements.COMMUNE or not filtre.communes:
        return column
    today = {code: cle_de_tri(name) for code, name in filtre.communes}
    return case(today, value=_T.c.commune, else_=column)


def programmes(connection: Connection) -> list[ProgrammeRow]:
    """Programmes that have a name, in alphabetical order, then by commune."""
    name, place = _T.c.programme, _T.c.commune
    query = (
        select(name, place, func.max(_T.c.commune_nom).label("nom"), func.count().label("nombre"))
        .where(name != "")
        .group_by(name, place)
        .order_by(func.min(_T.c.tri_programme), name, place)
    )
    return [
        ProgrammeRow(
            programme=Programme(nom=row.programme, commune=row.commune),
            nom_commune=row.nom,
            logements=row.nombre,
        )
        for row in connection.execute(query)
    ]


def logements(connection: Connection, ids: Sequence[int]) -> list[LogementRow]:
    """The rows of these dwellings, in the order of the ids; one that is gone is left out."""
    found: dict[int, LogementRow] = {}
    for start in range(0, len(ids), _PAQUET):
        query = select(*_MONTRE).where(_T.c.id.in_(ids[start : start + _PAQUET]))
        for row in connection.execute(query):
            found[row.id] = LogementRow(
                id=row.id,
                reference=row.reference,
                programme=row.programme,
                adresse=row.adresse_ligne,
                commune=row.commune_nom,
                typologie=row.typologie,
                surface=row.surface,
                etage=row.etage,
                financement=row.financement,
                qpv=modalite_qpv(row.qpv),
                periode=periode_construction(row.annee_construction),
                dpe=row.dpe,
                loyer=row.loyer,
                code_commune=row.commune,
            )
    return [found[ident] for ident in ids if ident in found]
