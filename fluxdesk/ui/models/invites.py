"""The réservataires to whom one dwelling can be offered together, each with its tick."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from typing_extensions import override

from fluxdesk.domain.dates import en_chiffres
from fluxdesk.domain.flux.nombres import nombre
from fluxdesk.services.proposer_a_tous import Invite
from fluxdesk.ui.models.compte import colonnes_du_compte
from fluxdesk.ui.models.lignes import Colonne, ModeleLignes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

    from fluxdesk.ui.models.lignes import Index

Role = Qt.ItemDataRole
COCHE = 0  # the column that holds the tick


def _echeance(row: Invite) -> str:
    return en_chiffres(row.echeance.jour) if row.echeance else ""


class InvitesModel(ModeleLignes[Invite]):
    """Shows the parties with their accounts; the first column is ticked by mouse or Espace."""

    coche = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        self._coches: set[str] = set()
        super().__init__(
            [
                Colonne(titre="Réservataire", texte=lambda row: row.nom),
                *colonnes_du_compte(Invite),
                Colonne(
                    titre="Score",
                    texte=lambda row: "" if row.score is None else nombre(row.score, signe=True),
                    tri=lambda row: row.score,
                    nombre=True,
                    titre_complet="Retard plus équilibre",
                ),
                Colonne(
                    titre="Échéance",
                    texte=_echeance,
                    tri=lambda row: row.echeance.jour if row.echeance else None,
                    dit=lambda row: row.echeance.explication if row.echeance else None,
                    titre_complet="Échéance de réponse",
                ),
                Colonne(
                    titre="À savoir",
                    texte=lambda row: "déjà servi" if row.deja_servi else "",
                    dit=lambda row: "déjà servi à hauteur de son droit" if row.deja_servi else None,
                ),
            ],
            parent,
        )

    def inviter(self, lignes: Sequence[Invite]) -> None:
        """Show the parties; those that the engine ranks are ticked."""
        self._coches = {row.cle for row in lignes if row.retenu}
        self.montrer(lignes)

    def coches(self) -> tuple[Invite, ...]:
        """The parties ticked, in the order shown."""
        return tuple(row for row in self.lignes if row.cle in self._coches)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == COCHE else flags

    @override
    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        row = self.ligne(index)
        if row is not None and role == Role.CheckStateRole and index.column() == COCHE:
            ticked = row.cle in self._coches
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        return super().data(index, role)

    @override
    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        row = self.ligne(index)
        if row is None or role != Role.CheckStateRole:
            return False
        if Qt.CheckState(value) is Qt.CheckState.Checked:
            self._coches.add(row.cle)
        else:
            self._coches.discard(row.cle)
        self.dataChanged.emit(index, index)
        self.coche.emit()
        return True

    def basculer(self, rang: int) -> None:
        """Tick or untick a row, from wherever it is chosen."""
        index = self.index(rang, COCHE, QModelIndex())
        ticked = self.data(index, Role.CheckStateRole) is Qt.CheckState.Checked
        state = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
        self.setData(index, state, Role.CheckStateRole)
