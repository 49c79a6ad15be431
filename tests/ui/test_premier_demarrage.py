"""The first start: the window without a base, and the ways to one."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit, QPushButton

from fluxdesk.ui.dialogs.nouvelle_base import NouvelleBaseDialog
from fluxdesk.ui.main_window import MainWindow
from tests.services.memoire import HorlogeFixe
from tests.ui.gestes import PATIENCE, action, bouton, calmer, trouver

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.faux import AtelierDEssai, ReglagesDEssai


def enabled(window: MainWindow, debut: str) -> bool:
    return action(window, debut).isEnabled()


class TestSansBase:
    """The first start."""

    def test_the_workshop_is_loaded_on_the_worker_after_the_first_show(
        self, qtbot: QtBot, atelier: AtelierDEssai, reglages: ReglagesDEssai
    ) -> None:
        threads: list[threading.Thread] = []

        def load() -> AtelierDEssai:
            threads.append(threading.current_thread())
            return atelier

        window = MainWindow(
            load, chemin=None, reglages=reglages, horloge=HorlogeFixe(), demonstration=None
        )
        qtbot.addWidget(window)
        assert threads == []
        window.show()
        assert threads == []

        qtbot.waitUntil(lambda: bool(threads), timeout=PATIENCE)
        assert threads[0] is not threading.main_thread()
        assert "Explorer la base de démonstration" not in [
            b.text() for b in window.accueil.findChildren(QPushButton)
        ]
        window.close()

    def test_three_ways_in_and_nothing_that_needs_a_base(
        self, fenetre: Callable[[Path | None], MainWindow], qtbot: QtBot
    ) -> None:
        window = fenetre(None)
        calmer(window, qtbot)

        ways = [b.text() for b in window.accueil.findChildren(QPushButton)]
        assert ways == ["Créer ma base", "Ouvrir une base…", "Explorer la base de démonstration"]
        assert window.rail.isHidden()
        assert window.barre.texte == "Aucune base ouverte"
        assert not enabled(window, "Sauvegarder maintenant")
        assert not enabled(window, "Annuler")
        assert not enabled(window, "Patrimoine")

    def test_the_demonstration_is_explored_from_there(
        self,
        fenetre: Callable[[Path | None], MainWindow],
        qtbot: QtBot,
        reglages: ReglagesDEssai,
        tmp_path: Path,
    ) -> None:
        window = fenetre(None)

        bouton(window, "Explorer la base de démonstration").click()
        bouton(window, "Explorer la base de démonstration").click()
        qtbot.waitUntil(lambda: window.seance is not None, timeout=PATIENCE)
        calmer(window, qtbot)

        assert window.entete.texte == "Office fictif de l’Île (démonstration)"
        assert window.windowTitle() == "demonstration — FluxDesk"
        assert reglages.chemins == [tmp_path / "demonstration.fluxdesk"]

    def test_a_base_is_made_from_a_name_and_a_place(
        self, fenetre: Callable[[Path | None], MainWindow], qtbot: QtBot, tmp_path: Path
    ) -> None:
        window = fenetre(None)
        bouton(window, "Créer ma base").click()
        dialog = trouver(window, NouvelleBaseDialog)
        dialog.formulaire.ui.raison_sociale.setText("OPH du Nord")
        field = next(
            f for f in dialog.findChildren(QLineEdit) if f.accessibleName() == "Fichier de la base"
        )
        field.selectAll()
        qtbot.keyClicks(field, str(tmp_path / "nord"))
        trouver(dialog, QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok).click()
        qtbot.waitUntil(lambda: window.seance is not None, timeout=PATIENCE)
        calmer(window, qtbot)

        assert window.entete.texte == "OPH du Nord"
        assert (tmp_path / "nord.fluxdesk").is_file()
        assert "Base saine" in window.barre.texte

    def test_a_base_that_cannot_be_opened_is_explained(
        self,
        fenetre: Callable[[Path | None], MainWindow],
        qtbot: QtBot,
        atelier: AtelierDEssai,
        tmp_path: Path,
    ) -> None:
        atelier.refus = "Cette base est déjà ouverte par m.rossi."
        window = fenetre(tmp_path / "prise.fluxdesk")
        qtbot.waitUntil(window.bandeau.isVisible, timeout=PATIENCE)
        assert window.bandeau.texte == "Cette base est déjà ouverte par m.rossi."
        assert window.accueil.isEnabled()

        qtbot.keyClick(window, Qt.Key.Key_Escape)

        assert window.bandeau.isHidden()
        assert window.seance is None

    def test_a_fault_while_opening_is_told_without_python(
        self,
        fenetre: Callable[[Path | None], MainWindow],
        qtbot: QtBot,
        atelier: AtelierDEssai,
        tmp_path: Path,
    ) -> None:
        atelier.panne = True
        window = fenetre(tmp_path / "cassee.fluxdesk")

        qtbot.waitUntil(window.bandeau.isVisible, timeout=PATIENCE)

        assert "journal technique" in window.bandeau.texte


def test_an_opening_can_be_given_up(
    qtbot: QtBot, atelier: AtelierDEssai, reglages: ReglagesDEssai, tmp_path: Path
) -> None:
    gate = threading.Event()

    def slow() -> AtelierDEssai:
        gate.wait(5)
        return atelier

    window = MainWindow(
        slow,
        chemin=tmp_path / "demo.fluxdesk",
        reglages=reglages,
        horloge=HorlogeFixe(),
        demonstration=tmp_path / "demo.fluxdesk",
    )
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: window.tasks.en_cours == 1, timeout=PATIENCE)
    window.barre.annuler.emit()
    gate.set()
    calmer(window, qtbot)

    assert window.seance is None
    assert window.accueil.isEnabled()
    window.close()
