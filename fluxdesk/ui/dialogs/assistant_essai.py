"""Fourth step: what the import would do, and what it refuses, mended in place."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QFileDialog, QHBoxLayout, QLabel
from typing_extensions import override

from fluxdesk.ui.dialogs.assistant_etape import Etape
from fluxdesk.ui.models.assistant_essai import (
    A_FAIRE,
    COLONNE,
    GRAVITE,
    LIGNE,
    VALEUR,
    EssaiModel,
    remarques,
    titre_de_sorte,
)
from fluxdesk.ui.phrases import compte
from fluxdesk.ui.theme import Etat, bouton
from fluxdesk.ui.widgets.compteurs import Compteurs
from fluxdesk.ui.widgets.pastille import PastilleDelegate
from fluxdesk.ui.widgets.table import Table
from fluxdesk.ui.widgets.vide import EtatVide

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton, QWidget

    from fluxdesk.domain.rapport import RapportImport
    from fluxdesk.ui.dialogs.assistant_conduite import Conduite
    from fluxdesk.ui.models.assistant_essai import (
        Remarque,
    )

Trigger = QAbstractItemView.EditTrigger
CLASSEUR = "Classeur (*.xlsx)"
TOUTES = "Toutes les remarques"
SORTES_MAX = 60  # letters of a kind in the list
MOTS = ("lignes lues", "créées", "modifiées", "inchangées", "refusées", "mises à part")
SIGNES = ("", "=", "+", "+", "+", "·")
LARGEURS = {
    LIGNE: "99 999",
    GRAVITE: "à vérifier     ",
    COLONNE: "Quartile de ressources",
    VALEUR: "valeur lue ici",
}


class EtapeEssai(Etape):
    """Counts that add up, then each refusal and warning."""

    titre: ClassVar[str] = "Essai"
    aide: ClassVar[str] = (
        "Rien n’est encore enregistré. Double-cliquez sur une valeur (ou F2) pour la corriger, "
        "pour cet import seulement\u00a0: l’essai est refait aussitôt."
    )

    def __init__(self, conduite: Conduite) -> None:
        super().__init__(conduite)
        self._toutes: tuple[Remarque, ...] = ()
        self.compteurs = Compteurs("Essai", MOTS, SIGNES)
        self.gravite = self._liste("Gravité")
        for words, data in (
            ("Refus et avertissements", None),
            ("Refus", True),
            ("Avertissements", False),
        ):
            self.gravite.addItem(words, data)
        self.sorte = self._liste("Sorte de remarque")
        self.ignorer = bouton("Ignorer cette sorte", "eye-off")
        self.montrer_ignores = bouton("", "eye")
        self.exporter = bouton("Exporter le rapport…", "file-spreadsheet")
        self.model = EssaiModel(self)
        self.table = Table("Refus et avertissements")
        self.table.setModel(self.model)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(Trigger.EditKeyPressed | Trigger.DoubleClicked)
        self.table.setItemDelegateForColumn(GRAVITE, PastilleDelegate(self))
        self.table.setSortingEnabled(True)
        self.table.horizontalHeader().setSortIndicator(
            -1, self.table.horizontalHeader().sortIndicatorOrder()
        )
        self.table.largeurs(LARGEURS)
        self.table.etirer_au_moins(A_FAIRE, "n’est pas un nombre ; la valeur est laissée vide.")
        self.detail = QLabel()
        self.detail.setWordWrap(True)
        self.vide = EtatVide(
            "Aucune remarque", "Toutes les lignes du fichier peuvent être importées."
        )
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for widget in (self.gravite, self.sorte):
            row.addWidget(widget)
        row.addWidget(self.ignorer)
        row.addWidget(self.montrer_ignores)
        row.addStretch(1)
        self.corps.addWidget(self.compteurs)
        self.corps.addLayout(row)
        self.corps.addWidget(self.table, 1)
        self.corps.addWidget(self.detail)
        self.corps.addWidget(self.vide, 1)

    def _wire(self) -> None:
        self.gravite.activated.connect(self._filter)
        self.sorte.activated.connect(self._filter)
        self.ignorer.clicked.connect(self._ignore)
        self.montrer_ignores.clicked.connect(self.conduite.ne_plus_ignorer)
        self.exporter.clicked.connect(self.demander_export)
        self.model.corrige.connect(self.conduite.corriger)
        self.model.modelReset.connect(self._show_detail)
        self.table.selectionModel().currentRowChanged.connect(self._show_detail)
        self.conduite.essaye.connect(self.montrer)

    @override
    def boutons(self) -> list[QPushButton]:
        return [self.exporter]

    @property
    @override
    def pret(self) -> bool:
        report = self.conduite.essai
        return report is not None and bool(report.creees + report.modifiees)

    @override
    def premier(self) -> QWidget | None:
        return self.table if self.model.rowCount() else None

    @Slot()
    @override
    def montrer(self) -> None:
        report = self.conduite.essai
        self.exporter.setEnabled(report is not None)
        if report is None:
            return
        self.compteurs.montrer(comptes(report))
        place = self.table.currentIndex().row()
        self._toutes = remarques(report, self.conduite.genre, frozenset(self.conduite.ignores))
        self._fill_kinds()
        self._filter()
        if place >= 0 and self.model.rowCount():
            self.table.setCurrentIndex(
                self.model.index(min(place, self.model.rowCount() - 1), VALEUR)
            )
        self._tell(report)
        self.change.emit()

    def _liste(self, nom: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(nom)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(20)
        return box

    def _fill_kinds(self) -> None:
        """The kinds there are, the most frequent first; the one chosen is kept."""
        counts: dict[str, int] = {}
        words: dict[str, str] = {}
        for one in self._toutes:
            counts[one.sorte] = counts.get(one.sorte, 0) + 1
            words.setdefault(one.sorte, titre_de_sorte(one))
        chosen = self.sorte.currentData()
        with QSignalBlocker(self.sorte):
            self.sorte.clear()
            self.sorte.addItem(TOUTES, "")
            for kind in sorted(counts, key=lambda kind: -counts[kind]):
                told = words[kind]
                short = told if len(told) <= SORTES_MAX else f"{told[:SORTES_MAX]}…"
                self.sorte.addItem(f"{short} ({counts[kind]})", kind)
            self.sorte.setCurrentIndex(max(self.sorte.findData(chosen), 0))

    @Slot()
    def _filter(self) -> None:
        kind = self.sorte.currentData() or ""
        self.model.filtrer(self._toutes, self.gravite.currentData(), kind)
        of_kind = [one for one in self._toutes if one.sorte == kind]
        self.ignorer.setEnabled(bool(of_kind) and not any(one.refusee for one in of_kind))
        self.ignorer.setToolTip("Choisissez d’abord une sorte d’avertissement dans la liste.")
        hidden = len(self.conduite.ignores)
        self.montrer_ignores.setVisible(bool(hidden))
        self.montrer_ignores.setText(
            f"Montrer {compte(hidden, 'sorte ignorée', 'sortes ignorées')}"
        )
        some = bool(self._toutes)
        self.table.setVisible(some)
        self.vide.setVisible(not some)

    @Slot()
    def _show_detail(self) -> None:
        """The whole sentence of the row, which its column may cut."""
        row = self.model.ligne(self.table.currentIndex())
        self.detail.setText(row.phrase if row else "")
        self.detail.setVisible(row is not None)

    def _tell(self, rapport: RapportImport) -> None:
        doubted = sum(not one.refusee for one in self._toutes)
        if not rapport.creees + rapport.modifiees:
            said = "Rien à importer\u00a0: aucune ligne ne change la base."
            self.constat.dire(said, Etat.RETARD if rapport.refusees else Etat.NEUTRE)
        elif rapport.refusees:
            told = compte(rapport.refusees, "ligne refusée ne sera", "lignes refusées ne seront")
            self.constat.dire(
                f"{told} pas importées." if rapport.refusees > 1 else f"{told} pas importée.",
                Etat.ALERTE,
            )
        elif doubted:
            told = compte(doubted, "avertissement")
            self.constat.dire(f"Aucune ligne refusée, {told} à regarder.", Etat.ALERTE)
        else:
            whole = f"Tout est reconnu\u00a0: {rapport.format}. " if self.conduite.entier else ""
            self.constat.dire(f"{whole}Aucune ligne refusée.", Etat.OK)

    @Slot()
    def _ignore(self) -> None:
        self.conduite.ignorer(self.sorte.currentData())

    @Slot()
    def demander_export(self) -> None:
        """Ask where to write the report, and write it."""
        report = self.conduite.fait or self.conduite.essai
        if report is None:
            return
        name = f"Rapport d’import {Path(report.fichier).stem}.xlsx"
        chosen, _ = QFileDialog.getSaveFileName(self, "Exporter le rapport", name, CLASSEUR)
        if chosen:
            self.conduite.exporter(report, Path(chosen).with_suffix(".xlsx"))


def comptes(rapport: RapportImport) -> tuple[int, ...]:
    """The figures of a report, in the order of ``MOTS``."""
    return (
        rapport.lues,
        rapport.creees,
        rapport.modifiees,
        rapport.inchangees,
        rapport.refusees,
        len(rapport.ecartees),
    )
