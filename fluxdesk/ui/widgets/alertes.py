"""Findings on conventions: an icon, a word and a sentence each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from fluxdesk.domain.controles import Gravite
from fluxdesk.domain.faisabilite_phrases import Grade
from fluxdesk.ui.theme import Etat, couleurs_etat, icone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fluxdesk.domain.controles import Alerte
    from fluxdesk.domain.faisabilite_phrases import Message

MOTS: dict[Gravite, tuple[str, str, Etat]] = {
    Gravite.BLOQUANT: ("circle-alert", "Bloquant", Etat.RETARD),
    Gravite.ALERTE: ("triangle-alert", "À vérifier", Etat.ALERTE),
}
GRADES: dict[Grade, tuple[str, str, Etat]] = {
    Grade.IMPOSSIBLE: ("circle-alert", "Impossible", Etat.RETARD),
    Grade.ALERTE: ("triangle-alert", "Alerte", Etat.ALERTE),
    Grade.TENDU: ("hourglass", "Tendu", Etat.ALERTE),
    Grade.OK: ("circle-check", "Possible", Etat.OK),
}
ICONE = 16


class ListeAlertes(QWidget):
    """Shows findings, the blocking ones first; one quiet line where there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._body: QWidget | None = None
        self._phrases: tuple[str, ...] = ()

    @property
    def phrases(self) -> tuple[str, ...]:
        """The sentences shown."""
        return self._phrases

    def montrer(
        self, alertes: Sequence[Alerte], sinon: str = "", messages: Sequence[Message] = ()
    ) -> None:
        """Replace everything shown; ``sinon`` is said where the law has no finding."""
        ordered = sorted(alertes, key=lambda a: a.gravite is not Gravite.BLOQUANT)
        rows = [(*MOTS[a.gravite], a.phrase) for a in ordered]
        if not rows and sinon:
            rows = [("circle-check", "Conforme", Etat.OK, sinon)]
        self._ecrire([*rows, *((*GRADES[m.grade], m.phrase) for m in messages)])

    def attendre(self, phrase: str) -> None:
        """Say what is being done, or awaited."""
        self._ecrire([("info", "", Etat.NEUTRE, phrase)])

    def _ecrire(self, rows: Sequence[tuple[str, str, Etat, str]]) -> None:
        self._phrases = tuple(phrase for *_, phrase in rows)
        if self._body is not None:
            self._outer.removeWidget(self._body)
            self._body.hide()
            self._body.deleteLater()
        self._body = QWidget()
        grid = QGridLayout(self._body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(2, 1)
        for number, row in enumerate(rows):
            self._ligne(grid, number, row)
        self._outer.addWidget(self._body)

    def _ligne(self, grid: QGridLayout, number: int, row: tuple[str, str, Etat, str]) -> None:
        picture, word, state, phrase = row
        image = QLabel()
        image.setPixmap(icone(picture, couleurs_etat(state)[0]).pixmap(ICONE, ICONE))
        grid.addWidget(image, number, 0, Qt.AlignmentFlag.AlignTop)
        if word:
            badge = QLabel(word)
            badge.setProperty("etat", state.value)
            grid.addWidget(badge, number, 1, Qt.AlignmentFlag.AlignTop)
        sentence = QLabel(phrase)
        sentence.setWordWrap(True)
        sentence.setAccessibleName(f"{word}\u00a0: {phrase}" if word else phrase)
        sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        grid.addWidget(sentence, number, 2)
