"""The dialog of the rules: chosen in words, tried while chosen, recorded with a reason."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QDialogButtonBox

from fluxdesk.domain.flux.parties import Axe
from fluxdesk.domain.regles_flux import REGLES_FLUX, peser
from fluxdesk.domain.regles_legales import EffetRegle, NomRegle, RegleLegale
from fluxdesk.services.enregistrer_regles import (
    Changement,
    EffetDesRegles,
    enregistrer_regles,
    lire_regles,
    preparer_essai,
)
from fluxdesk.ui.dialogs.regles import Essaye, ReglesDialog, _detail
from fluxdesk.ui.regles import ActesRegles
from fluxdesk.ui.widgets.poids_axes import choisir
from tests.ui.gestes import PATIENCE, action, calmer

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton, QWidget
    from pytestqt.qtbot import QtBot

    from fluxdesk.services.enregistrer_regles import EssaiDeRegles
    from fluxdesk.ui.contexte import Contexte
    from fluxdesk.ui.main_window import MainWindow

OK = QDialogButtonBox.StandardButton.Ok


def essai(contexte: Contexte) -> EssaiDeRegles:
    bureau = contexte.bureau
    return preparer_essai(base=bureau.base, horloge=bureau.horloge, territoires=bureau.territoires)


def enregistrer(dialog: ReglesDialog) -> QPushButton:
    return dialog.ui.boutons.button(OK)


@pytest.fixture
def dialogue(contexte: Contexte, qtbot: QtBot) -> ReglesDialog:
    made = ReglesDialog(contexte, essai(contexte))
    qtbot.addWidget(made)
    made.show()
    return made


def attendre(dialog: ReglesDialog, qtbot: QtBot, words: str) -> None:
    qtbot.waitUntil(lambda: words in dialog.ui.effet.text(), timeout=PATIENCE)


def test_it_opens_on_the_rules_in_force(dialogue: ReglesDialog) -> None:
    assert dialogue.regles() == REGLES_FLUX
    assert dialogue.ui.effet.text() == "Ce sont les règles en vigueur."
    assert "soit 0,9" in dialogue.ui.tolerance.currentText()
    assert not enregistrer(dialogue).isEnabled()
    assert not dialogue.ui.origine.isEnabled()


def test_a_choice_says_its_effect_and_waits_for_a_reason(
    dialogue: ReglesDialog, qtbot: QtBot
) -> None:
    choisir(dialogue.ui.poids.liste(Axe.TYPOLOGIE), Fraction(3))
    choisir(dialogue.ui.poids.liste(Axe.QPV), Fraction(0))
    choisir(dialogue.ui.poids.liste(Axe.COMMUNE), Fraction(3))
    assert dialogue.ui.effet.text() == "Calcul de leur effet…"
    attendre(dialogue, qtbot, "Avec ces règles, ")
    assert "→" in dialogue.ui.detail.text()
    assert not enregistrer(dialogue).isEnabled()
    dialogue.ui.motif.setText(" accord du 3 mars ")
    assert enregistrer(dialogue).isEnabled()
    assert dialogue.motif() == "accord du 3 mars"
    chosen = dialogue.regles()
    assert chosen.poids_de(Axe.TYPOLOGIE) == 3
    assert chosen.poids_de(Axe.QPV) == 0
    dialogue.ui.origine.click()
    assert dialogue.regles() == REGLES_FLUX
    assert dialogue.ui.effet.text() == "Ce sont les règles en vigueur."
    assert dialogue.ui.detail.isHidden()


def test_more_mix_is_one_choice_of_tolerance(dialogue: ReglesDialog) -> None:
    dialogue.ui.tolerance.setCurrentIndex(1)
    assert dialogue.regles() == replace(REGLES_FLUX, tolerance=Fraction(5, 4))
    assert "mieux tenu" in dialogue.ui.dit_tolerance.text()


def test_a_rule_of_law_has_a_value_and_an_effect(dialogue: ReglesDialog) -> None:
    line = dialogue.ui.legales.ligne(NomRegle.PLAFOND_AGENTS)
    assert line.valeur is not None
    line.valeur.setValue(4.55)
    choisir(line.effet, EffetRegle.CONTRAINTE)
    assert dialogue.regles().plafond_agents == RegleLegale(455, EffetRegle.CONTRAINTE)
    choisir(line.effet, EffetRegle.IGNOREE)
    assert not line.valeur.isEnabled()
    assert dialogue.ui.legales.ligne(NomRegle.ETAT_UNIFORME).valeur is None


def test_what_another_program_chose_is_kept(contexte: Contexte, qtbot: QtBot) -> None:
    odd = replace(
        REGLES_FLUX,
        poids=peser({Axe.QPV: Fraction(7, 2)}),
        tolerance=Fraction(2),
        horizon=12,
    )
    enregistrer_regles(odd, motif="essai", uow=contexte.bureau.base.transaction())
    dialog = ReglesDialog(contexte, essai(contexte))
    qtbot.addWidget(dialog)
    assert dialog.regles() == odd
    assert dialog.ui.tolerance.currentText() == "2\u00a0logements"
    assert dialog.ui.poids.liste(Axe.QPV).currentText() == "3,5"
    assert dialog.ui.origine.isEnabled()


def test_an_effect_that_comes_late_is_dropped(dialogue: ReglesDialog) -> None:
    other = replace(REGLES_FLUX, horizon=1)
    dialogue._montrer_effet(Essaye(other, EffetDesRegles(0, ())))
    assert dialogue.ui.effet.text() == "Ce sont les règles en vigueur."


def test_only_the_first_dwellings_are_named() -> None:
    change = Changement(1, "1 rue Haute", "État", "Ville")
    assert _detail(EffetDesRegles(4, (change,) * 4)).endswith("et 1 autre")
    assert _detail(EffetDesRegles(5, (change,) * 5)).endswith("et 2 autres")


def test_from_the_menu_to_the_journal(demo: MainWindow, qtbot: QtBot) -> None:
    seance = demo.seance
    assert seance is not None
    action(demo, "Règles du flux").trigger()
    qtbot.waitUntil(lambda: seance.regles.dialogue is not None, timeout=PATIENCE)
    dialog = seance.regles.dialogue
    assert dialog is not None
    dialog.ui.tolerance.setCurrentIndex(1)
    dialog.ui.motif.setText("accord du 3 mars")
    with qtbot.waitSignal(seance.contexte.avis, timeout=PATIENCE) as told:
        enregistrer(dialog).click()
    assert told.args == ["Règles du flux enregistrées."]
    calmer(demo, qtbot)
    base = seance.bureau.base
    assert lire_regles(uow=base.transaction()).tolerance == Fraction(5, 4)
    assert base.lectures.journal("")[0].libelle == "Règles du flux modifiées"


def test_nothing_is_recorded_without_a_dialog(contexte: Contexte, app: QWidget) -> None:
    acts = ActesRegles(contexte, None)  # type: ignore[arg-type] # no window is needed here
    acts._enregistrer()
    assert lire_regles(uow=contexte.bureau.base.transaction()) == REGLES_FLUX
