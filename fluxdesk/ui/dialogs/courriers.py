"""The letters that wait: ticked, written to a folder, with progress and a way to stop."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QVBoxLayout,
)
from typing_extensions import override

from fluxdesk.domain.typographie import accorde
from fluxdesk.services.courriers_du_jour import ANCIENNETE, courriers_du_jour
from fluxdesk.services.editer_courriers import CommandeCourriers
from fluxdesk.ui.models.courriers import CourriersModel
from fluxdesk.ui.theme import bouton, bouton_principal
from fluxdesk.ui.widgets.bandeau import Bandeau
from fluxdesk.ui.widgets.table import Table
from fluxdesk.ui.widgets.vide import EtatVide, ListeOuVide

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QWidget

    from fluxdesk.services.courriers_du_jour import CourrierAttendu
    from fluxdesk.services.ports import Bureau
    from fluxdesk.ui.contexte import Contexte

TAILLE = (1180, 600)
RIEN = (
    "Chaque offre, réponse, décision de la CAL, bail ou fin de garantie appelle une lettre, qui "
    "attend ici d’être écrite. Reculez la date, ou montrez les courriers déjà écrits, pour "
    "retrouver les anciens."
)


class CourriersDialog(QDialog):
    """Shows and asks; what is to be written is a signal, for whoever does it."""

    editer = Signal(object)  # CommandeCourriers
    attendre = Signal(object)  # tuple[CourrierAttendu, ...]

    def __init__(self, contexte: Contexte, jour: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._contexte = contexte
        self._jour = jour
        self.setWindowTitle("Courriers du jour")
        self._faire_filtre()
        self.table = Table("Courriers")
        self.model = CourriersModel(self)
        self.table.setModel(self.model)
        self._faire_sortie()
        self.bandeau = Bandeau()
        self.cocher = bouton("Tout cocher")
        self.decocher = bouton("Tout décocher")
        self.attente = bouton("Remettre en attente…")
        self.faire = bouton_principal("Éditer…")
        self.fermer = bouton("Fermer")
        self._disposer()
        self._brancher()
        self.resize(*TAILLE)
        self.relire()

    def _faire_filtre(self) -> None:
        since = self._jour - ANCIENNETE
        self.depuis = QDateEdit(QDate(since.year, since.month, since.day))
        self.depuis.setCalendarPopup(True)
        self.depuis.setDisplayFormat("dd/MM/yyyy")
        self.depuis.setAccessibleName("Depuis le")
        self.tous = QCheckBox("Montrer aussi les courriers déjà écrits")

    def _faire_sortie(self) -> None:
        self.forme = QComboBox()
        self.forme.addItems(["Un fichier par courrier", "Un seul document"])
        self.forme.setAccessibleName("Fichiers")
        self.liste = QComboBox()
        for words, suffix in (
            ("Sans liste des destinataires", ""),
            ("Avec la liste des destinataires (xlsx)", "xlsx"),
            ("Avec la liste des destinataires (csv)", "csv"),
        ):
            self.liste.addItem(words, suffix)
        self.liste.setAccessibleName("Liste des destinataires")
        self.progres = QProgressBar()
        self.progres.setAccessibleName("Avancement")
        self.arreter = bouton("Arrêter")

    @Slot()
    def relire(self) -> None:
        """Read what waits again."""
        chosen = self.depuis.date()
        self._contexte.lire(
            partial(
                _lire,
                self._contexte.bureau,
                self._jour,
                date(chosen.year(), chosen.month(), chosen.day()),
                tous=self.tous.isChecked(),
            ),
            self.model.proposer,
        )

    def _disposer(self) -> None:
        top = QHBoxLayout()
        top.addWidget(QLabel("Faits depuis le"))
        top.addWidget(self.depuis)
        top.addSpacing(16)
        top.addWidget(self.tous)
        top.addStretch(1)
        for button in (self.cocher, self.decocher):
            top.addWidget(button)
        how = QHBoxLayout()
        how.addWidget(self.forme)
        how.addWidget(self.liste)
        how.addStretch(1)
        how.addWidget(self.progres)
        how.addWidget(self.arreter)
        buttons = QHBoxLayout()
        buttons.addWidget(self.attente)
        buttons.addStretch(1)
        buttons.addWidget(self.fermer)
        buttons.addWidget(self.faire)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        column.addLayout(top)
        column.addWidget(self.bandeau)
        self.pile = ListeOuVide(self.table, EtatVide("Aucun courrier n’attend", RIEN))
        column.addWidget(self.pile, 1)
        column.addLayout(how)
        column.addLayout(buttons)

    def _brancher(self) -> None:
        self.table.setSelectionMode(Table.SelectionMode.SingleSelection)
        self.table.largeurs(
            {
                0: "Logement attribué à un autre réservataire",
                1: "00/00/0000",
                2: "Communauté d’agglomération",
                3: "2026-0000",
                5: "00/00/0000",
            }
        )
        self.table.etirer(4)
        self.table.installEventFilter(self)
        for button in (self.cocher, self.decocher, self.attente, self.fermer, self.arreter):
            button.setAutoDefault(False)
        self.model.coche.connect(self._compter)
        self.depuis.dateChanged.connect(self.relire)
        self.tous.toggled.connect(self.relire)
        self.cocher.clicked.connect(partial(self.model.cocher_tout, oui=True))
        self.decocher.clicked.connect(partial(self.model.cocher_tout, oui=False))
        self.faire.clicked.connect(self._choisir_dossier)
        self.attente.clicked.connect(self._remettre)
        self.fermer.clicked.connect(self.reject)
        self.arreter.clicked.connect(self._contexte.annuler)
        self._contexte.tasks.progres.connect(self._avancer)
        self._contexte.travail.connect(self._occuper)
        self._occuper("")

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Espace ticks the row that is chosen, whichever cell the keyboard is on."""
        pressed = event.key() if isinstance(event, QKeyEvent) else None
        down = watched is self.table and event.type() == QEvent.Type.KeyPress
        if down and pressed == Qt.Key.Key_Space:
            self.model.basculer(self.table.currentIndex().row())
            return True
        return super().eventFilter(watched, event)

    @Slot()
    def _compter(self) -> None:
        ticked = self.model.coches()
        count = accorde(len(ticked), "courrier")
        self.faire.setText(f"Éditer {count}…" if ticked else "Éditer…")
        self.faire.setEnabled(bool(ticked))
        self.attente.setEnabled(any(row.courrier.edite for row in ticked))

    @Slot()
    def _choisir_dossier(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, "Dossier où écrire les courriers")
        if folder:
            self.editer.emit(
                CommandeCourriers(
                    attendus=self.model.coches(),
                    jour=self._jour,
                    dossier=Path(folder),
                    fusion=self.forme.currentIndex() == 1,
                    publipostage=str(self.liste.currentData()),
                )
            )

    @Slot()
    def _remettre(self) -> None:
        self.attendre.emit(tuple(row for row in self.model.coches() if row.courrier.edite))

    @Slot(int, int, str)
    def _avancer(self, fait: int, total: int, _quoi: str) -> None:
        self.progres.setRange(0, total)
        self.progres.setValue(fait)

    @Slot(str)
    def _occuper(self, travail: str) -> None:
        for widget in (self.progres, self.arreter):
            widget.setVisible(bool(travail))
        self.faire.setEnabled(not travail and bool(self.model.coches()))


def _lire(bureau: Bureau, jour: date, depuis: date, *, tous: bool) -> tuple[CourrierAttendu, ...]:
    return courriers_du_jour(jour, uow=bureau.base.transaction(), depuis=depuis, tous=tous)
