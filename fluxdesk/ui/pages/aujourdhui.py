"""Aujourd'hui: what must be done, who is owed the next dwelling, whether the flux is fair."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtWidgets import QBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from fluxdesk.domain.typographie import accorde
from fluxdesk.services.dresser_tableau import dresser_tableau
from fluxdesk.services.rows import ActionAFaire, Urgence, VacanceRow
from fluxdesk.ui.contexte import Sujet
from fluxdesk.ui.dates import jour_entier
from fluxdesk.ui.models.a_faire import PAGES, AOrienterModel
from fluxdesk.ui.models.flux import Col, FluxModel
from fluxdesk.ui.models.lignes import ROLE_LIGNE
from fluxdesk.ui.pages.page import Page
from fluxdesk.ui.pages.vacances_actes import ActesVacance
from fluxdesk.ui.theme import bouton_principal
from fluxdesk.ui.widgets.a_faire import ListeAFaire
from fluxdesk.ui.widgets.barre_flux import BarreFluxDelegate
from fluxdesk.ui.widgets.carte import Carte
from fluxdesk.ui.widgets.premiers_pas import Pas, PremiersPas
from fluxdesk.ui.widgets.table import Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from fluxdesk.services.ports import Bureau
    from fluxdesk.services.rows import AFaireRow, TableauDeBord
    from fluxdesk.ui.contexte import Contexte

LETTRES_DEUX_COLONNES = 128  # average letters under which the page folds
GRANDIT = 100  # share of the room left that goes to the list before the void under it
URGENT = frozenset({Urgence.EN_RETARD, Urgence.AUJOURD_HUI})


@dataclass(frozen=True, slots=True, kw_only=True)
class Journee:
    """The dashboard, and how far a new base has come."""

    tableau: TableauDeBord
    logements: int
    conventions: int
    vacances: int

    @property
    def complete(self) -> bool:
        """Whether the base holds one of each thing the work needs."""
        return bool(self.logements and self.conventions and self.vacances)


class AujourdhuiPage(Page):
    """À faire and à orienter at the left, the flux at the right."""

    nom: ClassVar[str] = "aujourdhui"
    titre: ClassVar[str] = "Aujourd’hui"
    icone: ClassVar[str] = "layout-dashboard"
    sujets: ClassVar[frozenset[Sujet]] = frozenset(
        {Sujet.PATRIMOINE, Sujet.CONVENTIONS, Sujet.VACANCES}
    )

    def __init__(self, contexte: Contexte, parent: QWidget | None = None) -> None:
        super().__init__(contexte, parent)
        self._actes = ActesVacance(contexte, self)
        self.conge = bouton_principal("Enregistrer un congé", "plus")
        self.conge.clicked.connect(self._actes.demander_conge)
        self.actions.addWidget(self.conge)
        self.premiers_pas = PremiersPas()
        self.premiers_pas.choisi.connect(self._on_step)
        self.a_faire = ListeAFaire()
        self.a_faire.choisie.connect(self._on_todo)
        self.a_orienter = Table("Logements à orienter", nue=True)
        self.flux = Table("Flux de l’exercice par réservataire", nue=True)
        self._orienter_model = AOrienterModel(self)
        self._flux_model = FluxModel(self)
        self.commentaires = QLabel()
        self._lay_out_page()
        self.sous_titre.setText(jour_entier(contexte.bureau.horloge.aujourd_hui()))

    @override
    def recharger(self) -> None:
        """Read the dashboard again."""
        bureau = self.contexte.bureau

        def read() -> Journee:
            return lire_journee(bureau)

        self.contexte.lire(read, self._show)

    def _lay_out_left(self) -> QVBoxLayout:
        self._carte_faire = Carte("À faire")
        self._rien = _doux(
            "Rien à faire aujourd’hui\u00a0: aucune échéance, aucun congé en attente."
        )
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setAccessibleName("À faire")
        scroll.setWidget(self.a_faire)
        self.charge = _doux("")
        self.charge.setAccessibleName("Charge de travail")
        self._carte_faire.corps.addWidget(self.charge)
        self._carte_faire.corps.addWidget(self._rien)
        self._carte_faire.corps.addWidget(scroll)
        self._scroll = scroll
        self._carte_orienter = Carte("À orienter")
        self.a_orienter.setModel(self._orienter_model)
        self.a_orienter.horizontalHeader().hide()
        self.a_orienter.largeurs({1: "T3 bis", 2: "non renseigné", 3: "000 j"})
        self.a_orienter.etirer(0)
        self.a_orienter.activated.connect(self._on_orient)
        self._carte_orienter.corps.addWidget(self.a_orienter)
        left = QVBoxLayout()
        left.setSpacing(16)
        left.addWidget(self.premiers_pas)
        left.addWidget(self._carte_faire, GRANDIT)
        left.addWidget(self._carte_orienter)
        left.addStretch(1)
        for card in (self._carte_faire, self._carte_orienter, self.premiers_pas):
            card.serrer()
        return left

    def _lay_out_page(self) -> None:
        holder = QWidget()
        self._colonnes = QBoxLayout(QBoxLayout.Direction.LeftToRight, holder)
        self._colonnes.setContentsMargins(0, 0, 0, 0)
        self._colonnes.setSpacing(16)
        self._colonnes.addLayout(self._lay_out_left(), 1)
        self._colonnes.addWidget(self._lay_out_flux(), 1)
        page = QScrollArea()
        page.setWidgetResizable(True)
        page.setAccessibleName(self.titre)
        page.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is inside takes the focus
        page.setWidget(holder)
        self.corps.addWidget(page)

    def _lay_out_flux(self) -> Carte:
        self._carte_flux = Carte("Le flux")
        self.flux.setModel(self._flux_model)
        self._barres = BarreFluxDelegate(self.flux)
        self.flux.setItemDelegateForColumn(Col.BARRE, self._barres)
        self.flux.largeurs(
            {
                Col.PART: "100 %",
                Col.BARRE: "Servi et dû",
                Col.DU: "000,00",
                Col.SERVI: "000",
                Col.RETARD: "+00,00",
            }
        )
        self.flux.etirer(Col.NOM)
        self.commentaires.setProperty("role", "doux")
        self.commentaires.setWordWrap(True)
        self.commentaires.setContentsMargins(16, 12, 16, 16)
        self.commentaires.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._carte_flux.corps.addWidget(self.flux)
        self._carte_flux.corps.addWidget(self.commentaires, 1)
        return self._carte_flux

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column where two would be too narrow: a small screen, or a large text."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        narrow = self.width() < self.fontMetrics().averageCharWidth() * LETTRES_DEUX_COLONNES
        self._colonnes.setDirection(
            QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        )
        wanted = self.a_faire.sizeHint().height()
        self._scroll.setMinimumHeight(wanted if narrow else 0)
        self._scroll.setMaximumHeight(wanted)
        for table in (self.flux, self.a_orienter):
            table.ajuster()
            table.setMinimumHeight(table.maximumHeight() if narrow else 0)

    @Slot(object)
    def _show(self, journee: Journee) -> None:
        board = journee.tableau
        self.premiers_pas.setVisible(not journee.complete)
        self.premiers_pas.montrer(premiers_pas(journee))
        self.conge.setVisible(journee.complete)
        self.a_faire.montrer(board.a_faire, board.jour)
        self.charge.setText(board.charge)
        self.charge.setVisible(bool(board.charge))
        self._rien.setVisible(not board.a_faire)
        self._scroll.setVisible(bool(board.a_faire))
        self._carte_faire.setVisible(journee.complete)
        waiting = len(board.a_orienter)
        self._carte_orienter.titrer(f"À orienter · {accorde(waiting, 'logement')}")
        self._carte_orienter.setVisible(bool(waiting))
        self._orienter_model.montrer(board.a_orienter)
        self._carte_flux.titrer(titre_flux(board))
        self._show_flux(board)
        self._fold()
        self.commentaires.setText("\n".join(board.commentaires) or _SANS_FLUX)
        self.compteur.emit(sum(1 for row in board.a_faire if row.urgence in URGENT))

    def _show_flux(self, board: TableauDeBord) -> None:
        self._flux_model.montrer_flux(board.flux, board.tolerance)
        self.flux.clearSpans()
        for row in self._flux_model.notes():
            self.flux.setSpan(row, Col.NOM, 1, len(Col))

    @Slot(object)
    def _on_todo(self, row: AFaireRow) -> None:
        if row.action is ActionAFaire.OUVRIR_COURRIERS:
            self.contexte.courriers.emit()
        elif row.action is ActionAFaire.OUVRIR_BAUX:
            self.contexte.baux.emit()
        else:
            self.contexte.ouvrir.emit(PAGES[row.action], row.cible)

    @Slot(QModelIndex)
    def _on_orient(self, index: QModelIndex) -> None:
        row = index.data(ROLE_LIGNE)
        if isinstance(row, VacanceRow):
            self.contexte.ouvrir.emit("vacances", row.id)

    @Slot(str)
    def _on_step(self, page: str) -> None:
        if page == "vacances":
            self._actes.demander_conge()
        else:
            self.contexte.ouvrir.emit(page, 0)


_SANS_FLUX = "Le flux se remplit à chaque logement orienté\u00a0: rien n’est encore dû à personne."


def lire_journee(bureau: Bureau) -> Journee:
    """Read the dashboard and count what the base holds; on the worker."""
    board = dresser_tableau(
        base=bureau.base,
        horloge=bureau.horloge,
        territoires=bureau.territoires,
        feries=bureau.feries,
    )
    state = bureau.base.lectures.etat()
    with bureau.base.transaction() as uow:
        agreements: Sequence[object] = uow.conventions.toutes()
        freed: Sequence[object] = uow.vacances.toutes()
    return Journee(
        tableau=board,
        logements=state.logements,
        conventions=len(agreements),
        vacances=len(freed),
    )


def titre_flux(board: TableauDeBord) -> str:
    """« Le flux · en 2026, 60 logements et 7 soustraits »."""
    freed = accorde(board.liberations, "logement")
    taken = f" et {accorde(board.soustraits, 'soustrait')}" if board.soustraits else ""
    return f"Le flux · en {board.jour.year}, {freed}{taken}"


def premiers_pas(journee: Journee) -> tuple[Pas, ...]:
    """The steps of a new base, in the order they must be done."""
    return (
        Pas(
            "patrimoine",
            "Importer le patrimoine",
            "Votre fichier RPLS donne les logements, leur typologie et leur financement.",
            "Aller au patrimoine",
            fait=bool(journee.logements),
        ),
        Pas(
            "conventions",
            "Saisir les conventions",
            "Qui a droit à combien, sur quel territoire et dans quel délai.",
            "Aller aux conventions",
            fait=bool(journee.conventions),
        ),
        Pas(
            "vacances",
            "Enregistrer un premier congé",
            "FluxDesk dira à quel réservataire proposer le logement, et pourquoi.",
            "Enregistrer un congé",
            fait=bool(journee.vacances),
        ),
    )


def _doux(texte: str) -> QLabel:
    label = QLabel(texte)
    label.setProperty("role", "doux")
    label.setContentsMargins(16, 12, 16, 12)
    label.setWordWrap(True)
    return label
