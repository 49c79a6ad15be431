"""Letters in the window: their wording, those that wait, written and put back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QInputDialog

from fluxdesk.adapters.pdf.courriers_pdf import ecrire_courriers
from fluxdesk.adapters.pdf.lettre_pdf import ecrire_lettre
from fluxdesk.adapters.sheets.liste_fichier import ecrire_liste
from fluxdesk.domain.modele_lettre import GenreCourrier
from fluxdesk.domain.originaux_lettre import original
from fluxdesk.services.tenir_modeles import lire_modeles
from tests.ui.gestes import action, calmer

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from fluxdesk.domain.modele_lettre import ModeleLettre
    from fluxdesk.ui.courriers import ActesCourriers
    from fluxdesk.ui.dialogs.courriers import CourriersDialog
    from fluxdesk.ui.dialogs.modeles import ModelesDialog
    from fluxdesk.ui.main_window import MainWindow

G = GenreCourrier
RELANCE = list(G).index(G.RELANCE)


class Agent:
    """An officer before the letters of the demonstration."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        assert window.seance is not None
        self._window, self._qtbot = window, qtbot
        self.seance = window.seance
        self.seance.contexte.bureau = replace(
            self.seance.bureau,
            ecrire_lettre=ecrire_lettre,
            ecrire_courriers=ecrire_courriers,
            ecrire_liste=ecrire_liste,
        )

    def menu(self, debut: str) -> None:
        action(self._window, debut).trigger()
        self.calmer()

    def calmer(self) -> None:
        for _ in range(3):  # what was done, what is read again, what is shown beside
            calmer(self._window, self._qtbot)
            self._qtbot.wait(1)

    @property
    def actes(self) -> ActesCourriers:
        return self.seance.courriers

    @property
    def jour(self) -> CourriersDialog:
        assert self.actes.jour is not None
        return self.actes.jour

    @property
    def modeles(self) -> ModelesDialog:
        assert self.actes.modeles is not None
        return self.actes.modeles

    def en_vigueur(self, genre: GenreCourrier) -> ModeleLettre:
        read = lire_modeles(uow=self.seance.bureau.base.transaction())
        return next(modele for modele in read if modele.genre is genre)


@pytest.fixture
def agent(demo: MainWindow, qtbot: QtBot) -> Agent:
    return Agent(demo, qtbot)


def test_the_wording_is_checked_seen_kept_and_given_back(agent: Agent, qtbot: QtBot) -> None:
    agent.menu("Modèles de lettres")
    dialog = agent.modeles
    assert "Offre" not in dialog.bandeau.findChildren(type(dialog.fautes))[0].text()
    assert dialog.fautes.text() == "Ce modèle est l’original."  # its no-break spaces are kept
    dialog.liste.setCurrentRow(RELANCE)
    agent.calmer()
    assert "relance" in dialog.apercu.toPlainText()
    assert not dialog.garder.isEnabled()
    dialog.corps.setPlainText("Pour {reservatair} <b>.")
    assert "Écrivez «\u00a0{réservataire}\u00a0»" in dialog.fautes.text()
    assert not dialog.garder.isEnabled()
    dialog.corps.setPlainText("Pour {réservataire} <b>. ")
    dialog.corps.moveCursor(dialog.corps.textCursor().MoveOperation.End)
    dialog.champs.setCurrentIndex(dialog.champs.findData("{bailleur}"))
    dialog.inserer.click()
    qtbot.waitUntil(lambda: "<b>" in dialog.apercu.toPlainText(), timeout=15_000)
    dialog.garder.click()
    agent.calmer()
    assert agent.en_vigueur(G.RELANCE).corps == "Pour {réservataire} <b>. {bailleur}"
    assert "votre version" in dialog.fautes.text()
    dialog.original.click()
    agent.calmer()
    assert agent.en_vigueur(G.RELANCE) == original(G.RELANCE)
    assert dialog.modele().corps == original(G.RELANCE).corps
    dialog.fermer.click()
    assert agent.actes.modeles is None


def test_what_was_typed_is_not_lost_without_a_word(agent: Agent) -> None:
    agent.menu("Modèles de lettres")
    dialog = agent.modeles
    dialog.liste.setCurrentRow(RELANCE)
    dialog.corps.setPlainText("Autre chose.")
    dialog.liste.setCurrentRow(0)
    dialog.liste.setCurrentRow(RELANCE)
    assert dialog.corps.toPlainText() == "Autre chose."
    dialog.reject()
    assert dialog.abandon is not None
    dialog.abandon.reject()
    assert agent.actes.modeles is dialog
    dialog.original.click()  # back to what was read: nothing was kept yet
    assert dialog.corps.toPlainText() == original(G.RELANCE).corps
    dialog.corps.setPlainText("Autre chose.")
    dialog.reject()
    dialog.abandon.faire.click()
    agent.calmer()
    assert agent.en_vigueur(G.RELANCE) == original(G.RELANCE)


def test_every_kind_is_shown(agent: Agent) -> None:
    agent.menu("Modèles de lettres")
    for rang, genre in enumerate(G):
        agent.modeles.liste.setCurrentRow(rang)
        agent.calmer()
        shown = agent.modeles.apercu.toPlainText()
        assert "{" not in shown, genre
        assert len(shown) > 200, genre


def test_the_example_opens_as_a_pdf(agent: Agent, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    agent.menu("Modèles de lettres")
    agent.modeles.pdf.click()
    agent.calmer()
    assert Path(opened[0]).read_bytes().startswith(b"%PDF")


def test_the_letters_that_wait_are_written_and_can_wait_again(
    agent: Agent, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    out = tmp_path / "sortie"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(out))
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    agent.menu("Courriers du jour")
    dialog = agent.jour
    waiting = len(dialog.model.lignes)
    assert waiting > 1
    assert dialog.faire.text() == f"Éditer {waiting}\u00a0courriers…"
    dialog.decocher.click()
    assert not dialog.faire.isEnabled()
    dialog.table.setCurrentIndex(dialog.model.index(0, 1))
    press(agent, dialog)
    assert dialog.faire.text() == "Éditer 1\u00a0courrier…"
    press(agent, dialog)
    assert not dialog.faire.isEnabled()
    dialog.cocher.click()
    dialog.forme.setCurrentIndex(1)
    dialog.liste.setCurrentIndex(1)
    dialog.faire.click()
    agent.calmer()
    assert sorted(path.suffix for path in out.iterdir()) == [".pdf", ".xlsx"]
    assert not dialog.model.lignes
    assert dialog.pile.est_vide
    agent.actes._ouvrir_dossier()
    assert opened == [str(out)]
    put_back(agent, waiting)


def put_back(agent: Agent, waiting: int) -> None:
    """Those written are shown again, and wait again once a reason was given."""
    dialog = agent.jour
    dialog.tous.setChecked(True)
    agent.calmer()
    assert len(dialog.model.lignes) == waiting
    dialog.cocher.click()
    dialog.attente.click()
    assert agent.actes.motif is not None
    agent.actes.motif._motif.setText("imprimante en panne")
    agent.actes.motif.accept()
    agent.calmer()
    assert {row.courrier.edite for row in dialog.model.lignes} == {None}
    dialog.fermer.click()
    assert agent.actes.jour is None


def press(agent: Agent, dialog: CourriersDialog) -> None:
    agent._qtbot.keyClick(dialog.table, Qt.Key.Key_Space)


def test_giving_up_the_folder_writes_nothing(agent: Agent, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    agent.menu("Courriers du jour")
    before = len(agent.jour.model.lignes)
    agent.jour.faire.click()
    agent.calmer()
    assert len(agent.jour.model.lignes) == before


@pytest.mark.parametrize(
    ("numero", "ecrit"), [("2026-001", True), ("1999-001", False), ("", False)]
)
def test_the_page_that_says_why_is_asked_for_by_the_number_of_the_offer(
    numero: str, *, ecrit: bool, agent: Agent, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    target = tmp_path / "pourquoi.pdf"
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: (numero, True))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    agent.menu("Pourquoi ce logement")
    assert target.exists() is ecrit
