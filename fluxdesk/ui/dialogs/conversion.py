"""The assistant: from rights in stock to a frozen photo and drafts of conventions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog
from typing_extensions import override

from fluxdesk.ui.dialogs.assistant_cadre import Cadre, tailler
from fluxdesk.ui.dialogs.assistant_pied import Pied
from fluxdesk.ui.dialogs.conversion_conduite import ConduiteConversion
from fluxdesk.ui.dialogs.conversion_debut import EtapeAssiette, EtapeStock
from fluxdesk.ui.dialogs.conversion_fin import EtapeEffet, EtapeFormules
from fluxdesk.ui.dialogs.conversion_photo import EtapePhoto
from fluxdesk.ui.widgets.bandeau import Bandeau
from fluxdesk.ui.widgets.etapes import Etapes

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from fluxdesk.ui.contexte import Contexte
    from fluxdesk.ui.dialogs.conversion_etape import EtapeConversion

DERNIERE = 4


class ConversionDialog(QDialog):
    """Five steps and one row of buttons; nothing is written before the last one."""

    importer = Signal()
    saisir = Signal()

    def __init__(self, contexte: Contexte, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("État des lieux et conversion")
        self.conduite = ConduiteConversion(contexte, self)
        self.stock = EtapeStock(self.conduite)
        self.assiette = EtapeAssiette(self.conduite)
        self.formules = EtapeFormules(self.conduite)
        self.effet = EtapeEffet(self.conduite)
        self.photo = EtapePhoto(self.conduite)
        self.etapes: tuple[EtapeConversion, ...] = (
            self.stock,
            self.assiette,
            self.formules,
            self.effet,
            self.photo,
        )
        self.rail = Etapes([step.court for step in self.etapes])
        self.bandeau = Bandeau()
        self.pied = Pied(extra for step in self.etapes for extra in step.boutons())
        self.pied.arreter.setEnabled(False)  # each work is short, and writes whole or not at all
        cadre = Cadre(self.etapes)
        self.titre, self.aide, self.pile = cadre.titre, cadre.aide, cadre.pile
        cadre.disposer(self, self.rail, self.bandeau, self.pied)
        self._brancher()
        tailler(self)

    def commencer(self) -> None:
        """Read the base; called once the dialog is shown."""
        self.montrer(0)
        self.conduite.lire(self.conduite.demande)

    def relire(self) -> None:
        """Read the base again: rights were entered."""
        self.conduite.lire(self.conduite.demande)

    def etape(self) -> EtapeConversion:
        """The step that is shown."""
        return self.etapes[self.rail.courante]

    def _brancher(self) -> None:
        conduite = self.conduite
        conduite.lu.connect(self._on_read)
        conduite.occupe.connect(self._on_work)
        conduite.rate.connect(self.bandeau.alerter)
        conduite.fait.connect(self._on_done)
        self.rail.choisie.connect(self.montrer)
        self.pied.fermer.clicked.connect(self.reject)
        self.pied.precedent.clicked.connect(self._back)
        self.pied.suivant.clicked.connect(self._next)
        self.stock.importer.clicked.connect(self.importer)
        self.stock.saisir.clicked.connect(self.saisir)
        for step in self.etapes:
            step.change.connect(self._update)

    @Slot(int)
    def montrer(self, rang: int) -> None:
        """Show a step with what is known now."""
        step = self.etapes[rang]
        self.bandeau.hide()
        self.rail.montrer(rang, fermees=self.conduite.termine)
        self.titre.setText(step.titre)
        self.aide.setText(step.aide)
        step.montrer()
        self.pile.setCurrentWidget(step)
        self._update()
        self.pied.suivant.setFocus()

    @Slot()
    def _on_read(self) -> None:
        self.etape().montrer()
        self._update()

    @Slot()
    def _on_done(self) -> None:
        self._update()
        self.pied.suivant.setFocus()  # what had the keyboard is shut

    @Slot(str)
    def _on_work(self, quoi: str) -> None:
        self.pied.travailler(quoi)
        self._update()

    @Slot()
    def _next(self) -> None:
        if self.conduite.termine:
            self.accept()
        elif self.rail.courante == DERNIERE:
            self.conduite.convertir(self.photo.nom.text())
        else:
            self.montrer(self.rail.courante + 1)

    @Slot()
    def _back(self) -> None:
        self.montrer(self.rail.courante - 1)

    @Slot()
    def _update(self) -> None:
        step, rank, busy = self.etape(), self.rail.courante, self.pied.occupe
        done = self.conduite.termine
        self.aide.setVisible(not done)
        for other in self.etapes:
            for extra in other.boutons():
                extra.setVisible(other is step)
        self.pied.precedent.setVisible(rank > 0 and not done)
        self.pied.precedent.setEnabled(not busy)
        self.pied.suivant.setText(step.suite)
        self.pied.suivant.setEnabled(step.pret and not busy)
        self.pied.fermer.setVisible(not done)

    @Slot()
    @override
    def reject(self) -> None:
        """Leave; what is being written is waited for, since it is short."""
        if not self.pied.occupe:
            super().reject()
