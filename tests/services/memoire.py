"""A unit of work in memory: the real semantics, without a file, for the tests of use cases."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Self

from typing_extensions import override

from fluxdesk.domain.bailleur import Bailleur
from fluxdesk.services.ports import sans_progres
from tests.services.depots_memoire import (
    BailleursMemoire,
    ConventionsMemoire,
    Etat,
    ReservatairesMemoire,
)
from tests.services.depots_memoire_actes import (
    EvenementsMemoire,
    JournalMemoire,
    OrientationsMemoire,
    VacancesMemoire,
)
from tests.services.depots_memoire_annee import DepotsAnneeMemoire
from tests.services.depots_memoire_imports import (
    CandidatsMemoire,
    ProfilsMemoire,
    ProvenancesMemoire,
    ReferentielsMemoire,
    StockMemoire,
)
from tests.services.depots_memoire_patrimoine import LogementsMemoire, LotsMemoire
from tests.services.depots_memoire_registre import PointsMemoire, ReglesMemoire

if TYPE_CHECKING:
    from datetime import date
    from types import TracebackType

    from fluxdesk.services.ports import Progress

BAILLEUR = Bailleur(raison_sociale="OPH de l’Exemple", siret="99999999900017", ville="Ajaccio")


@dataclass(frozen=True, slots=True)
class HorlogeFixe:
    """A clock that stands still."""

    instant: datetime = field(default=datetime(2026, 11, 22, 9, 30, tzinfo=UTC))

    def aujourd_hui(self) -> date:
        return self.instant.date()

    def maintenant(self) -> datetime:
        return self.instant


class HorsTransactionError(RuntimeError):
    """A use case reached a repository, or committed, outside of ``with uow``."""


class MemoireUow(DepotsAnneeMemoire):
    """One base in memory; ``with`` opens a transaction on a copy, ``valider`` keeps it.

    The same object serves several transactions, one after the other. Whatever is read or
    written out of a transaction raises, as it would with the real one.
    """

    def __init__(
        self,
        bailleur: Bailleur = BAILLEUR,
        *,
        auteur: str = "m.rossi",
        horloge: HorlogeFixe | None = None,
    ) -> None:
        self._valide = Etat(bailleur=bailleur)
        self._ouvert: Etat | None = None
        self._auteur = auteur
        self._horloge = horloge or HorlogeFixe()
        self.validations = 0

    def __enter__(self) -> Self:
        if self._ouvert is not None:
            message = "Une transaction est déjà ouverte."
            raise HorsTransactionError(message)
        self._ouvert = copy(self._valide).detacher()
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        tb: TracebackType | None,
    ) -> None:
        self._ouvert = None

    def valider(self, progress: Progress = sans_progres) -> None:  # noqa: ARG002 - a UnitOfWork
        self._valide = copy(self._etat()).detacher()
        self.validations += 1

    @override
    def _etat(self) -> Etat:
        if self._ouvert is None:
            message = "Aucune transaction n’est ouverte."
            raise HorsTransactionError(message)
        return self._ouvert

    @property
    def auteur(self) -> str:
        return self._auteur

    @property
    def maintenant(self) -> datetime:
        return self._horloge.maintenant()

    @property
    def bailleurs(self) -> BailleursMemoire:
        return BailleursMemoire(self._etat())

    @property
    def logements(self) -> LogementsMemoire:
        return LogementsMemoire(self._etat())

    @property
    def lots(self) -> LotsMemoire:
        return LotsMemoire(self._etat(), self._auteur, self._horloge.maintenant())

    @property
    def reservataires(self) -> ReservatairesMemoire:
        return ReservatairesMemoire(self._etat())

    @property
    def conventions(self) -> ConventionsMemoire:
        return ConventionsMemoire(self._etat())

    @property
    def vacances(self) -> VacancesMemoire:
        return VacancesMemoire(self._etat())

    @property
    def orientations(self) -> OrientationsMemoire:
        return OrientationsMemoire(self._etat())

    @property
    def evenements(self) -> EvenementsMemoire:
        return EvenementsMemoire(self._etat())

    @property
    def regles(self) -> ReglesMemoire:
        return ReglesMemoire(self._etat())

    @property
    def points(self) -> PointsMemoire:
        return PointsMemoire(self._etat())

    @property
    def profils(self) -> ProfilsMemoire:
        return ProfilsMemoire(self._etat())

    @property
    def stock(self) -> StockMemoire:
        return StockMemoire(self._etat())

    @property
    def candidats(self) -> CandidatsMemoire:
        return CandidatsMemoire(self._etat())

    @property
    def provenances(self) -> ProvenancesMemoire:
        return ProvenancesMemoire(self._etat())

    @property
    def referentiels(self) -> ReferentielsMemoire:
        return ReferentielsMemoire(self._etat())

    @property
    def journal(self) -> JournalMemoire:
        return JournalMemoire(self._etat(), self._auteur, self._horloge.maintenant())
