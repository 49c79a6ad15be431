"""Before a bilan leaves: what to look at, then approved, sent, corrected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSpinBox

from fluxdesk.domain.bilan_emis import EtatBilan
from fluxdesk.domain.typographie import typographier
from fluxdesk.ui.models.bilans_envoi import (
    PointModel,
    a_approuver,
    a_envoyer,
    choix_en_mots,
    etat_en_mots,
    lignes_a_voir,
)
from fluxdesk.ui.theme import MARGE_NOMBRE, bouton
from fluxdesk.ui.widgets.carte import Carte
from fluxdesk.ui.widgets.table import Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex
    from PySide6.QtWidgets import QWidget

    from fluxdesk.ui.models.bilans import LigneDestinataire
    from fluxdesk.ui.pages.bilans_lecture import LuDestinataire

SEUIL_MAX = 20


class EnvoiBilan(Carte):
    """The check list of one bilan and what can be done with it; asks, the page acts."""

    approuver = Signal()
    envoyer = Signal()
    revenir = Signal()
    ouvrir = Signal(str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Avant l’envoi", parent)
        self._lu: LuDestinataire | None = None
        self._choisis: tuple[LigneDestinataire, ...] = ()
        self.etat = QLabel()
        self.etat.setProperty("role", "doux")
        self.etat.setWordWrap(True)
        self.etat.setContentsMargins(16, 8, 16, 8)
        self.points = PointModel(self)
        self.table = Table("Points à vérifier", nue=True)
        self.table.setModel(self.points)
        self.table.etirer(1)
        self.table.envelopper()
        self.table.horizontalHeader().hide()  # the title of the card says it
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
        self.corps.addLayout(self._secret())
        self.corps.addLayout(row)

    def _secret(self) -> QHBoxLayout:
        """Whether small cells are regrouped in what is written and in what is frozen."""
        self.seuil = QSpinBox()
        self.seuil.setRange(1, SEUIL_MAX)  # under 1: nothing is small, the least is shown as no
        self.seuil.setSpecialValueText("ne pas regrouper")
        self.seuil.setAccessibleName("Regrouper les petits effectifs sous")
        self.seuil.setToolTip(
            "Les lignes de moins d’attributions ou de baux sont regroupées et le détail par "
            "logement omis, dans les fichiers écrits et dans ceux qu’on approuve."
        )
        asked = QLabel("Re&grouper les petits effectifs sous")
        asked.setBuddy(self.seuil)
        row = QHBoxLayout()
        row.setContentsMargins(16, 4, 12, 0)
        row.setSpacing(8)
        row.addWidget(asked)
        row.addWidget(self.seuil)
        row.addStretch(1)
        self.seuil.lineEdit().setTextMargins(MARGE_NOMBRE, 0, 0, 0)
        return row

    def sous(self) -> int:
        """The threshold asked for; 0 regroups nothing."""
        return self.seuil.value() if self.seuil.value() > self.seuil.minimum() else 0

    def proposer_seuil(self, seuil: int) -> None:
        """Start from the threshold of the bilan approved last, unless the officer chose one."""
        if not self.sous():
            self.seuil.setValue(seuil)

    def choisir(self, choisis: Sequence[LigneDestinataire]) -> None:
        """Follow the recipients chosen: with several, the acts are on all of them."""
        self._choisis = tuple(choisis)
        self._suivre()

    def montrer(self, lu: LuDestinataire) -> None:
        """Show where one bilan stands."""
        self._lu = lu
        self.titrer(f"Avant l’envoi\u00a0: {lu.bilan.destinataire}")
        self.points.montrer(lignes_a_voir(lu.points, lu.ecarts))
        self._suivre()

    def _suivre(self) -> None:
        if len(self._choisis) > 1:
            self._suivre_plusieurs()
        elif self._lu is not None:
            self._suivre_un(self._lu)

    def _suivre_plusieurs(self) -> None:
        approved, sent = a_approuver(self._choisis), a_envoyer(self._choisis)
        self.etat.setText(typographier(choix_en_mots(self._choisis)))
        for button, verb, rows in (
            (self.bouton_approuver, "A&pprouver", approved),
            (self.bouton_envoyer, "Marquer &envoyés", sent),
        ):
            button.setText(f"{verb} ({len(rows)})")
            button.setEnabled(bool(rows))
        self.bouton_revenir.setEnabled(False)

    def _suivre_un(self, lu: LuDestinataire) -> None:
        emis = lu.ligne.emis
        state = emis.etat if emis else EtatBilan.A_VERIFIER
        self.etat.setText(typographier(etat_en_mots(emis, len(lu.ecarts))))
        corrected = state is EtatBilan.ENVOYE and bool(lu.ecarts)
        self.bouton_approuver.setText("Approuver le rectificatif" if corrected else "A&pprouver")
        self.bouton_envoyer.setText("Marquer &envoyé")
        self.bouton_approuver.setEnabled(state is EtatBilan.A_VERIFIER or corrected)
        self.bouton_envoyer.setEnabled(state is EtatBilan.PRET)
        self.bouton_revenir.setEnabled(state is not EtatBilan.A_VERIFIER)
        back = "Annuler l’envoi" if state is EtatBilan.ENVOYE else "Retirer l’approbation"
        self.bouton_revenir.setText("Annuler l’envoi…" if state is EtatBilan.ENVOYE else "Retirer…")
        self.bouton_revenir.setAccessibleName(back)
        self.bouton_revenir.setToolTip(back)

    @Slot("QModelIndex")
    def _ouvrir(self, index: QModelIndex) -> None:
        row = self.points.ligne(index)
        if row is not None and row.page:
            self.ouvrir.emit(row.page, row.cible)
