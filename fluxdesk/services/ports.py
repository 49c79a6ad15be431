"""What the use cases need from the outside, as protocols; adapters answer them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, Self

from fluxdesk.domain.erreurs import FluxDeskError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date, datetime
    from pathlib import Path
    from types import TracebackType

    from fluxdesk.domain.bailleur import Bailleur
    from fluxdesk.domain.bilan import Bilan
    from fluxdesk.domain.convention import Convention
    from fluxdesk.domain.flux.evenements import Evenement
    from fluxdesk.domain.journal import EntreeJournal
    from fluxdesk.domain.logement import Logement
    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.domain.rapport import RapportImport
    from fluxdesk.domain.reservataire import Reservataire
    from fluxdesk.domain.territoire import Commune
    from fluxdesk.domain.vacance import Vacance
    from fluxdesk.services.rows import (
        EtatBase,
        FiltreLogements,
        JournalRow,
        LogementRow,
        OrientationRow,
        VacanceRow,
    )


class AnnuleError(Exception):
    """The officer stopped a long piece of work; nothing of it is kept."""


class Progress(Protocol):
    """Told how far a long use case is; raises AnnuleError once the officer has had enough."""

    def __call__(self, fait: int, total: int, quoi: str = "") -> None: ...


def sans_progres(fait: int, total: int, quoi: str = "") -> None:
    """A Progress that tells nobody and never stops."""


class Horloge(Protocol):
    """The only source of the day and the hour."""

    def aujourd_hui(self) -> date: ...
    def maintenant(self) -> datetime:
        """Now, in UTC, with its time zone."""
        ...


class Territoires(Protocol):
    """The COG: communes by code."""

    def commune(self, code: str) -> Commune | None:
        """The commune of this code; an arrondissement or former code gives its commune of today."""
        ...

    def communes(self) -> Sequence[Commune]:
        """Every commune of today, by code."""
        ...


# --- the base -----------------------------------------------------------------------------


class Bailleurs(Protocol):
    """The identity of the landlord: one."""

    def lire(self) -> Bailleur: ...
    def enregistrer(self, bailleur: Bailleur) -> None: ...


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

    def ajouter(self, logements: Iterable[Logement], lot: int) -> None:
        """Insert, in bulk; the lot remembers them for undoing."""
        ...

    def modifier(self, logements: Iterable[Logement], lot: int) -> None:
        """Overwrite by id, in bulk; the lot remembers what stood before."""
        ...

    def nombre(self) -> int: ...


class Lots(Protocol):
    """Imports: each can be undone whole."""

    def ouvrir(self, fichier: str, format_lu: str, encodage: str) -> int:
        """Number of the new lot."""
        ...

    def clore(self, rapport: RapportImport) -> None:
        """Keep the report with its lot."""
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


class Conventions(Protocol):
    """Conventions with their avenants, in the order they were entered."""

    def lire(self, convention_id: int) -> Convention: ...
    def du_reservataire(self, reservataire_id: int) -> Convention | None: ...
    def toutes(self) -> Sequence[Convention]: ...
    def enregistrer(self, convention: Convention) -> int:
        """Insert (id 0) or overwrite; the id."""
        ...


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


class EvenementsFlux(Protocol):
    """The append-only events of the flux ledger."""

    def tous(self) -> Sequence[Evenement]:
        """In order of number."""
        ...

    def prochain_numero(self) -> int: ...
    def ajouter(self, evenement: Evenement, orientation_id: int | None = None) -> None: ...
    def de_l_orientation(self, orientation_id: int) -> Sequence[Evenement]: ...


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


class UnitOfWork(Protocol):
    """One transaction: leaving the block without ``valider()`` rolls it back."""

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
    def journal(self) -> Journal: ...
    def __enter__(self) -> Self: ...
    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        tb: TracebackType | None,
    ) -> None: ...
    def valider(self) -> None:
        """Commit."""
        ...


class Lectures(Protocol):
    """Rows for the screens, sorted and filtered in SQL."""

    def ids_logements(self, filtre: FiltreLogements) -> Sequence[int]: ...
    def logements(self, ids: Sequence[int]) -> Sequence[LogementRow]:
        """In the order of the ids."""
        ...

    def vacances(self, jour: date, texte: str = "") -> Sequence[VacanceRow]:
        """Open steps first, then the oldest congé; ages on that day."""
        ...

    def orientations(self, vacance_id: int) -> Sequence[OrientationRow]: ...
    def journal(self, texte: str = "", limite: int = 2000) -> Sequence[JournalRow]:
        """Newest first."""
        ...

    def annees_de_bilan(self) -> Sequence[int]:
        """Years with at least one offer or vacancy, newest first."""
        ...

    def soustraits(self, debut: date, fin: date) -> Mapping[str, int]:
        """Vacancies taken out of the flux in the period (date of the congé), by category."""
        ...

    def etat(self) -> EtatBase: ...


class Base(Protocol):
    """An open base: transactions, rows, upkeep."""

    @property
    def chemin(self) -> Path: ...
    @property
    def lectures(self) -> Lectures: ...
    def transaction(self) -> UnitOfWork: ...
    def verifier(self) -> Sequence[str]:
        """Sentences on what is wrong with the file; empty when it is sound."""
        ...

    def sauvegarder(self) -> Path:
        """Make and verify a backup now; its path."""
        ...

    def fermer(self) -> None: ...


# --- files in and out -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class LigneLue:
    """One data line of a file: its number there and its cells by field name."""

    numero: int
    champs: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class FichierLu:
    """A file as it was understood; ``lignes`` holds every data line, all cells as text."""

    nom: str
    format: str
    encodage: str
    lignes: Sequence[LigneLue]
    colonnes: Sequence[str]


class LecteurPatrimoine(Protocol):
    """Reads an RPLS file, any layout; fields bear the names of RPLS (IDENT_REP, DEPCOM, …)."""

    def __call__(self, chemin: Path, progress: Progress) -> FichierLu: ...


class LecteurTableau(Protocol):
    """Reads a workbook or csv whose columns are named; fields bear the normalised names."""

    def __call__(self, chemin: Path, attendues: Sequence[str]) -> FichierLu: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class LettreProposition:
    """Everything the letter of proposal prints (pratique.md §3.1)."""

    bailleur: Bailleur
    reservataire: Reservataire
    sous_contingent: str
    convention: Convention
    orientation: Orientation
    vacance: Vacance
    logement: Logement
    commune: Commune | None
    rang_annee: int
    du: str
    proposes: int
    signes: int


class RedacteurLettre(Protocol):
    """Writes the letter; the same input gives the same bytes."""

    def __call__(self, lettre: LettreProposition, cible: Path) -> None: ...


class RedacteurBilan(Protocol):
    """Writes one bilan to a file."""

    def __call__(self, bilan: Bilan, cible: Path) -> None: ...


class RedacteurModele(Protocol):
    """Writes an empty workbook with these columns, a sheet of explanations and examples."""

    def __call__(self, colonnes: Sequence[str], cible: Path) -> None: ...


# --- what a window or a command is given ------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Bureau:
    """The officer's desk on one open base: every port, bound."""

    base: Base
    horloge: Horloge
    territoires: Territoires
    lire_patrimoine: LecteurPatrimoine
    lire_tableau: LecteurTableau
    ecrire_lettre: RedacteurLettre
    ecrire_bilan_xlsx: RedacteurBilan
    ecrire_bilan_pdf: RedacteurBilan
    ecrire_modele: RedacteurModele


class Atelier(Protocol):
    """Opens and makes bases; the only door to the adapters. Slow: call it on the worker."""

    def ouvrir(self, chemin: Path) -> Bureau:
        """Raises FluxDeskError: missing, damaged, newer, foreign or already open file."""
        ...

    def creer(self, chemin: Path, bailleur: Bailleur) -> Bureau:
        """Raises FluxDeskError when a file stands there already."""
        ...

    def demonstration(self, chemin: Path, progress: Progress) -> Bureau:
        """Build the demonstration base at that path (replaced if it was one) and open it."""
        ...


class FichierIllisibleError(FluxDeskError):
    """A file cannot be read as what it should be; the sentence names the file and the remedy."""


UniteDeTravail = Callable[[], UnitOfWork]
