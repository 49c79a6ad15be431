"""The closed list of causes by which an offer fails, grouped by whose each is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from fluxdesk.domain.echec import RESPONSABLES, CauseEchec, Responsable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

DU_FAIT = {
    Responsable.RESERVATAIRE: "Du fait du réservataire",
    Responsable.CANDIDAT: "Du fait du candidat",
    Responsable.CAL: "Décision de la CAL",
    Responsable.BAILLEUR: "Du fait du bailleur",
}
HAUTEUR_LIGNE = 1.7
VISIBLES = 8  # rows; the others are scrolled to


class ListeCauses(QListWidget):
    """One cause to choose; the titles cannot be chosen, and the arrows pass over them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Cause")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setMinimumHeight(round(VISIBLES * HAUTEUR_LIGNE * self.fontMetrics().height()))

    @property
    def cause(self) -> CauseEchec | None:
        """The cause chosen; None until one is."""
        chosen = self.selectedItems()
        return CauseEchec(chosen[0].data(Qt.ItemDataRole.UserRole)) if chosen else None

    def montrer(self, causes: Sequence[CauseEchec]) -> None:
        """Offer these; the one that was chosen stays where it is among them."""
        before = self.cause
        self.blockSignals(True)  # noqa: FBT003 - Qt's own argument
        self.clear()
        for owner, title in DU_FAIT.items():
            mine = [cause for cause in causes if RESPONSABLES[cause] is owner]
            if mine:
                self._titre(title)
            for cause in mine:
                self._ligne(cause)
        self.setCurrentRow(-1)
        self.blockSignals(False)  # noqa: FBT003 - Qt's own argument
        if before is not None:
            self.choisir(before)

    def choisir(self, cause: CauseEchec) -> None:
        """Choose it, where it is offered."""
        for rank in range(self.count()):
            if self.item(rank).data(Qt.ItemDataRole.UserRole) == cause.value:
                self.setCurrentRow(rank)

    def causes(self) -> list[CauseEchec]:
        """Those that are offered, from the top."""
        values = (self.item(rank).data(Qt.ItemDataRole.UserRole) for rank in range(self.count()))
        return [CauseEchec(value) for value in values if value]

    def _titre(self, texte: str) -> None:
        item = self._ajouter(texte)
        font = item.font()
        font.setBold(True)
        item.setFont(font)
        item.setFlags(Qt.ItemFlag.NoItemFlags)

    def _ligne(self, cause: CauseEchec) -> None:
        words = cause.value[0].upper() + cause.value[1:]
        item = self._ajouter(f"   {words}")
        item.setToolTip(words)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, words)
        item.setData(Qt.ItemDataRole.UserRole, cause.value)

    def _ajouter(self, texte: str) -> QListWidgetItem:
        item = QListWidgetItem(texte)
        tall = round(HAUTEUR_LIGNE * self.fontMetrics().height())
        item.setSizeHint(QSize(0, tall))
        self.addItem(item)
        return item
