"""The clauses of the convention form, each with its consequence in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from fluxdesk.domain.convention import ModeGestion, ModeOffre
from fluxdesk.domain.flux.parties import EvenementDecompte, ModeRefus
from fluxdesk.domain.typographie import accorde, typographier
from fluxdesk.ui.dialogs.convention_rubriques import INSET
from fluxdesk.ui.dialogs.convention_usages import (
    EVENEMENT_DIT,
    EVENEMENTS,
    MODES,
    OFFRES,
    REFUS,
    REPORT,
    SANS_EFFET,
)

if TYPE_CHECKING:
    from PySide6.QtWidgets import QComboBox, QDialog

    from fluxdesk.domain.convention import Convention
    from fluxdesk.ui.forms.ui_convention import Ui_SaisieConvention


class ChampsClauses(QObject):
    """Fills the clauses, explains them, and reads them back.

    ``annee`` is how many dwellings entered the flux in twelve months: the spreading proposed.
    """

    change = Signal()

    def __init__(self, ui: Ui_SaisieConvention, annee: int, parent: QDialog) -> None:
        super().__init__(parent)
        self.ui = ui
        self._annee = annee
        self._listes()
        for number in (ui.delai_jours, ui.candidats, ui.report, ui.plafond_report, ui.etalement):
            number.lineEdit().setTextMargins(INSET, 0, 0, 0)  # no style sheet reaches it
            number.valueChanged.connect(self.change)
        for choice in self._choix():
            choice.currentIndexChanged.connect(self._expliquer)
            choice.currentIndexChanged.connect(self.change)
        ui.zone_tendue.toggled.connect(self.change)
        ui.plafonne.toggled.connect(ui.plafond_report.setEnabled)
        ui.plafonne.toggled.connect(self.change)
        ui.plafond_report.setEnabled(False)
        ui.etaler.clicked.connect(self.etaler)
        ui.etaler.setVisible(annee > 0)
        seen = accorde(annee, "libération", "libérations")
        ui.etaler.setText(f"Étaler sur un an\u00a0: {seen} en 12 mois")
        ui.report_explique.setText(typographier(REPORT))
        self._expliquer()

    def _choix(self) -> tuple[QComboBox, ...]:
        ui = self.ui
        return (ui.mode_gestion, ui.mode_offre, ui.evenement, ui.refus, ui.carence)

    def _listes(self) -> None:
        ui = self.ui
        for mode, words in MODES.items():
            ui.mode_gestion.addItem(typographier(words), mode)
        for offre, (words, _) in OFFRES.items():
            ui.mode_offre.addItem(words, offre)
        for evenement, words in EVENEMENTS.items():
            ui.evenement.addItem(words, evenement)
        ui.evenement.setCurrentIndex(ui.evenement.findData(EvenementDecompte.BAIL_SIGNE))
        for clause, (words, _) in REFUS.items():
            ui.refus.addItem(words, clause)
            ui.carence.addItem(words, clause)
        ui.delai_jours.setValue(30)
        ui.candidats.setValue(3)

    @Slot()
    def etaler(self) -> None:
        """Spread the balance over what a year frees."""
        self.ui.etalement.setValue(self._annee)

    @Slot()
    def _expliquer(self) -> None:
        ui = self.ui
        evenement = EvenementDecompte(ui.evenement.currentData())
        ui.evenement_explique.setText(typographier(EVENEMENT_DIT[evenement]))
        ui.mode_offre_explique.setText(
            typographier(OFFRES[ModeOffre(ui.mode_offre.currentData())][1])
        )
        for choice, told in ((ui.refus, ui.refus_explique), (ui.carence, ui.carence_explique)):
            clause = ModeRefus(choice.currentData())
            idle = evenement is EvenementDecompte.MISE_A_DISPOSITION
            told.setText(typographier(SANS_EFFET if idle else REFUS[clause][1]))

    def montrer(self, convention: Convention) -> None:
        """Fill in what is recorded."""
        ui = self.ui
        for choice, value in zip(
            self._choix(),
            (
                convention.mode_gestion,
                convention.mode_offre,
                convention.evenement_decompte,
                convention.refus,
                convention.carence,
            ),
            strict=True,
        ):
            choice.setCurrentIndex(choice.findData(value))
        ui.delai_jours.setValue(convention.delai_jours)
        ui.zone_tendue.setChecked(convention.zone_tendue)
        ui.candidats.setValue(convention.candidats)
        ui.report.setValue(convention.report)
        ui.plafonne.setChecked(convention.plafond_report is not None)
        ui.plafond_report.setValue(convention.plafond_report or 0)
        ui.etalement.setValue(convention.etalement)

    @property
    def mode_gestion(self) -> ModeGestion:
        """Who proposes the candidates."""
        return ModeGestion(self.ui.mode_gestion.currentData())

    @property
    def mode_offre(self) -> ModeOffre:
        """To how many a dwelling is offered."""
        return ModeOffre(self.ui.mode_offre.currentData())

    @property
    def evenement(self) -> EvenementDecompte:
        """The step that consumes the right."""
        return EvenementDecompte(self.ui.evenement.currentData())

    @property
    def refus(self) -> ModeRefus:
        """What a refusal costs."""
        return ModeRefus(self.ui.refus.currentData())

    @property
    def carence(self) -> ModeRefus:
        """What the lack of candidates costs."""
        return ModeRefus(self.ui.carence.currentData())

    @property
    def plafond_report(self) -> int | None:
        """The cap of the balance, if it has one."""
        return self.ui.plafond_report.value() if self.ui.plafonne.isChecked() else None
