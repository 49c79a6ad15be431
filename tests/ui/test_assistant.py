"""The assistant, step by step, on a workbook that an ERP made for paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFileDialog, QInputDialog

from fluxdesk.domain.profil import Genre
from fluxdesk.services.etudier_fichier import choisir_champ
from fluxdesk.ui.dialogs.assistant_colonnes import EtapeColonnes
from fluxdesk.ui.dialogs.assistant_essai import EtapeEssai
from fluxdesk.ui.dialogs.assistant_fichier import SANS_PROFIL, EtapeFichier
from fluxdesk.ui.dialogs.assistant_import import (
    COLONNES,
    ESSAI,
    FICHIER,
    IMPORTER,
    VALEURS,
    AssistantImport,
)
from fluxdesk.ui.dialogs.assistant_resultat import EtapeImporter
from fluxdesk.ui.dialogs.assistant_valeurs import EtapeValeurs
from fluxdesk.ui.models import assistant_colonnes as colonnes
from fluxdesk.ui.models import assistant_essai as essai
from fluxdesk.ui.models import assistant_valeurs as valeurs
from tests.journeys.classeur_erp import LIGNES, ecrire_erp
from tests.ui.faux import MAYOTTE
from tests.ui.gestes import PATIENCE, bouton

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from fluxdesk.domain.tableau_lu import SourceLue
    from fluxdesk.services.ports import Progress
    from fluxdesk.ui.contexte import Contexte

Role = Qt.ItemDataRole


class Essayeur:
    """An officer before the assistant."""

    def __init__(self, dialog: AssistantImport, contexte: Contexte, qtbot: QtBot) -> None:
        self.dialog = dialog
        self.contexte = contexte
        self._qtbot = qtbot

    def calmer(self) -> None:
        self._qtbot.waitUntil(lambda: self.contexte.tasks.en_cours == 0, timeout=PATIENCE)
        self._qtbot.wait(1)

    def suivant(self, rang: int) -> None:
        self._qtbot.mouseClick(self.dialog.suivant, Qt.MouseButton.LeftButton)
        self.calmer()
        assert self.dialog.rail.courante == rang
        assert self.dialog.titre.text() == self.dialog.etape().titre

    def aller(self, rang: int) -> None:
        for step in range(self.dialog.rail.courante + 1, rang + 1):
            self.suivant(step)

    @property
    def fichier(self) -> EtapeFichier:
        step = self.dialog.etapes[FICHIER]
        assert isinstance(step, EtapeFichier)
        return step

    @property
    def colonnes(self) -> EtapeColonnes:
        step = self.dialog.etapes[COLONNES]
        assert isinstance(step, EtapeColonnes)
        return step

    @property
    def valeurs(self) -> EtapeValeurs:
        step = self.dialog.etapes[VALEURS]
        assert isinstance(step, EtapeValeurs)
        return step

    @property
    def essai(self) -> EtapeEssai:
        step = self.dialog.etapes[ESSAI]
        assert isinstance(step, EtapeEssai)
        return step

    @property
    def importer(self) -> EtapeImporter:
        step = self.dialog.etapes[IMPORTER]
        assert isinstance(step, EtapeImporter)
        return step


@pytest.fixture
def ouvrir(contexte_vide: Contexte, qtbot: QtBot) -> Callable[..., Essayeur]:
    """Open the assistant on a file, and wait until it is read."""

    def opened(path: Path, genre: Genre | None = None) -> Essayeur:
        dialog = AssistantImport(contexte_vide, path, genre)
        qtbot.addWidget(dialog)
        dialog.open()
        dialog.commencer()
        user = Essayeur(dialog, contexte_vide, qtbot)
        user.calmer()
        return user

    return opened


@pytest.fixture
def erp(tmp_path: Path) -> Path:
    path = tmp_path / "Export ERP.xlsx"
    ecrire_erp(path)
    return path


@pytest.fixture
def agent(ouvrir: Callable[..., Essayeur], erp: Path) -> Essayeur:
    return ouvrir(erp)


class TestFichier:
    """What the file is, and where its table lies."""

    def test_the_header_of_two_rows_is_found_and_what_is_no_data_is_said(
        self, agent: Essayeur
    ) -> None:
        step = agent.fichier
        assert agent.dialog.conduite.genre is Genre.PATRIMOINE
        assert (step.ligne.value(), step.hauteur.value()) == (4, 2)
        assert "2\u00a0feuilles, dont 1\u00a0masquée" in step.compris.text()
        assert step.feuille.itemText(1) == "Paramètres (masquée)"
        assert f"{LIGNES}\u00a0lignes de données" in step.comptes.text()
        assert "3\u00a0sous-totaux" in step.comptes.text()
        assert [step.model.role_de(row) for row in (0, 3, 4, 5, 13)] == [
            "avant le tableau", "en-tête", "en-tête", "", "sous-total",
        ]  # fmt: skip
        titles = step.model.index(3, 2)
        assert titles.data(Role.BackgroundRole) is not None
        assert titles.data(Role.FontRole).bold()
        assert step.model.index(13, 2).data(Role.ForegroundRole) is not None
        assert step.model.headerData(2, Qt.Orientation.Horizontal) == "A"
        assert step.model.headerData(2, Qt.Orientation.Vertical) is None

    def test_the_header_moves_by_the_box_and_by_the_row(self, agent: Essayeur) -> None:
        step = agent.fichier
        step.hauteur.setValue(1)
        agent.calmer()
        assert step.model.role_de(4) != "en-tête"
        step.table.clicked.emit(step.model.index(4, 2))
        agent.calmer()
        assert step.ligne.value() == 5
        assert f"{LIGNES}\u00a0lignes" in step.comptes.text()
        step.ligne.setValue(0)
        agent.calmer()
        assert not step.hauteur.isEnabled()
        step.ligne.setValue(step.ligne.maximum())
        agent.calmer()
        assert not step.pret
        assert "Aucune ligne de données" in step.constat.mots.text()
        assert not agent.dialog.suivant.isEnabled()

    def test_kind_and_sheet_are_changed(self, agent: Essayeur) -> None:
        step = agent.fichier
        step.genre.setCurrentIndex(step.genre.findData(Genre.VACANCES))
        step.genre.activated.emit(step.genre.currentIndex())
        agent.calmer()
        assert agent.dialog.conduite.genre is Genre.VACANCES
        step.feuille.setCurrentIndex(1)
        step.feuille.activated.emit(1)
        agent.calmer()
        assert agent.dialog.conduite.etude is not None
        assert agent.dialog.conduite.etude.feuille.nom == "Paramètres"


class TestColonnes:
    """Which column fills which field."""

    def test_a_mandatory_field_without_a_column_is_said_and_stops(self, agent: Essayeur) -> None:
        agent.suivant(COLONNES)
        step = agent.colonnes
        assert step.pret
        place = next(n for n, a in enumerate(step.model.lignes) if a.champ == "DEPCOM")
        index = step.model.index(place, colonnes.CHAMP)
        assert step.model.setData(index, "")
        assert not step.model.setData(index, "")
        assert "Code de la commune" in step.constat.mots.text()
        assert not agent.dialog.suivant.isEnabled()
        assert step.model.setData(index, "DEPCOM")
        assert agent.dialog.suivant.isEnabled()
        assert index.data(Role.EditRole) == "DEPCOM"

    def test_the_list_is_searched_by_typing(self, agent: Essayeur, qtbot: QtBot) -> None:
        agent.suivant(COLONNES)
        step = agent.colonnes
        index = step.model.index(10, colonnes.CHAMP)
        assert index.data() == colonnes.LAISSEE
        step.table.clicked.emit(index)
        editor = step.table.findChild(QComboBox)
        assert editor is not None
        editor.setEditText("lieu-dit")
        editor.activated.emit(0)
        qtbot.waitUntil(lambda: index.data() == "Lieu-dit", timeout=PATIENCE)
        assert colonnes.pastille(step.model.lignes[10]).mot == "sûr"

    def test_how_sure_a_match_is_is_said_in_words(self, agent: Essayeur) -> None:
        agent.suivant(COLONNES)
        study = agent.dialog.conduite.etude
        assert study is not None
        words = {colonnes.pastille(pair).mot for pair in study.appariements}
        assert words == {"sûr", "non importée"}
        assert agent.colonnes.model.index(0, colonnes.CONFIANCE).data(Role.ToolTipRole)
        assert choisir_champ(study, 99, "DEPCOM").manquants


class TestValeurs:
    """Nothing unsure is applied silently."""

    def test_only_what_waits_is_shown_and_a_box_confirms_it(self, agent: Essayeur) -> None:
        agent.aller(VALEURS)
        step = agent.valeurs
        assert [row.lue.lue for row in step.model.lignes] == ["PLA social"]
        assert "1\u00a0valeur attend votre accord" in step.constat.mots.text()
        box = step.model.index(0, valeurs.CONFIRMEE)
        assert box.data(Role.CheckStateRole) is Qt.CheckState.Unchecked
        assert step.model.setData(box, Qt.CheckState.Checked.value, Role.CheckStateRole)
        assert "Toutes les valeurs" in step.constat.mots.text()
        assert step.model.setData(
            step.model.index(0, valeurs.CONFIRMEE), Qt.CheckState.Unchecked.value,
            Role.CheckStateRole,
        )  # fmt: skip
        assert agent.dialog.conduite.incertaines

    def test_all_that_is_shown_is_confirmed_at_once(self, agent: Essayeur) -> None:
        agent.aller(VALEURS)
        agent.valeurs.confirmer.click()
        assert not agent.dialog.conduite.incertaines
        assert not agent.valeurs.confirmer.isEnabled()

    def test_a_value_is_chosen_left_or_emptied(self, agent: Essayeur) -> None:
        agent.aller(VALEURS)
        model = agent.valeurs.model
        kept = model.index(0, valeurs.RETENUE)
        labels = dict(model.options(kept))
        assert labels[valeurs.VIDE] == ""
        assert model.setData(kept, "13")
        assert model.index(0, valeurs.RETENUE).data().startswith("PLUS")
        assert model.setData(kept, valeurs.TELLE_QUELLE)
        assert model.index(0, valeurs.RETENUE).data() == valeurs.TELLE_QUELLE
        assert model.setData(kept, "")
        assert model.index(0, valeurs.RETENUE).data() == valeurs.VIDE
        assert valeurs.pastille(model.lignes[0]).mot == "choisie par vous"

    def test_sure_values_are_shown_on_demand_field_by_field(self, agent: Essayeur) -> None:
        agent.aller(VALEURS)
        step = agent.valeurs
        step.sures.setChecked(True)
        every = step.model.rowCount()
        step.champ.setCurrentIndex(step.champ.findText("Nombre de pièces"))
        step.champ.activated.emit(step.champ.currentIndex())
        assert 0 < step.model.rowCount() < every
        assert step.model.index(0, valeurs.CONFIANCE).data() == "sûre"


def ecrire_conventions(chemin: Path) -> Path:
    chemin.write_text("Organisme;Type;Quota\nRégion Corse;région;2\nCAF du Sud;autr;3\n", "utf-8")
    return chemin


class TestConventions:
    """Unknown names are made, and the whole can be undone."""

    def test_new_names_are_said_to_be_made_and_the_import_is_undone(
        self, ouvrir: Callable[..., Essayeur], tmp_path: Path
    ) -> None:
        agent = ouvrir(ecrire_conventions(tmp_path / "droits.csv"), Genre.CONVENTIONS)
        agent.aller(VALEURS)
        said = agent.valeurs.constat.mots.text()
        assert "2\u00a0noms ne sont ceux d’aucun réservataire de la base" in said
        assert "1\u00a0valeur attend votre accord (1\u00a0ligne)" in said
        conduct = agent.dialog.conduite
        (word,) = (one for one in conduct.incertaines if one.champ == "categorie")
        conduct.choisir(word.champ, word.lue, "autre")
        agent.valeurs.montrer()
        assert "refusées" not in agent.valeurs.constat.mots.text()
        agent.aller(IMPORTER)
        agent.suivant(IMPORTER)
        done = conduct.fait
        assert done is not None
        assert agent.importer.annuler.isVisible()
        with agent.contexte.bureau.base.transaction() as uow:
            assert uow.lots.lire(done.lot) == done
            assert len(uow.conventions.toutes()) == 2
        agent.importer.annuler.click()
        agent.calmer()
        assert "annulé" in agent.importer.constat.mots.text()
        with agent.contexte.bureau.base.transaction() as uow:
            assert not uow.conventions.toutes()
            assert not uow.reservataires.tous()


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
