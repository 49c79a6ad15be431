"""Whether a dwelling enters the flux: five answers, each with its meaning and its article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QWidget,
)

from fluxdesk.domain.suivi_vacance import STOCK_IDENTIFIE, MotifHorsFlux
from fluxdesk.domain.typographie import typographier
from fluxdesk.domain.vacance import CategorieSoustrait, Qualification

if TYPE_CHECKING:
    from fluxdesk.domain.suivi_vacance import SuiviVacance

TEXTES: dict[Qualification, tuple[str, str]] = {
    Qualification.A_QUALIFIER: (
        "À qualifier plus tard",
        "Le congé est enregistré ; la vacance reste en attente de votre décision.",
    ),
    Qualification.FLUX: (
        "Dans le flux",
        (
            "Le logement compte pour tous les réservataires selon leur taux, et l’un d’eux le "
            "reçoit (CCH, art. R441-5)."
        ),
    ),
    Qualification.SOUSTRAIT: (
        "Soustrait du flux",
        (
            "Nécessaire cette année à une mutation, un relogement ou une vente : il ne compte pour "
            "personne et figure au bilan des soustraits (CCH, art. R441-5, al. 5)."
        ),
    ),
    Qualification.STOCK: (
        "Stock identifié",
        (
            "Réservé, logement par logement, à la défense, à la sécurité intérieure ou à un "
            "établissement public de santé (CCH, art. R441-5 et L441-1)."
        ),
    ),
    Qualification.HORS_CHAMP: (
        "Hors champ",
        (
            "Ni réservé ni compté : logement-foyer, résidence étudiante, logement non conventionné "
            "ou loué à une association. Vérifiez votre convention."
        ),
    ),
}
CATEGORIES: dict[CategorieSoustrait, str] = {
    CategorieSoustrait.MUTATION: "Mutation d’un locataire dans le parc",
    CategorieSoustrait.RENOUVELLEMENT_URBAIN: "Relogement de renouvellement urbain",
    CategorieSoustrait.COPROPRIETE_DEGRADEE: "Requalification d’une copropriété dégradée",
    CategorieSoustrait.HABITAT_INDIGNE: "Relogement d’habitat indigne",
    CategorieSoustrait.VENTE: "Vente de logements sociaux",
}


class ChoixQualification(QWidget):
    """Radio buttons, the category of a dwelling taken out, and one sentence for the choice."""

    change = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Qualification de la vacance")
        self._groupe = QButtonGroup(self)
        self._boutons: dict[Qualification, QRadioButton] = {}
        self.categorie = QComboBox()
        self.categorie.setAccessibleName("Catégorie d’opération du logement soustrait")
        self.categorie.setPlaceholderText("Choisir la catégorie…")
        for categorie, words in CATEGORIES.items():
            self.categorie.addItem(words, categorie)
        self.categorie.setCurrentIndex(-1)
        self.operation = QLineEdit()
        self.operation.setAccessibleName("Opération pour laquelle le logement est soustrait")
        self.operation.setPlaceholderText("opération, facultative\u00a0: « PRU Les Cyprès »")
        self.motifs = {
            Qualification.STOCK: _motifs([m for m in MotifHorsFlux if m in STOCK_IDENTIFIE]),
            Qualification.HORS_CHAMP: _motifs(
                [m for m in MotifHorsFlux if m not in STOCK_IDENTIFIE]
            ),
        }
        self.explication = QLabel()
        self.explication.setWordWrap(True)
        self.explication.setProperty("role", "doux")
        self.explication.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._disposer()
        self._groupe.buttonToggled.connect(self._suivre)
        self.categorie.currentIndexChanged.connect(self.change)
        self.choisir(Qualification.FLUX)

    @property
    def qualification(self) -> Qualification:
        """The answer chosen."""
        return next(q for q, button in self._boutons.items() if button.isChecked())

    @property
    def categorie_soustrait(self) -> CategorieSoustrait | None:
        """The category, for a dwelling taken out only."""
        if self.qualification is not Qualification.SOUSTRAIT or self.categorie.currentIndex() < 0:
            return None
        return CategorieSoustrait(self.categorie.currentData())

    @property
    def hors_flux(self) -> MotifHorsFlux | None:
        """Why it is out of the flux, where that was said."""
        asked = self.motifs.get(self.qualification)
        return MotifHorsFlux(asked.currentData()) if asked and asked.currentData() else None

    @property
    def operation_dite(self) -> str:
        """The operation, for a dwelling taken out only."""
        taken_out = self.qualification is Qualification.SOUSTRAIT
        return self.operation.text().strip() if taken_out else ""

    @property
    def complete(self) -> bool:
        """Whether nothing is missing."""
        taken_out = self.qualification is Qualification.SOUSTRAIT
        return not taken_out or self.categorie_soustrait is not None

    def choisir(
        self, qualification: Qualification, categorie: CategorieSoustrait | None = None
    ) -> None:
        """Start from this answer."""
        self._boutons[qualification].setChecked(True)
        if categorie is not None:
            self.categorie.setCurrentIndex(self.categorie.findData(categorie))
        self._suivre()

    def preciser(self, suivi: SuiviVacance) -> None:
        """Show what was said beside it."""
        self.operation.setText(suivi.operation)
        if suivi.motif_hors_flux is not None:
            for box in self.motifs.values():
                box.setCurrentIndex(max(0, box.findData(suivi.motif_hors_flux.value)))

    def retirer(self, qualification: Qualification) -> None:
        """Do not offer this answer."""
        self._boutons[qualification].hide()
        if qualification in self.motifs:
            self.motifs[qualification].hide()

    def _disposer(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(8)
        grid.setHorizontalSpacing(16)
        for number, (qualification, (title, sentence)) in enumerate(TEXTES.items()):
            button = QRadioButton(title)
            button.setToolTip(typographier(sentence))
            button.setAccessibleDescription(typographier(sentence))
            self._boutons[qualification] = button
            self._groupe.addButton(button)
            grid.addWidget(button, number, 0)
            if qualification is Qualification.SOUSTRAIT:
                grid.addWidget(self.categorie, number, 1)
            elif qualification in self.motifs:
                grid.addWidget(self.motifs[qualification], number, 1)
        grid.addWidget(self.operation, len(TEXTES) + 1, 0, 1, 2)
        grid.addWidget(self.explication, len(TEXTES), 0, 1, 2)
        grid.setColumnStretch(1, 1)
        self.explication.setMinimumHeight(3 * self.fontMetrics().lineSpacing())

    @Slot()
    def _suivre(self) -> None:
        chosen = next((q for q, button in self._boutons.items() if button.isChecked()), None)
        if chosen is None:
            return
        self.categorie.setEnabled(chosen is Qualification.SOUSTRAIT)
        self.operation.setVisible(chosen is Qualification.SOUSTRAIT)
        for answer, reasons in self.motifs.items():
            reasons.setEnabled(chosen is answer)
        self.explication.setText(typographier(TEXTES[chosen][1]))
        self.change.emit()


def _motifs(motifs: list[MotifHorsFlux]) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName("Motif hors du flux")
    box.addItem("Motif non précisé", "")
    for motif in motifs:
        box.addItem(motif.value[0].upper() + motif.value[1:], motif.value)
    return box
