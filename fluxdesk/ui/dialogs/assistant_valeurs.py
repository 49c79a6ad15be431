"""Third step: what the words of the file stand for; nothing unsure is applied silently."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QModelIndex, QSignalBlocker, Slot
from PySide6.QtWidgets import QAbstractItemView, QCheckBox, QComboBox, QHBoxLayout
from typing_extensions import override

from fluxdesk.domain.profil import Genre
from fluxdesk.ui.dialogs.assistant_etape import Etape
from fluxdesk.ui.models.assistant_colonnes import libelle_de
from fluxdesk.ui.models.assistant_valeurs import (
    CHAMP,
    CONFIANCE,
    CONFIRMEE,
    LUE,
    NOMBRE,
    RETENUE,
    Valeur,
    ValeursModel,
)
from fluxdesk.ui.phrases import compte
from fluxdesk.ui.theme import Etat, bouton
from fluxdesk.ui.widgets.choix_delegate import ChoixDelegate
from fluxdesk.ui.widgets.pastille import PastilleDelegate
from fluxdesk.ui.widgets.table import Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from fluxdesk.domain.correspondances import Correspondance
    from fluxdesk.ui.dialogs.assistant_conduite import Conduite

Trigger = QAbstractItemView.EditTrigger
TOUS = "Tous les champs"
_RESERVATAIRE = "reservataire"
LARGEURS = {
    CONFIRMEE: "",
    CHAMP: "Quartile de ressources",
    NOMBRE: "99 999",
    RETENUE: "PLA Loyer Minoré / PLA Très Social / PLA",
    CONFIANCE: "choisie par vous     ",
}


class EtapeValeurs(Etape):
    """One row a value; those that wait for a word come first."""

    titre: ClassVar[str] = "Valeurs"
    aide: ClassVar[str] = (
        "Cochez une proposition pour l’accepter (barre d’espace), ou choisissez une autre valeur. "
        "Ce qui n’est pas décidé reste tel que le fichier l’écrit."
    )

    def __init__(self, conduite: Conduite) -> None:
        super().__init__(conduite)
        self.champ = QComboBox()
        self.champ.setAccessibleName("Champ montré")
        self.sures = QCheckBox("Montrer aussi les valeurs sûres")
        self.confirmer = bouton("Confirmer les propositions montrées", "list-checks")
        self.model = ValeursModel(self)
        self.table = Table("Valeurs lues et valeurs retenues")
        self.table.setModel(self.model)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(Trigger.EditKeyPressed | Trigger.DoubleClicked)
        kept = ChoixDelegate("Valeur retenue", self.model.options, self)
        self.table.setItemDelegateForColumn(RETENUE, kept)
        self.table.setItemDelegateForColumn(CONFIANCE, PastilleDelegate(self))
        self.table.largeurs(LARGEURS)
        self.table.etirer_au_moins(LUE, "Valeur de longueur")
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.champ)
        row.addWidget(self.sures)
        row.addStretch(1)
        row.addWidget(self.confirmer)
        self.corps.addLayout(row)
        self.corps.addWidget(self.table, 1)
        self._wire()

    def _wire(self) -> None:
        self.champ.activated.connect(self._refresh)
        self.sures.toggled.connect(self._refresh)
        self.confirmer.clicked.connect(self._confirm_shown)
        self.table.clicked.connect(self._on_click)
        self.model.decide.connect(self._on_decision)
        self.model.revenu.connect(self._on_return)

    @override
    def premier(self) -> QWidget:
        return self.table

    @override
    def montrer(self) -> None:
        study = self.conduite.etude
        if study is None:
            return
        self.model.preparer(study.genre, study.reservataires)
        with QSignalBlocker(self.champ):
            self.champ.clear()
            self.champ.addItem(TOUS, "")
            for code in dict.fromkeys(one.champ for one in self.conduite.valeurs):
                self.champ.addItem(libelle_de(study.genre, code), code)
        with QSignalBlocker(self.sures):
            self.sures.setChecked(not self.conduite.incertaines)
        self._refresh()
        if self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(0, CONFIRMEE))

    def _rows(self) -> list[Valeur]:
        """Every value; unsure ones first, then by field and the most frequent."""
        choices, genre = self.conduite.choix, self.conduite.genre
        found = []
        for one in self.conduite.valeurs:
            choice = choices.get((one.champ, one.lue))
            label = libelle_de(genre, one.champ)
            found.append(Valeur(one, label, choice is not None, choice.retenue if choice else None))
        found.sort(key=lambda v: (v.lue.sure, v.lue.proposee is not None))
        return found

    @Slot()
    def _refresh(self) -> None:
        field, every = self.champ.currentData(), self.sures.isChecked()
        shown = [
            row
            for row in self._rows()
            if (not field or row.lue.champ == field) and (every or not row.lue.sure)
        ]
        current = self.table.currentIndex()
        self.model.montrer(shown)
        if current.isValid() and current.row() < self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(current.row(), current.column()))
        self.confirmer.setEnabled(any(_proposee(row) for row in shown))
        self._tell()
        self.change.emit()

    def _tell(self) -> None:
        waiting = self.conduite.incertaines
        made = _a_creer(waiting, self.conduite.genre)
        others = [one for one in waiting if one not in made]
        said = [_dit_noms(made)] if made else []
        said += [_dit_valeurs(others)] if others else []
        if said:
            self.constat.dire(" ".join(said), Etat.ALERTE if others else Etat.NEUTRE)
        elif self.conduite.valeurs:
            self.constat.dire("Toutes les valeurs sont comprises.", Etat.OK)
        else:
            self.constat.dire("Aucune colonne de ce fichier ne contient de valeurs à apparier.")

    @Slot(QModelIndex)
    def _on_click(self, index: QModelIndex) -> None:
        if index.column() == RETENUE:
            self.table.edit(index)

    @Slot(str, str, object)
    def _on_decision(self, champ: str, lue: str, retenue: str | None) -> None:
        self.conduite.choisir(champ, lue, retenue)
        self._refresh()

    @Slot(str, str)
    def _on_return(self, champ: str, lue: str) -> None:
        self.conduite.revenir(champ, lue)
        self._refresh()

    @Slot()
    def _confirm_shown(self) -> None:
        for row in self.model.lignes:
            if _proposee(row):
                self.conduite.choisir(*row.cle, row.lue.proposee)
        self._refresh()


def _proposee(valeur: Valeur) -> bool:
    return not valeur.acquise and valeur.lue.proposee is not None


def _a_creer(valeurs: Sequence[Correspondance], genre: Genre) -> list[Correspondance]:
    """Names that an import of conventions makes of what no réservataire of the base answers to."""
    if genre is not Genre.CONVENTIONS:
        return []
    return [one for one in valeurs if one.champ == _RESERVATAIRE]


def _dit_noms(noms: Sequence[Correspondance]) -> str:
    words = compte(
        len(noms), "nom n’est celui d’aucun réservataire", "noms ne sont ceux d’aucun réservataire"
    )
    return (
        f"{words} de la base\u00a0: l’import crée le réservataire, ou la part si la ligne dit de "
        "qui. Si c’est un réservataire connu sous un autre nom, choisissez-le."
    )


def _dit_valeurs(valeurs: Sequence[Correspondance]) -> str:
    words = compte(len(valeurs), "valeur attend", "valeurs attendent")
    count = sum(one.nombre for one in valeurs)
    if count == 1:
        then = "cette ligne garde ce que le fichier écrit et peut être refusée à l’essai."
    else:
        then = "ces lignes gardent ce que le fichier écrit et peuvent être refusées à l’essai."
    return f"{words} votre accord ({compte(count, 'ligne')}). Sans lui, {then}"
