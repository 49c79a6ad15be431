"""The trial, the import and what follows, in the assistant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QInputDialog

from fluxdesk.domain.profil import Genre
from fluxdesk.ui.dialogs.assistant_fichier import SANS_PROFIL
from fluxdesk.ui.dialogs.assistant_import import (
    COLONNES,
    ESSAI,
    FICHIER,
    IMPORTER,
    VALEURS,
    AssistantImport,
)
from fluxdesk.ui.models import assistant_essai as essai
from tests.journeys.classeur_erp import LIGNES
from tests.ui.faux import MAYOTTE
from tests.ui.gestes import PATIENCE, bouton

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from fluxdesk.domain.tableau_lu import SourceLue
    from fluxdesk.services.ports import Progress
    from fluxdesk.ui.contexte import Contexte
    from tests.ui.assistant.officier import Essayeur

Role = Qt.ItemDataRole


class TestEssai:
    """What the import would do, mended in place."""

    def test_the_counts_add_up(self, agent: Essayeur) -> None:
        agent.aller(ESSAI)
        figures = [int(label.text()) for label in agent.essai.compteurs.chiffres]
        assert figures[0] == LIGNES == sum(figures[1:5])
        assert figures[5] == 7
        assert agent.contexte.bureau.base.lectures.etat().logements == 0

    def test_a_cell_is_corrected_and_the_trial_made_again(self, agent: Essayeur) -> None:
        agent.aller(ESSAI)
        model = agent.essai.model
        place = next(n for n, row in enumerate(model.lignes) if row.refus.valeur == "soixante")
        cell = model.index(place, essai.VALEUR)
        assert cell.flags() & Qt.ItemFlag.ItemIsEditable
        assert cell.data(Role.EditRole) == "soixante"
        assert not model.setData(cell, "soixante")
        assert model.setData(cell, "61")
        agent.calmer()
        assert "soixante" not in {row.refus.valeur for row in model.lignes}
        report = agent.dialog.conduite.essai
        assert report is not None
        assert [(c.lue, c.corrigee) for c in report.corrections] == [("soixante", "61")]

    def test_a_kind_of_warning_is_ignored_and_shown_again(self, agent: Essayeur) -> None:
        agent.aller(ESSAI)
        step = agent.essai
        before = step.model.rowCount()
        assert not step.ignorer.isEnabled()
        step.sorte.setCurrentIndex(1)
        step.sorte.activated.emit(1)
        assert step.model.rowCount() == 3
        step.ignorer.click()
        assert step.model.rowCount() == before - 3
        assert step.montrer_ignores.isVisible()
        step.montrer_ignores.click()
        assert step.model.rowCount() == before

    def test_refusals_alone_are_shown(self, agent: Essayeur) -> None:
        agent.aller(ESSAI)
        step = agent.essai
        step.gravite.setCurrentIndex(1)
        step.gravite.activated.emit(1)
        assert step.model.rowCount() == 0

    def test_the_report_is_exported(
        self, agent: Essayeur, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        agent.aller(ESSAI)
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "r"), ""))
        agent.essai.exporter.click()
        agent.calmer()
        sheets = openpyxl.load_workbook(tmp_path / "r.xlsx").sheetnames
        assert sheets[0] == "Synthèse"


class TestImporter:
    """The last button, and what follows it."""

    def test_nothing_is_written_before_the_last_button(self, agent: Essayeur) -> None:
        lectures = agent.contexte.bureau.base.lectures
        agent.aller(IMPORTER)
        assert agent.dialog.suivant.text() == f"Importer {LIGNES}\u00a0logements"
        assert lectures.etat().logements == 0
        agent.suivant(IMPORTER)
        assert lectures.etat().logements == LIGNES
        assert "terminé" in agent.importer.constat.mots.text()
        assert agent.dialog.suivant.text() == "Terminer"
        assert not agent.dialog.precedent.isVisible()
        agent.importer.annuler.click()
        agent.calmer()
        assert lectures.etat().logements == 0
        assert "annulé" in agent.importer.constat.mots.text()
        agent.dialog.suivant.click()
        assert not agent.dialog.isVisible()

    def test_the_profile_is_kept_and_recognised(
        self, agent: Essayeur, ouvrir: Callable[..., Essayeur], erp: Path
    ) -> None:
        agent.aller(VALEURS)
        agent.valeurs.confirmer.click()
        agent.aller(IMPORTER)
        agent.suivant(IMPORTER)
        agent.importer.profil.click()
        dialog = agent.importer.findChild(QInputDialog)
        assert dialog is not None
        dialog.setTextValue("ERP mensuel")
        dialog.accept()
        agent.calmer()
        assert "ERP mensuel" in agent.importer.constat.mots.text()

        again = ouvrir(erp)
        step = again.fichier
        assert step.constat.mots.text() == "Profil «\u00a0ERP mensuel\u00a0» reconnu."
        assert not again.dialog.conduite.incertaines
        step.profil.setCurrentIndex(step.profil.findText(SANS_PROFIL))
        step.profil.activated.emit(0)
        again.calmer()
        assert again.dialog.conduite.incertaines
        step.profil.setCurrentIndex(1)
        step.profil.activated.emit(1)
        again.calmer()
        assert not again.dialog.conduite.incertaines
        again.aller(ESSAI)
        assert not again.dialog.suivant.isEnabled()
        assert "Rien à importer" in again.essai.constat.mots.text()

    def test_the_page_of_what_was_imported_is_opened(self, agent: Essayeur, qtbot: QtBot) -> None:
        agent.aller(IMPORTER)
        agent.suivant(IMPORTER)
        with qtbot.waitSignal(agent.dialog.voir) as asked:
            agent.importer.ouvrir.click()
        assert asked.args == ["patrimoine"]


class TestReconnu:
    """RPLS and our own models need no matching."""

    def test_rpls_opens_on_the_trial(self, ouvrir: Callable[..., Essayeur]) -> None:
        agent = ouvrir(MAYOTTE)
        assert agent.dialog.rail.courante == ESSAI
        assert not agent.dialog.precedent.isVisible()
        agent.aller(IMPORTER)
        agent.suivant(IMPORTER)
        assert agent.contexte.bureau.base.lectures.etat().logements == 270

    def test_our_own_model_opens_on_the_trial(
        self, ouvrir: Callable[..., Essayeur], tmp_path: Path
    ) -> None:
        path = tmp_path / "conventions.csv"
        path.write_text("reservataire;categorie;taux\nRégion Corse;région;2\n", "utf-8")
        agent = ouvrir(path, Genre.CONVENTIONS)
        assert agent.dialog.rail.courante == ESSAI
        agent.dialog.rail.boutons()[FICHIER].click()
        assert agent.dialog.rail.courante == FICHIER
        agent.suivant(COLONNES)
        agent.dialog.precedent.click()
        assert agent.dialog.rail.courante == FICHIER
        assert agent.fichier.compris.text().endswith("séparateur «\u00a0;\u00a0»")


class TestQuitter:
    """Échap asks only when something typed would be lost."""

    def test_nothing_touched_closes_at_once(self, agent: Essayeur, qtbot: QtBot) -> None:
        qtbot.keyClick(agent.dialog, Qt.Key.Key_Escape)
        assert not agent.dialog.isVisible()

    def test_choices_are_asked_about(self, agent: Essayeur, qtbot: QtBot) -> None:
        agent.suivant(COLONNES)
        agent.dialog.conduite.donner(0, None)
        qtbot.keyClick(agent.dialog, Qt.Key.Key_Escape)
        assert agent.dialog.question is not None
        stay = bouton(agent.dialog.question, "Continuer l’import")
        stay.click()
        assert agent.dialog.isVisible()
        agent.dialog.close()
        question = agent.dialog.question
        bouton(question, "Quitter").click()
        assert not agent.dialog.isVisible()

    def test_a_file_that_cannot_be_read_is_said(
        self, ouvrir: Callable[..., Essayeur], tmp_path: Path
    ) -> None:
        path = tmp_path / "lettre.pdf"
        path.write_bytes(b"%PDF-1.7 rien")
        agent = ouvrir(path)
        assert "PDF" in agent.dialog.bandeau.texte
        assert agent.dialog.titre.text() == "Ce fichier n’a pas pu être lu"
        agent.dialog.pied.fermer.click()
        assert not agent.dialog.isVisible()

    @pytest.mark.parametrize("geste", ["echap", "arreter"])
    def test_a_reading_under_way_is_cancelled(
        self, geste: str, contexte_vide: Contexte, qtbot: QtBot, erp: Path
    ) -> None:
        def slow(_path: Path, progress: Progress) -> SourceLue:
            while True:
                progress(1, 2, "Lecture du fichier")

        object.__setattr__(contexte_vide.bureau, "lire_source", slow)
        dialog = AssistantImport(contexte_vide, erp, Genre.VACANCES)
        qtbot.addWidget(dialog)
        dialog.open()
        dialog.commencer()
        qtbot.waitUntil(lambda: dialog.pied.avancement.maximum() == 2, timeout=PATIENCE)
        assert dialog.pied.travail.text() == "Lecture du fichier"
        if geste == "echap":
            qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        else:
            dialog.pied.arreter.click()
        qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=PATIENCE)
