"""Opening, making and closing bases; the only holder of the workshop, which is slow to load."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from fluxdesk.domain.erreurs import FluxDeskError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from fluxdesk.domain.bailleur import Bailleur
    from fluxdesk.services.ports import Atelier, Bureau, Progress
    from fluxdesk.ui.tasks import Task, Tasks


class Ouverture(QObject):
    """Asks the workshop for a desk, on the worker; one request at a time."""

    ouvert = Signal(object)  # Bureau
    echec = Signal(str)
    travail = Signal(str)  # what is being done; empty once nothing is

    def __init__(self, charger: Callable[[], Atelier], tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._charger = charger
        self._tasks = tasks
        self._atelier: Atelier | None = None
        self._occupe = False
        self._task: Task | None = None

    def annuler(self) -> None:
        """Give up the opening being done."""
        if self._task is not None:
            self._task.annuler()

    def prechauffer(self) -> None:
        """Load the workshop while the officer reads the first page."""
        task = self._tasks.lancer(self._load)
        task.failed.connect(self._on_failure)
        task.demarrer()

    def ouvrir(self, chemin: Path) -> None:
        """Open the base that stands there."""
        self._demander(f"Ouverture de {chemin.name}", lambda _p: self._pret().ouvrir(chemin))

    def creer(self, chemin: Path, bailleur: Bailleur) -> None:
        """Make a base there and open it."""
        self._demander(
            f"Création de {chemin.name}", lambda _p: self._pret().creer(chemin, bailleur)
        )

    def demonstration(self, chemin: Path) -> None:
        """Build the demonstration there and open it."""
        self._demander(
            "Préparation de la base de démonstration",
            lambda progress: self._pret().demonstration(chemin, progress),
        )

    def _demander(self, libelle: str, work: Callable[[Progress], Bureau]) -> None:
        if self._occupe:  # a second double click must not open twice
            return
        self._occupe = True
        task = self._tasks.lancer(work)
        task.succeeded.connect(self._on_open)
        task.failed.connect(self._on_failure)
        task.cancelled.connect(self._on_cancel)
        self._task = task
        self.travail.emit(libelle)
        task.demarrer()

    def _load(self, _progress: Progress) -> None:
        self._pret()

    def _pret(self) -> Atelier:
        """The workshop; on the worker only."""
        if self._atelier is None:
            self._atelier = self._charger()
        return self._atelier

    @Slot(object)
    def _on_open(self, bureau: Bureau) -> None:
        self._end()
        self.ouvert.emit(bureau)

    @Slot(Exception)
    def _on_failure(self, error: Exception) -> None:
        self._end()
        self.echec.emit(
            str(error)
            if isinstance(error, FluxDeskError)
            else "FluxDesk n’a pas pu ouvrir cette base. Le détail est dans le journal technique."
        )

    @Slot()
    def _on_cancel(self) -> None:
        self._end()

    def _end(self) -> None:
        self._occupe = False
        self._task = None
        self.travail.emit("")
