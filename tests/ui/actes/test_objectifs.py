"""The tab of the objectives, and what the orientation tells of a dwelling."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QFileDialog

from fluxdesk.domain.controles import pourcentage
from fluxdesk.domain.objectif import Certitude, NatureObjectif, Objectif
from fluxdesk.domain.residence import Residence
from fluxdesk.domain.taux import TauxIllisibleError
from fluxdesk.domain.vacance import Etape
from fluxdesk.services.fixer_objectifs import (
    TrajectoireIllisibleError,
    fixer_objectif,
    lire_trajectoire,
)
from fluxdesk.services.tenir_residences import enregistrer_residence
from fluxdesk.ui.dialogs.confirmation import ConfirmationDialog
from fluxdesk.ui.dialogs.motif import MotifDialog
from fluxdesk.ui.dialogs.objectif import ObjectifDialog
from fluxdesk.ui.pages.bilans_objectifs import ObjectifsOnglet
from fluxdesk.ui.widgets.a_savoir import ASavoir, lire_savoir

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from fluxdesk.ui.contexte import Contexte
    from tests.ui.actes.conftest import Attendre, Montrer

FREE = list(NatureObjectif).index(NatureObjectif.LIBRE)


@pytest.fixture
def onglet(contexte: Contexte, montrer: Montrer) -> ObjectifsOnglet:
    made = montrer(ObjectifsOnglet(contexte))
    contexte.change.connect(made.perimer)
    return made


def reprendre(onglet: ObjectifsOnglet, attendre: Attendre) -> None:
    onglet.reprendre.click()
    attendre()
    assert isinstance(onglet.dialogue, ConfirmationDialog)
    onglet.dialogue.accept()
    attendre()


def test_the_targets_of_the_texts_are_shown_before_they_are_taken(
    onglet: ObjectifsOnglet, attendre: Attendre
) -> None:
    assert onglet.pile.currentIndex() == 1
    assert not onglet.modifier.isEnabled()
    onglet._demander_changement()
    onglet._demander_retrait()
    reprendre(onglet, attendre)
    assert onglet.pile.currentIndex() == 0
    first = onglet.model.lignes[0]
    assert {pourcentage(line.cible) for line in onglet.model.lignes} >= {"25\u00a0%", "50\u00a0%"}
    assert onglet.model.lieu(first)
    assert "Source\u00a0: " in onglet.detail.text()
    assert onglet.courbe.isVisible()
    onglet.reprendre.click()
    attendre()
    assert isinstance(onglet.dialogue, ConfirmationDialog)
    assert "déjà fixées" in onglet.dialogue.phrase.text()


def saisir(onglet: ObjectifsOnglet, attendre: Attendre) -> None:
    """Add a free objective with its path, through the form."""
    onglet.ajouter.click()
    dialog = onglet.dialogue
    assert isinstance(dialog, ObjectifDialog)
    assert not dialog.faire.isEnabled()
    dialog.nature.setCurrentIndex(FREE)
    dialog.source.setText("CUS 2026-2031")
    assert "Nommez" in dialog.aide.text()
    dialog.libelle.setText("Mutations dans le parc")
    dialog.trajectoire.setText("2026 ; 20")
    assert "points-virgules" in dialog.aide.text()
    dialog.trajectoire.setText("2026 : 20 % ; 2028 : 22,5 %")
    assert dialog.faire.isEnabled()
    dialog.fin.setValue(2029)
    dialog.cible.setValue(30)
    dialog.accept()
    attendre()


def test_a_target_is_added_with_its_path_changed_and_removed(
    onglet: ObjectifsOnglet, attendre: Attendre
) -> None:
    saisir(onglet, attendre)
    (line,) = onglet.model.lignes
    assert line.objectif.trajectoire == ((2026, 2000), (2028, 2250))
    assert (line.objectif.fin, line.cible) == (2029, 2000)
    assert onglet.model.sujet(line) == "Mutations dans le parc"
    assert "2028\u00a0: 22,5" in ObjectifDialog(line.objectif, {}, {}).trajectoire.text()
    onglet.modifier.click()
    changed = onglet.dialogue
    assert isinstance(changed, ObjectifDialog)
    changed.fin.setValue(1999)
    changed.accept()
    attendre()
    assert onglet.model.lignes[0].objectif.fin is None
    onglet.retirer.click()
    assert isinstance(onglet.dialogue, MotifDialog)
    onglet.dialogue._motif.setText("fin du CUS")
    onglet.dialogue.accept()
    attendre()
    assert onglet.model.lignes == ()


def test_the_table_of_the_year_is_written_for_the_cil(
    onglet: ObjectifsOnglet, attendre: Attendre, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not onglet.exporter.isEnabled()
    saisir(onglet, attendre)
    target = tmp_path / "cil.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    onglet.exporter.click()
    attendre()
    assert "Mutations dans le parc" in target.read_text("utf-8-sig")


def test_another_year_has_its_own_targets(onglet: ObjectifsOnglet, attendre: Attendre) -> None:
    later = Objectif(annee=2028, nature=NatureObjectif.PRIORITAIRES, cible=3000, source="CIA")
    fixer_objectif(later, uow=onglet.contexte.bureau.base.transaction())
    onglet.recharger()
    attendre()
    assert onglet.model.rowCount() == 0
    onglet.annees.setCurrentIndex(onglet.annees.findData(2028))
    onglet.annees.activated.emit(0)
    attendre()
    assert [line.cible for line in onglet.model.lignes] == [3000]


def test_a_path_is_read_or_refused() -> None:
    assert lire_trajectoire(" ") == ()
    with pytest.raises(TrajectoireIllisibleError):
        lire_trajectoire("26 : 20 %")
    with pytest.raises(TauxIllisibleError):
        lire_trajectoire("2026 : beaucoup")


def test_what_to_know_is_told_beside_the_suggestion(contexte: Contexte, qtbot: QtBot) -> None:
    bureau = contexte.bureau
    rows = bureau.base.lectures.vacances(bureau.horloge.aujourd_hui())
    waiting = next(row for row in rows if row.etape is Etape.A_ORIENTER)
    with bureau.base.transaction() as uow:
        home = uow.logements.lire(waiting.logement_id)
    card = ASavoir()
    qtbot.addWidget(card)
    card.montrer(lire_savoir(bureau, waiting.id, "1"))
    shown = card.texte.text()
    fixer_objectif(
        Objectif(
            annee=2026,
            nature=NatureObjectif.PRIORITAIRES,
            cible=2500,
            source="L441-1",
            certitude=Certitude.LUE,
        ),
        uow=bureau.base.transaction(),
    )
    if home.programme:
        enregistrer_residence(
            Residence(nom=home.programme, commune=home.commune, fragile=True),
            uow=bureau.base.transaction(),
        )
    card.montrer(lire_savoir(bureau, waiting.id, "1"))
    assert "ménage prioritaire" in card.texte.text()
    assert card.texte.text() != shown
    assert not card.isHidden()
