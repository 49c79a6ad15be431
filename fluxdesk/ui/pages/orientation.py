"""The panel that says to whom a dwelling should go, and why; the officer decides."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
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

from fluxdesk.domain.dates import en_lettres
from fluxdesk.services.suggerer_orientation import suggerer_orientation
from fluxdesk.ui.models.classement import (
    AXES,
    COLONNE_RAISON,
    COLONNE_SCORE,
    COLONNES_EQUILIBRE,
    ClassementModel,
    lignes_du_classement,
    nom_affiche,
)
from fluxdesk.ui.pages.vacances_dossier import (
    champs_du_deroule,
    champs_du_logement,
)
from fluxdesk.ui.widgets.equilibre import LARGEUR, EquilibreDelegate
from fluxdesk.ui.widgets.fiche import Fiche
from fluxdesk.ui.widgets.table import Table
from fluxdesk.ui.widgets.table_formulaire import serrer

if TYPE_CHECKING:
    from fluxdesk.services.ports import Bureau
    from fluxdesk.services.suggerer_orientation import Proposition
    from fluxdesk.ui.pages.vacances_dossier import (
        DossierVacance,
    )

LEGENDE = (
    "Retard\u00a0: logements dus et non encore servis. Équilibre\u00a0: à droite, le réservataire "
    "a reçu moins que sa part de ces logements\u00a0; à gauche, plus. Chaque barre dit ses "
    "chiffres dans son infobulle."
)


def lire_proposition(bureau: Bureau, vacance_id: int) -> Proposition:
    """Ask the engine; runs on the worker."""
    return suggerer_orientation(
        vacance_id,
        uow=bureau.base.transaction(),
        horloge=bureau.horloge,
        territoires=bureau.territoires,
    )


class DetailVacance(QScrollArea):
    """The fiche of the dwelling above what happened to its vacancy."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName("Fiche du logement et déroulé de la vacance")
        self.fiche = Fiche("Le logement")
        self.deroule = Fiche("Déroulé")
        holder = QFrame()
        holder.setProperty("role", "carte")
        box = QVBoxLayout(holder)
        box.setContentsMargins(1, 1, 1, 8)
        box.setSpacing(0)
        box.addWidget(self.fiche)
        box.addWidget(self.deroule)
        box.addStretch(1)
        self.setWidget(holder)

    def montrer(self, dossier: DossierVacance) -> None:
        """Show a vacancy."""
        self.fiche.montrer(champs_du_logement(dossier))
        self.deroule.montrer(champs_du_deroule(dossier))


class PanneauOrientation(QWidget):
    """The dwelling at the left; the proposal and every party at the right."""

    prete = Signal(object)  # Proposition

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Orientation")
        self.proposition: Proposition | None = None
        self.detail = DetailVacance()
        self.model = ClassementModel(self)
        self.table = Table("Classement de tous les réservataires")
        self._nom = QLabel()
        self._phrases = QLabel()
        self._echeance = QLabel()
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
        side = QWidget()
        box = QVBoxLayout(side)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(16)
        box.addWidget(self._carte())
        self._preparer_table()
        box.addWidget(self.table)
        legend = QLabel(LEGENDE)
        legend.setProperty("role", "doux")
        legend.setWordWrap(True)
        box.addWidget(legend)
        box.addStretch(1)
        return side

    def _carte(self) -> QFrame:
        card = QFrame()
        card.setProperty("role", "carte")
        label = QLabel("Proposition")
        label.setProperty("role", "doux")
        self._nom.setProperty("role", "grand")
        self._nom.setWordWrap(True)
        self._phrases.setWordWrap(True)
        self._phrases.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._echeance.setWordWrap(True)
        self._echeance.setProperty("role", "doux")
        box = QVBoxLayout(card)
        box.setContentsMargins(20, 16, 20, 16)
        box.setSpacing(6)
        for widget in (label, self._nom, self._phrases, self._echeance):
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
            serrer(self.table, {column: f"{title}#"})
            self.table.setColumnWidth(column, max(LARGEUR, self.table.columnWidth(column)))
        self.table.etirer_au_moins(0, "Action Logement")
        self.table.largeurs({COLONNE_RAISON: "Pourquoi pas"})
        self.table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def montrer(self, proposition: Proposition, dossier: DossierVacance) -> None:
        """Show what the engine proposes for this vacancy."""
        self.proposition = proposition
        self.detail.montrer(dossier)
        name = nom_affiche(proposition.destinataire, proposition.destinataire_nom)
        self._nom.setText(name)
        self._nom.setAccessibleName(f"Proposition\u00a0: {name}")
        self._phrases.setText(phrases_de(proposition))
        self._echeance.setText(echeance_de(proposition))
        commune = proposition.commune
        self.model.nommer({commune.epci: commune.epci_nom} if commune and commune.epci else {})
        self.model.montrer(lignes_du_classement(proposition.suggestion))
        self.table.updateGeometry()
        self.table.selectRow(0)
        self.prete.emit(proposition)


def phrases_de(proposition: Proposition) -> str:
    """The sentences of the engine, without the name that stands above them."""
    first, *others = proposition.texte.split("\n")
    said = first.removeprefix("Proposition\u00a0: ").removeprefix(proposition.destinataire_nom)
    lines = (escape(line) for line in (said.lstrip(". "), *others))
    return f'<p style="line-height: 135%">{"<br>".join(lines)}</p>'


def echeance_de(proposition: Proposition) -> str:
    """The deadline, the day in bold, and how it was computed."""
    due = proposition.echeance
    if due is None:
        return "Aucune échéance\u00a0: le logement reste au bailleur."
    return (
        f"Échéance de réponse\u00a0: <b>{en_lettres(due.jour)}</b>, soit {escape(due.explication)}."
    )
