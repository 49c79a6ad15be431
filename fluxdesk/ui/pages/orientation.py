"""The panel that says to whom a dwelling should go, and why; the officer decides."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QSplitter,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from fluxdesk.domain.convention import ModeOffre
from fluxdesk.domain.dates import en_lettres
from fluxdesk.domain.effet_issue import A_L_ETAPE
from fluxdesk.domain.typographie import accorde, typographier
from fluxdesk.ui.models.classement import (
    AXES,
    COLONNE_RAISON,
    COLONNE_SCORE,
    COLONNES_EQUILIBRE,
    ClassementModel,
    lignes_du_classement,
    nom_affiche,
)
from fluxdesk.ui.pages.vacances_detail import DetailVacance
from fluxdesk.ui.phrases import paragraphe, phrases_du_moteur
from fluxdesk.ui.widgets.a_savoir import ASavoir
from fluxdesk.ui.widgets.equilibre import LARGEUR, EquilibreDelegate
from fluxdesk.ui.widgets.table import Table
from fluxdesk.ui.widgets.table_formulaire import serrer

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from fluxdesk.domain.echeance import Echeance
    from fluxdesk.services.proposer_au_titulaire import PropositionTitulaire
    from fluxdesk.services.suggerer_orientation import Proposition
    from fluxdesk.ui.pages.vacances_dossier import DossierVacance
    from fluxdesk.ui.widgets.a_savoir import Savoir

LEGENDE = (
    "Retard\u00a0: logements dus et non encore servis. Équilibre\u00a0: à droite, le réservataire "
    "a reçu moins que sa part de ces logements\u00a0; à gauche, plus. Chaque barre dit ses "
    "chiffres dans son infobulle."
)
A_SAVOIR = "À savoir aussi de ce logement\u00a0: sous le classement."

AUCUN_COMPTE = (
    "Aucun autre réservataire n’est classé et aucun compte ne bouge ; l’offre suit ensuite son "
    "cours comme les autres : lettre, candidats, commission, bail."
)
_SANS_CLAUSE = "aucune convention n’en fixe à ce titulaire."
NOM = 16  # letters of the name of a party, at least
MODES = {
    ModeOffre.ORDRE: "Offre dans l’ordre\u00a0: s’il renonce ou laisse passer l’échéance, le "
    "logement est proposé au suivant, après votre accord.",
    ModeOffre.TOUS: "Sa convention prévoit une offre à plusieurs réservataires.",
}


class PanneauOrientation(QWidget):
    """The dwelling at the left; the proposal and every party at the right."""

    prete = Signal(object)  # Proposition

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Orientation")
        self.proposition: Proposition | None = None
        self.au_titulaire: PropositionTitulaire | None = None
        self.detail = DetailVacance()
        self.model = ClassementModel(self)
        self.table = Table("Classement de tous les réservataires")
        self.savoir = ASavoir()
        self._nom = QLabel()
        self._phrases = QLabel()
        self._echeance = QLabel()
        self._compte = QLabel()
        self._mode = QLabel()
        self._a_savoir = QLabel(A_SAVOIR)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.detail)
        split.addWidget(self._droite())
        split.setStretchFactor(1, 1)
        split.setSizes([276, 908])
        split.setHandleWidth(16)
        split.setChildrenCollapsible(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(split)

    def _droite(self) -> QWidget:
        """Scrolled: there may be much to know before a decision, and the window is small."""
        side = QWidget()
        box = QVBoxLayout(side)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(16)
        box.addWidget(self._carte())
        self._preparer_table()
        box.addWidget(self.table)
        self._legende = QLabel(LEGENDE)
        self._legende.setProperty("role", "doux")
        self._legende.setWordWrap(True)
        box.addWidget(self._legende)
        box.addWidget(self.savoir)
        box.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(side)
        return scroll

    def _carte(self) -> QFrame:
        card = QFrame()
        card.setProperty("role", "carte")
        label = QLabel("Proposition")
        label.setProperty("role", "doux")
        self._nom.setProperty("role", "grand")
        self._nom.setWordWrap(True)
        self._phrases.setWordWrap(True)
        self._phrases.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for soft in (self._echeance, self._compte, self._mode, self._a_savoir):
            soft.setWordWrap(True)
            soft.setProperty("role", "doux")
        box = QVBoxLayout(card)
        box.setContentsMargins(20, 16, 20, 16)
        box.setSpacing(6)
        for widget in (
            label,
            self._nom,
            self._phrases,
            self._echeance,
            self._mode,
            self._compte,
            self._a_savoir,
        ):
            box.addWidget(widget)
        return card

    def _preparer_table(self) -> None:
        self.table.setModel(self.model)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setSortingEnabled(False)  # the order of the engine is the answer
        self._barres = EquilibreDelegate(self.table)
        for column in COLONNES_EQUILIBRE:
            self.table.setItemDelegateForColumn(column, self._barres)
        serrer(self.table, {1: "000,00", 2: "Servi", 3: "Retard", COLONNE_SCORE: "−00,00"})
        for column, (_, title, _) in zip(COLONNES_EQUILIBRE, AXES, strict=True):
            serrer(self.table, {column: title})  # nothing is sorted: no arrow
            self.table.setColumnWidth(column, max(LARGEUR, self.table.columnWidth(column)))
        self._score = self.table.columnWidth(COLONNE_SCORE)
        self.table.etirer_au_moins(0, "Action Loge")
        self.table.largeurs({COLONNE_RAISON: "Pourquoi pas"})
        self.table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.table.viewport().installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self.table.viewport():
            self._sacrifier()
        return super().eventFilter(watched, event)

    def _sacrifier(self) -> None:
        """In a small window the score, which the order tells, gives way to the reasons."""
        table = self.table
        fixed = sum(table.columnWidth(c) for c in range(1, self.model.columnCount()))
        hidden = table.isColumnHidden(COLONNE_SCORE)
        needed = fixed + (self._score if hidden else 0)
        room = table.viewport().width() - needed
        table.setColumnHidden(COLONNE_SCORE, room < table.fontMetrics().averageCharWidth() * NOM)

    def montrer(
        self, proposition: Proposition, dossier: DossierVacance, savoir: Savoir | None = None
    ) -> None:
        """Show what the engine proposes for this vacancy, and what to know of it."""
        self.proposition, self.au_titulaire = proposition, None
        for widget in (self.table, self._legende):
            widget.show()
        self.savoir.setVisible(savoir is not None)
        if savoir is not None:
            self.savoir.montrer(savoir)
        self._a_savoir.setVisible(not self.savoir.isHidden())
        self.detail.montrer(dossier)
        self._nommer(nom_affiche(proposition.destinataire, proposition.destinataire_nom))
        self._phrases.setText(phrases_de(proposition))
        self._echeance.setText(echeance_de(proposition))
        for line, said in (
            (self._compte, compte_de(proposition)),
            (self._mode, MODES.get(proposition.mode, "")),
        ):
            line.setText(said)
            line.setVisible(bool(said))
        commune = proposition.commune
        self.model.nommer({commune.epci: commune.epci_nom} if commune and commune.epci else {})
        self.model.montrer(lignes_du_classement(proposition.suggestion))
        self.table.updateGeometry()
        self.table.selectRow(0)
        self.prete.emit(proposition)

    def montrer_au_titulaire(
        self, proposition: PropositionTitulaire, dossier: DossierVacance
    ) -> None:
        """Show who holds this dwelling by right: nobody is ranked, no account moves."""
        self.proposition, self.au_titulaire = None, proposition
        self.detail.montrer(dossier)
        self._nommer(proposition.titulaire.nom)
        self._phrases.setText(paragraphe(f"{proposition.titulaire.phrase()}\n{AUCUN_COMPTE}"))
        due = proposition.echeance
        self._echeance.setText(delai_dit(due) if due else f"Aucune échéance\u00a0: {_SANS_CLAUSE}")
        for widget in (
            self.table,
            self._legende,
            self.savoir,
            self._a_savoir,
            self._compte,
            self._mode,
        ):
            widget.hide()

    def _nommer(self, nom: str) -> None:
        self._nom.setText(nom)
        self._nom.setAccessibleName(f"Proposition\u00a0: {nom}")


def phrases_de(proposition: Proposition) -> str:
    """The sentences of the engine, without the name that stands above them."""
    return phrases_du_moteur(proposition.texte, proposition.destinataire_nom)


def echeance_de(proposition: Proposition) -> str:
    """The deadline, the day in bold, and how it was computed."""
    due = proposition.echeance
    if due is None:
        return "Aucune échéance\u00a0: le logement reste au bailleur."
    return delai_dit(due)


def delai_dit(due: Echeance) -> str:
    """The day in bold, and how it was computed."""
    return (
        f"Échéance de réponse\u00a0: <b>{en_lettres(due.jour)}</b>, soit {escape(due.explication)}."
    )


def compte_de(proposition: Proposition) -> str:
    """The three counters of the party, and which of them its convention counts."""
    if proposition.decompte is None:
        return ""
    steps = proposition.etapes
    made = accorde(steps.mises, "mise à disposition", "mises à disposition")
    given = accorde(steps.attributions, "attribution")
    let = accorde(steps.baux, "bail signé", "baux signés")
    return typographier(
        f"À ce jour : {made}, {given}, {let} ; décompte {A_L_ETAPE[proposition.decompte]}."
    )
