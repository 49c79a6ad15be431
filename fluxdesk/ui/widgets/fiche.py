"""A fiche: labels and values between hairlines, under a small title."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Champ:
    """One line; ``ton`` tints the value as a badge, ``fort`` sets the line in bold.

    ``dit`` is the tooltip of the value; ``marque`` a word beside it, such as « saisi ».
    """

    titre: str
    valeur: str
    ton: str = ""
    fort: bool = False
    dit: str = ""
    marque: str = ""


class Fiche(QFrame):
    """Shows lines; an empty value is not shown at all."""

    def __init__(self, titre: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(titre)
        heading = QLabel(titre)
        heading.setProperty("role", "fort")
        heading.setContentsMargins(14, 10, 14, 8)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(0)
        self._outer.addWidget(heading)
        self._body: QWidget | None = None

    def montrer(self, champs: Sequence[Champ]) -> None:
        """Replace every line."""
        if self._body is not None:
            self._outer.removeWidget(self._body)
            self._body.deleteLater()
        self._body = QWidget()
        grid = QGridLayout(self._body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.setColumnMinimumWidth(0, 100)
        grid.setColumnStretch(1, 1)
        for number, champ in enumerate(c for c in champs if c.valeur):
            grid.addWidget(filet(), 2 * number, 0, 1, 2)
            grid.addWidget(_titre(champ), 2 * number + 1, 0)
            grid.addWidget(_valeur(champ), 2 * number + 1, 1)
        self._outer.addWidget(self._body)

    def textes(self) -> list[str]:
        """What is shown, line by line, as a reader hears it."""
        if self._body is None:
            return []
        return [
            label.accessibleName()
            for label in self._body.findChildren(QLabel)
            if label.accessibleName()
        ]


def filet() -> QFrame:
    """A hairline."""
    line = QFrame()
    line.setProperty("role", "filet")
    return line


def _titre(champ: Champ) -> QLabel:
    label = QLabel(champ.titre)
    label.setProperty("role", "fort" if champ.fort else "doux")
    label.setContentsMargins(14, 5, 8, 5)
    label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    return label


def _valeur(champ: Champ) -> QWidget:
    label = QLabel(champ.valeur)
    label.setAccessibleName(f"{champ.titre}\u00a0: {champ.valeur}")
    label.setToolTip(champ.dit)
    label.setAccessibleDescription(champ.dit)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if champ.fort:
        label.setProperty("role", "fort")
    if champ.marque:
        return _marquee(champ, label)
    if not champ.ton:
        label.setContentsMargins(0, 5, 12, 5)
        return label
    label.setProperty("etat", champ.ton)
    label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
    holder = QWidget()
    box = QVBoxLayout(holder)
    box.setContentsMargins(0, 3, 12, 3)
    box.addWidget(label)
    return holder


def _marquee(champ: Champ, label: QLabel) -> QWidget:
    """The value and, under it, the word that says who stands behind it."""
    mark = QLabel(champ.marque)
    mark.setProperty("role", "doux")
    mark.setWordWrap(True)
    mark.setToolTip(champ.dit)
    holder = QWidget()
    box = QVBoxLayout(holder)
    box.setContentsMargins(0, 5, 12, 5)
    box.setSpacing(0)
    box.addWidget(label)
    box.addWidget(mark)
    return holder
