"""Which base: asks the officer for a file, has it opened, and remembers it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog

from fluxdesk.ui.dialogs.nouvelle_base import NouvelleBaseDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from fluxdesk.services.ports import Bureau
    from fluxdesk.ui.ouverture import Ouverture
    from fluxdesk.ui.reglages import Reglages

SUFFIXE = ".fluxdesk"
FILTRE = f"Bases FluxDesk (*{SUFFIXE})"


class Bases(QObject):
    """The bases of this officer: the one open, those opened lately, the demonstration."""

    ouverte = Signal(object)  # Bureau
    recentes = Signal(object)  # list[Path]

    def __init__(
        self, ouverture: Ouverture, reglages: Reglages, fenetre: QWidget, demonstration: Path | None
    ) -> None:
        super().__init__(fenetre)
        self._ouverture = ouverture
        self._reglages = reglages
        self._fenetre = fenetre
        self._demonstration = demonstration
        self._bureau: Bureau | None = None
        self._dialog: NouvelleBaseDialog | QFileDialog | None = None
        ouverture.ouvert.connect(self._on_open)

    @property
    def bureau(self) -> Bureau | None:
        """The desk on the open base."""
        return self._bureau

    def demarrer(self, chemin: Path | None) -> None:
        """Open what the program was started with; else load what opening will need."""
        self.relire_recentes()
        if chemin is None:
            self._ouverture.prechauffer()
        elif chemin == self._demonstration:
            self.explorer()
        else:
            self.ouvrir(chemin)

    @Slot()
    def relire_recentes(self) -> None:
        """Tell which bases were opened lately."""
        self.recentes.emit(self._reglages.recents())

    @Slot()
    def demander_nouvelle(self) -> None:
        """Ask for the identity of the landlord and where its base goes."""
        dialog = NouvelleBaseDialog(Path.home() / "Documents", self._fenetre)
        dialog.accepted.connect(self._create)
        self._dialog = dialog
        dialog.open()

    @Slot()
    def demander(self) -> None:
        """Ask which base to open."""
        dialog = QFileDialog(self._fenetre, "Ouvrir une base", "", FILTRE)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._on_file)
        self._dialog = dialog
        dialog.open()

    @Slot(object)
    def ouvrir(self, chemin: Path) -> None:
        """Open a base, unless it is the one that is open."""
        if self._bureau is None or self._bureau.base.chemin != chemin:
            self._ouverture.ouvrir(chemin)

    @Slot()
    def explorer(self) -> None:
        """Build the demonstration and open it."""
        if self._demonstration is not None:
            self._ouverture.demonstration(self._demonstration)

    @Slot()
    def _create(self) -> None:
        if isinstance(self._dialog, NouvelleBaseDialog):
            self._ouverture.creer(self._dialog.chemin(), self._dialog.bailleur())

    @Slot(str)
    def _on_file(self, nom: str) -> None:
        self.ouvrir(Path(nom))

    @Slot(object)
    def _on_open(self, bureau: Bureau) -> None:
        self._bureau = bureau
        self._reglages.ajouter_recent(bureau.base.chemin)
        self.relire_recentes()
        self.ouverte.emit(bureau)
