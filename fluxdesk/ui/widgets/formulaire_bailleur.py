"""The identity of the landlord as a form: used to make a base and to change it later."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QWidget

from fluxdesk.domain.bailleur import Bailleur
from fluxdesk.ui.forms.ui_bailleur import Ui_Bailleur

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLineEdit

HAUTEUR_LOGO = 3  # lines of text
LIGNES_ADRESSE = 4
CHIFFRES_SIRET = 14
PAIRE, NEUF = 2, 9


class FormulaireBailleur(QWidget):
    """Shows a landlord and gives it back changed; writes nothing."""

    modifie = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_Bailleur()
        self.ui.setupUi(self)
        self._logo: bytes | None = None
        self._dialog: QFileDialog | None = None
        line = self.fontMetrics().lineSpacing()
        self.ui.adresse.setFixedHeight(line * LIGNES_ADRESSE + 16)
        for field in self._fields().values():
            field.textChanged.connect(self.modifie)
        self.ui.adresse.textChanged.connect(self.modifie)
        self.ui.choisir_logo.clicked.connect(self._ask_logo)
        self.ui.retirer_logo.clicked.connect(self._drop_logo)
        self._show_logo()

    def montrer(self, bailleur: Bailleur) -> None:
        """Fill the form."""
        for name, field in self._fields().items():
            field.setText(getattr(bailleur, name))
        self.ui.adresse.setPlainText("\n".join(bailleur.adresse))
        self._logo = bailleur.logo
        self._show_logo()

    def bailleur(self) -> Bailleur:
        """The landlord as entered."""
        lines = (line.strip() for line in self.ui.adresse.toPlainText().splitlines())
        texts = {name: field.text().strip() for name, field in self._fields().items()}
        texts["siret"] = "".join(texts["siret"].split())
        return Bailleur(adresse=tuple(line for line in lines if line), logo=self._logo, **texts)

    def defaut(self) -> str:
        """What stops this identity from being recorded, in words; empty when nothing does."""
        entered = self.bailleur()
        if not entered.raison_sociale:
            return "Indiquez la raison sociale."
        if entered.siret and not siret_valide(entered.siret):
            return "Ce SIRET n’est pas valide\u00a0: vérifiez ses 14 chiffres, ou laissez-le vide."
        return ""

    def charger_logo(self, chemin: Path) -> None:
        """Take the picture of a file, if it is one."""
        picture = QPixmap(str(chemin))
        if picture.isNull():
            self.ui.apercu_logo.setText(f"{chemin.name} n’est pas une image PNG ou JPEG.")
            return
        self._logo = chemin.read_bytes()
        self._show_logo()
        self.modifie.emit()

    def _fields(self) -> dict[str, QLineEdit]:
        form = self.ui
        return {
            "raison_sociale": form.raison_sociale,
            "siret": form.siret,
            "ville": form.ville,
            "service": form.service,
            "telephone": form.telephone,
            "courriel": form.courriel,
            "signataire": form.signataire,
            "qualite_signataire": form.qualite_signataire,
        }

    @Slot()
    def _ask_logo(self) -> None:
        dialog = QFileDialog(self, "Choisir le logo", "", "Images (*.png *.jpg *.jpeg)")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._on_file)
        self._dialog = dialog
        dialog.open()

    @Slot(str)
    def _on_file(self, nom: str) -> None:
        self.charger_logo(Path(nom))

    @Slot()
    def _drop_logo(self) -> None:
        self._logo = None
        self._show_logo()
        self.modifie.emit()

    def _show_logo(self) -> None:
        self.ui.retirer_logo.setEnabled(self._logo is not None)
        if self._logo is None:
            self.ui.apercu_logo.setText("Aucun logo")
            return
        picture = QPixmap()
        picture.loadFromData(self._logo)
        height = self.fontMetrics().lineSpacing() * HAUTEUR_LOGO
        self.ui.apercu_logo.setPixmap(
            picture.scaledToHeight(height, Qt.TransformationMode.SmoothTransformation)
        )


def siret_valide(siret: str) -> bool:
    """Fourteen digits whose Luhn sum is a multiple of ten."""
    if len(siret) != CHIFFRES_SIRET or not siret.isdecimal():
        return False
    total = 0
    for place, digit in enumerate(int(d) for d in siret):
        weighed = digit * PAIRE if place % PAIRE == 0 else digit
        total += weighed - NEUF if weighed > NEUF else weighed
    return total % 10 == 0
