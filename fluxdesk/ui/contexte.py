"""What every page is given: the open base, the worker, and the word that something changed."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.vacance_longue import MOIS_USUELS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from fluxdesk.services.ports import Bureau, Progress
    from fluxdesk.ui.tasks import Task, Tasks

T = TypeVar("T")


class Sujet(StrEnum):
    """What a page shows and an action changes."""

    PATRIMOINE = "patrimoine"
    CONVENTIONS = "conventions"
    VACANCES = "vacances"
    JOURNAL = "journal"
    BAILLEUR = "bailleur"


class Travail(QObject):
    """An action being done: its name, and what it will have changed.

    Its end is told in one breath, from one slot: were the end of the work, its result and the
    change three calls queued by the worker, a key or a click could come between them, and act on
    a page that shows no longer what is.
    """

    fini = Signal(object)  # the result, to the caller's own slot; dropped if its widget is gone

    def __init__(
        self, libelle: str, task: Task, contexte: Contexte, sujets: frozenset[Sujet]
    ) -> None:
        super().__init__(contexte)
        self.libelle = libelle
        self.task = task
        self._contexte = contexte
        self._sujets = sujets

    @Slot(object)
    def reussir(self, result: object) -> None:
        """Let the next action begin, show the result, then tell the pages."""
        self._contexte.finir(self)
        self.fini.emit(result)
        self._contexte.change.emit(self._sujets)
        self.deleteLater()

    @Slot(Exception)
    def echouer(self, error: Exception) -> None:
        """Say what went wrong; nothing was kept."""
        self._contexte.finir(self)
        self._contexte.dire(error)
        self.deleteLater()

    @Slot()
    def abandonner(self) -> None:
        """Say that the officer's cancellation was obeyed."""
        self._contexte.finir(self)
        self._contexte.avis.emit(f"{self.libelle}\u00a0: annulé, rien n’a été enregistré.")
        self.deleteLater()


class Contexte(QObject):
    """One open base, seen from the pages."""

    change = Signal(object)  # frozenset[Sujet]
    erreur = Signal(str)
    avis = Signal(str)
    courriers = Signal()  # the letters of the day are asked for
    baux = Signal()  # the leases to examine are asked for
    ouvrir = Signal(str, int)
    identite = Signal()  # ask for the identity of the landlord
    importer = Signal(object)  # Genre, or None: ask for files and open the assistant
    travail = Signal(str)  # what is being done; empty once nothing is

    def __init__(self, bureau: Bureau, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.bureau = bureau
        self.tasks = tasks
        self.cotation = False  # whether the officer wants to see the score of a demand (B2)
        self.mois_vacance_longue = MOIS_USUELS  # after how many months a vacancy alerts (A5)
        self._travail: Travail | None = None

    def lire(self, work: Callable[[], T], montrer: Callable[[T], None]) -> None:
        """Read on the worker, show in the GUI thread.

        Args:
            work: reads; runs on the worker, so it touches no widget.
            montrer: a bound method of the widget that shows the result; a result for a
                widget that is gone is dropped.
        """

        def read(_progress: Progress) -> T:
            return work()

        task = self.tasks.lancer(read)
        task.succeeded.connect(montrer)
        task.failed.connect(self.dire)
        task.demarrer()

    def agir(
        self,
        libelle: str,
        work: Callable[[Progress], T],
        fini: Callable[[T], None] | None = None,
        *,
        sujets: Iterable[Sujet],
    ) -> None:
        """Write on the worker, with progress and cancel in the status bar.

        Args:
            libelle: what is being done, in words: « Import du patrimoine ».
            work: the use case; runs on the worker.
            fini: a bound method of the widget that shows the result.
            sujets: what the pages must read again afterwards.
        """
        if self._travail is not None:  # a second click must not write twice
            self.erreur.emit(
                f"«\u00a0{self._travail.libelle}\u00a0» n’est pas terminé. "
                "Attendez sa fin ou annulez-le avant de continuer."
            )
            return
        task = self.tasks.lancer(work)
        travail = Travail(libelle, task, self, frozenset(sujets))
        if fini is not None:
            travail.fini.connect(fini)
        task.succeeded.connect(travail.reussir)
        task.failed.connect(travail.echouer)
        task.cancelled.connect(travail.abandonner)
        self._travail = travail
        self.travail.emit(libelle)
        task.demarrer()

    def annuler(self) -> None:
        """Cancel the action being done; what pages are reading goes on."""
        if self._travail is not None:
            self._travail.task.annuler()

    def finir(self, travail: Travail) -> None:
        """Note that an action ended; called by the action itself."""
        if travail is self._travail:
            self._travail = None
            self.travail.emit("")

    @Slot(Exception)
    def dire(self, error: Exception) -> None:
        """Show an error: its own sentence if it can be mended, a plain one if it is a fault."""
        if isinstance(error, FluxDeskError):
            self.erreur.emit(str(error))
            return
        self.erreur.emit(
            "FluxDesk a rencontré une erreur imprévue. Rien n’a été enregistré. "
            "Le détail est dans le journal technique, à joindre si vous demandez de l’aide."
        )
