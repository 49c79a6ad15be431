"""The eleven headings of the convention form, and the usual values it can start from."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from fluxdesk.domain.clauses import Clauses, ModeNeuf, RythmeBilan, SuiteCarence, UniteDelai
from fluxdesk.domain.convention import ModeGestion
from fluxdesk.domain.convention_mots import RUBRIQUES
from fluxdesk.domain.flux.parties import ModeRefus, Zone
from fluxdesk.domain.prereglages import PREREGLAGES
from fluxdesk.domain.reservataire import Categorie
from fluxdesk.ui.dates import en_qt
from fluxdesk.ui.dialogs.convention import ConventionDialog
from fluxdesk.ui.dialogs.convention_prereglages import PrereglagesDialog
from fluxdesk.ui.models.conventions_lieux import Lieux
from tests.ui.actes.test_convention import existante

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from fluxdesk.services.ports import Bureau
    from fluxdesk.ui.contexte import Contexte

TOUTES = Clauses(
    patrimoine="Tout le parc, sauf les foyers.",
    rotation=825,
    rotation_annees=5,
    publics=("salariés", "travailleurs clés"),
    signalement_jours=15,
    signalement_contenu="Adresse, loyer.",
    unite_delai=UniteDelai.OUVRES,
    suite_carence=SuiteCarence.REPRISE,
    dossiers="Réunis par le réservataire.",
    information_cal="Sous 8 jours.",
    candidats_nouveaux_jours=10,
    refus_candidat=ModeRefus.COMPTE,
    refus_cal=ModeRefus.BAILLEUR_UN_TOUR,
    retrait=ModeRefus.NON_COMPTE_MIXITE,
    neuf=ModeNeuf.DANS_LE_FLUX,
    rythme=RythmeBilan.TRIMESTRIEL,
    point_jours=20,
    fin=date(2028, 12, 31),
    tacite_reconduction=True,
    reconduction_annees=3,
    denonciation_mois=6,
    alerte_mois=9,
    reprise="Après deux relances.",
    baux="Chaque mois.",
    besoins="Des T2 au centre.",
    suivi="Comité en juin.",
    transmise_prefet=date(2024, 2, 1),
    zone_deleguee=Zone(communes=frozenset({"2B050"})),
)


@pytest.fixture
def lieux(bureau: Bureau) -> Lieux:
    return Lieux.du_cog(c for c in bureau.territoires.communes() if c.departement == "2B")


@pytest.fixture
def nouvelle(contexte: Contexte, lieux: Lieux, qtbot: QtBot) -> ConventionDialog:
    dialog = ConventionDialog(contexte, lieux)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_each_heading_has_its_page_reached_by_the_keyboard(
    nouvelle: ConventionDialog, qtbot: QtBot
) -> None:
    ui = nouvelle.ui
    assert ui.rubriques.count() == ui.onglets.count() == len(RUBRIQUES) == 12
    qtbot.keyClick(ui.rubriques, Qt.Key.Key_Down)
    assert ui.onglets.currentWidget() is ui.page_patrimoine
    navigation = nouvelle.champs.navigation
    navigation.suivante()
    assert ui.rubriques.currentRow() == 2
    for _ in RUBRIQUES:
        navigation.precedente()
    assert ui.onglets.currentWidget() is ui.page_reservataire
    for _ in RUBRIQUES:
        navigation.suivante()
    assert ui.onglets.currentWidget() is ui.page_suivi


def test_every_clause_comes_back_as_it_was(contexte: Contexte, lieux: Lieux, qtbot: QtBot) -> None:
    old = existante(contexte.bureau, "Bastia")
    full = replace(old, convention=replace(old.convention, clauses=TOUTES))
    dialog = ConventionDialog(contexte, lieux, full)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.saisie().convention.clauses == TOUTES
    assert dialog.ui.suite_explique.text().startswith("Le bailleur place")
    assert dialog.ui.reconduction_annees.suffix() == "\u00a0ans"
    dialog.ui.reconduction_annees.setValue(1)
    assert dialog.ui.reconduction_annees.suffix() == "\u00a0an"
    assert "31 décembre 2028" in dialog.ui.duree_dite.text()
    assert "agir le 30 juin 2028" in dialog.ui.duree_dite.text()


def test_nothing_typed_is_nothing_said(nouvelle: ConventionDialog) -> None:
    assert nouvelle.saisie().convention.clauses == Clauses()


def test_a_tacit_renewal_needs_the_end_it_starts_from(nouvelle: ConventionDialog) -> None:
    nouvelle.ui.tacite.setChecked(True)
    assert nouvelle.ui.controles.phrases == (
        "Indiquez la fin de la convention\u00a0: la reconduction tacite part d’elle.",
    )
    nouvelle.ui.terme_connu.setChecked(True)
    nouvelle.ui.terme.setDate(en_qt(date(2028, 12, 31)))
    assert nouvelle.saisie().convention.clauses.fin == date(2028, 12, 31)
    assert nouvelle.ui.controles.phrases == ("Contrôle en cours…",)


def test_usual_values_are_taken_with_their_sources(nouvelle: ConventionDialog) -> None:
    nouvelle.commencer_par(Categorie.ACTION_LOGEMENT)
    nouvelle.ui.taux.setValue(20)
    nouvelle.ui.dossiers.setPlainText("Réunis par le réservataire.")
    nouvelle.ui.preregler.click()
    asked = nouvelle.prereglages
    assert asked.liste.item(0).text() == "Action Logement, marché tendu"
    asked.liste.setCurrentRow(1)
    assert all("à vérifier dans votre convention" in v.source for v in asked.model.lignes)
    asked.table.selectRow(0)  # the first value is not wanted
    asked.accept()
    entered = nouvelle.saisie().convention
    assert entered.mode_gestion is ModeGestion.DELEGUEE
    assert entered.delai_jours == 30  # left as it was
    assert entered.clauses.signalement_jours == 15
    assert entered.clauses.publics == ("salariés",)
    assert entered.clauses.dossiers == "Réunis par le réservataire."
    assert entered.avenants[0].dix_milliemes == 2_000


def test_every_set_is_offered_to_any_kind(qtbot: QtBot) -> None:
    dialog = PrereglagesDialog(Categorie.COMMUNE)
    qtbot.addWidget(dialog)
    assert dialog.liste.count() == len(PREREGLAGES)
    assert dialog.valeurs() == tuple(dialog.model.lignes)
