"""Reports of imports, read again from the base and written as workbooks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog

from fluxdesk.services.garder_rapport import lire_rapport

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from fluxdesk.services.ports import Progress
    from fluxdesk.ui.contexte import Contexte

CLASSEUR = "Classeur (*.xlsx)"
LOT = "lot:"


def lot_de(objet: str) -> int:
    """The import a journal entry is about; 0 for none."""
    number = objet.removeprefix(LOT)
    return int(number) if objet.startswith(LOT) and number.isdecimal() else 0


class ActesRapport(QObject):
    """Asks where, then writes."""

    def __init__(self, contexte: Contexte, page: QWidget) -> None:
        super().__init__(page)
        self._contexte = contexte
        self._page = page

    def exporter(self, lot: int) -> None:
        """Write the report of an import where the officer says."""
        name = f"Rapport de l’import {lot}.xlsx"
        chosen, _ = QFileDialog.getSaveFileName(self._page, "Exporter le rapport", name, CLASSEUR)
        if not chosen:
            return
        bureau, target = self._contexte.bureau, Path(chosen).with_suffix(".xlsx")

        def work(_progress: Progress) -> Path:
            bureau.ecrire_rapport_xlsx(lire_rapport(lot, uow=bureau.base.transaction()), target)
            return target

        self._contexte.agir("Écriture du rapport", work, self._told, sujets=())

    @Slot(object)
    def _told(self, cible: Path) -> None:
        self._contexte.avis.emit(f"Rapport enregistré\u00a0: {cible}")
