"""The letters that wait, each with its tick."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from typing_extensions import override

from fluxdesk.domain.dates import en_chiffres
from fluxdesk.services.courriers_du_jour import CourrierAttendu, cle_courrier
from fluxdesk.ui.models.lignes import Colonne, ModeleLignes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

    from fluxdesk.services.courriers_du_jour import Cle
    from fluxdesk.ui.models.lignes import Index

Role = Qt.ItemDataRole
COCHE = 0  # the column that holds the tick


def _ecrit(row: CourrierAttendu) -> str:
    day = row.courrier.edite
    return en_chiffres(day) if day else "en attente"


def _genre(row: CourrierAttendu) -> str:
    genre = row.courrier.genre.value
    return genre[:1].upper() + genre[1:]


class CourriersModel(ModeleLignes[CourrierAttendu]):
    """Shows the letters; the first column is ticked by mouse or Espace."""

    coche = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        self._coches: set[Cle] = set()
        super().__init__(
            (
                Colonne(titre="Courrier", texte=_genre),
                Colonne(
                    titre="Du",
                    texte=lambda row: en_chiffres(row.courrier.jour),
                    tri=lambda row: row.courrier.jour,
                    titre_complet="Jour de ce qui l’appelle",
                ),
                Colonne(titre="Destinataire", texte=lambda row: row.destinataire),
                Colonne(titre="Offre", texte=lambda row: row.numero),
                Colonne(titre="Logement", texte=lambda row: row.quoi),
                Colonne(titre="Écrit le", texte=_ecrit),
            ),
            parent,
        )

    def proposer(self, lignes: Sequence[CourrierAttendu]) -> None:
        """Show the letters; those that wait are ticked."""
        self._coches = {cle_courrier(r.courrier) for r in lignes if r.courrier.edite is None}
        self.montrer(lignes)
        self.coche.emit()

    def coches(self) -> tuple[CourrierAttendu, ...]:
        """The letters ticked, in the order shown."""
        return tuple(row for row in self.lignes if cle_courrier(row.courrier) in self._coches)

    def cocher_tout(self, *, oui: bool) -> None:
        """Tick or untick every letter."""
        self._coches = {cle_courrier(row.courrier) for row in self.lignes} if oui else set()
        if self.lignes:
            last = self.index(len(self.lignes) - 1, COCHE, QModelIndex())
            self.dataChanged.emit(self.index(0, COCHE, QModelIndex()), last)
        self.coche.emit()

    def basculer(self, rang: int) -> None:
        """Tick or untick a row, from wherever it is chosen."""
        index = self.index(rang, COCHE, QModelIndex())
        ticked = self.data(index, Role.CheckStateRole) is Qt.CheckState.Checked
        state = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
        self.setData(index, state, Role.CheckStateRole)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == COCHE else flags

    @override
    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        row = self.ligne(index)
        if row is not None and role == Role.CheckStateRole and index.column() == COCHE:
            ticked = cle_courrier(row.courrier) in self._coches
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        return super().data(index, role)

    @override
    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        row = self.ligne(index)
        if row is None or role != Role.CheckStateRole:
            return False
        key = cle_courrier(row.courrier)
        if Qt.CheckState(value) is Qt.CheckState.Checked:
            self._coches.add(key)
        else:
            self._coches.discard(key)
        self.dataChanged.emit(index, index)
        self.coche.emit()
        return True
