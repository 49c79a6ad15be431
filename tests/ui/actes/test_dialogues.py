"""The dialogs of the acts ask, and wait for what is mandatory."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox

from fluxdesk.domain.suivi_vacance import MotifHorsFlux, SuiviVacance
from fluxdesk.domain.vacance import CategorieSoustrait, CauseLiberation, Etape, Qualification
from fluxdesk.ui.dates import en_qt
from fluxdesk.ui.dialogs.conge import MONTRES, CongeDialog
from fluxdesk.ui.dialogs.qualification import QualificationDialog
from fluxdesk.ui.pages.vacances_dossier import lire_dossier
from fluxdesk.ui.widgets.choix_qualification import ChoixQualification

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from fluxdesk.services.ports import Bureau
    from fluxdesk.ui.contexte import Contexte
    from fluxdesk.ui.pages.vacances_dossier import DossierVacance
    from tests.ui.actes.conftest import Attendre

Ok = QDialogButtonBox.StandardButton.Ok


def dossier_a(bureau: Bureau, etape: Etape) -> DossierVacance:
    rows = bureau.base.lectures.vacances(bureau.horloge.aujourd_hui())
    row = next(r for r in rows if r.etape is etape and r.destinataire != "Bailleur")
    return lire_dossier(bureau, row.id)


@pytest.fixture
def conge(contexte: Contexte, qtbot: QtBot, attendre: Attendre) -> CongeDialog:
    dialog = CongeDialog(contexte)
    qtbot.addWidget(dialog)
    dialog.show()
    attendre()
    return dialog


def test_a_conge_waits_for_a_dwelling(conge: CongeDialog, attendre: Attendre) -> None:
    ok = conge.ui.boutons.button(Ok)
    assert ok.text() == "Enregistrer le congé"
    assert not ok.isEnabled()
    assert f"les {MONTRES} premiers" in conge.ui.trouves.text()
    conge.ui.recherche.setText("calvi")
    attendre(250)
    assert ok.isEnabled()  # the first hit is chosen
    assert conge.saisie().logement_id > 0
    conge.ui.recherche.setText("introuvable")
    attendre(250)
    assert not ok.isEnabled()
    assert conge.ui.trouves.text() == "Aucun logement trouvé."


def test_the_list_of_hits_is_reached_with_the_arrow(
    conge: CongeDialog, attendre: Attendre, qtbot: QtBot
) -> None:
    conge.ui.recherche.setText("calvi")
    attendre(250)
    first = conge.saisie().logement_id
    qtbot.keyClick(conge.ui.recherche, Qt.Key.Key_Down)
    qtbot.keyClick(conge.ui.logements, Qt.Key.Key_Down)
    assert conge.saisie().logement_id != first
    assert conge.ui.logements.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole)


def test_a_dwelling_is_not_free_before_its_notice(conge: CongeDialog, attendre: Attendre) -> None:
    conge.ui.recherche.setText("calvi")
    attendre(250)
    conge.ui.disponible_connue.setChecked(True)
    received = conge.saisie().date_conge
    conge.ui.disponibilite.setDate(en_qt(received - timedelta(days=1)))
    assert not conge.ui.boutons.button(Ok).isEnabled()
    conge.ui.disponibilite.setDate(en_qt(received))
    assert conge.ui.boutons.button(Ok).isEnabled()


def test_what_is_entered_is_what_is_recorded(conge: CongeDialog, attendre: Attendre) -> None:
    conge.ui.recherche.setText("calvi")
    attendre(250)
    conge.ui.date_conge.setDate(en_qt(date(2026, 2, 3)))
    conge.ui.cause.setCurrentIndex(conge.ui.cause.findData(CauseLiberation.MUTATION))
    conge.ui.qualification.choisir(Qualification.SOUSTRAIT)
    assert not conge.ui.boutons.button(Ok).isEnabled()
    conge.ui.qualification.choisir(Qualification.SOUSTRAIT, CategorieSoustrait.MUTATION)
    conge.ui.observation.setText(" clés à la loge ")
    entered = conge.saisie()
    assert entered.date_conge == date(2026, 2, 3)
    assert entered.disponibilite is None
    assert entered.cause is CauseLiberation.MUTATION
    assert entered.categorie_soustrait is CategorieSoustrait.MUTATION
    assert entered.observation == "clés à la loge"


def test_a_late_result_of_an_older_search_is_dropped(
    conge: CongeDialog, attendre: Attendre
) -> None:
    conge.ui.recherche.setText("calvi")
    conge._chercher()
    conge.ui.recherche.setText("bastia")
    attendre(250)
    shown = conge.ui.logements.model().index(0, 0).data()
    assert "BASTIA" in shown.upper()


@pytest.mark.parametrize("qualification", list(Qualification))
def test_each_qualification_is_explained(qualification: Qualification, qtbot: QtBot) -> None:
    choice = ChoixQualification()
    qtbot.addWidget(choice)
    choice.choisir(qualification)
    assert choice.qualification is qualification
    assert choice.explication.text()
    assert choice.complete == (qualification is not Qualification.SOUSTRAIT)
    assert choice.categorie.isEnabled() == (qualification is Qualification.SOUSTRAIT)
    assert choice.categorie_soustrait is None


def test_a_category_is_mandatory_for_a_dwelling_taken_out(bureau: Bureau, qtbot: QtBot) -> None:
    dialog = QualificationDialog(dossier_a(bureau, Etape.A_QUALIFIER))
    qtbot.addWidget(dialog)
    assert dialog.saisie().qualification is Qualification.FLUX
    dialog.ui.qualification.choisir(Qualification.SOUSTRAIT)
    assert not dialog.ui.boutons.button(Ok).isEnabled()
    dialog.ui.qualification.choisir(Qualification.SOUSTRAIT, CategorieSoustrait.VENTE)
    dialog.ui.motif.setText("délibération du 3 mars")
    assert dialog.ui.boutons.button(Ok).isEnabled()
    assert dialog.saisie().precision.categorie is CategorieSoustrait.VENTE
    assert dialog.saisie().motif == "délibération du 3 mars"


def test_a_qualification_says_its_operation_or_its_ground(bureau: Bureau, qtbot: QtBot) -> None:
    dialog = QualificationDialog(dossier_a(bureau, Etape.A_QUALIFIER))
    qtbot.addWidget(dialog)
    dialog.show()
    choice = dialog.ui.qualification
    assert choice.operation.isHidden()
    choice.choisir(Qualification.SOUSTRAIT, CategorieSoustrait.RENOUVELLEMENT_URBAIN)
    choice.operation.setText(" PRU Les Cyprès ")
    assert dialog.saisie().precision.operation == "PRU Les Cyprès"
    choice.choisir(Qualification.HORS_CHAMP)
    assert dialog.saisie().precision.operation == ""
    assert dialog.saisie().precision.hors_flux is None
    kept = SuiviVacance(motif_hors_flux=MotifHorsFlux.FOYER, operation="PRU")
    choice.preciser(kept)
    assert dialog.saisie().precision.hors_flux is MotifHorsFlux.FOYER
    assert choice.operation.text() == "PRU"
    choice.choisir(Qualification.STOCK)
    offered = choice.motifs[Qualification.STOCK]
    assert offered.isEnabled()
    assert offered.count() == 4
