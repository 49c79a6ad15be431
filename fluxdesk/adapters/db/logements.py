"""Dwellings of one session: in bulk, past the ORM, since there are thousands of them."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from sqlalchemy import func, or_, select

from fluxdesk.adapters.db.logement_colonnes import COLONNES, en_colonne, vers_logement
from fluxdesk.adapters.db.logement_ecriture import dater, ecraser, inserer, retenir
from fluxdesk.adapters.db.logement_masse import Versement
from fluxdesk.adapters.db.records_patrimoine import LogementRecord
from fluxdesk.domain.erreurs import IntrouvableError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from sqlalchemy import Table
    from sqlalchemy.orm import Session

    from fluxdesk.adapters.db.depot import Estampille
    from fluxdesk.domain.logement import Logement, ValeurPlate
    from fluxdesk.services.depots import Arrivage
    from fluxdesk.services.ports import Progress

_PAQUET = 2000
_QUOI = "Le logement"
_TABLE: Table = LogementRecord.metadata.tables["logement"]
_ENTIER = (_TABLE.c.id, *(_TABLE.c[name] for name in COLONNES))


class SqlLogements:
    """Satisfies ``ports.Logements``."""

    def __init__(self, session: Session, estampille: Estampille) -> None:
        self._session = session
        self._estampille = estampille

    def lire(self, logement_id: int) -> Logement:
        """Raises IntrouvableError."""
        query = select(*_ENTIER).where(_TABLE.c.id == logement_id)
        row = self._session.execute(query).one_or_none()
        if row is None:
            raise IntrouvableError(_QUOI, logement_id)
        return vers_logement(row)

    def trouver(self, reference: str) -> Logement | None:
        """By stable key, else RPLS id, else the landlord's own id."""
        if not reference:
            return None
        keys = (_TABLE.c.cle, _TABLE.c.id_rpls, _TABLE.c.id_interne)
        query = (
            select(*_ENTIER)
            .where(or_(*(key == reference for key in keys)))
            .order_by(*((key == reference).desc() for key in keys), _TABLE.c.id)
            .limit(1)
        )
        row = self._session.execute(query).one_or_none()
        return vers_logement(row) if row else None

    def tous(self) -> Iterator[Logement]:
        """Every dwelling, by id; dwellings may be written meanwhile."""
        last = 0
        while True:
            query = select(*_ENTIER).where(_TABLE.c.id > last).order_by(_TABLE.c.id)
            rows = self._session.execute(query.limit(_PAQUET)).all()
            if not rows:
                return
            yield from map(vers_logement, rows)
            last = rows[-1].id

    def reperes(self) -> Iterator[tuple[int, str, str, str]]:
        """Id, key, RPLS id and landlord's id of every dwelling, by id."""
        names = (_TABLE.c.id, _TABLE.c.cle, _TABLE.c.id_rpls, _TABLE.c.id_interne)
        rows = self._session.execute(select(*names).order_by(_TABLE.c.id))
        return ((row[0], row[1], row[2], row[3]) for row in rows)

    def valeurs(
        self, ids: Sequence[int], champs: Sequence[str]
    ) -> Mapping[int, tuple[ValeurPlate, ...]]:
        """These flat values of these dwellings, by id."""
        names = ", ".join(map(en_colonne, champs))
        marks = ", ".join("?" * len(ids))
        query = f"SELECT id, {names} FROM logement WHERE id IN ({marks})"  # noqa: S608 - names of columns
        rows = self._session.connection().exec_driver_sql(query, tuple(ids))
        return {row[0]: tuple(row[1:]) for row in rows}

    def inserer(self, arrivage: Arrivage, lot: Callable[[], int], progress: Progress) -> None:
        """Insert by the thousand; ``lot`` is asked for at the first packet."""
        Versement(self._session, self._estampille, self._prochain_id()).verser(
            arrivage, lot, progress
        )

    def ajouter(self, logements: Iterable[Logement], lot: int) -> None:
        """Insert, in bulk; the lot remembers them for undoing."""
        ident = self._prochain_id()
        for batch in _paquets(logements):
            numbered = dict(enumerate(batch, start=ident))
            inserer(self._session, self._estampille, numbered)
            retenir(self._session, lot, dict.fromkeys(numbered))
            ident += len(batch)

    def modifier(self, logements: Iterable[Logement], lot: int) -> None:
        """Overwrite by id, in bulk; the lot remembers what stood before."""
        for batch in _paquets(logements):
            ids = [item.id for item in batch]
            rows = self._session.execute(select(*_ENTIER).where(_TABLE.c.id.in_(ids)))
            before = {row.id: dict(row._mapping) for row in rows}  # noqa: SLF001 - its public name
            missing = next((item.id for item in batch if item.id not in before), None)
            if missing is not None:
                raise IntrouvableError(_QUOI, missing)
            retenir(self._session, lot, before)
            ecraser(self._session, self._estampille, batch)

    def noter_bail(self, logement_id: int, bail: str) -> None:
        """Set the lease alone, out of any lot.

        Raises:
            IntrouvableError: there is no such dwelling.
        """
        self.lire(logement_id)
        dater(self._session, self._estampille, logement_id, bail)

    def nombre(self) -> int:
        """How many dwellings the base holds."""
        return self._session.execute(select(func.count()).select_from(_TABLE)).scalar_one()

    def _prochain_id(self) -> int:
        """Ids are never given twice: what the journal says of one stays true."""
        query = "SELECT seq FROM sqlite_sequence WHERE name = 'logement'"
        return (self._session.connection().exec_driver_sql(query).scalar() or 0) + 1


def _paquets(logements: Iterable[Logement]) -> Iterator[list[Logement]]:
    remaining = iter(logements)
    while batch := list(islice(remaining, _PAQUET)):
        yield batch
