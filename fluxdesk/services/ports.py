"""What the use cases need from the outside, as protocols; adapters answer them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from fluxdesk.domain.erreurs import FluxDeskError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date, datetime
    from pathlib import Path

    from fluxdesk.domain.bailleur import Bailleur
    from fluxdesk.domain.calendrier import Feries
    from fluxdesk.domain.faisabilite import Coupe
    from fluxdesk.domain.rpls_bloc import Bloc
    from fluxdesk.domain.tableau_lu import SourceLue
    from fluxdesk.domain.territoire import Commune
    from fluxdesk.services.depots import UnitOfWork
    from fluxdesk.services.papiers_photo import RedacteurClasseurPhoto, RedacteurPhoto
    from fluxdesk.services.ports_papiers import (
        RedacteurBilan,
        RedacteurCourriers,
        RedacteurLettre,
        RedacteurListe,
        RedacteurModele,
        RedacteurRapport,
        RedacteurSimulation,
    )
    from fluxdesk.services.rows import (
        EtatBase,
        FiltreLogements,
        GroupeRow,
        JournalRow,
        LogementRow,
        OrientationRow,
        ProgrammeRow,
        VacanceRow,
    )
    from fluxdesk.services.rows_baux import BailRow, CompteBaux, FiltreBaux


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


# --- an open base ---------------------------------------------------------------------------


class Lectures(Protocol):
    """Rows for the screens, sorted and filtered in SQL."""

    def ids_logements(self, filtre: FiltreLogements) -> Sequence[int]: ...
    def logements(self, ids: Sequence[int]) -> Sequence[LogementRow]:
        """In the order of the ids."""
        ...

    def communes(self) -> Sequence[str]:
        """The INSEE codes that dwellings declare, each once."""
        ...

    def programmes(self) -> Sequence[ProgrammeRow]:
        """Programmes that have a name, in alphabetical order, then by commune."""
        ...

    def liberations(self, depuis: date) -> Sequence[GroupeRow]:
        """Dwellings of the vacancies in the flux since that day."""
        ...

    def parc(self) -> Sequence[GroupeRow]:
        """Dwellings of the patrimoine."""
        ...

    def vacances(self, jour: date, texte: str = "") -> Sequence[VacanceRow]:
        """Open steps first, then the oldest congé; ages on that day."""
        ...

    def comptes_baux(self, filtre: FiltreBaux) -> Sequence[CompteBaux]:
        """How many leases there are of each state, by commune."""
        ...

    def baux(self, filtre: FiltreBaux) -> Sequence[BailRow]:
        """Leases, those that wait longest for their examination first."""
        ...

    def orientations(self, vacance_id: int) -> Sequence[OrientationRow]: ...
    def journal(self, texte: str = "", limite: int = 2000) -> Sequence[JournalRow]:
        """Newest first."""
        ...

    def annees_de_bilan(self) -> Sequence[int]:
        """Years with at least one offer or vacancy, newest first."""
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

    @property
    def dossier_sauvegardes(self) -> Path:
        """Where its backups are, with those of other bases."""
        ...

    def sauvegardes(self) -> Sequence[datetime]:
        """When its backups were made, newest first."""
        ...

    def effacer_sauvegardes(self, avant: datetime) -> Iterator[datetime]:
        """Remove those made before that instant, one at each step; raises SauvegardeTenueError."""
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


class FichierParBlocs(Protocol):
    """A file as it was understood, whose lines are read as they are asked for."""

    @property
    def nom(self) -> str: ...
    @property
    def format(self) -> str: ...
    @property
    def encodage(self) -> str: ...
    @property
    def colonnes(self) -> Sequence[str]: ...
    def blocs(self, progress: Progress) -> Iterator[Bloc]:
        """Every data line of the file, in its order; may be asked for again."""
        ...

    def format_final(self, lues: int) -> str:
        """The format, and what the number of lines read tells of it."""
        ...


class LecteurPatrimoine(Protocol):
    """Reads an RPLS file, any layout; fields bear the names of RPLS (IDENT_REP, DEPCOM, …)."""

    def __call__(self, chemin: Path, progress: Progress) -> FichierParBlocs: ...


class LecteurTableau(Protocol):
    """Reads a workbook or csv whose columns are named; fields bear the normalised names.

    An expected name that ends with ``*`` stands for every name that begins so.
    """

    def __call__(self, chemin: Path, attendues: Sequence[str]) -> FichierLu: ...


class LecteurSource(Protocol):
    """Reads any workbook or text as it lies, hidden sheets told; nothing is understood yet."""

    def __call__(self, chemin: Path, progress: Progress) -> SourceLue: ...


# --- what a window or a command is given ------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Bureau:
    """The officer's desk on one open base: every port, bound."""

    base: Base
    horloge: Horloge
    territoires: Territoires
    couper: Coupe
    feries: Feries
    lire_patrimoine: LecteurPatrimoine
    lire_tableau: LecteurTableau
    lire_source: LecteurSource
    ecrire_lettre: RedacteurLettre
    ecrire_courriers: RedacteurCourriers
    ecrire_liste: RedacteurListe
    ecrire_bilan_xlsx: RedacteurBilan
    ecrire_bilan_pdf: RedacteurBilan
    ecrire_bilan_csv: RedacteurBilan
    ecrire_simulation: RedacteurSimulation
    ecrire_modele: RedacteurModele
    ecrire_rapport_xlsx: RedacteurRapport
    ecrire_photo_pdf: RedacteurPhoto
    ecrire_photo_xlsx: RedacteurClasseurPhoto


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


class ColonnesAbsentesError(FichierIllisibleError):
    """No row of a table names the columns that were expected of it."""
