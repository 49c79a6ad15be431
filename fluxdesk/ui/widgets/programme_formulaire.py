"""The form of a new programme: dates, contacts, rights, and the grid of the concertation."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDateEdit,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from fluxdesk.domain.programme_neuf import controler_concertation
from fluxdesk.domain.typographie import accorde, typographier
from fluxdesk.services.tenir_programmes import logement_neuf
from fluxdesk.ui.dates import de_qt, en_qt
from fluxdesk.ui.models.programmes import (
    CONVENU,
    FINANCEMENT,
    NOMBRE,
    PARTIE,
    TYPOLOGIE,
    ConcertationModel,
    DroitsModel,
)
from fluxdesk.ui.theme import bouton
from fluxdesk.ui.widgets.choix_delegate import ChoixDelegate
from fluxdesk.ui.widgets.table import Table
from fluxdesk.ui.widgets.table_formulaire import serrer
from fluxdesk.ui.widgets.vide import EtatVide, ListeOuVide

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from fluxdesk.domain.logement import Logement
    from fluxdesk.domain.programme_neuf import Concertation, ProgrammeNeuf

Saisie = QAbstractItemView.EditTrigger
DEBUT = QDate(2000, 1, 1)
INCONNUE = "date non connue"
SANS_DROIT = (
    "Les droits convenus à l’agrément\u00a0: combien de logements pour chaque réservataire, de "
    "quel financement et de quel type. La concertation les tiendra."
)
SANS_LOGEMENT = (
    "Choisissez dans le patrimoine les logements de ce programme\u00a0: à chacun, le réservataire "
    "convenu pour sa première location. S’ils n’y sont pas encore, importez-les."
)


class ProgrammeFormulaire(QWidget):
    """Shows and reads one programme; ``choisir`` asks for dwellings of the patrimoine."""

    choisir = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._programme: ProgrammeNeuf | None = None
        self._parties: Mapping[str, str] = {}
        self.nom, self.numero, self.observation = QLineEdit(), QLineEdit(), QLineEdit()
        self.contact_etat, self.contact_attribution = QLineEdit(), QLineEdit()
        self.agrement, self.prevue, self.concertation = _jour(), _jour(), _jour()
        self.droits, self.grille = DroitsModel(self), ConcertationModel(self)
        self.table_droits, self.table_grille = Table("Droits convenus"), Table("Concertation")
        self.ajouter_droit = bouton("Ajouter un droit", "plus")
        self.retirer_droit = bouton("Retirer ce droit", "x")
        self.ajouter_logements = bouton("Choisir des logements…", "building-2")
        self.retirer_logements = bouton("Retirer du programme", "x")
        self.controle = QLabel()
        self.controle.setWordWrap(True)
        self.onglets = QTabWidget()
        self._brancher()
        self._disposer()

    def montrer(
        self, programme: ProgrammeNeuf, logements: Sequence[Logement], parties: Mapping[str, str]
    ) -> None:
        """Show this programme."""
        self._programme, self._parties = programme, parties
        for field, value in (
            (self.nom, programme.nom),
            (self.numero, programme.agrement_numero),
            (self.contact_etat, programme.contact_etat),
            (self.contact_attribution, programme.contact_attribution),
            (self.observation, programme.observation),
        ):
            field.setText(value)
        _poser(self.agrement, programme.agrement)
        _poser(self.prevue, programme.livraison_prevue)
        _poser(self.concertation, programme.concertation)
        self.droits.montrer(programme.droits, parties)
        agreed = dict(programme.logements)
        self.grille.montrer([(home, agreed.get(home.id, "")) for home in logements], parties)
        self._suivre()

    def ajouter(self, logements: Sequence[Logement]) -> None:
        """Put these dwellings in the programme, after those it has."""
        known = [(line.logement, line.partie) for line in self.grille.lignes]
        there = {home.id for home, _ in known}
        added = [(home, "") for home in logements if home.id not in there]
        self.grille.montrer([*known, *added], self._parties)
        self._suivre()

    def saisie(self) -> ProgrammeNeuf:
        """What is typed."""
        assert self._programme is not None  # noqa: S101 - shown before it is read
        return replace(
            self._programme,
            nom=self.nom.text().strip(),
            agrement_numero=self.numero.text().strip(),
            contact_etat=self.contact_etat.text().strip(),
            contact_attribution=self.contact_attribution.text().strip(),
            observation=self.observation.text().strip(),
            agrement=_lire(self.agrement),
            livraison_prevue=_lire(self.prevue),
            concertation=_lire(self.concertation),
            droits=self.droits.droits,
            logements=self.grille.logements,
        )

    def _disposer(self) -> None:
        form = QFormLayout()
        form.setSpacing(8)
        for name, field in (
            ("Nom du programme", self.nom),
            ("Agrément du", self.agrement),
            ("Numéro d’agrément", self.numero),
            ("Livraison prévue le", self.prevue),
            ("Concertation du", self.concertation),
            ("Contact financement (DDT)", self.contact_etat),
            ("Contact attribution (DDETS)", self.contact_attribution),
            ("Observation", self.observation),
        ):
            field.setAccessibleName(name)
            form.addRow(name, field)
        identity = QWidget()
        identity.setLayout(form)
        self.onglets.addTab(identity, "Programme")
        self.onglets.addTab(
            _onglet(
                ListeOuVide(self.table_droits, EtatVide("Aucun droit convenu", SANS_DROIT)),
                (self.ajouter_droit, self.retirer_droit),
            ),
            "Droits convenus",
        )
        self.onglets.addTab(
            _onglet(
                ListeOuVide(self.table_grille, EtatVide("Aucun logement", SANS_LOGEMENT)),
                (self.ajouter_logements, self.retirer_logements),
            ),
            "Concertation",
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.onglets, 1)
        column.addWidget(self.controle)

    def _brancher(self) -> None:
        for table, model, wide in (
            (self.table_droits, self.droits, PARTIE),
            (self.table_grille, self.grille, 0),
        ):
            table.setModel(model)
            table.setEditTriggers(Saisie.DoubleClicked | Saisie.EditKeyPressed)
            table.etirer(wide)
            for signal in (model.dataChanged, model.modelReset, model.rowsInserted):
                signal.connect(self._suivre)
            model.rowsRemoved.connect(self._suivre)
        for column in (PARTIE, FINANCEMENT, TYPOLOGIE):
            self.table_droits.setItemDelegateForColumn(
                column, ChoixDelegate("Droit", self.droits.options, self.table_droits)
            )
        self.table_grille.setItemDelegateForColumn(
            CONVENU, ChoixDelegate("Convenu avec", self.grille.options, self.table_grille)
        )
        serrer(self.table_droits, {NOMBRE: "Logements #", 2: "Financement #", 3: "Type T6 ##"})
        serrer(self.table_grille, {
            1: "Type #", 2: "Financement", 3: "Surface",
            CONVENU: "État (publics prioritaires) ####",
        })  # fmt: skip
        self.ajouter_droit.clicked.connect(self.droits.ajouter)
        self.retirer_droit.clicked.connect(self._retirer_droit)
        self.ajouter_logements.clicked.connect(self.choisir)
        self.retirer_logements.clicked.connect(self._retirer_logements)

    @Slot()
    def _retirer_droit(self) -> None:
        self.droits.retirer(self.table_droits.currentIndex().row())

    @Slot()
    def _retirer_logements(self) -> None:
        self.grille.retirer_rangs(self.table_grille.rangs_choisis())

    @Slot()
    def _suivre(self) -> None:
        if self._programme is None:
            return
        self.retirer_droit.setEnabled(self.droits.rowCount() > 0)
        self.retirer_logements.setEnabled(self.grille.rowCount() > 0)
        homes = [logement_neuf(line.logement) for line in self.grille.lignes]
        self.controle.setText(dire_concertation(controler_concertation(self.saisie(), homes)))


def dire_concertation(vue: Concertation) -> str:
    """How the grid stands beside the rights, in sentences."""
    if not vue.total_logements:
        return "Choisissez les logements du programme dans le patrimoine."
    told = [
        f"{accorde(vue.total_logements, 'logement')}, {accorde(vue.total_droits, 'droit')} : "
        + ("la concertation tient tous les droits." if vue.complete else "à compléter.")
    ]
    told += [
        f"Droit {n} : {accorde(-row.ecart, 'logement manque', 'logements manquent')}."
        for n, row in enumerate(vue.droits, start=1)
        if row.ecart
    ]
    if vue.sans_droit:
        many = accorde(len(vue.sans_droit), "logement convenu", "logements convenus")
        told.append(f"{many} sans droit de ce genre.")
    if vue.a_convenir:
        told.append(f"{accorde(len(vue.a_convenir), 'logement')} à convenir.")
    told.append(
        "Par genre : "
        + ", ".join(
            f"{s.financement} {s.typologie} {s.convenus} sur {s.logements}" for s in vue.sommes
        )
        + "."
    )
    return typographier(" ".join(told))


def _onglet(contenu: QWidget, boutons: Sequence[QWidget]) -> QWidget:
    holder = QWidget()
    bar = QHBoxLayout()
    bar.addStretch(1)
    for button in boutons:
        bar.addWidget(button)
    column = QVBoxLayout(holder)
    column.addWidget(contenu, 1)
    column.addLayout(bar)
    return holder


def _jour() -> QDateEdit:
    """A day that may be unknown: its least value says so."""
    field = QDateEdit(DEBUT)
    field.setMinimumDate(DEBUT)
    field.setSpecialValueText(INCONNUE)
    field.setCalendarPopup(True)
    field.setDisplayFormat("dd/MM/yyyy")
    return field


def _poser(champ: QDateEdit, jour: date | None) -> None:
    champ.setDate(en_qt(jour) if jour else DEBUT)


def _lire(champ: QDateEdit) -> date | None:
    return None if champ.date() == DEBUT else de_qt(champ.date())
