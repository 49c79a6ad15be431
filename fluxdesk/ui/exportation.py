"""A table of a tab written where the officer says, as a workbook or a csv."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from fluxdesk.services.listes import Liste
    from fluxdesk.services.ports import Bureau, Progress
    from fluxdesk.ui.contexte import Contexte

CLASSEUR, TEXTE = "Classeur (*.xlsx)", "Texte (*.csv)"


class Exportation(QObject):
    """Asks where, then writes on the worker."""

    def __init__(self, contexte: Contexte, page: QWidget) -> None:
        super().__init__(page)
        self._contexte = contexte
        self._page = page

    def exporter(self, liste: Liste, nom: str) -> None:
        """Write the table under the name the officer chooses; ``nom`` is proposed."""
        chosen, kind = QFileDialog.getSaveFileName(
            self._page, "Exporter", f"{nom}.xlsx", f"{CLASSEUR};;{TEXTE}"
        )
        if not chosen:
            return
        target = Path(chosen)
        if target.suffix not in {".xlsx", ".csv"}:
            target = target.with_name(target.name + (".csv" if kind == TEXTE else ".xlsx"))
        work = partial(_ecrire, self._contexte.bureau, liste, target)
        self._contexte.agir("Export", work, self._dire, sujets=())

    @Slot(object)
    def _dire(self, cible: Path) -> None:
        self._contexte.avis.emit(f"Tableau enregistré\u00a0: {cible}")


def _ecrire(bureau: Bureau, liste: Liste, cible: Path, _progress: Progress) -> Path:
    bureau.ecrire_liste(liste.titres, liste.lignes, cible)
    return cible
