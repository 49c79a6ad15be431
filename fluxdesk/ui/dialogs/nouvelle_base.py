"""Make a base: who the landlord is, and where its file goes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
)

from fluxdesk.ui.dialogs.boutons import Standard, nommer_boutons
from fluxdesk.ui.theme import bouton
from fluxdesk.ui.widgets.formulaire_bailleur import FormulaireBailleur

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from fluxdesk.domain.bailleur import Bailleur

LETTRES = 90
SUFFIXE = ".fluxdesk"
INTERDITS = '<>:"/\\|?*'  # what Windows refuses in a file name


class NouvelleBaseDialog(QDialog):
    """Two questions on one page; the file follows the name until the officer chooses it."""

    def __init__(self, dossier: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Créer ma base")
        self._dossier = dossier
        self._choisi = False
        self._fichiers: QFileDialog | None = None
        self.formulaire = FormulaireBailleur()
        self._chemin = QLineEdit()
        self._chemin.setAccessibleName("Fichier de la base")
        self._defaut = QLabel()
        self._defaut.setProperty("role", "erreur")
        self._defaut.setWordWrap(True)
        self._buttons = QDialogButtonBox(Standard.Ok | Standard.Cancel)
        self._faire = nommer_boutons(self._buttons, "Créer la base")
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._lay_out()
        self.formulaire.modifie.connect(self._follow)
        self._chemin.textEdited.connect(self._on_edited)
        self.formulaire.ui.raison_sociale.setFocus()
        self._follow()

    def chemin(self) -> Path:
        """Where the base goes, once accepted."""
        text = self._chemin.text().strip()
        return Path(text if text.endswith(SUFFIXE) else text + SUFFIXE)

    def bailleur(self) -> Bailleur:
        """Whose base it is, once accepted."""
        return self.formulaire.bailleur()

    @property
    def defaut(self) -> str:
        """What stops the base from being made, in words."""
        return self._defaut.text()

    def _lay_out(self) -> None:
        browse = bouton("Choisir…", "folder-open")
        browse.setAccessibleName("Choisir le fichier de la base")
        browse.clicked.connect(self._ask_file)
        where = QHBoxLayout()
        where.setSpacing(8)
        where.addWidget(self._chemin, 1)
        where.addWidget(browse)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        column.addWidget(_titre("Votre organisme"))
        column.addWidget(
            _doux("La raison sociale suffit pour commencer\u00a0; le reste se complète plus tard.")
        )
        column.addWidget(self.formulaire)
        column.addSpacing(8)
        column.addWidget(_titre("Le fichier de la base"))
        column.addWidget(
            _doux("Tout y est enregistré au fur et à mesure. Il reste sur ce poste ou ce dossier.")
        )
        column.addLayout(where)
        column.addWidget(self._defaut)
        column.addWidget(self._buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * LETTRES)

    @Slot()
    def _follow(self) -> None:
        name = "".join(c for c in self.bailleur().raison_sociale if c not in INTERDITS)
        if not self._choisi:
            self._chemin.setText(str(self._dossier / f"{name or 'Ma base'}{SUFFIXE}"))
        self._update()

    @Slot()
    def _on_edited(self) -> None:
        self._choisi = True
        self._update()

    @Slot()
    def _ask_file(self) -> None:
        dialog = QFileDialog(
            self, "Fichier de la base", str(self.chemin()), f"Bases FluxDesk (*{SUFFIXE})"
        )
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.fileSelected.connect(self._on_file)
        self._fichiers = dialog
        dialog.open()

    @Slot(str)
    def _on_file(self, nom: str) -> None:
        self._chemin.setText(nom)
        self._on_edited()

    def _update(self) -> None:
        fault = self.formulaire.defaut() or self._path_fault()
        self._defaut.setText(fault)
        self._faire.setEnabled(not fault)

    def _path_fault(self) -> str:
        path = self.chemin()
        if not path.stem or not path.is_absolute():
            return "Indiquez où garder la base, avec le dossier entier."
        if path.exists():
            return f"Un fichier {path.name} existe déjà là\u00a0: choisissez un autre nom."
        if not path.parent.is_dir():
            return f"Le dossier {path.parent} n’existe pas."
        return ""


def _titre(texte: str) -> QLabel:
    label = QLabel(texte)
    label.setProperty("role", "fort")
    return label


def _doux(texte: str) -> QLabel:
    label = QLabel(texte)
    label.setProperty("role", "doux")
    label.setWordWrap(True)
    return label
