"""The convention form: usual values, live checks, avenants instead of rewriting."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox

from fluxdesk.domain.convention import Avenant, SousContingent
from fluxdesk.domain.flux.parties import ModeRefus, Zone
from fluxdesk.domain.reservataire import Categorie
from fluxdesk.services.controler_conventions import SaisieConvention
from fluxdesk.ui.dates import en_qt
from fluxdesk.ui.dialogs.convention import ConventionDialog
from fluxdesk.ui.dialogs.convention_avenants import (
    TauxSaisi,
    avenant_en_mots,
    avenants_saisis,
    premier_jour,
)

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from fluxdesk.services.ports import Bureau
    from fluxdesk.ui.contexte import Contexte
    from fluxdesk.ui.models.conventions_lieux import Lieux
    from tests.ui.actes.conftest import Attendre

Ok = QDialogButtonBox.StandardButton.Ok
ORIGINE = Avenant(numero=0, dix_milliemes=2_000, debut=date(2024, 1, 12))


@pytest.fixture
def nouvelle(contexte: Contexte, lieux: Lieux, qtbot: QtBot) -> ConventionDialog:
    dialog = ConventionDialog(contexte, lieux)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def existante(bureau: Bureau, nom: str) -> SaisieConvention:
    with bureau.base.transaction() as uow:
        who = next(r for r in uow.reservataires.tous() if nom in r.nom)
        convention = uow.conventions.du_reservataire(who.id)
    assert convention is not None
    return SaisieConvention(reservataire=who, convention=convention)


def peut_enregistrer(dialog: ConventionDialog) -> bool:
    return dialog.ui.boutons.button(Ok).isEnabled()


def test_the_usual_values_of_the_state_are_proposed_as_such(nouvelle: ConventionDialog) -> None:
    entered = nouvelle.saisie()
    assert entered.reservataire.categorie is Categorie.ETAT
    assert entered.convention.avenants[0].dix_milliemes == 3_000
    parts = entered.convention.avenants[0].sous_contingents
    assert [(p.nom, p.dix_milliemes) for p in parts] == [
        ("prioritaires", 2_500),
        ("agents publics", 500),
    ]
    assert nouvelle.ui.usage.text() == (
        "Valeurs d’usage courant, à vérifier dans votre convention."
    )
    assert "R441-5-2" in nouvelle.ui.plafonds.text()


def test_a_commune_starts_with_its_own_territory_to_name(nouvelle: ConventionDialog) -> None:
    nouvelle.commencer_par(Categorie.COMMUNE)
    assert nouvelle.ui.controles.phrases == ("Indiquez le nom du réservataire.",)
    nouvelle.ui.nom.setText("Commune de Calvi")
    nouvelle.ui.taux.setValue(10)
    assert nouvelle.ui.garantie_emprunt.isChecked()
    assert "territoires" in nouvelle.ui.controles.phrases[0]
    assert not peut_enregistrer(nouvelle)
    field = nouvelle.ui.assiette
    field.recherche.setText("calvi")
    field._proposer("calvi")
    assert "Calvi (2B050)" in field.propositions.stringList()
    field._ajouter("Calvi (2B050)")
    entered = nouvelle.saisie().convention
    assert entered.assiette == Zone(communes=frozenset({"2B050"}))
    assert entered.territoire == entered.assiette  # served where the rate applies
    nouvelle.ui.territoire._ajouter("Bastia (2B033)")
    field.retirer(0)
    assert nouvelle.saisie().convention.territoire.communes == {"2B050", "2B033"}


def test_the_state_at_31_percent_is_blocked_with_its_article(
    nouvelle: ConventionDialog, attendre: Attendre
) -> None:
    nouvelle.ui.nom.setText("État, autre service")
    nouvelle.ui.taux.setValue(31)
    assert not peut_enregistrer(nouvelle)
    attendre(300)
    assert any("31\u00a0%" in p and "R441-5-2" in p for p in nouvelle.ui.controles.phrases)
    assert not peut_enregistrer(nouvelle)


def test_what_respects_the_caps_can_be_recorded(
    nouvelle: ConventionDialog, attendre: Attendre
) -> None:
    nouvelle.commencer_par(Categorie.EMPLOYEUR)
    nouvelle.ui.nom.setText("Hôpital de Bastia")
    assert nouvelle.ui.controles.phrases == ("Indiquez le taux du flux.",)
    nouvelle.ui.taux.setValue(1.25)
    attendre(300)
    law, kept = list(nouvelle.ui.controles.phrases)
    assert law == "Cette convention respecte les plafonds de la loi."
    assert kept.startswith("Tous les droits peuvent être servis")
    assert peut_enregistrer(nouvelle)
    assert nouvelle.saisie().convention.avenants[0].dix_milliemes == 125


def test_a_name_is_mandatory_and_dates_are_in_order(nouvelle: ConventionDialog) -> None:
    nouvelle.ui.nom.clear()
    assert nouvelle.ui.controles.phrases == ("Indiquez le nom du réservataire.",)
    nouvelle.ui.nom.setText("État")
    nouvelle.ui.debut_connu.setChecked(True)
    nouvelle.ui.fin_connue.setChecked(True)
    nouvelle.ui.debut.setDate(en_qt(date(2026, 5, 1)))
    nouvelle.ui.fin.setDate(en_qt(date(2026, 4, 1)))
    assert "précède" in nouvelle.ui.controles.phrases[0]


def test_parts_are_added_edited_and_taken_away(nouvelle: ConventionDialog) -> None:
    nouvelle.champs.tables.ajouter_part()
    model = nouvelle.champs.parts
    last = model.rowCount() - 1
    assert model.parts[last].dix_milliemes == 0  # nothing is left of the rate
    assert model.setData(model.index(last, 0), "défense")
    assert model.setData(model.index(last, 1), 2.5)
    assert model.parts[last].nom == "défense"
    assert model.parts[last].dix_milliemes == 250
    assert not model.setData(model.index(last, 0), "  ")
    assert not model.setData(model.index(last, 0), "x", Qt.ItemDataRole.DisplayRole)
    nouvelle.ui.parts.setCurrentIndex(model.index(last, 0))
    nouvelle.champs.tables.retirer_part()
    assert model.rowCount() == last


def test_two_parts_of_one_name_have_two_codes(nouvelle: ConventionDialog) -> None:
    nouvelle.champs.tables.ajouter_part()
    nouvelle.champs.tables.ajouter_part()
    codes = [p.code for p in nouvelle.champs.parts.parts]
    assert len(set(codes)) == len(codes)


def test_a_changed_rate_asks_from_which_day_and_makes_an_avenant(
    contexte: Contexte, lieux: Lieux, qtbot: QtBot
) -> None:
    old = existante(contexte.bureau, "Action Logement")
    dialog = ConventionDialog(contexte, lieux, old)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.saisie() == old  # opening changes nothing
    assert not dialog.ui.debut.isEnabled()
    assert dialog.ui.avenants.model().rowCount() == len(old.convention.avenants)
    dialog.ui.taux.setValue(19)
    assert dialog.ui.debut.isEnabled()
    assert dialog.ui.titre_debut_connu.text() == "Nouveau taux à compter du"
    dialog.ui.debut.setDate(en_qt(date(2027, 1, 1)))
    made = dialog.saisie().convention.avenants
    assert len(made) == len(old.convention.avenants) + 1
    assert made[-1].dix_milliemes == 1_900
    assert made[-1].debut == date(2027, 1, 1)
    assert made[-2].fin == date(2026, 12, 31)
    assert made[-2].dix_milliemes == old.convention.avenants[-1].dix_milliemes
    dialog.ui.taux.setValue(old.convention.avenants[-1].dix_milliemes / 100)
    assert dialog.saisie() == old


def test_the_categorie_of_what_is_signed_brings_no_usual_value(
    contexte: Contexte, lieux: Lieux, qtbot: QtBot
) -> None:
    old = existante(contexte.bureau, "Bastia")
    dialog = ConventionDialog(contexte, lieux, old)
    qtbot.addWidget(dialog)
    dialog.commencer_par(Categorie.ETAT)
    assert dialog.saisie().convention == old.convention


@pytest.mark.parametrize("refus", list(ModeRefus))
def test_each_effect_of_a_refusal_is_explained(
    nouvelle: ConventionDialog, refus: ModeRefus
) -> None:
    nouvelle.ui.refus.setCurrentIndex(nouvelle.ui.refus.findData(refus))
    assert nouvelle.ui.refus_explique.text()
    assert nouvelle.saisie().convention.refus is refus


def test_an_open_avenant_keeps_its_start_when_only_its_end_is_typed() -> None:
    rate = TauxSaisi(dix_milliemes=2_000, parts=(), debut=None, fin=date(2026, 12, 31))
    (only,) = avenants_saisis((ORIGINE,), rate)
    assert only.debut == ORIGINE.debut
    assert only.fin == date(2026, 12, 31)
    assert premier_jour((ORIGINE,)) == date(2024, 1, 13)
    assert premier_jour((Avenant(numero=0, dix_milliemes=1),)) is None


def test_a_closed_avenant_is_not_reopened_by_the_next() -> None:
    closed = Avenant(numero=0, dix_milliemes=2_000, fin=date(2025, 6, 30))
    rate = TauxSaisi(dix_milliemes=2_500, parts=(), debut=date(2026, 1, 1), fin=None)
    first, second = avenants_saisis((closed,), rate)
    assert first.fin == date(2025, 6, 30)
    assert second.numero == 1


@pytest.mark.parametrize(
    ("avenant", "dit"),
    [
        (ORIGINE, "Convention d’origine\u00a0: 20\u00a0%, à compter du 12 janvier 2024"),
        (Avenant(numero=0, dix_milliemes=500), "Convention d’origine\u00a0: 5\u00a0%, sans terme"),
        (
            Avenant(numero=2, dix_milliemes=500, fin=date(2026, 4, 1)),
            "Avenant n°\u00a02\u00a0: 5\u00a0%, jusqu’au 1er avril 2026",
        ),
        (
            Avenant(
                numero=1,
                dix_milliemes=3_000,
                debut=date(2026, 1, 1),
                fin=date(2026, 12, 31),
                sous_contingents=(
                    SousContingent(code="p", nom="prioritaires", dix_milliemes=3_000),
                ),
            ),
            (
                "Avenant n°\u00a01\u00a0: 30\u00a0% (prioritaires 30\u00a0%), "
                "du 1er janvier 2026 au 31 décembre 2026"
            ),
        ),
    ],
)
def test_an_avenant_is_told_in_words(avenant: Avenant, dit: str) -> None:
    assert avenant_en_mots(avenant) == dit


def test_a_place_is_taken_away_with_the_delete_key(
    nouvelle: ConventionDialog, qtbot: QtBot
) -> None:
    field = nouvelle.ui.assiette
    field.montrer(Zone(communes=frozenset({"2B050"}), departements=frozenset({"2A"})))
    assert field.complete
    field.liste.setCurrentIndex(field.liste.model().index(0, 0))
    qtbot.keyClick(field.liste, Qt.Key.Key_Delete)
    assert field.zone() == Zone(communes=frozenset({"2B050"}))
    nouvelle.ui.nom.setText("Commune de Calvi")
    field.recherche.setText("bastia")  # typed keys would open a window of proposals
    qtbot.keyClick(field.recherche, Qt.Key.Key_Return)
    assert len(field.zone().communes) == 2
    assert nouvelle.isVisible()  # Entrée in the search does not accept the form
    field.recherche.setText("zzzz")
    qtbot.keyClick(field.recherche, Qt.Key.Key_Return)
    assert len(field.zone().communes) == 2
