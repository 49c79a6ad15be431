"""Journal: who did what, when and why; and the way back from what can be reverted."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Slot
from typing_extensions import override

from fluxdesk.domain import regles_mots
from fluxdesk.domain.dates import en_chiffres
from fluxdesk.services.rows import JournalRow
from fluxdesk.ui.annulation import Annulation
from fluxdesk.ui.contexte import Sujet
from fluxdesk.ui.dates import jour_et_heure
from fluxdesk.ui.models.journal import JournalModel
from fluxdesk.ui.models.lignes import ROLE_LIGNE
from fluxdesk.ui.pages.page import Page
from fluxdesk.ui.phrases import milliers
from fluxdesk.ui.rapports import ActesRapport, lot_de
from fluxdesk.ui.theme import bouton
from fluxdesk.ui.widgets.fiche import Champ, Fiche
from fluxdesk.ui.widgets.liste_detail import ListeDetail
from fluxdesk.ui.widgets.recherche import Recherche
from fluxdesk.ui.widgets.table import Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from fluxdesk.domain.journal import EntreeJournal
    from fluxdesk.ui.contexte import Contexte

LIMITE = 2000
ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
TUS = frozenset({"id", "explication", "classement"})  # said elsewhere, or by nobody
NOMS = regles_mots.NOMS | {
    "categorie_soustrait": "Catégorie de soustrait",
    "creees": "Créés",
    "date_attribution": "Attribuée le",
    "date_bail": "Bail signé le",
    "date_conge": "Date du congé",
    "date_issue": "Date de l’issue",
    "derogation": "Dérogation",
    "disponibilite": "Disponibilité",
    "dix_milliemes": "Part (1/10\u202f000)",
    "echeance": "Échéance",
    "echeance_explication": "Calcul",
    "inchangees": "Inchangés",
    "logement_id": "N° de logement",
    "modifiees": "Modifiés",
    "numero": "Numéro",
    "qualite_signataire": "Qualité",
    "refusees": "Refusés",
    "reservataire_id": "N° de réservataire",
    "telephone": "Téléphone",
    "vacance_id": "N° de vacance",
}
COLONNE_ACTION = 3
EXEMPLES = {0: "9999", 1: "00/00/0000 00:00", 2: "prenom.nom", 4: "erreur de saisie"}


class JournalPage(Page):
    """The list, a filter, and the whole of the entry chosen."""

    nom: ClassVar[str] = "journal"
    titre: ClassVar[str] = "Journal"
    icone: ClassVar[str] = "history"
    sujets: ClassVar[frozenset[Sujet]] = frozenset(Sujet)  # every act writes here

    def __init__(self, contexte: Contexte, parent: QWidget | None = None) -> None:
        super().__init__(contexte, parent)
        self.model = JournalModel(self)
        self.table = Table("Actions du journal")
        self.recherche = Recherche(
            "Filtrer le journal", "Filtrer\u00a0: adresse, agent, action, motif…", self
        )
        self.fiche = Fiche("L’action")
        self.annuler = bouton("Annuler cette action…", "undo-2")
        self.rapport = bouton("Exporter le rapport…", "file-spreadsheet")
        self._rapports = ActesRapport(contexte, self)
        self._annulation = Annulation(contexte, self)
        self._lay_out()
        self.recherche.cherche.connect(self.recharger)
        self.annuler.clicked.connect(self._revert)
        self.rapport.clicked.connect(self._export)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)

    @Slot()
    @override
    def recharger(self) -> None:
        """Read the list again."""
        lectures, text = self.contexte.bureau.base.lectures, self.recherche.texte

        def read() -> Sequence[JournalRow]:
            return lectures.journal(text, LIMITE)

        self.contexte.lire(read, self._show)

    @override
    def montrer_objet(self, ident: int) -> None:
        """Choose an entry by its number."""
        for rank, row in enumerate(self.model.lignes):
            if row.numero == ident:
                self.table.selectRow(rank)

    def _lay_out(self) -> None:
        for button in (self.rapport, self.annuler):
            self.actions.addWidget(button)
            button.setEnabled(False)
        self.table.setModel(self.model)
        self.table.largeurs(EXEMPLES)
        self.table.etirer(COLONNE_ACTION)
        self.table.horizontalHeader().setSortIndicator(0, Qt.SortOrder.DescendingOrder)
        self.table.setSortingEnabled(True)
        self.corps.addWidget(ListeDetail(self.recherche, self.table, self.fiche))

    @Slot(object)
    def _show(self, rows: Sequence[JournalRow]) -> None:
        self.model.montrer(rows)
        self.fiche.setVisible(bool(rows))
        shown = milliers(len(rows))
        self.sous_titre.setText(
            f"les {shown} dernières actions" if len(rows) == LIMITE else f"{shown} actions"
        )
        if rows:
            self.table.selectRow(0)
        self._update()

    def _ligne(self) -> JournalRow | None:
        row = self.table.currentIndex().data(ROLE_LIGNE)
        return row if isinstance(row, JournalRow) else None

    def _update(self) -> None:
        row = self._ligne()
        self.annuler.setEnabled(row is not None and row.annulable)
        self.rapport.setEnabled(row is not None and bool(lot_de(row.objet)))

    @Slot()
    def _on_row(self) -> None:
        self._update()
        row, base = self._ligne(), self.contexte.bureau.base
        if row is None:
            return

        def read() -> EntreeJournal | None:
            with base.transaction() as uow:
                return next((e for e in uow.journal.toutes() if e.numero == row.numero), None)

        self.contexte.lire(read, self._show_entry)

    @Slot(object)
    def _show_entry(self, entree: EntreeJournal | None) -> None:
        self.fiche.setVisible(entree is not None)
        if entree is not None:
            self.fiche.montrer(champs_entree(entree))

    @Slot()
    def _export(self) -> None:
        row = self._ligne()
        if row is not None:
            self._rapports.exporter(lot_de(row.objet))

    @Slot()
    def _revert(self) -> None:
        row = self._ligne()
        if row is not None:
            self._annulation.demander_pour(row)


def champs_entree(entree: EntreeJournal) -> tuple[Champ, ...]:
    """Lines of the fiche: who, why, and each value that the action changed."""
    return (
        Champ("Numéro", str(entree.numero)),
        Champ("Quand", jour_et_heure(entree.quand)),
        Champ("Qui", entree.auteur),
        Champ("Action", entree.libelle),
        Champ("Motif", entree.motif),
        *differences(entree.avant, entree.apres),
        Champ("Empreinte", entree.empreinte[:16]),
    )


def differences(avant: str, apres: str) -> tuple[Champ, ...]:
    """Each field whose value changed, before → after; texts are JSON or empty."""
    old, new = _lire(avant), _lire(apres)
    names = [*old, *(name for name in new if name not in old)]
    return tuple(
        Champ(_nommer(name), _changement(old.get(name), new.get(name)))
        for name in names
        if name not in TUS and old.get(name) != new.get(name)
    )


def _nommer(nom: str) -> str:
    return NOMS.get(nom, nom.replace("_", " ").capitalize())


def _lire(texte: str) -> dict[str, object]:
    value = json.loads(texte) if texte else {}
    return value if isinstance(value, dict) else {"valeur": value}


def _changement(avant: object, apres: object) -> str:
    told = [_dire(value) for value in (avant, apres) if value not in (None, "", [], {})]
    return " → ".join(told)


def _dire(valeur: object) -> str:
    match valeur:
        case bool():
            return "oui" if valeur else "non"
        case dict():
            inside = (f"{_nommer(name)} {_dire(v)}" for name, v in valeur.items() if v)
            return ", ".join(inside)
        case list():
            return "\u00a0; ".join(_dire(item) for item in valeur)
        case str() if ISO.fullmatch(valeur):
            return en_chiffres(date.fromisoformat(valeur))
        case _:
            return str(valeur)
