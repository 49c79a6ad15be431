"""The legend of the curves: one line a party, checked where its curve is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QVBoxLayout, QWidget
from typing_extensions import override

from fluxdesk.ui.models.lignes import ROLE_LIGNE
from fluxdesk.ui.theme import bouton
from fluxdesk.ui.widgets.courbes_style import ECHANTILLON, echantillon

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QObject

    from fluxdesk.ui.models.lignes import Index
    from fluxdesk.ui.widgets.courbes_trace import Courbe

Role = Qt.ItemDataRole
CHOISIES = 4  # curves drawn at first: as many as can be told apart at a glance
LETTRES = 25


class LegendeModel(QAbstractListModel):
    """Holds the curves and which of them are drawn."""

    change = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._courbes: tuple[Courbe, ...] = ()
        self._cochees: set[str] = set()
        self.rapport = 1.0

    @property
    def courbes(self) -> tuple[Courbe, ...]:
        """Every curve, in the order of the legend."""
        return self._courbes

    @property
    def visibles(self) -> tuple[Courbe, ...]:
        """The curves that are drawn."""
        return tuple(c for c in self._courbes if c.cle in self._cochees)

    def montrer(self, courbes: Iterable[Courbe]) -> None:
        """Replace every curve and check those that changed most."""
        self.beginResetModel()
        self._courbes = tuple(courbes)
        self.endResetModel()
        self.cocher(c.cle for c in plus_changees(self._courbes))

    def cocher(self, cles: Iterable[str]) -> None:
        """Check these curves and no other."""
        self._cochees = set(cles)
        if self._courbes:
            last = self.index(len(self._courbes) - 1)
            self.dataChanged.emit(self.index(0), last, [Role.CheckStateRole])
        self.change.emit()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._courbes)

    @override
    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        courbe = self._courbes[index.row()]
        match role:
            case Role.DisplayRole:
                return f"\u2003{courbe.nom}" if courbe.part else courbe.nom
            case Role.CheckStateRole:
                drawn = courbe.cle in self._cochees
                return Qt.CheckState.Checked if drawn else Qt.CheckState.Unchecked
            case Role.DecorationRole:
                return echantillon(courbe.style, self.rapport)
            case Role.ToolTipRole:
                return courbe.nom
            case _:
                return courbe if role == ROLE_LIGNE else None

    @override
    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        if not index.isValid() or role != Role.CheckStateRole:
            return False
        self._cochees ^= {self._courbes[index.row()].cle}
        self.dataChanged.emit(index, index, [role])
        self.change.emit()
        return True

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.isValid() else flags


class Legende(QWidget):
    """The list, and the three choices that check many lines at once."""

    change = Signal()
    choisie = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = LegendeModel(self)
        self.liste = QListView()
        self.liste.setAccessibleName("Réservataires dont la courbe est tracée")
        self.liste.setProperty("role", "nue")
        self.liste.setModel(self.model)
        self.liste.setIconSize(ECHANTILLON)
        self.liste.setUniformItemSizes(True)
        self.liste.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.liste.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.liste.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        row = QHBoxLayout()
        row.setSpacing(0)
        self.boutons = tuple(bouton(text) for text in ("Les plus changés", "Tous", "Aucun"))
        for button, act in zip(
            self.boutons, (self._plus_changees, self._toutes, self._aucune), strict=True
        ):
            button.setProperty("role", "lien")
            button.setAccessibleName(f"Tracer\u00a0: {button.text().lower()}")
            button.clicked.connect(act)
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.liste, 1)
        self.model.change.connect(self.change)
        self.liste.selectionModel().currentChanged.connect(self._on_current)
        self.setFixedWidth(self.fontMetrics().averageCharWidth() * LETTRES + 60)

    def montrer(self, courbes: Iterable[Courbe]) -> None:
        """Show these curves; those that changed most are checked."""
        self.model.rapport = self.devicePixelRatioF()
        self.model.montrer(courbes)

    @Slot(QModelIndex)
    def _on_current(self, index: QModelIndex) -> None:
        courbe = index.data(ROLE_LIGNE)
        self.choisie.emit(courbe.cle if courbe else "")

    @Slot()
    def _plus_changees(self) -> None:
        self.model.cocher(c.cle for c in plus_changees(self.model.courbes))

    @Slot()
    def _toutes(self) -> None:
        self.model.cocher(c.cle for c in self.model.courbes)

    @Slot()
    def _aucune(self) -> None:
        self.model.cocher(())


def plus_changees(courbes: Iterable[Courbe]) -> tuple[Courbe, ...]:
    """The undivided parties whose curves differ most between both ways, in order."""
    heads = [c for c in courbes if not c.part]
    kept = sorted(heads, key=lambda c: -c.changement)[:CHOISIES]
    return tuple(c for c in heads if c in kept)
