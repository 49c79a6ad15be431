"""The PDFs kept with a convention: join one, open it, copy it, take it away."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from fluxdesk.domain.typographie import typographier
from fluxdesk.ui.dialogs.motif import MotifDialog
from fluxdesk.ui.models.lignes import Colonne, ModeleLignes
from fluxdesk.ui.phrases import octets
from fluxdesk.ui.theme import bouton
from fluxdesk.ui.widgets.table import Table
from fluxdesk.ui.widgets.vide import EtatVide, ListeOuVide

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fluxdesk.domain.document import Document

GENRES = ("convention signée", "avenant signé", "autre pièce")
PDF = "Documents PDF (*.pdf)"
RIEN = (
    "Joignez le PDF de la convention signée et de chaque avenant : la base en garde une copie avec "
    "son empreinte, même si le fichier d’origine est déplacé ou effacé."
)


class PageDocuments(QWidget):
    """Shows what is kept; asks for files and reasons, the caller acts on its signals."""

    jointure = Signal(Path, str)
    copie = Signal(int, Path)
    ouverture = Signal(int)
    retrait = Signal(int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.genre = QComboBox()
        self.genre.setAccessibleName("Nature du document à joindre")
        self.genre.addItems(GENRES)
        self.joindre = bouton("Joindre un PDF…", "upload")
        self.ouvrir = bouton("Ouvrir", "external-link")
        self.copier = bouton("Enregistrer sous…", "save")
        self.retirer = bouton("Retirer…", "trash-2")
        self.model = _modele(self)
        self.table = Table("Documents gardés")
        self.table.setModel(self.model)
        self.table.largeurs({1: "convention signée ##", 2: "25,0 Mo ##", 3: "0" * 18})
        self.table.etirer(0)
        self.table.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # names differ by their ends
        self.question: MotifDialog | None = None
        self._ranger()
        self._brancher()

    def _ranger(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        row = QHBoxLayout()
        row.setSpacing(8)
        for widget in (self.genre, self.joindre, self.ouvrir, self.copier, self.retirer):
            row.addWidget(widget)
        row.addStretch(1)
        column.addLayout(row)
        empty = EtatVide("Aucun document gardé", typographier(RIEN))
        column.addWidget(ListeOuVide(self.table, empty), 1)

    def _brancher(self) -> None:
        self.joindre.clicked.connect(self._demander_pdf)
        self.ouvrir.clicked.connect(self._demander_ouverture)
        self.table.activated.connect(self._demander_ouverture)
        self.copier.clicked.connect(self._demander_copie)
        self.retirer.clicked.connect(self._demander_retrait)
        self.table.selectionModel().currentRowChanged.connect(self._ajuster)

    def montrer(self, documents: Sequence[Document]) -> None:
        """Replace everything shown; the first one is chosen."""
        self.model.montrer(tuple(documents))
        if documents:
            self.table.selectRow(0)
        self._ajuster()

    def document(self) -> Document | None:
        """The one chosen."""
        return self.model.ligne(self.table.currentIndex())

    @Slot()
    def _ajuster(self) -> None:
        for button in (self.ouvrir, self.copier, self.retirer):
            button.setEnabled(self.document() is not None)

    @Slot()
    def _demander_pdf(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, "Joindre un PDF", "", PDF)
        if chosen:
            self.jointure.emit(Path(chosen), self.genre.currentText())

    @Slot()
    def _demander_ouverture(self) -> None:
        kept = self.document()
        if kept is not None:
            self.ouverture.emit(kept.id)

    @Slot()
    def _demander_copie(self) -> None:
        kept = self.document()
        if kept is None:
            return
        chosen, _ = QFileDialog.getSaveFileName(self, "Enregistrer sous", kept.nom, PDF)
        if chosen:
            self.copie.emit(kept.id, Path(chosen))

    @Slot()
    def _demander_retrait(self) -> None:
        kept = self.document()
        if kept is None:
            return
        self.question = MotifDialog(
            "Retirer le document",
            f"«\u00a0{kept.nom}\u00a0» ne sera plus gardé dans la base.",
            "Retirer",
            self,
        )
        self.question.accepted.connect(self._retirer)
        self.question.finished.connect(self.question.deleteLater)
        self.question.open()

    @Slot()
    def _retirer(self) -> None:
        kept = self.document()
        if kept is not None and self.question is not None:
            self.retrait.emit(kept.id, self.question.motif())


def _modele(parent: QWidget) -> ModeleLignes[Document]:
    return ModeleLignes(
        (
            Colonne(titre="Document", texte=lambda d: d.nom, dit=lambda d: d.nom),
            Colonne(titre="Nature", texte=lambda d: d.genre),
            Colonne(titre="Taille", texte=lambda d: octets(d.taille), nombre=True),
            Colonne(
                titre="Empreinte",
                texte=lambda d: d.empreinte[:16],
                dit=lambda d: f"SHA-256\u00a0: {d.empreinte}",
            ),
        ),
        parent,
    )
