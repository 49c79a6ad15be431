"""A form in a dialog: a sentence, lines with their names, a reason, a verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
)

from fluxdesk.ui.dialogs.boutons import nommer_boutons
from fluxdesk.ui.theme import aerer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

LETTRES = 52
Standard = QDialogButtonBox.StandardButton


class SaisieDialog(QDialog):
    """Asks; writes nothing. A subclass adds its lines and says when it is complete."""

    def __init__(self, titre: str, phrase: str, verbe: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(titre)
        self.form = QFormLayout()
        self.form.setSpacing(10)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self._motif = QLineEdit()
        self._motif.setMinimumWidth(self.fontMetrics().averageCharWidth() * LETTRES)
        self.boutons = QDialogButtonBox(Standard.Cancel | Standard.Ok)
        self.faire = nommer_boutons(self.boutons, verbe)
        self.boutons.accepted.connect(self.accept)
        self.boutons.rejected.connect(self.reject)
        said = QLabel(phrase)
        said.setProperty("role", "doux")
        said.setWordWrap(True)
        said.setVisible(bool(phrase))
        self.colonne = QVBoxLayout(self)
        self.colonne.setContentsMargins(24, 24, 24, 16)
        self.colonne.setSpacing(14)
        self.colonne.addWidget(said)
        self.colonne.addLayout(self.form)

    def motif(self) -> str:
        """The reason, kept in the journal; it may be empty."""
        return self._motif.text().strip()

    def ligne(self, nom: str, champ: QWidget) -> None:
        """Add a line."""
        champ.setAccessibleName(nom)
        self.form.addRow(nom, champ)

    def finir(self) -> None:
        """Add the reason and the buttons, under everything."""
        self.ligne("Motif, gardé au journal", self._motif)
        self.colonne.addWidget(self.boutons)
        aerer(self)


def choisir_parmi(choix: Iterable[tuple[str, object]], voulu: object) -> QComboBox:
    """A list of these words and values, on the value wanted; on the first where none is it."""
    box = QComboBox()
    for words, value in choix:
        box.addItem(words, value)
    box.setCurrentIndex(max(0, box.findData(voulu)))
    return box


def sans_largeur(box: QComboBox) -> QComboBox:
    """Long items widen the list that drops, not the form; the one chosen is told whole."""
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(LETTRES // 2)
    view = box.view()
    view.setMinimumWidth(view.sizeHintForColumn(0) + 2 * view.frameWidth())
    box.setToolTip(box.currentText())
    box.currentTextChanged.connect(box.setToolTip)
    return box
