"""The window: paints first, opens bases on the worker, passes words between its parts."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from fluxdesk.ui.dialogs.identite import IdentiteDialog
from fluxdesk.ui.dialogs.motif import MotifDialog
from fluxdesk.ui.main_window import MainWindow
from fluxdesk.ui.reglages import GEOMETRIE
from fluxdesk.ui.theme import SOMBRE, jetons
from tests.ui.faux import neuve
from tests.ui.gestes import PATIENCE, action, boite, bouton, calmer, trouver

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.faux import AtelierDEssai, ReglagesDEssai


class TestSurUneBase:
    """The parts of the window on an open base."""

    def test_the_rail_the_menu_and_the_keys_show_the_same_pages(
        self, demo: MainWindow, qtbot: QtBot
    ) -> None:
        assert demo.seance is not None
        classeur = demo.seance.classeur
        patrimoine = demo.rail.boutons()[2]
        assert demo.rail.boutons()[0].isChecked()
        assert demo.focusWidget() is classeur  # and no ring on the status bar

        patrimoine.click()
        assert classeur.rang == 2
        action(demo, "Journal").trigger()
        assert classeur.rang == 6
        assert demo.rail.boutons()[6].isChecked()
        qtbot.keyClick(demo, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
        assert classeur.rang == 0
        calmer(demo, qtbot)

    def test_a_page_can_be_asked_for_one_of_its_objects(
        self, demo: MainWindow, qtbot: QtBot
    ) -> None:
        assert demo.seance is not None

        demo.seance.contexte.ouvrir.emit("journal", 12)
        calmer(demo, qtbot)

        assert demo.seance.classeur.rang == 6

    def test_the_rail_counts_what_waits(self, demo: MainWindow) -> None:
        names = [button.accessibleName() for button in demo.rail.boutons()]

        assert names[0].startswith("Aujourd’hui, ")
        assert names[1].startswith("Vacances, ")
        assert names[2] == "Patrimoine"

    def test_ctrl_z_names_what_it_undoes_and_asks_why(self, demo: MainWindow, qtbot: QtBot) -> None:
        undo = action(demo, "Annuler")
        assert undo.text().startswith("Annuler\u00a0: Offre")
        before = undo.text()

        undo.trigger()
        dialog = trouver(demo, MotifDialog)
        dialog._motif.setText("erreur de logement")
        dialog.accept()
        calmer(demo, qtbot)
        qtbot.waitUntil(lambda: undo.text() != before, timeout=PATIENCE)

        assert demo.barre.currentMessage().startswith("Annulé\u00a0: Offre")
        calmer(demo, qtbot)

    def test_a_backup_is_made_and_told(self, demo: MainWindow, qtbot: QtBot) -> None:
        action(demo, "Sauvegarder maintenant").trigger()
        calmer(demo, qtbot)

        assert demo.barre.currentMessage().startswith("Sauvegarde faite et vérifiée")
        assert "sauvegardée" in demo.barre.texte

    def test_the_identity_is_changed_from_the_menu(self, demo: MainWindow, qtbot: QtBot) -> None:
        action(demo, "Identité du bailleur").trigger()
        calmer(demo, qtbot)
        dialog = trouver(demo, IdentiteDialog)
        dialog.formulaire.ui.raison_sociale.setText("Office de Balagne")

        dialog.accept()
        qtbot.waitUntil(lambda: demo.entete.texte == "Office de Balagne", timeout=PATIENCE)
        calmer(demo, qtbot)

    def test_another_base_takes_the_place_of_the_first(
        self, demo: MainWindow, qtbot: QtBot, tmp_path: Path
    ) -> None:
        other = tmp_path / "autre.fluxdesk"
        neuve(other).base.fermer()
        action(demo, "Ouvrir…").trigger()
        chooser = trouver(demo, QFileDialog)
        chooser.fileSelected.emit(str(other))
        chooser.reject()
        qtbot.waitUntil(lambda: demo.windowTitle() == "autre — FluxDesk", timeout=PATIENCE)
        calmer(demo, qtbot)

        assert demo.entete.texte == "OPH de l’Exemple"
        assert demo.rail.boutons()[1].accessibleName() == "Vacances"
        demo.bases.ouvrir(other)
        assert demo.tasks.en_cours == 0
        action(demo, "demonstration").trigger()
        qtbot.waitUntil(lambda: demo.windowTitle() == "demonstration — FluxDesk", timeout=PATIENCE)
        calmer(demo, qtbot)

    def test_the_palette_follows_the_menu(self, demo: MainWindow) -> None:
        action(demo, "Thème sombre").trigger()

        assert jetons() is SOMBRE
        assert action(demo, "Thème sombre").isChecked()
        action(demo, "Thème clair").trigger()

    def test_help_speaks_of_the_page_shown_and_about_names_the_licences(
        self, demo: MainWindow, qtbot: QtBot
    ) -> None:
        demo.rail.boutons()[6].click()
        calmer(demo, qtbot)
        action(demo, "Aide de cette page").trigger()
        help_box = boite(demo)
        assert "Qui a fait quoi" in help_box.text()
        help_box.reject()

        action(demo, "À propos").trigger()
        about = boite(demo)
        assert "LGPL" in about.informativeText()
        about.reject()

    def test_the_state_of_the_base_is_explained(self, demo: MainWindow) -> None:
        sante = bouton(demo, demo.barre.texte)

        sante.click()

        box = boite(demo)
        assert "demonstration.fluxdesk" in box.text()
        box.reject()

    def test_what_is_wrong_with_the_base_is_listed(self, demo: MainWindow) -> None:
        demo.barre._show_faults(("Le journal a été modifié.", "Le registre ne se rejoue pas."))

        assert demo.barre.texte.startswith("Base à vérifier\u00a0: 2\u00a0anomalies")
        bouton(demo, demo.barre.texte).click()
        box = boite(demo)
        assert "Le journal a été modifié." in box.text()
        box.reject()

    def test_a_long_work_shows_how_far_it_is_and_can_be_cancelled(
        self, demo: MainWindow, qtbot: QtBot
    ) -> None:
        assert demo.seance is not None
        gate = threading.Event()

        def work(progress: Callable[[int, int, str], None]) -> None:
            progress(3, 3, "Lecture des lignes")
            gate.wait(5)
            progress(1, 3, "")

        demo.seance.contexte.agir("Import", work, sujets=())
        qtbot.waitUntil(lambda: demo.barre._quoi.text() == "Lecture des lignes", timeout=PATIENCE)
        assert demo.barre._barre.value() == 3
        demo.barre._arreter.click()
        gate.set()
        calmer(demo, qtbot)

        assert demo.barre._quoi.isHidden()
        assert "annulé" in demo.barre.currentMessage()

    def test_an_error_of_a_page_is_told_in_the_band(self, demo: MainWindow) -> None:
        assert demo.seance is not None

        demo.seance.contexte.erreur.emit("Cette vacance est déjà orientée.")

        assert demo.bandeau.texte == "Cette vacance est déjà orientée."

    def test_closing_keeps_the_geometry_and_frees_the_file(
        self, demo: MainWindow, reglages: ReglagesDEssai, atelier: AtelierDEssai, tmp_path: Path
    ) -> None:
        demo.close()

        assert reglages.lire(GEOMETRIE)
        assert demo.seance is None
        again = atelier.ouvrir(tmp_path / "demonstration.fluxdesk")  # nobody holds it
        again.base.fermer()


def test_the_window_stays_under_fifteen_methods() -> None:
    own = [name for name, made in vars(MainWindow).items() if callable(made)]

    assert len(own) <= 15
