"""Who writes the papers and the workbooks, as protocols; adapters answer them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from fluxdesk.domain.bilan import Bilan
    from fluxdesk.domain.lettre import Lettre
    from fluxdesk.domain.rapport import RapportImport
    from fluxdesk.services.ports import Progress
    from fluxdesk.services.simuler_annee import Simulation


class RedacteurLettre(Protocol):
    """Writes one letter; the same letter gives the same bytes."""

    def __call__(self, lettre: Lettre, cible: Path) -> None:
        """Raises EcritureError."""
        ...


class RedacteurCourriers(Protocol):
    """Writes letters to a folder, all or none: one file each, or one document for all.

    ``lettres`` gives names of files and letters, ``total`` their number; ``recueil`` names the one
    document, empty for one file each. What stands there stays: the new file is numbered.
    """

    def __call__(
        self,
        lettres: Iterable[tuple[str, Lettre]],
        dossier: Path,
        *,
        recueil: str,
        total: int,
        progress: Progress,
    ) -> tuple[Path, ...]:
        """Raises EcritureError and AnnuleError; nothing is left of them then."""
        ...


class RedacteurListe(Protocol):
    """Writes a list to a workbook or a csv, as its suffix says; no cell is run."""

    def __call__(
        self, titres: Sequence[str], lignes: Iterable[Sequence[str | int]], cible: Path
    ) -> None:
        """Raises EcritureError."""
        ...


class RedacteurBilan(Protocol):
    """Writes one bilan to a file."""

    def __call__(self, bilan: Bilan, cible: Path) -> None:
        """Raises EcritureError."""
        ...


class RedacteurSimulation(Protocol):
    """Writes what a simulation found to a workbook."""

    def __call__(self, simulation: Simulation, cible: Path) -> None:
        """Raises EcritureError."""
        ...


class RedacteurRapport(Protocol):
    """Writes the report of an import to a workbook."""

    def __call__(self, rapport: RapportImport, cible: Path) -> None:
        """Raises EcritureError."""
        ...


class RedacteurModele(Protocol):
    """Writes an empty workbook with these columns, a sheet of explanations and examples."""

    def __call__(self, colonnes: Sequence[str], cible: Path) -> None:
        """Raises EcritureError."""
        ...
