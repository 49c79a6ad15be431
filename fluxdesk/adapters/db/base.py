"""Make a base, open it, keep it sound."""

from __future__ import annotations

import logging
import uuid
from contextlib import ExitStack
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2

from fluxdesk.adapters.db.depot import Estampille
from fluxdesk.adapters.db.droits import SqlBailleurs
from fluxdesk.adapters.db.erreurs import (
    BaseAbsenteError,
    BaseEtrangereError,
    BaseExistanteError,
    SauvegardeImpossibleError,
    traduire,
)
from fluxdesk.adapters.db.examen import examiner, verifier_rapidement
from fluxdesk.adapters.db.lectures import SqlLectures
from fluxdesk.adapters.db.migrer import ETAPES, migrer, version
from fluxdesk.adapters.db.moteur import ID_APPLICATION, Moteur
from fluxdesk.adapters.db.records import BaseRecord
from fluxdesk.adapters.db.registres import SqlJournal
from fluxdesk.adapters.db.sauvegardes import Sauvegardes
from fluxdesk.adapters.db.schema import ecarts
from fluxdesk.adapters.db.unite import SqlUnitOfWork
from fluxdesk.adapters.disk.ecriture import balayer, remplacement
from fluxdesk.adapters.disk.verrou import Verrou
from fluxdesk.domain.typographie import typographier
from fluxdesk.services.ports import sans_progres

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime
    from pathlib import Path

    from fluxdesk.domain.bailleur import Bailleur
    from fluxdesk.services.ports import Horloge, Progress

log = logging.getLogger(__name__)


class SqlBase:
    """Satisfies ``ports.Base``: an open base file, held until ``fermer()``."""

    def __init__(
        self, moteur: Moteur, verrou: Verrou, estampille: Estampille, sauvegardes: Sauvegardes
    ) -> None:
        self._moteur = moteur
        self._verrou = verrou
        self._estampille = estampille
        self._sauvegardes = sauvegardes
        self._lectures = SqlLectures(moteur, sauvegardes)

    @property
    def chemin(self) -> Path:
        """Where the file is."""
        return self._moteur.chemin

    @property
    def lectures(self) -> SqlLectures:
        """Rows for the screens."""
        return self._lectures

    def transaction(self) -> SqlUnitOfWork:
        """A unit of work; ``with`` begins it."""
        return SqlUnitOfWork(self._moteur, self._estampille, self._sauver_si_besoin)

    def verifier(self) -> Sequence[str]:
        """Sentences on what is wrong with the file; empty when it is sound."""
        with self._moteur.lecture() as connection:
            checked = connection.exec_driver_sql("PRAGMA integrity_check(20)").scalars().all()
            orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
            application = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
            changed = ecarts(connection)
        found = [f"SQLite signale : {line}" for line in checked if line != "ok"]
        if orphans:
            tables = ", ".join(sorted({row[0] for row in orphans}))
            found.append(f"Des lignes désignent un objet absent (tables {tables}).")
        if application != ID_APPLICATION:
            found.append("Le fichier ne porte plus la marque de FluxDesk.")
        if changed:
            found.append(
                f"Le format de la base n’est pas celui de cette version ({', '.join(changed)})."
            )
        return [typographier(sentence) for sentence in found]

    def sauvegarder(self) -> Path:
        """Make and verify a backup now; its path. The journal tells that it was asked."""
        with self.transaction() as uow:
            uow.journal.ecrire("base.sauvegarder", "base:1", "Sauvegarde de la base demandée")
            uow.valider()
        return self._sauvegardes.faire()

    @property
    def dossier_sauvegardes(self) -> Path:
        """Where its backups are."""
        return self._sauvegardes.dossier

    def sauvegardes(self) -> Sequence[datetime]:
        """When they were made, newest first."""
        return [when for when, _ in self._sauvegardes.liste()]

    def effacer_sauvegardes(self, avant: datetime) -> Iterator[datetime]:
        """Remove those made before that instant; raises SauvegardeTenueError."""
        return self._sauvegardes.effacer(avant)

    def fermer(self) -> None:
        """Close the file and let others open it."""
        self._moteur.fermer()
        self._verrou.rendre()

    def preparer(self) -> None:
        """Bring the base to the schema of today, a backup first; else back up what changed.

        Raises:
            SauvegardeImpossibleError: before a migration only; at other times it is logged.
        """
        balayer(self.chemin.parent)
        with self._moteur.ecriture() as connection:
            if version(connection) < len(ETAPES):
                self._sauvegardes.faire()
                migrer(connection)
                return
        try:
            self._sauver_si_besoin()
        except SauvegardeImpossibleError:
            log.exception("no backup at opening")

    def _sauver_si_besoin(self, progress: Progress = sans_progres) -> None:
        if not self._sauvegardes.a_jour():
            self._sauvegardes.faire(progress)


def creer_base(
    chemin: Path,
    bailleur: Bailleur,
    *,
    auteur: str,
    horloge: Horloge,
    sauvegardes: Path,
    cle: str | None = None,
) -> SqlBase:
    """Make a base for this landlord and open it; the file appears whole or not at all.

    With ``cle``, the file and its backups are ciphered.

    Raises:
        BaseExistanteError: a file stands there already.
        BaseVerrouilleeError, DossierProtegeError: see ``Verrou.prendre``.
    """
    place = chemin.resolve()
    with ExitStack() as stack:
        lock = _verrouiller(place, stack)
        if place.exists():
            raise BaseExistanteError(place)
        stamp = Estampille(auteur, horloge)
        with remplacement(place) as temporary:
            _remplir(temporary, bailleur, stamp, cle)
        return _ouvrir(place, lock, stamp, sauvegardes, stack, cle)


def ouvrir_base(
    chemin: Path,
    *,
    auteur: str,
    horloge: Horloge,
    sauvegardes: Path,
    cle: str | None = None,
) -> SqlBase:
    """Open a base, in the order that leaves a file we must refuse as it is.

    Raises:
        BaseError: absent, empty, foreign, newer or damaged file; the sentence says which.
        BaseVerrouilleeError, BaseVerrouilleeAilleursError: someone else has it open.
        DossierProtegeError: nothing could be written beside it.
        SauvegardeImpossibleError: it must be migrated, and cannot be backed up first.
    """
    place = chemin.resolve()
    if not place.is_file():
        raise BaseAbsenteError(place)
    with ExitStack() as stack:
        lock = _verrouiller(place, stack)
        return _ouvrir(place, lock, Estampille(auteur, horloge), sauvegardes, stack, cle)


def _verrouiller(place: Path, stack: ExitStack) -> Verrou:
    lock = Verrou(place)
    lock.prendre()
    stack.callback(lock.rendre)
    return lock


def _ouvrir(
    place: Path,
    lock: Verrou,
    stamp: Estampille,
    folder: Path,
    stack: ExitStack,
    cle: str | None,
) -> SqlBase:
    """Open the file under its lock; the stack undoes what was taken unless all goes well."""
    try:
        examiner(place, connue=len(ETAPES), cle=cle)
        verifier_rapidement(place, cle=cle)
    except dbapi2.Error as error:
        raise traduire(error, place) or error from error
    engine = Moteur(place, cle=cle)
    stack.callback(engine.fermer)
    saves = Sauvegardes(
        base=place,
        uuid=_uuid(engine),
        dossier=folder.resolve(),
        horloge=stamp.horloge,
        cle=cle,
    )
    base = SqlBase(engine, lock, stamp, saves)
    base.preparer()
    stack.pop_all()
    return base


def _remplir(chemin: Path, bailleur: Bailleur, stamp: Estampille, cle: str | None) -> None:
    """Make an empty base of today's schema, for this landlord."""
    engine = Moteur(chemin, mode="rwc", cle=cle)
    try:
        with engine.ecriture() as connection:
            migrer(connection)
            with stamp.session(connection) as session:
                connection.begin()
                connection.exec_driver_sql(f"PRAGMA application_id = {ID_APPLICATION}")
                session.add(BaseRecord(id=1, uuid=uuid.uuid4().hex))
                SqlBailleurs(session).enregistrer(bailleur)
                SqlJournal(session, stamp).ecrire(
                    "base.creer", "base:1", f"Base créée pour {bailleur.raison_sociale}"
                )
                session.commit()
    finally:
        engine.fermer()


def _uuid(engine: Moteur) -> str:
    with engine.lecture() as connection:
        found = connection.exec_driver_sql("SELECT uuid FROM base").scalar()
    if found is None:
        raise BaseEtrangereError(engine.chemin)
    return str(found)
