"""The repositories of the base and the transaction they work in, as protocols."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, Self

from fluxdesk.services.depots_annee import DepotsAnnee

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import datetime
    from types import TracebackType

    from fluxdesk.domain.bailleur import Bailleur
    from fluxdesk.domain.convention import Convention
    from fluxdesk.domain.journal import EntreeJournal
    from fluxdesk.domain.logement import Logement, ValeurPlate
    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.domain.parts import Parts
    from fluxdesk.domain.provenance import ApportDeLot
    from fluxdesk.domain.rapport import RapportImport
    from fluxdesk.domain.reservataire import Reservataire
    from fluxdesk.domain.vacance import Vacance
    from fluxdesk.services.depots_imports import (
        Candidats,
        Profils,
        Provenances,
        Referentiels,
        Stock,
    )
    from fluxdesk.services.depots_registre import EvenementsFlux, PointsDuRegistre, Regles
    from fluxdesk.services.ports import Progress


class Bailleurs(Protocol):
    """The identity of the landlord: one."""

    def lire(self) -> Bailleur: ...
    def enregistrer(self, bailleur: Bailleur) -> None: ...


@dataclass(frozen=True, slots=True, eq=False)
class Paquet:
    """Some new dwellings: their keys, and their other values by parts."""

    cles: Sequence[str]
    parts: Parts


@dataclass(frozen=True, slots=True)
class Arrivage:
    """New dwellings by the thousand, as flat values (``domain.logement.ValeurPlate``).

    ``tables`` names the values of the parts, once a packet was taken; ``communs`` are those
    that all of them share. What neither names keeps the default of ``Logement``.
    """

    tables: Callable[[], Sequence[Sequence[str]]]
    communs: Mapping[str, ValeurPlate]
    paquets: Iterable[Paquet]


class Logements(Protocol):
    """Dwellings, whole."""

    def lire(self, logement_id: int) -> Logement:
        """Raises IntrouvableError."""
        ...

    def trouver(self, reference: str) -> Logement | None:
        """By stable key, RPLS id, or the landlord's own id."""
        ...

    def tous(self) -> Iterator[Logement]:
        """Every dwelling, by id."""
        ...

    def reperes(self) -> Iterator[tuple[int, str, str, str]]:
        """Id, key, RPLS id and landlord's id of every dwelling, by id."""
        ...

    def valeurs(
        self, ids: Sequence[int], champs: Sequence[str]
    ) -> Mapping[int, tuple[ValeurPlate, ...]]:
        """These flat values of these dwellings, by id."""
        ...

    def inserer(self, arrivage: Arrivage, lot: Callable[[], int], progress: Progress) -> None:
        """Insert by the thousand; ``lot`` is asked for at the first packet."""
        ...

    def ajouter(self, logements: Iterable[Logement], lot: int) -> None:
        """Insert, in bulk; the lot remembers them for undoing."""
        ...

    def modifier(self, logements: Iterable[Logement], lot: int) -> None:
        """Overwrite by id, in bulk; the lot remembers what stood before."""
        ...

    def noter_bail(self, logement_id: int, bail: str) -> None:
        """Set the lease alone, out of any lot.

        Raises IntrouvableError.
        """
        ...

    def nombre(self) -> int: ...


class Lots(Protocol):
    """Imports: each can be undone whole."""

    def ouvrir(self, fichier: str, format_lu: str, encodage: str, progress: Progress = ...) -> int:
        """Number of the new lot; what is made safe before it tells its progress."""
        ...

    def clore(self, rapport: RapportImport) -> None:
        """Keep the report with its lot."""
        ...

    def lire(self, lot: int) -> RapportImport:
        """The report kept with that lot.

        Raises IntrouvableError when the lot is unknown or was never closed.
        """
        ...

    def du_logement(self, logement_id: int) -> Sequence[ApportDeLot]:
        """What each import that stands did to this dwelling, oldest first."""
        ...

    def annuler(self, lot: int) -> tuple[int, int]:
        """Put back what the lot changed; counts (removed, restored).

        Raises FluxDeskError when the lot is unknown or already undone, when a dwelling it
        created is used by a vacancy, or when a later lot changed one of its dwellings.
        """
        ...


class Reservataires(Protocol):
    """Réservataires, whole."""

    def lire(self, reservataire_id: int) -> Reservataire: ...
    def trouver(self, nom: str) -> Reservataire | None:
        """By name, case and accents folded."""
        ...

    def tous(self) -> Sequence[Reservataire]: ...
    def enregistrer(self, reservataire: Reservataire) -> int:
        """Insert (id 0) or overwrite; the id."""
        ...

    def retirer(self, reservataire_id: int) -> None:
        """Remove one that nothing names."""
        ...


class Conventions(Protocol):
    """Conventions with their avenants, in the order they were entered."""

    def lire(self, convention_id: int) -> Convention: ...
    def du_reservataire(self, reservataire_id: int) -> Convention | None: ...
    def toutes(self) -> Sequence[Convention]: ...
    def enregistrer(self, convention: Convention) -> int:
        """Insert (id 0) or overwrite; the id."""
        ...

    def retirer(self, convention_id: int) -> None: ...


class Vacances(Protocol):
    """Vacancies, whole."""

    def lire(self, vacance_id: int) -> Vacance: ...
    def en_cours(self, logement_id: int) -> Vacance | None:
        """The open vacancy of a dwelling: not let, not taken out; None if there is none."""
        ...

    def toutes(self) -> Sequence[Vacance]: ...
    def enregistrer(self, vacance: Vacance) -> int: ...


class Orientations(Protocol):
    """Offers, whole."""

    def lire(self, orientation_id: int) -> Orientation: ...
    def par_numero(self, numero: str) -> Orientation | None: ...
    def de_la_vacance(self, vacance_id: int) -> Sequence[Orientation]:
        """Oldest first, cancelled ones included."""
        ...

    def toutes(self) -> Sequence[Orientation]: ...
    def nombre_de_l_annee(self, annee: int) -> int:
        """Offers whose number belongs to the year, cancelled ones included."""
        ...

    def enregistrer(self, orientation: Orientation) -> int: ...


class Journal(Protocol):
    """Append-only; who and when are stamped by the unit of work."""

    def ecrire(
        self,
        action: str,
        objet: str,
        libelle: str,
        *,
        avant: object = None,
        apres: object = None,
        motif: str = "",
    ) -> None:
        """Add one entry; ``avant`` and ``apres`` are values, kept as JSON."""
        ...

    def toutes(self) -> Iterator[EntreeJournal]: ...


class UnitOfWork(DepotsAnnee, Protocol):
    """One transaction: leaving the block without ``valider()`` rolls it back."""

    @property
    def auteur(self) -> str:
        """Who acts: the name the journal writes."""
        ...

    @property
    def maintenant(self) -> datetime:
        """The hour at which acts are stamped, in UTC."""
        ...

    @property
    def bailleurs(self) -> Bailleurs: ...
    @property
    def logements(self) -> Logements: ...
    @property
    def lots(self) -> Lots: ...
    @property
    def reservataires(self) -> Reservataires: ...
    @property
    def conventions(self) -> Conventions: ...
    @property
    def vacances(self) -> Vacances: ...
    @property
    def orientations(self) -> Orientations: ...
    @property
    def evenements(self) -> EvenementsFlux: ...
    @property
    def regles(self) -> Regles: ...
    @property
    def points(self) -> PointsDuRegistre: ...
    @property
    def profils(self) -> Profils: ...
    @property
    def stock(self) -> Stock: ...
    @property
    def candidats(self) -> Candidats: ...
    @property
    def provenances(self) -> Provenances: ...
    @property
    def referentiels(self) -> Referentiels: ...
    @property
    def journal(self) -> Journal: ...
    def __enter__(self) -> Self: ...
    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        tb: TracebackType | None,
    ) -> None: ...
    def valider(self, progress: Progress = ...) -> None:
        """Commit."""
        ...


UniteDeTravail = Callable[[], UnitOfWork]
