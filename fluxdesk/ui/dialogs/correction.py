"""Ask which value several dwellings should have, or that theirs are right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
)

from fluxdesk.domain.correction import CHAMPS_CORRIGEABLES, ValeurRefuseeError, lire_correction
from fluxdesk.services.corriger_lot import Correction
from fluxdesk.ui.dialogs.boutons import nommer_boutons
from fluxdesk.ui.phrases import compte

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from fluxdesk.services.ports import Territoires

Ok = QDialogButtonBox.StandardButton.Ok
LETTRES = 48
PROPOSE = "surface"  # where the field asked for cannot be given to several dwellings


class CorrectionDialog(QDialog):
    """Asks; writes nothing: the caller runs the use case with saisie()."""

    def __init__(
        self, ids: list[int], champ: str, territoires: Territoires, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.ids = ids
        self._territoires = territoires
        self.setWindowTitle("Corriger les logements choisis")
        self.champ = QComboBox()
        for made in CHAMPS_CORRIGEABLES.values():
            if not made.seul or len(ids) == 1:
                self.champ.addItem(made.libelle, made.champ)
        self.remplacer = QRadioButton("&Mettre la valeur")
        self.confirmer = QRadioButton("&Confirmer les valeurs telles qu’elles sont")
        self.remplacer.setChecked(True)
        self.valeur = QLineEdit()
        self.valeur.setMinimumWidth(self.fontMetrics().averageCharWidth() * LETTRES)
        self.motif = QLineEdit()
        self.aide = QLabel()
        self.aide.setProperty("role", "doux")
        self.aide.setWordWrap(True)
        self.boutons = QDialogButtonBox(Ok | QDialogButtonBox.StandardButton.Cancel)
        nommer_boutons(self.boutons, "Enregistrer")
        self._disposer()
        self._brancher()
        offered = self.champ.findData(champ)
        self.champ.setCurrentIndex(offered if offered >= 0 else self.champ.findData(PROPOSE))
        self._changer_champ()
        self.valeur.setFocus()

    def saisie(self) -> Correction:
        """What was entered, once accepted."""
        return Correction(
            champ=self.champ.currentData(),
            texte=None if self.confirmer.isChecked() else self.valeur.text().strip(),
            motif=self.motif.text().strip(),
        )

    def _disposer(self) -> None:
        said = QLabel(
            f"{compte(len(self.ids), 'logement choisi', 'logements choisis')}. La valeur passera "
            "avant celle des fichiers, et l’acte pourra être annulé d’un bloc."
        )
        said.setWordWrap(True)
        form = QFormLayout()
        form.setSpacing(10)
        form.addRow("Champ", self.champ)
        form.addRow(self.remplacer, self.valeur)
        form.addRow(self.confirmer)
        form.addRow("", self.aide)
        form.addRow("Motif, gardé au journal", self.motif)
        for widget, name in (
            (self.champ, "Champ"),
            (self.valeur, "Valeur"),
            (self.motif, "Motif, gardé au journal"),
        ):
            widget.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(14)
        column.addWidget(said)
        column.addLayout(form)
        column.addWidget(self.boutons)

    def _brancher(self) -> None:
        self.champ.currentIndexChanged.connect(self._changer_champ)
        self.confirmer.toggled.connect(self._verifier)
        self.valeur.textChanged.connect(self._verifier)
        self.motif.textChanged.connect(self._verifier)
        self.boutons.accepted.connect(self.accept)
        self.boutons.rejected.connect(self.reject)

    @Slot()
    def _changer_champ(self) -> None:
        """A field that no one types, such as the address, can only be confirmed."""
        typed = bool(CHAMPS_CORRIGEABLES[self.champ.currentData()].colonne)
        if typed != self.remplacer.isEnabled():
            (self.remplacer if typed else self.confirmer).setChecked(True)
        self.remplacer.setEnabled(typed)
        self._verifier()

    @Slot()
    def _verifier(self) -> None:
        typing = self.remplacer.isChecked()
        self.valeur.setEnabled(typing)
        told = self._defaut() if typing else ""
        made = CHAMPS_CORRIGEABLES[self.champ.currentData()]
        self.aide.setText(told or (f"Attendu\u00a0: {made.attendu}." if typing else ""))
        ready = bool(self.motif.text().strip()) and not told
        self.boutons.button(Ok).setEnabled(ready and (not typing or bool(self.valeur.text())))

    def _defaut(self) -> str:
        """Why what was typed cannot be a value; empty where it can, or nothing is typed yet."""
        if not self.valeur.text().strip():
            return ""
        try:
            lire_correction(
                self.champ.currentData(),
                self.valeur.text(),
                trouver_commune=self._territoires.commune,
            )
        except ValeurRefuseeError as error:
            return str(error)
        return ""
