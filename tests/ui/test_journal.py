"""The journal: who did what, told in French, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from fluxdesk.domain.journal import EntreeJournal
from fluxdesk.ui.dialogs.motif import MotifDialog
from fluxdesk.ui.pages.journal import JournalPage, champs_entree, differences
from tests.services.memoire import HorlogeFixe
from tests.ui.gestes import PATIENCE, calmer, montrer, trouver

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from fluxdesk.ui.contexte import Contexte


class TestJournal:
    """Who did what, and the way back."""

    @pytest.fixture
    def page(self, contexte: Contexte, qtbot: QtBot) -> JournalPage:
        made = JournalPage(contexte)
        montrer(made, qtbot)
        calmer(made, qtbot)
        return made

    def test_the_newest_action_comes_first_with_its_detail(self, page: JournalPage) -> None:
        numbers = [row.numero for row in page.model.lignes]

        assert numbers == sorted(numbers, reverse=True)
        assert page.sous_titre.text() == f"{len(numbers)} actions"
        assert f"Numéro\u00a0: {numbers[0]}" in page.fiche.textes()

    def test_typing_filters_and_an_empty_answer_shows_no_detail(
        self, page: JournalPage, qtbot: QtBot
    ) -> None:
        page.recherche.setText("xyzzy")
        qtbot.waitUntil(lambda: page.model.rowCount() == 0, timeout=PATIENCE)

        assert not page.fiche.isVisible()
        assert not page.annuler.isEnabled()
        calmer(page, qtbot)

    def test_an_offer_is_reverted_from_its_line_with_a_reason(
        self, page: JournalPage, qtbot: QtBot
    ) -> None:
        line = next(row for row in page.model.lignes if row.annulable)
        page.montrer_objet(line.numero)
        calmer(page, qtbot)
        assert page.annuler.isEnabled()

        page.annuler.click()
        dialog = trouver(page, MotifDialog)
        dialog._motif.setText("saisie sur le mauvais logement")
        with qtbot.waitSignal(page.contexte.change, timeout=PATIENCE):
            dialog.accept()
        calmer(page, qtbot)

        newest = page.model.lignes[0]
        assert newest.motif == "saisie sur le mauvais logement"
        assert not next(r for r in page.model.lignes if r.numero == line.numero).annulable


def test_a_change_is_told_field_by_field_in_french() -> None:
    before = '{"id": 3, "qualification": "à qualifier", "date_conge": "2026-03-03", "x": null}'
    after = (
        '{"id": 3, "qualification": "dans le flux", "date_conge": "2026-03-03", "ferme": true, '
        '"adresse": ["1 rue Haute", "Calvi"], "lieu": {"commune": "2B050", "bis": ""}}'
    )

    told = {champ.titre: champ.valeur for champ in differences(before, after)}

    assert told == {
        "Qualification": "à qualifier → dans le flux",
        "Ferme": "oui",
        "Adresse": "1 rue Haute\u00a0; Calvi",
        "Lieu": "Commune 2B050",
    }
    assert differences("", "") == ()
    assert differences("", '"2026-03-03"')[0].valeur == "03/03/2026"


def test_an_entry_says_who_and_why() -> None:
    entry = EntreeJournal(
        numero=4,
        quand=HorlogeFixe().maintenant(),
        auteur="m.rossi",
        action="vacance.creer",
        objet="vacance:1",
        libelle="Congé enregistré",
        motif="courrier",
        empreinte="ab" * 32,
    )

    said = {champ.titre: champ.valeur for champ in champs_entree(entry)}

    assert said["Qui"] == "m.rossi"
    assert said["Motif"] == "courrier"
    assert said["Empreinte"] == "ab" * 8
