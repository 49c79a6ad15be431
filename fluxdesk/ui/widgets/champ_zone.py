"""Where a convention applies: the whole patrimoine, or places found by their names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QStringListModel, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QListView, QVBoxLayout, QWidget
from typing_extensions import override

from fluxdesk.domain.flux.parties import Zone
from fluxdesk.ui.models.conventions_lieux import Lieux, zone_des_lieux

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from fluxdesk.ui.models.conventions_lieux import Lieu

TOUT, PARTIE, DEFAUT = 0, 1, 2
LIGNES = 3
RETIRER = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_Backspace})
VALIDER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class ChampZone(QWidget):
    """A choice; for a part, a search field and the list of the places chosen (Suppr removes)."""

    change = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lieux = Lieux()
        self._choisis: list[Lieu] = []
        self.choix = QComboBox()
        self.choix.addItems(["Tout le patrimoine", "Certains territoires"])
        self.recherche = QLineEdit()
        self.recherche.setPlaceholderText("Ajouter un territoire ou une résidence…")
        self.recherche.setToolTip("Commune, EPCI, département, quartier (QPV) ou résidence")
        self.propositions = QStringListModel(self)
        completer = QCompleter(self.propositions, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.recherche.setCompleter(completer)
        self.liste = QListView()
        self._noms = QStringListModel(self)
        self.liste.setModel(self._noms)
        self.liste.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.liste.installEventFilter(self)
        self.liste.setMaximumHeight(LIGNES * round(1.9 * self.fontMetrics().height()))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(4)
        for widget in (self.choix, self.recherche, self.liste):
            outer.addWidget(widget)
        self.setFocusProxy(self.choix)
        self.choix.currentIndexChanged.connect(self._suivre)
        self.recherche.textEdited.connect(self._proposer)
        self.recherche.installEventFilter(self)
        completer.activated.connect(self._ajouter)
        self._suivre()

    def nommer(self, nom: str) -> None:
        """Give the accessible names of the three parts."""
        self.choix.setAccessibleName(nom)
        self.recherche.setAccessibleName(f"{nom}\u00a0: ajouter un territoire")
        self.liste.setAccessibleName(f"{nom}\u00a0: territoires choisis, Suppr pour retirer")

    def offrir_defaut(self, libelle: str) -> None:
        """Let no zone of its own be chosen, said with these words."""
        self.choix.addItem(libelle)

    def proposer_parmi(self, lieux: Lieux) -> None:
        """Give the places, once they are read."""
        self._lieux = lieux
        self.montrer(self.zone())

    def montrer(self, zone: Zone) -> None:
        """Start from this zone."""
        self._choisis = self._lieux.de_la_zone(zone)
        self.choix.setCurrentIndex(TOUT if zone.tout else PARTIE)
        self._ecrire()

    def montrer_propre(self, zone: Zone | None) -> None:
        """Start from this zone, or from the default where there is none."""
        self.montrer(zone or Zone())
        if zone is None:
            self.choix.setCurrentIndex(DEFAUT)

    def zone_propre(self) -> Zone | None:
        """The zone chosen; None for the default, and while no place is named."""
        own = self.choix.currentIndex() != DEFAUT and self.complete
        return self.zone() if own else None

    def zone(self) -> Zone:
        """The zone chosen; a part without any place is empty."""
        return (
            Zone.partout() if self.choix.currentIndex() == TOUT else zone_des_lieux(self._choisis)
        )

    @property
    def complete(self) -> bool:
        """Whether some place is named."""
        return self.choix.currentIndex() == TOUT or bool(self._choisis)

    @Slot()
    def _suivre(self) -> None:
        part = self.choix.currentIndex() == PARTIE
        self.recherche.setVisible(part)
        self.liste.setVisible(part and bool(self._choisis))
        self.change.emit()

    @Slot(str)
    def _proposer(self, texte: str) -> None:
        self.propositions.setStringList([p.libelle for p in self._lieux.chercher(texte)])

    @Slot()
    def _ajouter_premier(self) -> None:
        found = self._lieux.chercher(self.recherche.text())
        if found:
            self._ajouter(found[0].libelle)

    @Slot(str)
    def _ajouter(self, libelle: str) -> None:
        lieu = next((p for p in self._lieux.tous if p.libelle == libelle), None)
        if lieu is not None and lieu not in self._choisis:
            self._choisis.append(lieu)
            self._ecrire()
        self.recherche.clear()

    def retirer(self, rang: int) -> None:
        """Take one place away."""
        if 0 <= rang < len(self._choisis):
            del self._choisis[rang]
            self._ecrire()

    def _ecrire(self) -> None:
        self._noms.setStringList([p.libelle for p in self._choisis])
        self._suivre()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if watched is self.liste and event.key() in RETIRER:
            self.retirer(self.liste.currentIndex().row())
            return True
        if watched is self.recherche and event.key() in VALIDER:
            self._ajouter_premier()
            return True  # Entrée adds a place; it does not accept the form
        return super().eventFilter(watched, event)
