"""The clauses, the territories of parts and the targets, typed in the convention form."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QStyleOptionViewItem

from fluxdesk.domain.convention import ModeOffre, SousContingent
from fluxdesk.domain.flux.parties import Axe, Cible, EvenementDecompte, ModeRefus, Zone
from fluxdesk.domain.reservataire import Categorie
from fluxdesk.ui.dialogs.convention import ConventionDialog
from fluxdesk.ui.dialogs.convention_avenants import TauxSaisi, avenants_saisis, taux_change
from fluxdesk.ui.models.conventions_cibles import (
    AXE,
    DOUBLE,
    MODALITE,
    PART,
    TROP,
    VIDE,
    CiblesModel,
)
from fluxdesk.ui.widgets.cibles_delegates import ChampLieu
from tests.ui.actes.test_convention import ORIGINE, existante

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from fluxdesk.ui.contexte import Contexte
    from fluxdesk.ui.models.conventions_lieux import Lieux
    from tests.ui.actes.conftest import Attendre

CALVI = Zone(communes=frozenset({"2B050"}))


@pytest.fixture
def nouvelle(contexte: Contexte, lieux: Lieux, qtbot: QtBot) -> ConventionDialog:
    dialog = ConventionDialog(contexte, lieux, annee=61)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def choisir(box: QComboBox, value: object) -> None:
    box.setCurrentIndex(box.findData(value))


def test_every_clause_is_read_back(nouvelle: ConventionDialog) -> None:
    ui = nouvelle.ui
    choisir(ui.carence, ModeRefus.COMPTE)
    choisir(ui.mode_offre, ModeOffre.TOUS)
    ui.report.setValue(9)
    assert nouvelle.saisie().convention.plafond_report is None
    assert not ui.plafond_report.isEnabled()
    ui.plafonne.setChecked(True)
    ui.plafond_report.setValue(5)
    found = nouvelle.saisie().convention
    assert (found.carence, found.mode_offre) == (ModeRefus.COMPTE, ModeOffre.TOUS)
    assert (found.report, found.plafond_report, found.etalement) == (9, 5, 0)
    ui.etaler.click()
    assert nouvelle.saisie().convention.etalement == 61
    assert ui.etaler.text() == "Étaler sur un an\u00a0: 61\u00a0libérations en 12 mois"


def test_without_a_year_behind_it_no_spreading_is_proposed(
    contexte: Contexte, lieux: Lieux, qtbot: QtBot
) -> None:
    dialog = ConventionDialog(contexte, lieux)
    qtbot.addWidget(dialog)
    assert dialog.ui.etaler.isHidden()


@pytest.mark.parametrize(
    ("evenement", "consequence", "refus"),
    [
        (EvenementDecompte.BAIL_SIGNE, "avant la signature", "Le droit reste dû"),
        (EvenementDecompte.ATTRIBUTION_CAL, "après l’attribution consomme", "Le droit reste dû"),
        (EvenementDecompte.MISE_A_DISPOSITION, "Toute offre consomme", "Sans effet"),
    ],
)
def test_the_counting_event_says_what_follows(
    nouvelle: ConventionDialog, evenement: EvenementDecompte, consequence: str, refus: str
) -> None:
    ui = nouvelle.ui
    choisir(ui.evenement, evenement)
    assert consequence in ui.evenement_explique.text()
    for told in (ui.refus_explique, ui.carence_explique):
        assert told.text().startswith(refus)


@pytest.mark.parametrize("mode", list(ModeOffre))
def test_each_way_of_offering_is_explained(nouvelle: ConventionDialog, mode: ModeOffre) -> None:
    choisir(nouvelle.ui.mode_offre, mode)
    assert nouvelle.ui.mode_offre_explique.text().endswith(".")


def test_what_is_recorded_comes_back_as_it_was(
    contexte: Contexte, lieux: Lieux, qtbot: QtBot
) -> None:
    old = existante(contexte.bureau, "Action Logement")
    full = replace(
        old,
        convention=replace(
            old.convention,
            carence=ModeRefus.BAILLEUR_UN_TOUR,
            mode_offre=ModeOffre.ORDRE,
            plafond_report=3,
            cibles=(Cible(Axe.FINANCEMENT, "PLAI", 4_000), Cible(Axe.EPCI, "242010056", 100)),
        ),
    )
    dialog = ConventionDialog(contexte, lieux, full)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.saisie() == full
    assert dialog.ui.onglets.currentWidget() is dialog.ui.page_taux


def test_a_part_can_be_served_on_a_territory_of_its_own(nouvelle: ConventionDialog) -> None:
    field, table = nouvelle.ui.part_zone, nouvelle.ui.parts
    model = nouvelle.champs.parts
    assert not field.isEnabled()
    table.setCurrentIndex(model.index(1, 0))
    assert field.isEnabled()
    assert model.index(1, 2).data() == "comme la convention"
    field._ajouter("Calvi (2B050)")
    field.choix.setCurrentIndex(1)
    parts = nouvelle.saisie().convention.avenants[0].sous_contingents
    assert [p.territoire for p in parts] == [None, CALVI]
    assert model.index(1, 2).data() == "Calvi"
    assert not model.flags(model.index(1, 2)) & Qt.ItemFlag.ItemIsEditable
    table.setCurrentIndex(model.index(0, 0))
    assert field.zone_propre() is None
    table.setCurrentIndex(model.index(1, 0))
    assert field.zone_propre() == CALVI


def test_the_territory_of_a_part_can_be_that_of_its_convention(nouvelle: ConventionDialog) -> None:
    field, table = nouvelle.ui.part_zone, nouvelle.ui.parts
    model = nouvelle.champs.parts
    table.setCurrentIndex(model.index(1, 0))
    field._ajouter("Calvi (2B050)")
    chosen = []
    for choice in (1, 0, 2):
        field.choix.setCurrentIndex(choice)
        chosen.append(model.parts[1].territoire)
    assert chosen == [CALVI, Zone.partout(), None]
    model.montrer(())
    assert not field.isEnabled()
    field.choix.setCurrentIndex(0)  # nothing under the cursor: nothing changes
    assert model.parts == ()
    nouvelle.champs.tables.retirer_part()
    assert not nouvelle.ui.retirer_part.isEnabled()


def test_a_territory_alone_makes_no_avenant() -> None:
    part = SousContingent(code="p", nom="prioritaires", dix_milliemes=2_000)
    signed = replace(ORIGINE, sous_contingents=(part,))
    rate = TauxSaisi(
        dix_milliemes=2_000, parts=(replace(part, territoire=CALVI),), debut=None, fin=None
    )
    assert not taux_change((signed,), rate)
    (only,) = avenants_saisis((signed,), rate)
    assert only.sous_contingents[0].territoire == CALVI


def test_targets_are_added_typed_and_taken_away(
    nouvelle: ConventionDialog, attendre: Attendre
) -> None:
    nouvelle.commencer_par(Categorie.EMPLOYEUR)
    nouvelle.ui.nom.setText("Hôpital de Bastia")
    nouvelle.ui.taux.setValue(1)
    nouvelle.ui.ajouter_cible.click()
    model = nouvelle.champs.cibles
    assert nouvelle.ui.controles.phrases == (VIDE,)
    assert model.setData(model.index(0, PART), 40.0)
    nouvelle.ui.ajouter_cible.click()
    assert model.index(1, MODALITE).data() == "PLUS"  # the first that is still free
    assert model.setData(model.index(1, AXE), Axe.QPV)
    assert model.setData(model.index(1, PART), 30.0)
    assert nouvelle.saisie().convention.cibles == (
        Cible(Axe.FINANCEMENT, "PLAI", 4_000),
        Cible(Axe.QPV, "QPV", 3_000),
    )
    attendre(300)
    assert any(p.startswith("Tous les droits") for p in nouvelle.ui.controles.phrases)
    nouvelle.ui.cibles.setCurrentIndex(model.index(0, 0))
    nouvelle.ui.retirer_cible.click()
    nouvelle.ui.cibles.setCurrentIndex(model.index(0, 0))
    nouvelle.ui.retirer_cible.click()
    assert nouvelle.saisie().convention.cibles == ()
    assert not nouvelle.ui.retirer_cible.isEnabled()
    nouvelle.champs.tables.retirer_cible()  # nothing left: nothing happens


def test_contradictory_targets_are_told() -> None:
    model = CiblesModel()
    plai = Cible(Axe.FINANCEMENT, "PLAI", 6_000)
    model.montrer((plai, plai))
    assert model.manque() == DOUBLE
    model.montrer((plai, Cible(Axe.FINANCEMENT, "PLUS", 4_100)))
    assert model.manque() == TROP
    model.montrer((plai,))
    assert model.manque() == ""
    assert not model.setData(model.index(0, PART), 3, Qt.ItemDataRole.DisplayRole)
    assert model.index(0, PART).data(Qt.ItemDataRole.DecorationRole) is None
    assert model.index(5, 5).data() is None
    assert model.setData(model.index(0, AXE), Axe.FINANCEMENT)  # the same axis keeps its value
    assert model.cibles == (plai,)
    assert [model.headerData(n, Qt.Orientation.Horizontal) for n in range(3)] == [
        "Caractéristique",
        "Modalité",
        "Part du droit",
    ]
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.data(model.index(9, 9)) is None
    assert not model.flags(model.index(9, 9)) & Qt.ItemFlag.ItemIsEditable


def test_the_editors_offer_what_an_axis_has(nouvelle: ConventionDialog) -> None:
    model = nouvelle.champs.cibles
    table = nouvelle.ui.cibles
    delegate = table.itemDelegateForColumn(MODALITE)
    model.montrer((Cible(Axe.TYPOLOGIE, "T3", 100),))
    option = QStyleOptionViewItem()
    axis = delegate.createEditor(table, option, model.index(0, AXE))
    assert isinstance(axis, QComboBox)
    delegate.setEditorData(axis, model.index(0, AXE))
    assert axis.currentText() == "Typologie"
    modality = delegate.createEditor(table, option, model.index(0, MODALITE))
    assert isinstance(modality, QComboBox)
    delegate.setEditorData(modality, model.index(0, MODALITE))
    assert modality.currentText() == "T3"
    choisir(modality, "T5")
    delegate.setModelData(modality, model, model.index(0, MODALITE))
    assert model.cibles == (Cible(Axe.TYPOLOGIE, "T5", 100),)
    modality.setCurrentIndex(-1)
    delegate.setModelData(modality, model, model.index(0, MODALITE))
    assert model.cibles == (Cible(Axe.TYPOLOGIE, "T5", 100),)


def test_a_commune_is_searched_by_its_name(nouvelle: ConventionDialog) -> None:
    model = nouvelle.champs.cibles
    table = nouvelle.ui.cibles
    delegate = table.itemDelegateForColumn(MODALITE)
    model.montrer((Cible(Axe.TYPOLOGIE, "T3", 100),))
    axis = delegate.createEditor(table, QStyleOptionViewItem(), model.index(0, AXE))
    assert isinstance(axis, QComboBox)
    choisir(axis, Axe.COMMUNE)
    delegate.setModelData(axis, model, model.index(0, AXE))
    assert model.cibles == (Cible(Axe.COMMUNE, "", 100),)
    place = delegate.createEditor(table, QStyleOptionViewItem(), model.index(0, MODALITE))
    assert isinstance(place, ChampLieu)
    place._proposer("calvi")
    assert place._propositions.stringList()[0] == "Calvi (2B050)"
    place.setText("calvi")
    delegate.setModelData(place, model, model.index(0, MODALITE))
    assert model.cibles == (Cible(Axe.COMMUNE, "2B050", 100),)
    assert model.index(0, MODALITE).data() == "Calvi"
    delegate.setEditorData(place, model.index(0, MODALITE))
    assert place.text() == "Calvi"
    place.setText("zzz")
    delegate.setModelData(place, model, model.index(0, MODALITE))
    assert model.manque() == VIDE


def test_the_form_fits_a_small_screen(nouvelle: ConventionDialog) -> None:
    """1280 by 720 less the bars of the system and the frame of the window; nothing scrolls."""
    least = nouvelle.minimumSizeHint()
    assert (least.width() <= 1_240, least.height() <= 640) == (True, True)
    pages = nouvelle.ui.onglets
    for rank in range(pages.count()):
        pages.setCurrentIndex(rank)
        page = pages.widget(rank)
        assert page is not None
        assert page.height() >= page.minimumSizeHint().height()
