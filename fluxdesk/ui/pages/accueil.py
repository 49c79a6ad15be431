"""The first start: make a base, open one, or look at the demonstration."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from fluxdesk.ui.theme import bouton, bouton_principal

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtCore import SignalInstance

LETTRES = 76  # width of the column, in average letters
RECENTS_MONTRES = 6


class AccueilPage(QWidget):
    """Three ways in, and the bases opened lately; opens nothing itself."""

    creer = Signal()
    ouvrir = Signal()
    demonstration = Signal()
    recente = Signal(object)  # Path

    def __init__(self, *, avec_demonstration: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Accueil")
        self._chemins: dict[QPushButton, Path] = {}
        column = QVBoxLayout()
        column.setSpacing(16)
        title = QLabel("FluxDesk")
        title.setProperty("role", "grand")
        column.addWidget(title)
        column.addWidget(
            _phrase(
                "À qui proposer le prochain logement libéré, et pourquoi\u00a0: conventions, "
                "orientations, lettres et bilans de la gestion en flux."
            )
        )
        column.addWidget(self._entrees(avec_demonstration=avec_demonstration))
        self._recents = QFrame()
        self._recents.setProperty("role", "carte")
        self._liste = QVBoxLayout(self._recents)
        self._liste.setContentsMargins(16, 12, 16, 12)
        self._liste.setSpacing(4)
        column.addWidget(self._recents)
        column.addStretch(1)
        holder = QWidget()
        holder.setLayout(column)
        holder.setFixedWidth(self.fontMetrics().averageCharWidth() * LETTRES)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(24, 64, 24, 24)
        outer.addWidget(holder, 0, Qt.AlignmentFlag.AlignHCenter)
        self.montrer_recents([])

    def montrer_recents(self, chemins: Sequence[Path]) -> None:
        """List the bases opened lately."""
        while (item := self._liste.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self._chemins = {}
        title = QLabel("Bases récentes")
        title.setProperty("role", "fort")
        self._liste.addWidget(title)
        for chemin in chemins[:RECENTS_MONTRES]:
            button = QPushButton(chemin.stem)
            button.setProperty("role", "lien")
            button.setToolTip(str(chemin))
            button.setAccessibleName(f"Ouvrir {chemin.stem}")
            button.clicked.connect(self._on_recent)
            self._chemins[button] = chemin
            self._liste.addWidget(button)
        self._recents.setVisible(bool(chemins))

    def _entrees(self, *, avec_demonstration: bool) -> QFrame:
        card = QFrame()
        card.setProperty("role", "carte")
        column = QVBoxLayout(card)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        make = bouton_principal("Créer ma base", "file-plus")
        make.clicked.connect(self.creer)
        ways = [
            (make, "L’identité de l’organisme, puis le patrimoine et les conventions."),
            (
                _relie(bouton("Ouvrir une base…", "folder-open"), self.ouvrir),
                "Un fichier .fluxdesk déjà créé, sur ce poste ou un dossier partagé.",
            ),
        ]
        if avec_demonstration:
            ways.append(
                (
                    _relie(bouton("Explorer la base de démonstration", "eye"), self.demonstration),
                    "Un bailleur fictif et une année de libérations, pour essayer sans risque.",
                )
            )
        width = max(button.sizeHint().width() for button, _ in ways)
        for number, (button, words) in enumerate(ways):
            if number:
                line = QFrame()
                line.setProperty("role", "filet")
                column.addWidget(line)
            button.setMinimumWidth(width)
            row = QHBoxLayout()
            row.setContentsMargins(16, 12, 16, 12)
            row.setSpacing(16)
            row.addWidget(button)
            row.addWidget(_phrase(words), 1)
            column.addLayout(row)
        return card

    def _on_recent(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            self.recente.emit(self._chemins[button])


def _relie(button: QPushButton, signal: SignalInstance) -> QPushButton:
    button.clicked.connect(signal)
    return button


def _phrase(texte: str) -> QLabel:
    label = QLabel(texte)
    label.setProperty("role", "doux")
    label.setWordWrap(True)
    return label
