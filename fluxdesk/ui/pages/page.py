"""What every page has: a title, actions at the right, and a reason to read again."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from fluxdesk.ui.contexte import Contexte, Sujet


class Page(QWidget):
    """A page of the rail. A subclass names itself and fills ``self.corps``."""

    nom: ClassVar[str]
    titre: ClassVar[str]
    icone: ClassVar[str]
    sujets: ClassVar[frozenset[Sujet]]

    # Hides QWidget.actions(), which no page uses.
    actions: QHBoxLayout  # type: ignore[assignment]

    compteur = Signal(int)

    def __init__(self, contexte: Contexte, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.contexte = contexte
        self.setObjectName(self.nom)
        self.setAccessibleName(self.titre)
        self._stale = True
        self.titre_page = QLabel(self.titre)
        self.titre_page.setProperty("role", "titre")
        self.sous_titre = QLabel()
        self.sous_titre.setProperty("role", "doux")
        self.actions = QHBoxLayout()
        self.actions.setSpacing(8)
        header = QHBoxLayout()
        header.setSpacing(12)
        header.addWidget(self.titre_page)
        header.addWidget(self.sous_titre, 1)
        header.addLayout(self.actions)
        self.corps = QVBoxLayout()
        self.corps.setSpacing(16)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 20, 24, 20)
        outer.setSpacing(16)
        outer.addLayout(header)
        outer.addLayout(self.corps, 1)
        contexte.change.connect(self._on_change)

    def recharger(self) -> None:
        """Read again what is shown; called when the page is shown and out of date."""

    def montrer_objet(self, ident: int) -> None:
        """Bring one object of the page to the eye."""

    @Slot(object)
    def _on_change(self, sujets: frozenset[Sujet]) -> None:
        if not sujets & self.sujets:
            return
        if self.isVisible():
            self.recharger()
        else:
            self._stale = True

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self.recharger()
