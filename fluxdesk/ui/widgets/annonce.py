"""What just happened, told in the page itself, with what can be done next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from fluxdesk.ui.theme import bouton, icone, jetons

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

ICONE = 18


class Annonce(QFrame):
    """A band with an icon, a sentence and buttons; hidden until there is something to tell."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icone = QLabel()
        self._texte = QLabel()
        self._texte.setWordWrap(True)
        self._boutons = QHBoxLayout()
        self._boutons.setSpacing(8)
        self._fermer = bouton("Fermer", "x")
        self._fermer.setAccessibleName("Fermer ce message")
        self._fermer.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 12, 10)
        row.setSpacing(12)
        row.addWidget(self._icone)
        row.addWidget(self._texte, 1)
        row.addLayout(self._boutons)
        row.addWidget(self._fermer)
        self.hide()

    @property
    def texte(self) -> str:
        """The sentence being told."""
        return self._texte.text()

    def dire(self, texte: str, actions: Sequence[tuple[str, str, Callable[[], None]]] = ()) -> None:
        """Tell that something was done; each action is a text, an icon and a bound method."""
        self.setProperty("role", "avis-ok")
        self.style().polish(self)
        self._icone.setPixmap(icone("circle-check", jetons().ok).pixmap(ICONE, ICONE))
        self._texte.setText(texte)
        self.setAccessibleName(texte)
        while (item := self._boutons.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for label, picture, act in actions:
            button = bouton(label, picture)
            button.clicked.connect(act)
            self._boutons.addWidget(button)
        self.show()

    def boutons(self) -> list[QPushButton]:
        """The buttons offered beside the sentence."""
        held = (self._boutons.itemAt(place) for place in range(self._boutons.count()))
        return [i.widget() for i in held if i and isinstance(i.widget(), QPushButton)]  # type: ignore[misc] # narrowed by the test

    @Slot()
    def taire(self) -> None:
        """Tell nothing."""
        self.hide()
