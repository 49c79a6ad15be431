"""Dwellings inserted by the hundred thousand, from flat values.

What costs is not the writing but each value handed to the driver, and each index kept up to
date at random. Values that all dwellings share stand in the statement itself; those that a
building or a kind of dwelling shares are handed over once a packet, in tables that the statement
joins; SQLite works on a packet while the next one is read; and past some thousands, the indexes
of many values are made anew at the end, in the same transaction.
"""

from __future__ import annotations

import sys
from contextlib import contextmanager
from functools import partial
from itertools import chain, zip_longest
from operator import is_not
from typing import TYPE_CHECKING

from fluxdesk.adapters.db.logement_colonnes import en_colonne, valeurs_plates
from fluxdesk.adapters.db.logement_tables import PROPRES, Tables
from fluxdesk.adapters.db.patience import patienter, seconder
from fluxdesk.adapters.db.records import instant
from fluxdesk.domain.logement import Logement
from fluxdesk.domain.parts import Parts
from fluxdesk.services.depots import Paquet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from sqlalchemy.orm import Session
    from sqlcipher3 import dbapi2

    from fluxdesk.adapters.db.depot import Estampille
    from fluxdesk.adapters.db.logement_tables import Envoi
    from fluxdesk.domain.logement import ValeurPlate
    from fluxdesk.domain.parts import Valeurs
    from fluxdesk.services.depots import Arrivage
    from fluxdesk.services.ports import Progress

SEUIL = 2_000  # new dwellings from which indexes are made anew rather than kept
_PAQUET = 4_000  # dwellings handed over at once
_MARQUES = 200_000  # values handed over in one statement: SQLite takes 250 000
_MEMOIRE = -4_000  # kB of cache, as SQLite writes it, while indexes are made
_TOUR_S = 0.0005  # after which a thread hands Python over to the one that waits for it
_QUOI = "Classement des logements"
_INDEX = "ix_logement_"
# Their indexes cost less kept than made anew, as do those of a column that is always the same.
_PEU_DE_VALEURS = frozenset(
    ["annee_construction", "tri_commune", "tri_typologie", "tri_financement", "tri_qpv"]
)


class Versement:
    """One bulk insertion on its way."""

    def __init__(self, session: Session, estampille: Estampille, premier_id: int) -> None:
        self._session = session
        self._estampille = estampille
        self._suivant = premier_id
        self._connus = self._un("SELECT count(*) FROM logement")
        self._crees = 0
        self._index: list[str] = []
        self._ordre = "", ""
        self._tables = 0
        self._constantes: frozenset[str] = frozenset()

    def verser(self, arrivage: Arrivage, lot: Callable[[], int], progress: Progress) -> None:
        """Insert every packet; the lot remembers the dwellings as its own."""
        tables: Tables | None = None
        with _tours_brefs(), seconder(self._pilote().interrupt) as second:
            for packet in _regrouper(arrivage.paquets):
                if tables is None:
                    tables = self._preparer(arrivage)
                told = tables.envoyer(packet, self._suivant)
                self._suivant += len(packet.cles)
                second.confier(partial(self._inserer, told, lot()))
                if self._connus:  # whoever reads the next packet looks into the base
                    second.attendre()
        if tables is not None:
            self._classer(progress)

    def _preparer(self, arrivage: Arrivage) -> Tables:
        """Make the tables to join, and the statement that joins them."""
        tables = Tables(arrivage.tables(), arrivage.communs)
        for rank, names in enumerate(tables.noms):
            columns = ", ".join(["rang INTEGER PRIMARY KEY", *map(en_colonne, names)])
            self._executer(f"CREATE TEMP TABLE versement_{rank} ({columns})")
        now, author = instant(self._estampille.maintenant()), self._estampille.auteur
        shared = valeurs_plates(Logement(cle="")) | dict(arrivage.communs) | tables.constantes
        values = {en_colonne(name): _litteral(value) for name, value in shared.items()}
        for verb in ("cree", "modifie"):
            values |= {f"{verb}_par": _litteral(author), f"{verb}_le": _litteral(now)}
        self._constantes = frozenset(values)
        joins = ""
        for rank, names in enumerate(tables.noms):
            values |= {en_colonne(name): f"t{rank}.{en_colonne(name)}" for name in names}
            self._constantes -= {*map(en_colonne, names)}
            joins += (
                f" CROSS JOIN temp.versement_{rank} AS t{rank}"
                f" ON t{rank}.rang = v.column{len(PROPRES) + rank + 1}"
            )
        values |= {name: f"v.column{at}" for at, name in enumerate(PROPRES, start=1)}
        self._tables = len(tables.noms)
        into = f"INSERT INTO logement ({', '.join(values)})"
        self._ordre = f"{into} SELECT {', '.join(values.values())} FROM (", f") AS v{joins}"  # noqa: S608 - names of columns
        return tables

    def _inserer(self, envoi: Envoi, lot: int) -> None:
        """One packet, in a thread that Python does not wait for."""
        self._crees += len(envoi.propres)
        if self._crees >= max(SEUIL, self._connus) and not self._index:
            self._deposer_index()
        for rank, rows in enumerate(envoi.tables):
            if rows:
                self._dire((f"REPLACE INTO temp.versement_{rank} ", ""), rows)
        self._dire(self._ordre, envoi.propres)
        first, last = envoi.propres[0][0], envoi.propres[-1][0]
        self._executer(
            "WITH RECURSIVE n(id) AS (SELECT ? UNION ALL SELECT id + 1 FROM n WHERE id < ?) "
            "INSERT INTO lot_ligne (lot_id, logement_id, avant) SELECT ?, id, NULL FROM n",
            (first, last, lot),
        )

    def _dire(self, ordre: tuple[str, str], lignes: Sequence[Valeurs]) -> None:
        """Run the statement, rows listed in its midst: as many at once as SQLite takes."""
        width, (before, after) = len(lignes[0]), ordre
        row = f"({', '.join('?' * width)})"
        for start in range(0, len(lignes), _MARQUES // width):
            rows = lignes[start : start + _MARQUES // width]
            marks = ", ".join([row] * len(rows))
            values = tuple(chain.from_iterable(rows))
            self._executer(f"{before}VALUES {marks}{after}", values)

    def _classer(self, progress: Progress) -> None:
        """Make the indexes again."""
        with self._memoire_reduite():
            for done, sql in enumerate(self._index):
                tell = partial(progress, done, len(self._index), _QUOI)
                tell()
                patienter(partial(self._executer, sql), tell, self._pilote().interrupt)
        for rank in range(self._tables):
            self._executer(f"DROP TABLE temp.versement_{rank}")
        progress(len(self._index), len(self._index), _QUOI)

    @contextmanager
    def _memoire_reduite(self) -> Iterator[None]:
        """A cache that the processor holds too: each index reads the whole table, once."""
        before = self._un("PRAGMA cache_size")
        self._executer(f"PRAGMA cache_size = {_MEMOIRE}")
        self._executer("PRAGMA shrink_memory")
        try:
            yield
        finally:
            self._executer("PRAGMA shrink_memory")  # the next work takes it in another thread
            self._executer(f"PRAGMA cache_size = {before}")

    def _deposer_index(self) -> None:
        query = "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'logement'"
        kept = {f"{_INDEX}{name}" for name in (*_PEU_DE_VALEURS, *self._constantes)}
        rows = self._session.connection().exec_driver_sql(f"{query} AND sql IS NOT NULL").all()
        for name, sql in rows:
            if name not in kept:
                self._index.append(str(sql))
                self._executer(f"DROP INDEX {name}")

    def _executer(self, sql: str, valeurs: Valeurs = ()) -> None:
        self._session.connection().exec_driver_sql(sql, valeurs)

    def _un(self, sql: str) -> int:
        return int(self._session.connection().exec_driver_sql(sql).scalar_one())

    def _pilote(self) -> dbapi2.Connection:
        found: dbapi2.Connection = self._session.connection().connection.driver_connection
        return found


@contextmanager
def _tours_brefs() -> Iterator[None]:
    """SQLite's thread needs Python for an instant between statements: it must not wait long."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(_TOUR_S)
    try:
        yield
    finally:
        sys.setswitchinterval(before)


def _regrouper(paquets: Iterable[Paquet]) -> Iterator[Paquet]:
    """Packets of the same tables, of ``_PAQUET`` dwellings where they can: SQLite knows those."""
    keys: list[str] = []
    ranks: list[list[int]] = []
    tables: Sequence[Sequence[Valeurs]] = ()
    for packet in paquets:
        if keys and any(map(is_not, tables, packet.parts.tables)):
            yield Paquet(keys, Parts(tables, ranks))
            keys, ranks = [], []
        tables = packet.parts.tables
        keys += packet.cles
        ranks = [
            [*held, *more] for held, more in zip_longest(ranks, packet.parts.rangs, fillvalue=())
        ]
        while len(keys) >= _PAQUET:
            yield Paquet(keys[:_PAQUET], Parts(tables, [held[:_PAQUET] for held in ranks]))
            keys, ranks = keys[_PAQUET:], [held[_PAQUET:] for held in ranks]
    if keys:
        yield Paquet(keys, Parts(tables, ranks))


def _litteral(valeur: ValeurPlate) -> str:
    """A value as SQL writes it."""
    if valeur is None:
        return "NULL"
    return str(valeur) if isinstance(valeur, int) else "'" + valeur.replace("'", "''") + "'"
