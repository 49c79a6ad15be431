"""The wording of the letters: written, checked as it is typed, seen beside."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from fluxdesk.domain.champs_lettre import CHAMPS, champ_ecrit
from fluxdesk.domain.gabarit_lettre import verifier
from fluxdesk.domain.modele_lettre import GenreCourrier, ModeleLettre
from fluxdesk.domain.originaux_lettre import original
from fluxdesk.services.composer_exemple import composer_exemple
from fluxdesk.services.tenir_modeles import lire_modeles
from fluxdesk.ui.dialogs.confirmation import ConfirmationDialog
from fluxdesk.ui.phrases import texte_ecrit
from fluxdesk.ui.theme import bouton, bouton_principal
from fluxdesk.ui.widgets.apercu_lettre import ApercuLettre
from fluxdesk.ui.widgets.bandeau import Bandeau
from fluxdesk.ui.widgets.liste_choix import garnir

if TYPE_CHECKING:
    from fluxdesk.domain.lettre import Lettre
    from fluxdesk.services.ports import Bureau, Progress
    from fluxdesk.ui.contexte import Contexte

TAILLE = (1240, 680)
ATTENTE = 300  # ms without a key before the preview is made again
AIDE = (
    "Une ligne est un paragraphe, une ligne vide un blanc, une ligne qui commence par "
    "«\u00a0–\u00a0» un point de liste. Un champ s’écrit entre accolades\u00a0; une ligne dont "
    "tous les champs sont vides n’est pas imprimée."
)
ABANDON = "Un modèle modifié n’est pas enregistré\u00a0: ce que vous y avez écrit serait perdu."


class ModelesDialog(QDialog):
    """Shows and checks; what is to be kept is a signal, for whoever does it."""

    enregistrer = Signal(object)  # ModeleLettre
    retablir = Signal(object)  # GenreCourrier

    def __init__(self, contexte: Contexte, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._contexte = contexte
        self._lus: dict[GenreCourrier, ModeleLettre] = {g: original(g) for g in GenreCourrier}
        self._brouillons: dict[GenreCourrier, ModeleLettre] = {}
        self.abandon: ConfirmationDialog | None = None
        self.setWindowTitle("Modèles de lettres")
        self.liste = QListWidget()
        self.liste.setAccessibleName("Genres de lettres")
        self.objet = QLineEdit()
        self.objet.setAccessibleName("Objet")
        self.corps = QPlainTextEdit()
        self.corps.setAccessibleName("Corps de la lettre")
        self.corps.setTabChangesFocus(True)
        self.champs = QComboBox()
        self.champs.setAccessibleName("Champ à insérer")
        self.inserer = bouton("Insérer")
        self.fautes = QLabel()
        self.fautes.setWordWrap(True)
        self.fautes.setAccessibleName("Vérification du modèle")
        self.apercu = ApercuLettre()
        self.bandeau = Bandeau()
        self.original = bouton("Revenir à l’original")
        self.pdf = bouton("Ouvrir l’aperçu PDF")
        self.garder = bouton_principal("Enregistrer ce modèle")
        self.fermer = bouton("Fermer")
        self._minuteur = QTimer(self, singleShot=True, interval=ATTENTE)
        self._disposer()
        self._brancher()
        self.resize(*TAILLE)
        self.relire()

    def modele(self) -> ModeleLettre:
        """What is written for the kind chosen."""
        return ModeleLettre(
            genre=self._genre(), objet=self.objet.text(), corps=texte_ecrit(self.corps)
        )

    @override
    def reject(self) -> None:
        """Close, once agreed where something was typed and not kept."""
        if self._a_perdre():
            self.abandon = ConfirmationDialog(
                "Modèles de lettres", ABANDON, "Fermer sans enregistrer", self
            )
            self.abandon.accepted.connect(super().reject)
            self.abandon.open()
        else:
            super().reject()

    def _a_perdre(self) -> bool:
        read = self._lus
        return any(
            (made.objet, made.corps) != (read[genre].objet, read[genre].corps)
            for genre, made in self._brouillons.items()
        )

    @Slot()
    def relire(self) -> None:
        """Read the templates in force again."""
        self._contexte.lire(partial(_lire, self._contexte.bureau), self._recevoir)

    def _genre(self) -> GenreCourrier:
        return tuple(GenreCourrier)[max(0, self.liste.currentRow())]

    def _disposer(self) -> None:
        garnir(self.liste, [g.value[:1].upper() + g.value[1:] for g in GenreCourrier])
        said = QLabel(AIDE)
        said.setProperty("role", "doux")
        said.setWordWrap(True)
        split = QSplitter(Qt.Orientation.Horizontal)
        for widget in (self.liste, self._editeur(), self.apercu):
            split.addWidget(widget)
        split.setSizes([330, 450, 430])
        split.setHandleWidth(16)
        split.setChildrenCollapsible(False)
        buttons = QHBoxLayout()
        buttons.addWidget(self.original)
        buttons.addWidget(self.pdf)
        buttons.addStretch(1)
        buttons.addWidget(self.fermer)
        buttons.addWidget(self.garder)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 24, 24, 16)
        outer.setSpacing(12)
        outer.addWidget(said)
        outer.addWidget(self.bandeau)
        outer.addWidget(split, 1)
        outer.addLayout(buttons)

    def _editeur(self) -> QWidget:
        insert = QHBoxLayout()
        insert.addWidget(self.champs, 1)
        insert.addWidget(self.inserer)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(QLabel("Objet"))
        column.addWidget(self.objet)
        column.addWidget(QLabel("Corps"))
        column.addWidget(self.corps, 1)
        column.addLayout(insert)
        column.addWidget(self.fautes)
        return middle

    def _brancher(self) -> None:
        for button in (self.inserer, self.original, self.pdf, self.garder, self.fermer):
            button.setAutoDefault(False)
        self.liste.currentRowChanged.connect(self._montrer)
        self.objet.textEdited.connect(self._changer)
        self.corps.textChanged.connect(self._changer)
        self.inserer.clicked.connect(self._inserer)
        self.original.clicked.connect(self._revenir)
        self.pdf.clicked.connect(self._ouvrir_pdf)
        self.garder.clicked.connect(self._enregistrer)
        self.fermer.clicked.connect(self.reject)
        self._minuteur.timeout.connect(self._previsualiser)

    @Slot(object)
    def _recevoir(self, modeles: tuple[ModeleLettre, ...]) -> None:
        self._lus = {modele.genre: modele for modele in modeles}
        if self.liste.currentRow() < 0:
            self.liste.setCurrentRow(0)
        else:
            self._montrer()

    @Slot()
    def _montrer(self) -> None:
        genre = self._genre()
        shown = self._brouillons.get(genre, self._lus[genre])
        self.corps.blockSignals(True)  # noqa: FBT003 - Qt has no keyword
        self.objet.setText(shown.objet)
        self.corps.setPlainText(shown.corps)
        self.corps.blockSignals(False)  # noqa: FBT003 - Qt has no keyword
        self.champs.clear()
        for champ in CHAMPS[genre]:
            empty = f"\u00a0; vide {champ.vide}" if champ.vide else ""
            self.champs.addItem(f"{champ_ecrit(champ)} : {champ.description}", champ_ecrit(champ))
            told = f"{champ.description}, par exemple «\u00a0{champ.exemple}\u00a0»{empty}"
            last = self.champs.count() - 1
            self.champs.setItemData(last, told, Qt.ItemDataRole.ToolTipRole)
        self._verifier()
        self._previsualiser()

    @Slot()
    def _changer(self) -> None:
        self._brouillons[self._genre()] = self.modele()
        self._verifier()
        self._minuteur.start()

    def _verifier(self) -> None:
        made = self.modele()
        faults = verifier(made.genre, made.objet, made.corps)
        read = self._lus[made.genre]
        changed = (made.objet, made.corps) != (read.objet, read.corps)
        own = "votre version" if read.id else "l’original"
        fine = "Modifié, pas encore enregistré." if changed else f"Ce modèle est {own}."
        self.fautes.setText("\n".join(fault.dite for fault in faults) or fine)
        self.fautes.setProperty("role", "erreur" if faults else "doux")
        self.fautes.style().polish(self.fautes)
        self.garder.setEnabled(changed and not faults)
        self.pdf.setEnabled(not faults)
        self.original.setEnabled(bool(read.id) or changed)

    @Slot()
    def _previsualiser(self) -> None:
        made = self.modele()
        if not verifier(made.genre, made.objet, made.corps):
            self._contexte.lire(partial(_exemple, self._contexte.bureau, made), self.apercu.montrer)

    @Slot()
    def _inserer(self) -> None:
        self.corps.insertPlainText(str(self.champs.currentData()))
        self.corps.setFocus()

    @Slot()
    def _enregistrer(self) -> None:
        self._brouillons.pop(self._genre(), None)
        self.enregistrer.emit(self.modele())

    @Slot()
    def _revenir(self) -> None:
        self._brouillons.pop(self._genre(), None)
        if self._lus[self._genre()].id:
            self.retablir.emit(self._genre())
        else:
            self._montrer()

    @Slot()
    def _ouvrir_pdf(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.TempLocation)
        target = Path(folder) / "apercu-fluxdesk.pdf"
        work = partial(_imprimer, self._contexte.bureau, self.modele(), target)
        self._contexte.agir("Aperçu de la lettre", work, _ouvrir, sujets=())


def _lire(bureau: Bureau) -> tuple[ModeleLettre, ...]:
    return lire_modeles(uow=bureau.base.transaction())


def _exemple(bureau: Bureau, modele: ModeleLettre) -> Lettre:
    return composer_exemple(modele, uow=bureau.base.transaction())


def _imprimer(bureau: Bureau, modele: ModeleLettre, cible: Path, _progress: Progress) -> Path:
    bureau.ecrire_lettre(_exemple(bureau, modele), cible)
    return cible


def _ouvrir(cible: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(cible)))
