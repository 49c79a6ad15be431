"""New programmes and residences from the page Patrimoine: typed, agreed, delivered, removed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from fluxdesk.domain.residence import Residence
from fluxdesk.services.tenir_programmes import lire_programmes
from fluxdesk.services.tenir_residences import lire_residences
from fluxdesk.ui.dialogs.choix_logements import ChoixLogementsDialog
from fluxdesk.ui.dialogs.motif import MotifDialog
from fluxdesk.ui.dialogs.residence import ResidenceDialog
from fluxdesk.ui.models.programmes import CONVENU, FINANCEMENT, NOMBRE, PARTIE
from fluxdesk.ui.pages.patrimoine import PatrimoinePage
from fluxdesk.ui.pages.patrimoine_programmes import SANS_CHOIX, SANS_RESIDENCE, LivraisonDialog

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from fluxdesk.services.tenir_programmes import ProgrammeLu
    from fluxdesk.ui.contexte import Contexte
    from fluxdesk.ui.dialogs.programmes import ProgrammesDialog
    from tests.ui.actes.conftest import Attendre, Montrer


@pytest.fixture
def page(contexte: Contexte, montrer: Montrer) -> PatrimoinePage:
    return montrer(PatrimoinePage(contexte))


def ouvrir(page: PatrimoinePage, attendre: Attendre) -> ProgrammesDialog:
    page.actes.neuf.action_programmes.trigger()
    attendre()
    dialog = page.actes.neuf.dialogue
    assert dialog is not None
    return dialog


def lu(page: PatrimoinePage) -> tuple[ProgrammeLu, ...]:
    return lire_programmes(uow=page.contexte.bureau.base.transaction()).programmes


def remplir(page: PatrimoinePage, attendre: Attendre) -> ProgrammesDialog:
    """A programme of two dwellings and one right, recorded."""
    dialog = ouvrir(page, attendre)
    dialog.nouveau.click()
    form = dialog.formulaire
    form.nom.setText("Les Pins")
    form.ajouter_logements.click()
    attendre()
    choice = page.actes.neuf.second
    assert isinstance(choice, ChoixLogementsDialog)
    assert not choice.faire.isEnabled()
    choice.programmes.setCurrentIndex(1)
    choice.relire()
    attendre()
    choice.table.selectAll()
    free = list(range(choice.model.rowCount()))[:2]
    choice.table.clearSelection()
    choice.table.setSelectionMode(choice.table.SelectionMode.MultiSelection)
    for row in free:
        choice.table.selectRow(row)
    assert len(choice.ids()) == len(free)
    choice.accept()
    attendre()
    form.ajouter_droit.click()
    form.grille.setData(form.grille.index(0, CONVENU), form.droits.droits[0].partie)
    dialog.noter.click()
    attendre()
    return dialog


def test_a_programme_is_typed_with_its_rights_and_its_concertation(
    page: PatrimoinePage, attendre: Attendre
) -> None:
    empty = ouvrir(page, attendre)
    assert empty.pile.currentIndex() == 1
    assert not empty.gauche.isVisibleTo(empty)
    assert not empty.noter.isEnabled()
    empty.commencer.click()
    assert empty.pile.currentIndex() == 0
    empty.fermer.click()
    dialog = remplir(page, attendre)
    (one,) = lu(page)
    assert one.programme.nom == "Les Pins"
    assert len(one.logements) == len(dialog.formulaire.grille.lignes)
    assert one.concertation.total_droits == 1
    assert "à convenir" in dialog.formulaire.controle.text() or len(one.logements) == 1
    assert dialog.liste.currentItem().text() == "Les Pins (à livrer)"


def test_rights_and_dwellings_are_changed_in_place(
    page: PatrimoinePage, attendre: Attendre
) -> None:
    form = remplir(page, attendre).formulaire
    rights = form.droits
    assert rights.setData(rights.index(0, NOMBRE), 3)
    assert rights.setData(rights.index(0, FINANCEMENT), "PLAI")
    assert rights.index(0, FINANCEMENT).data() == "PLAI"
    assert rights.index(0, 3).data() == "tous"
    assert ("tous", "") in rights.options(rights.index(0, FINANCEMENT))
    assert rights.options(rights.index(0, PARTIE))[-1] == ("Bailleur", "bailleur")
    assert "Droit 1" in form.controle.text()
    form.table_droits.selectRow(0)
    form.retirer_droit.click()
    assert rights.droits == ()
    form.table_grille.selectRow(0)
    before = len(form.grille.lignes)
    form.retirer_logements.click()
    assert len(form.grille.lignes) == before - 1
    for _ in range(before - 1):
        form.table_grille.selectRow(0)
        form.retirer_logements.click()
    assert form.controle.text().startswith("Choisissez les logements")


def test_a_programme_without_a_name_is_refused_in_the_dialog(
    page: PatrimoinePage, attendre: Attendre
) -> None:
    dialog = ouvrir(page, attendre)
    dialog.nouveau.click()
    dialog.noter.click()
    attendre()
    assert "Indiquez le nom" in dialog.bandeau.texte
    assert lu(page) == ()


def test_a_programme_is_delivered(page: PatrimoinePage, attendre: Attendre) -> None:
    dialog = remplir(page, attendre)
    dialog.livraison.click()
    day = page.actes.neuf.second
    assert isinstance(day, LivraisonDialog)
    told: list[str] = []
    page.contexte.avis.connect(told.append)
    day.accept()
    attendre()
    assert lu(page)[0].livre
    assert told
    assert not dialog.oublier.isEnabled()
    assert dialog.liste.currentItem().text() == "Les Pins (livré)"


def test_a_programme_is_removed_with_a_reason(page: PatrimoinePage, attendre: Attendre) -> None:
    dialog = remplir(page, attendre)
    dialog.oublier.click()
    asked = page.actes.neuf.second
    assert isinstance(asked, MotifDialog)
    asked._motif.setText("abandonné")
    asked.accept()
    attendre()
    assert lu(page) == ()


def test_a_residence_is_asked_of_a_dwelling_that_names_one(
    page: PatrimoinePage, attendre: Attendre, qtbot: QtBot
) -> None:
    acts = page.actes.neuf
    page.table.clearSelection()
    with qtbot.waitSignal(page.contexte.avis) as said:
        acts.action_residence.trigger()
    assert said.args == [SANS_CHOIX]
    with qtbot.waitSignal(page.contexte.avis) as said:
        acts._demander_residence(Residence(nom="", commune="2A004"))
    assert said.args == [SANS_RESIDENCE]


def test_a_residence_is_told_fragile_from_one_of_its_dwellings(
    page: PatrimoinePage, attendre: Attendre
) -> None:
    page.programmes.setCurrentIndex(1)
    page.programmes.activated.emit(1)
    attendre()
    page.table.selectRow(0)
    attendre()
    page.actes.neuf.action_residence.trigger()
    attendre()
    asked = page.actes.neuf.second
    assert isinstance(asked, ResidenceDialog)
    asked.fragile.setChecked(True)
    asked.note.setText("travaux en cours")
    asked.attractivite.setCurrentIndex(3)
    asked.accept()
    attendre()
    base = page.contexte.bureau.base
    read = lire_residences(base.lectures.programmes(), uow=base.transaction())
    (known,) = [r.residence for r in read if r.residence]
    assert known.fragile
    assert (known.note, known.attractivite) == ("travaux en cours", 3)
