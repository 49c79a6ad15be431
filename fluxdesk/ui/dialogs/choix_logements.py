"""Choose dwellings of the patrimoine: by their programme, or by typing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QLabel

from fluxdesk.services.rows import FiltreLogements, LogementRow
from fluxdesk.ui.dialogs.saisie import SaisieDialog
from fluxdesk.ui.models.lignes import Colonne, ModeleLignes
from fluxdesk.ui.phrases import compte
from fluxdesk.ui.widgets.recherche import Recherche
from fluxdesk.ui.widgets.table import Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from fluxdesk.services.rows import ProgrammeRow
    from fluxdesk.ui.contexte import Contexte

MONTRES = 500
TOUS = "Tous les programmes"
TAILLE = (760, 520)
PHRASE = "Choisissez-en plusieurs avec Maj ou Ctrl ; les logements déjà dans le programme restent."


class ChoixLogementsDialog(SaisieDialog):
    """The caller reads ids() once it is accepted."""

    def __init__(self, contexte: Contexte, parent: QWidget | None = None) -> None:
        super().__init__("Logements du programme", PHRASE, "Ajouter au programme", parent)
        self._contexte = contexte
        self.recherche = Recherche("Chercher un logement", "Adresse, résidence, commune…", self)
        self.programmes = QComboBox()
        self.programmes.addItem(TOUS, None)
        self.model = ModeleLignes[LogementRow](
            (
                Colonne(titre="Adresse", texte=lambda row: row.adresse),
                Colonne(titre="Commune", texte=lambda row: row.commune),
                Colonne(titre="Programme", texte=lambda row: row.programme),
                Colonne(titre="Type", texte=lambda row: row.typologie),
                Colonne(titre="Financement", texte=lambda row: row.financement),
            ),
            self,
        )
        self.table = Table("Logements du patrimoine")
        self.table.setModel(self.model)
        self.table.largeurs({1: "SAINTE-MARIE-SICCHÉ", 2: "RESIDENCE OLIVIERS", 3: "T3 bis"})
        self.table.etirer(0)
        self.dit = QLabel()
        self.dit.setProperty("role", "doux")
        self.ligne("Programme", self.programmes)
        self.form.addRow(self.recherche)
        self.colonne.addWidget(self.table, 1)
        self.colonne.addWidget(self.dit)
        self.colonne.addWidget(self.boutons)
        self.recherche.cherche.connect(self.relire)
        self.programmes.activated.connect(self.relire)
        self.table.selectionModel().selectionChanged.connect(self._suivre)
        self.resize(*TAILLE)
        self._suivre()
        contexte.lire(contexte.bureau.base.lectures.programmes, self._proposer)
        self.relire()

    def ids(self) -> tuple[int, ...]:
        """The dwellings chosen."""
        return tuple(self.model.lignes[row].id for row in self.table.rangs_choisis())

    @Slot()
    def relire(self) -> None:
        """Read the dwellings that answer."""
        lectures = self._contexte.bureau.base.lectures
        wanted = FiltreLogements(
            texte=self.recherche.texte, programme=self.programmes.currentData()
        )

        def read() -> tuple[int, Sequence[LogementRow]]:
            ids = lectures.ids_logements(wanted)
            return len(ids), lectures.logements(list(ids[:MONTRES]))

        self._contexte.lire(read, self._montrer)

    @Slot(object)
    def _proposer(self, lignes: Sequence[ProgrammeRow]) -> None:
        for row in lignes:
            words = f"{row.programme.nom}, {row.nom_commune} ({row.logements})"
            self.programmes.addItem(words, row.programme)

    @Slot(object)
    def _montrer(self, lu: tuple[int, Sequence[LogementRow]]) -> None:
        total, rows = lu
        self.model.montrer(rows)
        more = f", les {MONTRES} premiers sont montrés" if total > len(rows) else ""
        self.dit.setText(f"{compte(total, 'logement')}{more}.")
        self._suivre()

    @Slot()
    def _suivre(self) -> None:
        self.faire.setEnabled(bool(self.ids()))
