"""Second step: which column fills which field."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QModelIndex, Slot
from PySide6.QtWidgets import QAbstractItemView
from typing_extensions import override

from fluxdesk.domain.typographie import typographier
from fluxdesk.ui.dialogs.assistant_etape import Etape
from fluxdesk.ui.models.assistant_colonnes import (
    CHAMP,
    CONFIANCE,
    EXEMPLES,
    LETTRE,
    PROBABLE,
    TITRE,
    ColonnesModel,
)
from fluxdesk.ui.phrases import compte
from fluxdesk.ui.theme import Etat
from fluxdesk.ui.widgets.choix_delegate import ChoixDelegate
from fluxdesk.ui.widgets.pastille import PastilleDelegate
from fluxdesk.ui.widgets.table import Table

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from fluxdesk.services.etudier_fichier import Etude
    from fluxdesk.ui.dialogs.assistant_conduite import Conduite

Trigger = QAbstractItemView.EditTrigger
EXEMPLES_LARGEURS = {
    LETTRE: "AAA",
    TITRE: "Caractéristiques – Conventionné",
    CHAMP: "Numéro d’appartement, porte",
    CONFIANCE: "non importée     ",
}


class EtapeColonnes(Etape):
    """One row a column of the file."""

    titre: ClassVar[str] = "Colonnes"
    aide: ClassVar[str] = (
        "Chaque colonne du fichier remplit un champ de FluxDesk, ou n’est pas importée. Cliquez "
        "sur un champ (ou F2) pour le changer."
    )

    def __init__(self, conduite: Conduite) -> None:
        super().__init__(conduite)
        self.model = ColonnesModel(self)
        self.table = Table("Colonnes du fichier et leurs champs")
        self.table.setModel(self.model)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(Trigger.EditKeyPressed | Trigger.DoubleClicked)
        fields = ChoixDelegate("Champ FluxDesk", self.model.options, self)
        self.table.setItemDelegateForColumn(CHAMP, fields)
        self.table.setItemDelegateForColumn(CONFIANCE, PastilleDelegate(self))
        self.table.largeurs(EXEMPLES_LARGEURS)
        self.table.etirer_au_moins(EXEMPLES, "2A004 · 2A004 · 2A004")
        self.corps.addWidget(self.table, 1)
        self.table.clicked.connect(self._on_click)
        self.model.choisi.connect(conduite.donner)
        conduite.colonnes_changees.connect(self._on_change)

    @property
    @override
    def pret(self) -> bool:
        study = self.conduite.etude
        return study is not None and not study.manquants

    @override
    def premier(self) -> QWidget:
        return self.table

    @override
    def montrer(self) -> None:
        study = self.conduite.etude
        if study is None:
            return
        self.model.montrer_etude(study)
        if not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.model.index(0, CHAMP))
        self._tell(study)

    @Slot()
    def _on_change(self) -> None:
        study = self.conduite.etude
        if study is not None:
            self.model.montrer_champs(study)
            self._tell(study)
            self.change.emit()

    @Slot(QModelIndex)
    def _on_click(self, index: QModelIndex) -> None:
        if index.column() == CHAMP:
            self.table.edit(index)

    def _tell(self, etude: Etude) -> None:
        missing = [f"« {field.libelle} »" for field in etude.manquants]
        doubtful = sum(1 for a in etude.appariements if a.champ and a.confiance < PROBABLE)
        if missing:
            many = len(missing) > 1
            said = (
                f"Il manque {' et '.join(missing)}, {'obligatoires' if many else 'obligatoire'} : "
                f"choisissez dans la liste la colonne qui {'les' if many else 'le'} contient. S’il "
                "n’y en a pas, ajoutez-la au fichier puis importez-le de nouveau."
            )
            self.constat.dire(typographier(said), Etat.RETARD)
        elif doubtful:
            told = compte(doubtful, "colonne est à vérifier", "colonnes sont à vérifier")
            self.constat.dire(f"{told} avant de continuer.", Etat.ALERTE)
        else:
            used = sum(1 for pair in etude.appariements if pair.champ)
            told = compte(used, "colonne appariée", "colonnes appariées")
            self.constat.dire(f"{told} sur {len(etude.appariements)}.", Etat.OK)
