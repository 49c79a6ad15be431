"""Bring a table of reference up to date: the day, the source, and what the file would change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QTabWidget,
    QVBoxLayout,
)

from fluxdesk.domain.referentiel_grilles import GRILLES
from fluxdesk.domain.referentiel_mots import phrases
from fluxdesk.services.importer_referentiel import MONTREES, DemandeReferentiel
from fluxdesk.ui.dates import de_qt, en_qt
from fluxdesk.ui.dialogs.boutons import nommer_boutons
from fluxdesk.ui.models.referentiels import DifferencesModel, RefusModel
from fluxdesk.ui.phrases import compte
from fluxdesk.ui.widgets.table import Table

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from fluxdesk.domain.referentiel import GenreReferentiel
    from fluxdesk.domain.referentiel_rapport import RapportReferentiel

TAILLE = (860, 560)
ATTENTE = 400  # ms of quiet before the file is read again
Standard = QDialogButtonBox.StandardButton


class EditionDialog(QDialog):
    """Asks and shows; ``essai`` says that the file must be tried, accepting means: keep it."""

    essai = Signal()

    def __init__(
        self, genre: GenreReferentiel, chemin: Path, jour: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._genre = genre
        self._chemin = chemin
        self._rapport: RapportReferentiel | None = None
        self.setWindowTitle(f"Mettre à jour\u00a0: {GRILLES[genre].titre}")
        self.effet = QDateEdit(en_qt(jour))
        self.effet.setCalendarPopup(True)
        self.effet.setDisplayFormat("dd/MM/yyyy")
        self.source = QLineEdit(chemin.name)
        self.resume, self.consigne = QLabel("Lecture du fichier…"), QLabel()
        self.changements, self.refus = Table("Ce qui change"), Table("Lignes refusées et doutes")
        self.changements_model, self.refus_model = DifferencesModel(self), RefusModel(self)
        self.onglets = QTabWidget()
        self.boutons = QDialogButtonBox(Standard.Cancel | Standard.Ok)
        self._faire = nommer_boutons(self.boutons, "Enregistrer cette édition")
        self._attente = QTimer(self, singleShot=True, interval=ATTENTE)
        self._disposer()
        self.effet.dateChanged.connect(self._changer)
        self._attente.timeout.connect(self.essai)
        self.finished.connect(self._attente.stop)
        self.source.textChanged.connect(self._autoriser)
        self.boutons.accepted.connect(self.accept)
        self.boutons.rejected.connect(self.reject)
        self.resize(*TAILLE)
        self._autoriser()

    def demande(self) -> DemandeReferentiel:
        """What is asked for."""
        return DemandeReferentiel(
            genre=self._genre,
            chemin=self._chemin,
            effet=de_qt(self.effet.date()),
            source=self.source.text().strip() or self._chemin.name,
        )

    def montrer(self, rapport: RapportReferentiel) -> None:
        """Show what the file would do; a report for another day is let go."""
        if rapport.effet != de_qt(self.effet.date()):
            return
        self._rapport = rapport
        self.resume.setText("\n".join(phrases(rapport)))
        self.changements_model.montrer(rapport.differences)
        told = (*rapport.refus, *rapport.avertissements)
        self.refus_model.montrer(told)
        self.onglets.setTabText(0, self._compte_changements(rapport))
        self.onglets.setTabText(1, f"Refus et doutes ({len(told)})")
        self.onglets.setCurrentIndex(1 if rapport.refus and not rapport.differences else 0)
        self._autoriser()

    def echouer(self, phrase: str) -> None:
        """Say why the file cannot be read."""
        self.resume.setText(phrase)

    def _compte_changements(self, rapport: RapportReferentiel) -> str:
        shown = len(rapport.differences)
        more = f", les {MONTREES} premiers" if shown == MONTREES else ""
        return f"Ce qui change ({shown}{more})"

    def _disposer(self) -> None:
        form = QFormLayout()
        named = QLabel(self._chemin.name)
        named.setWordWrap(True)
        form.addRow("Fichier", named)
        form.addRow("&Prend effet le", self.effet)
        form.addRow("&Source", self.source)
        self.effet.setAccessibleName("Prend effet le")
        self.source.setAccessibleName("Source")
        for label in (self.resume, self.consigne):
            label.setWordWrap(True)
        self.consigne.setProperty("role", "doux")
        self.changements.setModel(self.changements_model)
        self.changements.largeurs({0: "PLUS autres 1 00", 1: "x" * 30})
        self.refus.setModel(self.refus_model)
        self.refus.largeurs({0: "99 999", 1: "sous_contingent", 2: "commune:2B050,epci"})
        self.onglets.addTab(self.changements, "Ce qui change")
        self.onglets.addTab(self.refus, "Refus et doutes")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        column.addLayout(form)
        column.addWidget(self.resume)
        column.addWidget(self.onglets, 1)
        column.addWidget(self.consigne)
        column.addWidget(self.boutons)

    @Slot()
    def _changer(self) -> None:
        self._rapport = None
        self.resume.setText("Lecture du fichier…")
        self._autoriser()
        self._attente.start()

    @Slot()
    def _autoriser(self) -> None:
        known = self._rapport
        usable = known is not None and known.retenues > 0
        self._faire.setEnabled(usable and bool(self.source.text().strip()))
        if known is not None and known.refusees:
            count = compte(known.refusees, "ligne refusée", "lignes refusées")
            told = f"{count}\u00a0: corrigez le fichier, ou enregistrez sans elles."
        else:
            told = "L’édition s’annule depuis le journal."
        self.consigne.setText(f"Rien n’est encore enregistré. {told}")
