"""The first half of the page Simulation: what is played, and what is supposed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from fluxdesk.domain.typographie import typographier
from fluxdesk.services.simuler_hypothese import depasse, phrase_de_somme, plus_forte_somme
from fluxdesk.ui.models.simulation import Col, HypotheseModel
from fluxdesk.ui.pages.importations import FICHIERS
from fluxdesk.ui.pages.simulation_delegues import RefusDelegate, TauxSimuleDelegate
from fluxdesk.ui.phrases import compte
from fluxdesk.ui.theme import Etat, bouton
from fluxdesk.ui.widgets.carte import Carte
from fluxdesk.ui.widgets.table import Table
from fluxdesk.ui.widgets.table_formulaire import serrer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fluxdesk.services.simuler_hypothese import Clause
    from fluxdesk.services.simuler_source import Source

PAR_FICHIERS = 0  # the choice of files, beside the years
CE_QUI_SE_JOUE = (
    "Les logements de la période sont rejoués un à un, dans leur ordre d’arrivée, par la règle du "
    "moteur, comme si les taux simulés étaient en vigueur du premier au dernier jour. Un "
    "réservataire refuse les mêmes logements que dans la réalité, et le suivant est servi "
    "aussitôt. Tout ce qui précède reste tel que fait. Rien n’est écrit dans la base."
)


class ChoixFichier(QWidget):
    """The name of a file and the button that asks for it."""

    choisi = Signal()

    def __init__(self, titre: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._titre = titre
        self.chemin: Path | None = None
        self.champ = QLineEdit()
        self.champ.setReadOnly(True)
        self.champ.setAccessibleName(titre)
        self.champ.setPlaceholderText(titre)
        self.parcourir = bouton("Choisir…", "folder-open")
        self.parcourir.setAccessibleName(f"Choisir\u00a0: {titre}")
        self.parcourir.clicked.connect(self._demander)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.champ, 1)
        row.addWidget(self.parcourir)

    @Slot()
    def _demander(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, self._titre, "", FICHIERS)
        if chosen:
            self.chemin = Path(chosen)
            self.champ.setText(self.chemin.name)
            self.champ.setToolTip(chosen)
            self.choisi.emit()


class PanneauHypothese(QWidget):
    """Chooses a year or files; holds the table of what is supposed."""

    annee_choisie = Signal(int)
    fichiers_choisis = Signal()
    change = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source: Source | None = None
        self.model = HypotheseModel(self)
        self.table = Table("Taux simulé de chaque réservataire", nue=True)
        self.sources = QComboBox()
        self.sources.setAccessibleName("Ce qui est rejoué")
        self.sources.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.conventions = ChoixFichier("Fichier des conventions")
        self.flux = ChoixFichier("Fichier du flux")
        self.contenu = QLabel()
        self.contenu.setProperty("role", "doux")
        self.somme = QLabel()
        self.somme.setWordWrap(True)
        self.carte = Carte("Hypothèse")
        self._preparer()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(self._rangee())
        column.addWidget(self._fichiers)
        column.addWidget(self._texte())
        self.somme.setContentsMargins(16, 10, 16, 6)
        self.carte.corps.addWidget(self.somme)
        self.carte.corps.addWidget(self.table, 1)
        column.addWidget(self.carte, 1)
        self.setFocusProxy(self.table)

    @property
    def hypothese(self) -> tuple[Clause, ...]:
        """What is supposed."""
        return self.model.lignes

    @property
    def source(self) -> Source | None:
        """What would be played; None until it is read."""
        return self._source

    @property
    def jouable(self) -> bool:
        """Whether there is something to play, and no more is promised than there is."""
        if self._source is None or not self._source.arrivees:
            return False
        return not depasse(plus_forte_somme(self.hypothese, self._source.lieux))

    def proposer(self, annees: Sequence[int]) -> None:
        """Offer these years, and the files; keep what was chosen."""
        kept = self.sources.currentData()
        self.sources.clear()
        for year in annees:
            self.sources.addItem(f"Exercice {year}", year)
        self.sources.addItem("Fichiers…", PAR_FICHIERS)
        self.sources.setCurrentIndex(max(0, self.sources.findData(kept)))
        self._montrer_fichiers()

    def montrer(self, source: Source) -> None:
        """Show what would be played and begin from what was signed."""
        self._source = source
        count = compte(len(source.arrivees), "logement")
        self.contenu.setText(f"{count} dans le flux")
        self.model.supposer(source.hypothese)

    def vider(self) -> None:
        """Hold nothing, while other files are chosen."""
        self._source = None
        self.contenu.setText("")
        self.model.supposer(())

    @Slot()
    def reinitialiser(self) -> None:
        """Come back to what was signed."""
        if self._source is not None:
            self.model.supposer(self._source.hypothese)

    def _preparer(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        trigger = QAbstractItemView.EditTrigger
        table.setEditTriggers(
            trigger.DoubleClicked | trigger.EditKeyPressed | trigger.AnyKeyPressed
        )
        self._taux = TauxSimuleDelegate("Taux simulé en pour cent", table)
        self._refus = RefusDelegate(table)
        table.setItemDelegateForColumn(Col.TAUX, self._taux)
        table.setItemDelegateForColumn(Col.REFUS, self._refus)
        serrer(
            table,
            {
                Col.SIGNE: "Taux signé ##",
                Col.TAUX: "100,00 % ######",
                Col.REFUS: "rend le logement au bailleur pour un tour ##",
            },
        )
        table.etirer_au_moins(Col.NOM, "Communauté d’agglomération")
        table.activated.connect(table.edit)
        self.model.change.connect(self._verifier)
        self.sources.activated.connect(self._choisir)
        for choice in (self.conventions, self.flux):
            choice.choisi.connect(self._fichier_choisi)

    def _rangee(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(QLabel("Rejouer"))
        row.addWidget(self.sources)
        row.addWidget(self.contenu, 1)
        self._fichiers = QWidget()
        files = QHBoxLayout(self._fichiers)
        files.setContentsMargins(0, 0, 0, 0)
        files.setSpacing(16)
        files.addWidget(self.conventions)
        files.addWidget(self.flux)
        self._fichiers.hide()
        return row

    def _texte(self) -> QLabel:
        told = QLabel(CE_QUI_SE_JOUE)
        told.setProperty("role", "doux")
        told.setWordWrap(True)
        return told

    @Slot()
    def _verifier(self) -> None:
        heaviest = plus_forte_somme(self.hypothese, self._source.lieux if self._source else ())
        over = depasse(heaviest)
        self.somme.setText(typographier(phrase_de_somme(heaviest)) if heaviest else "")
        self.somme.setVisible(heaviest is not None)
        self.somme.setProperty("role", "erreur" if over else "doux")
        self.somme.setProperty("gravite", (Etat.RETARD if over else Etat.NEUTRE).value)
        self.somme.style().polish(self.somme)
        self.change.emit()

    def _montrer_fichiers(self) -> None:
        self._fichiers.setVisible(self.sources.currentData() == PAR_FICHIERS)

    @Slot()
    def _choisir(self) -> None:
        self._montrer_fichiers()
        year = int(self.sources.currentData())
        if year == PAR_FICHIERS:
            self.vider()
            self._fichier_choisi()
        else:
            self.annee_choisie.emit(year)

    @Slot()
    def _fichier_choisi(self) -> None:
        if self.conventions.chemin is not None and self.flux.chemin is not None:
            self.fichiers_choisis.emit()
