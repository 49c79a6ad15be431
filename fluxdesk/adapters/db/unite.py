"""One transaction on a base, and the repositories that work in it."""

from __future__ import annotations

from contextlib import ExitStack, suppress
from typing import TYPE_CHECKING, Self

from typing_extensions import override

from fluxdesk.adapters.db.actes import SqlOrientations, SqlVacances
from fluxdesk.adapters.db.candidats import SqlCandidats
from fluxdesk.adapters.db.droits import SqlBailleurs, SqlConventions, SqlReservataires
from fluxdesk.adapters.db.imports import (
    SqlProfils,
    SqlProvenances,
    SqlReferentiels,
    SqlStock,
)
from fluxdesk.adapters.db.logements import SqlLogements
from fluxdesk.adapters.db.lots import SqlLots
from fluxdesk.adapters.db.patience import patienter
from fluxdesk.adapters.db.points import SqlPoints, SqlRegles
from fluxdesk.adapters.db.registres import SqlEvenements, SqlJournal
from fluxdesk.adapters.db.unite_annee import DepotsAnneeSql
from fluxdesk.services.ports import AnnuleError, sans_progres

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from types import TracebackType

    from sqlalchemy.orm import Session

    from fluxdesk.adapters.db.depot import Estampille
    from fluxdesk.adapters.db.moteur import Moteur
    from fluxdesk.services.ports import Progress

_QUOI = "Enregistrement sur le disque"


class SqlUnitOfWork(DepotsAnneeSql):
    """Satisfies ``ports.UnitOfWork``; serves several transactions, one after the other."""

    def __init__(
        self, moteur: Moteur, estampille: Estampille, avant_import: Callable[[Progress], object]
    ) -> None:
        self._moteur = moteur
        self._estampille = estampille
        self._avant_import = avant_import
        self._pile = ExitStack()
        self._ouverte: Session | None = None

    def __enter__(self) -> Self:
        with ExitStack() as stack:
            connection = stack.enter_context(self._moteur.ecriture())
            session = stack.enter_context(self._estampille.session(connection))
            connection.begin()
            self._pile = stack.pop_all()
        self._ouverte = session
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        tb: TracebackType | None,
    ) -> None:
        self._ouverte = None
        self._pile.__exit__(exc_type, exc, tb)

    def valider(self, progress: Progress = sans_progres) -> None:
        """Commit; one that tells how far it is goes on whatever is asked meanwhile."""
        if progress is sans_progres:
            self._session.commit()
            return

        def dire() -> None:
            with suppress(AnnuleError):
                progress(0, 0, _QUOI)

        patienter(self._session.commit, dire, lambda: None)

    @property
    @override
    def _session(self) -> Session:
        if self._ouverte is None:
            message = "no transaction is open: use « with uow »"
            raise RuntimeError(message)
        return self._ouverte

    @property
    def auteur(self) -> str:
        """Who acts."""
        return self._estampille.auteur

    @property
    def maintenant(self) -> datetime:
        """The hour at which acts are stamped, in UTC."""
        return self._estampille.maintenant()

    @property
    def bailleurs(self) -> SqlBailleurs:
        """The landlord."""
        return SqlBailleurs(self._session)

    @property
    def logements(self) -> SqlLogements:
        """Dwellings."""
        return SqlLogements(self._session, self._estampille)

    @property
    def lots(self) -> SqlLots:
        """Imports."""
        return SqlLots(self._session, self._estampille, self._avant_import)

    @property
    def reservataires(self) -> SqlReservataires:
        """Réservataires."""
        return SqlReservataires(self._session)

    @property
    def conventions(self) -> SqlConventions:
        """Conventions."""
        return SqlConventions(self._session)

    @property
    def vacances(self) -> SqlVacances:
        """Vacancies."""
        return SqlVacances(self._session)

    @property
    def orientations(self) -> SqlOrientations:
        """Offers."""
        return SqlOrientations(self._session)

    @property
    def evenements(self) -> SqlEvenements:
        """Events of the flux."""
        return SqlEvenements(self._session)

    @property
    def regles(self) -> SqlRegles:
        """Rules of the flux."""
        return SqlRegles(self._session)

    @property
    def points(self) -> SqlPoints:
        """Checkpoint of the ledger."""
        return SqlPoints(self._session)

    @property
    def profils(self) -> SqlProfils:
        """Ways of reading files."""
        return SqlProfils(self._session)

    @property
    def stock(self) -> SqlStock:
        """Reservations by dwelling."""
        return SqlStock(self._session)

    @property
    def candidats(self) -> SqlCandidats:
        """Candidates."""
        return SqlCandidats(self._session)

    @property
    def provenances(self) -> SqlProvenances:
        """Origins of values."""
        return SqlProvenances(self._session)

    @property
    def referentiels(self) -> SqlReferentiels:
        """Tables of reference."""
        return SqlReferentiels(self._session)

    @property
    def journal(self) -> SqlJournal:
        """The journal."""
        return SqlJournal(self._session, self._estampille)
