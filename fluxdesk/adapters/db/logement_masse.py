"""Dwellings inserted by the hundred thousand, from flat values.

What costs is not the writing but each value handed to the driver, and each index kept up to
date at random: values that all dwellings share stand in the statement itself, and past some
thousands the indexes are made anew at the end, in the same transaction.
"""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from fluxdesk.adapters.db.logement_colonnes import en_colonne, valeurs_plates
from fluxdesk.adapters.db.logement_derivees import Derivees
from fluxdesk.adapters.db.patience import patienter
from fluxdesk.adapters.db.records import instant
from fluxdesk.domain.logement import Logement

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from sqlalchemy.orm import Session
    from sqlcipher3 import dbapi2

    from fluxdesk.adapters.db.depot import Estampille
    from fluxdesk.domain.logement import ValeurPlate
    from fluxdesk.services.depots import Arrivage
    from fluxdesk.services.ports import Progress

SEUIL = 2_000  # new dwellings from which indexes are made anew rather than kept
_MEMOIRE = -4_000  # kB of cache, as SQLite writes it, while indexes are made
_QUOI = "Classement des logements"


class Versement:
    """One bulk insertion on its way."""

    def __init__(self, session: Session, estampille: Estampille, premier_id: int) -> None:
        self._session = session
        self._estampille = estampille
        self._premier = premier_id
        self._suivant = premier_id
        self._ordre = ""
        self._derivees: Derivees | None = None
        self._index: list[tuple[str, str]] = []

    def verser(self, arrivage: Arrivage, lot: Callable[[], int], progress: Progress) -> None:
        """Insert every packet; the lot remembers the dwellings as its own."""
        known = self._un("SELECT count(*) FROM logement")
        for paquet in arrivage.paquets:
            lot()
            self._inserer(arrivage, paquet)
            made = self._suivant - self._premier
            if made >= max(SEUIL, known) and not self._index:
                self._deposer_index()
        if self._suivant == self._premier:
            return
        self._classer(lot(), progress)

    def _classer(self, lot: int, progress: Progress) -> None:
        """Make the lot remember its dwellings, and the indexes again."""
        orders = [sql for _, sql in self._index]
        known = f"SELECT {lot:d}, id, NULL FROM logement WHERE id >= {self._premier:d}"  # noqa: S608 - two numbers
        said = f"INSERT INTO lot_ligne (lot_id, logement_id, avant) {known}"
        with self._memoire_reduite():
            for done, sql in enumerate((said, *orders)):
                tell = partial(progress, done, len(orders) + 1, _QUOI)
                tell()
                patienter(partial(self._executer, sql), tell, self._pilote().interrupt)

    @contextmanager
    def _memoire_reduite(self) -> Iterator[None]:
        """A cache that the processor holds too: each index reads the whole table, once."""
        before = self._un("PRAGMA cache_size")
        self._executer(f"PRAGMA cache_size = {_MEMOIRE}")
        try:
            yield
        finally:
            self._executer(f"PRAGMA cache_size = {before}")

    def _inserer(self, arrivage: Arrivage, paquet: Sequence[tuple[ValeurPlate, ...]]) -> None:
        if self._derivees is None:
            names = tuple(arrivage.champs())
            self._derivees = Derivees(names, arrivage.communs)
            self._ordre = self._preparer(names, arrivage)
        rows = self._derivees.completer(paquet, self._suivant)
        self._session.connection().exec_driver_sql(self._ordre, rows)
        self._suivant += len(paquet)

    def _preparer(self, champs: tuple[str, ...], arrivage: Arrivage) -> str:
        """The statement: a mark for what changes, the value itself for what all share."""
        now = instant(self._estampille.maintenant())
        author = self._estampille.auteur
        said = {en_colonne(name): value for name, value in communs(champs, arrivage).items()}
        said |= {"cree_par": author, "cree_le": now, "modifie_par": author, "modifie_le": now}
        bound = ["id", *map(en_colonne, champs), *Derivees.NOMS]
        values = [*["?"] * len(bound), *map(_litteral, said.values())]
        return f"INSERT INTO logement ({', '.join([*bound, *said])}) VALUES ({', '.join(values)})"  # noqa: S608 - names of columns

    def _deposer_index(self) -> None:
        query = "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'logement'"
        rows = self._session.connection().exec_driver_sql(f"{query} AND sql IS NOT NULL").all()
        self._index = [(str(name), str(sql)) for name, sql in rows]
        for name, _ in self._index:
            self._executer(f"DROP INDEX {name}")

    def _executer(self, sql: str) -> None:
        self._session.connection().exec_driver_sql(sql)

    def _un(self, sql: str) -> int:
        return int(self._session.connection().exec_driver_sql(sql).scalar_one())

    def _pilote(self) -> dbapi2.Connection:
        found: dbapi2.Connection = self._session.connection().connection.driver_connection
        return found


def communs(champs: Sequence[str], arrivage: Arrivage) -> dict[str, ValeurPlate]:
    """What all dwellings of an arrival share: the values it tells, else the defaults."""
    shared = valeurs_plates(Logement(cle="")) | dict(arrivage.communs)
    return {name: value for name, value in shared.items() if name not in champs}


def _litteral(valeur: ValeurPlate) -> str:
    """A value as SQL writes it."""
    if valeur is None:
        return "NULL"
    return str(valeur) if isinstance(valeur, int) else "'" + valeur.replace("'", "''") + "'"
