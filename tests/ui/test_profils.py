"""Profiles of import in the window: taken from a file, handed on, forgotten."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QFileDialog

from fluxdesk.domain.profil import Genre, Profil
from fluxdesk.services.tenir_profils import enregistrer_profil, lire_profils
from tests.ui.gestes import action, calmer

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from fluxdesk.ui.dialogs.profils import ProfilsDialog
    from fluxdesk.ui.main_window import MainWindow
    from fluxdesk.ui.profils import ActesProfils

MENSUEL = Profil(
    nom="ERP mensuel",
    genre=Genre.PATRIMOINE,
    signature="0123456789abcdef",
    feuille="Parc",
    entetes=(0,),
    champs={"Code INSEE": "DEPCOM"},
    valeurs={},
    ignores=frozenset(),
)


class Essayeur:
    """An officer before the list of profiles."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        assert window.seance is not None
        self.seance = window.seance
        self._window = window
        self._qtbot = qtbot
        action(window, "Profils d’import").trigger()
        self.calmer()

    def calmer(self) -> None:
        for _ in range(2):  # what was done, then what is read again
            calmer(self._window, self._qtbot)
            self._qtbot.wait(1)

    @property
    def actes(self) -> ActesProfils:
        return self.seance.profils

    @property
    def dialogue(self) -> ProfilsDialog:
        assert self.actes.dialogue is not None
        return self.actes.dialogue

    def noms(self) -> list[str]:
        kept = lire_profils(uow=self.seance.bureau.base.transaction())
        shown = [row.nom for row in self.dialogue.model.lignes]
        assert shown == [profil.nom for profil in kept]
        return shown

    def accepter(self) -> None:
        assert self.actes.confirmation is not None
        self.actes.confirmation.faire.click()
        self.calmer()


@pytest.fixture
def agent(demo: MainWindow, qtbot: QtBot) -> Essayeur:
    assert demo.seance is not None
    enregistrer_profil(MENSUEL, uow=demo.seance.bureau.base.transaction())
    return Essayeur(demo, qtbot)


@pytest.fixture
def choisir(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path | str], None]:
    """Answer the file dialogs; an empty name backs out."""

    def chosen(path: Path | str) -> None:
        for name in ("getOpenFileName", "getSaveFileName"):
            monkeypatch.setattr(QFileDialog, name, lambda *_, **__: (str(path), ""))

    return chosen


def test_a_profile_goes_to_a_file_and_comes_back(
    agent: Essayeur, choisir: Callable[[Path | str], None], tmp_path: Path
) -> None:
    assert agent.noms() == ["ERP mensuel"]
    choisir(tmp_path / "erp")
    agent.dialogue.exporter.click()
    agent.calmer()
    written = tmp_path / "erp.profil.json"
    assert written.exists()
    assert "exporté" in agent.dialogue.bandeau.texte
    agent.dialogue.exporter.click()
    agent.calmer()
    assert "existe déjà" in agent.dialogue.bandeau.texte

    agent.dialogue.oublier.click()
    agent.accepter()
    assert agent.noms() == []
    assert not agent.dialogue.exporter.isEnabled()
    choisir(written)
    agent.dialogue.importer.click()
    agent.calmer()
    assert agent.noms() == ["ERP mensuel"]
    assert "importé" in agent.dialogue.bandeau.texte


def test_a_profile_of_the_same_name_is_replaced_only_once_agreed(
    agent: Essayeur, choisir: Callable[[Path | str], None], tmp_path: Path
) -> None:
    choisir(tmp_path / "erp.profil.json")
    agent.dialogue.exporter.click()
    agent.calmer()
    agent.dialogue.oublier.click()
    assert agent.actes.confirmation is not None
    agent.actes.confirmation.reject()
    agent.dialogue.importer.click()
    agent.calmer()
    assert "existe déjà" in agent.actes.confirmation.phrase.text()
    agent.accepter()
    assert agent.noms() == ["ERP mensuel"]
    assert "importé" in agent.dialogue.bandeau.texte


def test_what_is_no_profile_is_refused_in_the_dialog(
    agent: Essayeur, choisir: Callable[[Path | str], None], tmp_path: Path
) -> None:
    choisir("")
    agent.dialogue.importer.click()
    agent.dialogue.exporter.click()
    (tmp_path / "x.json").write_text("[]")
    choisir(tmp_path / "x.json")
    agent.dialogue.importer.click()
    agent.calmer()
    assert agent.dialogue.bandeau.texte
    choisir(tmp_path / "absent.json")
    agent.dialogue.importer.click()
    agent.calmer()
    assert "inaccessible" in agent.dialogue.bandeau.texte
    agent.dialogue.fermer.click()
    assert agent.actes.dialogue is None
