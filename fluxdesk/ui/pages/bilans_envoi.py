"""Before a bilan leaves: what to look at, then approved, sent, corrected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel

from fluxdesk.domain.bilan_emis import EtatBilan
from fluxdesk.domain.typographie import typographier
from fluxdesk.ui.models.bilans_envoi import PointModel, etat_en_mots, lignes_a_voir
from fluxdesk.ui.theme import bouton
from fluxdesk.ui.widgets.carte import Carte
from fluxdesk.ui.widgets.table import Table

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex
    from PySide6.QtWidgets import QWidget

    from fluxdesk.ui.pages.bilans_lecture import LuDestinataire


class EnvoiBilan(Carte):
    """The check list of one bilan and what can be done with it; asks, the page acts."""

    approuver = Signal()
    envoyer = Signal()
    revenir = Signal()
    ouvrir = Signal(str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Avant l’envoi", parent)
        self.etat = QLabel()
        self.etat.setProperty("role", "doux")
        self.etat.setWordWrap(True)
        self.etat.setContentsMargins(16, 8, 16, 8)
        self.points = PointModel(self)
        self.table = Table("Points à vérifier", nue=True)
        self.table.setModel(self.points)
        self.table.etirer(1)
        self.table.setWordWrap(True)
        self.table.activated.connect(self._ouvrir)
        self.bouton_approuver = bouton("A&pprouver", "circle-check")
        self.bouton_envoyer = bouton("Marquer &envoyé", "mail")
        self.bouton_revenir = bouton("Revenir…", "undo-2")
        self.bouton_approuver.clicked.connect(self.approuver)
        self.bouton_envoyer.clicked.connect(self.envoyer)
        self.bouton_revenir.clicked.connect(self.revenir)
        row = QHBoxLayout()
        row.setContentsMargins(12, 8, 12, 12)
        row.setSpacing(8)
        for widget in (self.bouton_approuver, self.bouton_envoyer, self.bouton_revenir):
            widget.setAccessibleName(widget.text().replace("&", ""))
            row.addWidget(widget)
        row.addStretch(1)
        self.corps.addWidget(self.etat)
        self.corps.addWidget(self.table, 1)
        self.corps.addLayout(row)

    def montrer(self, lu: LuDestinataire) -> None:
        """Show where one bilan stands."""
        emis = lu.ligne.emis
        state = emis.etat if emis else EtatBilan.A_VERIFIER
        self.titrer(f"Avant l’envoi\u00a0: {lu.bilan.destinataire}")
        self.etat.setText(typographier(etat_en_mots(emis, len(lu.ecarts))))
        self.points.montrer(lignes_a_voir(lu.points, lu.ecarts))
        corrected = state is EtatBilan.ENVOYE and bool(lu.ecarts)
        self.bouton_approuver.setText("Approuver le rectificatif" if corrected else "A&pprouver")
        self.bouton_approuver.setEnabled(state is EtatBilan.A_VERIFIER or corrected)
        self.bouton_envoyer.setEnabled(state is EtatBilan.PRET)
        self.bouton_revenir.setEnabled(state is not EtatBilan.A_VERIFIER)
        self.bouton_revenir.setText(
            "Annuler l’envoi…" if state is EtatBilan.ENVOYE else "Retirer l’approbation…"
        )

    @Slot("QModelIndex")
    def _ouvrir(self, index: QModelIndex) -> None:
        row = self.points.ligne(index)
        if row is not None and row.page:
            self.ouvrir.emit(row.page, row.cible)
