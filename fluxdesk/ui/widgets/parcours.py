"""The life of a vacancy as a time line: each step done, next or late, and the act it asks for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from fluxdesk.ui.theme import etiquette_etat, icone, jetons

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fluxdesk.ui.theme import Etat

COTE = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Jalon:
    """One step: its icon says how it stands, and so does ``etat`` in words.

    ``quand`` is the day, ``retard`` the same as a late badge; ``dit`` the whole explanation;
    ``cle`` names the act that a click asks for, empty where none is.
    """

    titre: str
    image: str
    etat: str
    quand: str = ""
    ton: Etat | None = None
    dit: str = ""
    cle: str = ""
    fort: bool = False
    doux: bool = False


class Parcours(QFrame):
    """The next act in words, then every step; says which act was chosen."""

    choisi = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Étapes de la vacance")
        heading = QLabel("Étapes")
        heading.setProperty("role", "fort")
        heading.setContentsMargins(14, 10, 14, 0)
        self.ensuite = QLabel()
        self.ensuite.setWordWrap(True)
        self.ensuite.setContentsMargins(14, 4, 14, 6)
        self.ensuite.setAccessibleName("Ensuite")
        self._jalons: tuple[Jalon, ...] = ()
        self._lignes: list[tuple[Jalon, QLabel, QPushButton | QLabel]] = []
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 6)
        self._outer.setSpacing(0)
        self._outer.addWidget(heading)
        self._outer.addWidget(self.ensuite)
        self._body: QWidget | None = None

    def montrer(self, ensuite: str, jalons: Sequence[Jalon]) -> None:
        """Replace everything shown; the step that had the keyboard keeps it."""
        focused = self._au_clavier()
        self.ensuite.setText(ensuite)
        self.ensuite.setVisible(bool(ensuite))
        if self._body is not None:
            self._outer.removeWidget(self._body)
            self._body.deleteLater()
        self._body = QWidget()
        self._jalons, self._lignes = tuple(jalons), []
        grid = QGridLayout(self._body)
        grid.setContentsMargins(14, 0, 12, 0)
        grid.setVerticalSpacing(1)
        grid.setHorizontalSpacing(8)
        grid.setColumnStretch(1, 1)
        for rank, step in enumerate(self._jalons):
            self._ajouter(grid, rank, step)
        self._outer.addWidget(self._body)
        self._teinter()
        for step, _, name in self._lignes:
            if step.titre == focused:
                name.setFocus()

    def boutons(self) -> list[QPushButton]:
        """The steps that ask for an act, from the top."""
        return [name for _, _, name in self._lignes if isinstance(name, QPushButton)]

    def textes(self) -> list[str]:
        """What is shown, step by step, as a reader hears it."""
        return [name.accessibleName() for _, _, name in self._lignes]

    def _au_clavier(self) -> str:
        held = (step.titre for step, _, name in self._lignes if name.hasFocus())
        return next(held, "")

    def _ajouter(self, grid: QGridLayout, rank: int, step: Jalon) -> None:
        picture = QLabel()
        picture.setFixedWidth(COTE)
        name = self._nom(step)
        told = ", ".join(part for part in (step.titre, step.etat, step.quand) if part)
        name.setAccessibleName(f"{told}\u00a0: {step.dit}" if step.dit else told)
        name.setToolTip(
            "\n".join(part for part in (f"{step.titre}, {step.etat}", step.dit) if part)
        )
        grid.addWidget(picture, rank, 0)
        grid.addWidget(name, rank, 1, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._lignes.append((step, picture, name))
        if step.quand:
            when = etiquette_etat(step.quand, step.ton) if step.ton else QLabel(step.quand)
            when.setToolTip(name.toolTip())
            if step.ton is None:
                when.setProperty("role", "doux" if step.doux else "")
            align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            grid.addWidget(when, rank, 2, align)

    def _nom(self, step: Jalon) -> QPushButton | QLabel:
        if not step.cle:
            label = QLabel(step.titre)
            label.setProperty("role", "doux" if step.doux else "fort" if step.fort else "")
            label.setContentsMargins(5, 3, 0, 3)
            return label
        button = QPushButton(step.titre)
        button.setProperty("role", "lien")
        button.setAutoDefault(False)
        button.clicked.connect(self._choisir)
        return button

    @Slot()
    def _choisir(self) -> None:
        for step, _, name in self._lignes:
            if name is self.sender():
                self.choisi.emit(step.cle)

    def _teinter(self) -> None:
        tokens = jetons()
        tints = {
            "circle-check": tokens.ok,
            "clock": tokens.retard,
            "arrow-right": tokens.accent,
        }
        for step, picture, _ in self._lignes:
            drawn = icone(step.image, tints.get(step.image, tokens.texte_doux))
            picture.setPixmap(drawn.pixmap(QSize(COTE, COTE)))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._teinter()
