"""An officer at the real window: chooses pages, clicks, types, waits; and the acts of a day."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QFileDialog

from fluxdesk.adapters.disk.reglages import ReglagesDisque
from fluxdesk.bootstrap.charge import charger_atelier
from fluxdesk.bootstrap.horloge import SystemClock
from fluxdesk.domain.reservataire import Categorie
from fluxdesk.domain.territoire import lire_zone
from fluxdesk.domain.vacance import CauseLiberation, Etape, Qualification
from fluxdesk.ui.dialogs.assistant_essai import EtapeEssai
from fluxdesk.ui.dialogs.assistant_import import AssistantImport
from fluxdesk.ui.dialogs.conge import CongeDialog
from fluxdesk.ui.dialogs.convention import ConventionDialog
from fluxdesk.ui.dialogs.nouvelle_base import NouvelleBaseDialog
from fluxdesk.ui.main_window import MainWindow
from fluxdesk.ui.pages.bilans import BilansPage
from fluxdesk.ui.pages.conventions import ConventionsPage
from fluxdesk.ui.pages.patrimoine import PatrimoinePage
from fluxdesk.ui.pages.vacances import VacancesPage
from tests.ui.gestes import application

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QPushButton
    from pytestqt.qtbot import QtBot

ICI = Path(__file__).parent
RACINE = ICI.parent.parent
MAYOTTE = RACINE / "resources" / "demo" / "rpls2018_mayotte.csv"
LOGEMENT = "L-1BBD12430BA79461-1"
PATIENCE = 20_000  # ms: two slow cores
Ok = QDialogButtonBox.StandardButton.Ok
T = TypeVar("T", bound=QDialog)


class Agent:
    """An officer at the window: chooses pages, clicks, types, waits."""

    def __init__(self, qtbot: QtBot, fenetre: MainWindow) -> None:
        self.qtbot = qtbot
        self.fenetre = fenetre

    def attendre(self, vrai: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(vrai()), timeout=PATIENCE)

    def page(self, rang: int, genre: type) -> object:
        seance = self.fenetre.seance
        assert seance is not None
        seance.classeur.montrer(rang)
        page = seance.classeur.currentWidget()
        assert isinstance(page, genre)
        return page

    def dialogue(self, genre: type[T]) -> T:
        def found() -> list[T]:
            tops = (self.fenetre, *QApplication.topLevelWidgets())
            return [d for top in tops for d in top.findChildren(genre) if d.isVisible()]

        self.attendre(found)
        return found()[0]

    def cliquer(self, button: QPushButton) -> None:
        self.attendre(lambda: button.isVisible() and button.isEnabled())
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def accepter(self, dialog: QDialog) -> None:
        box = dialog.findChild(QDialogButtonBox)
        assert box is not None
        self.cliquer(box.button(Ok))


@pytest.fixture
def agent(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Agent]:
    monkeypatch.setenv("FLUXDESK_AUJOURDHUI", "2026-11-22")
    monkeypatch.setenv("FLUXDESK_DOSSIER", str(tmp_path / "dossier"))
    application()
    clock = SystemClock()
    window = MainWindow(
        partial(charger_atelier, clock),
        chemin=None,
        reglages=ReglagesDisque(tmp_path / "reglages.json"),
        horloge=clock,
        demonstration=tmp_path / "demo.fluxdesk",
    )
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    yield Agent(qtbot, window)
    window.close()


def creer_base(agent: Agent, place: Path) -> None:
    agent.fenetre.accueil.creer.emit()
    dialog = agent.dialogue(NouvelleBaseDialog)
    dialog.formulaire.ui.raison_sociale.setText("Office d’essai de Mayotte")
    dialog.formulaire.ui.siret.setText("00000000000000")
    dialog._chemin.setText(str(place))
    dialog._chemin.textEdited.emit(str(place))
    agent.accepter(dialog)
    agent.attendre(lambda: agent.fenetre.seance)


def importer_fichier(agent: Agent, fichier: Path, lignes: str) -> None:
    """A file that is recognised whole: the assistant opens on what it would do."""
    assert agent.fenetre.seance is not None
    agent.fenetre.seance.assistant.prendre([fichier])
    dialog = agent.dialogue(AssistantImport)
    agent.attendre(lambda: dialog.titre.text() == "Essai")
    trial = dialog.etape()
    assert isinstance(trial, EtapeEssai)
    assert trial.compteurs.chiffres[1].text() == lignes
    agent.cliquer(dialog.suivant)
    agent.cliquer(dialog.suivant)
    agent.attendre(lambda: dialog.suivant.text() == "Terminer")
    agent.cliquer(dialog.suivant)


def importer_patrimoine(agent: Agent) -> None:
    importer_fichier(agent, MAYOTTE, "270")
    page = agent.page(2, PatrimoinePage)
    assert isinstance(page, PatrimoinePage)
    agent.attendre(lambda: page.model.rowCount() == 270)


def importer_conventions(agent: Agent, fichier: Path) -> None:
    importer_fichier(agent, fichier, "5")  # lines of three conventions
    page = agent.page(3, ConventionsPage)
    assert isinstance(page, ConventionsPage)
    agent.attendre(lambda: page.model.rowCount() == 3)


def saisir_convention(agent: Agent) -> None:
    page = agent.page(3, ConventionsPage)
    assert isinstance(page, ConventionsPage)
    agent.cliquer(page.ajouter)
    dialog = agent.dialogue(ConventionDialog)
    dialog.commencer_par(Categorie.EPCI)
    ui = dialog.ui
    ui.nom.setText("CC de Petite-Terre")
    ui.taux.setValue(8)
    ui.debut_connu.setChecked(True)
    ui.debut.setDate(QDate(2026, 1, 1))
    ui.garantie_emprunt.setChecked(False)
    ui.delai_jours.setValue(30)
    ui.assiette.montrer(lire_zone("epci:200050532"))
    ui.territoire.montrer(lire_zone("epci:200050532"))
    agent.accepter(dialog)
    agent.attendre(lambda: page.model.rowCount() == 4)


def enregistrer_conge(agent: Agent) -> VacancesPage:
    page = agent.page(1, VacancesPage)
    assert isinstance(page, VacancesPage)
    page.actes.demander_conge()
    dialog = agent.dialogue(CongeDialog)
    agent.qtbot.keyClicks(dialog.ui.recherche, LOGEMENT)
    agent.attendre(lambda: dialog._model.rowCount() == 1)
    dialog.ui.date_conge.setDate(QDate(2026, 10, 5))
    dialog.ui.disponible_connue.setChecked(True)
    dialog.ui.disponibilite.setDate(QDate(2027, 1, 5))
    dialog.ui.cause.setCurrentIndex(dialog.ui.cause.findData(CauseLiberation.CONGE))
    dialog.ui.qualification.choisir(Qualification.FLUX)
    agent.accepter(dialog)
    agent.attendre(lambda: page.dossier and page.dossier.etape is Etape.A_ORIENTER)
    return page


def orienter(agent: Agent, page: VacancesPage) -> str:
    agent.cliquer(page.entete.suite)
    agent.attendre(lambda: page.panneau.proposition)
    proposition = page.panneau.proposition
    assert proposition is not None
    assert page.pile.currentWidget() is page.panneau
    agent.qtbot.keyClick(page.entete.proposer, Qt.Key.Key_Return)
    agent.attendre(lambda: page.dossier and page.dossier.etape is Etape.PROPOSEE)
    return proposition.texte


def editer_lettre(
    agent: Agent, page: VacancesPage, cible: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(cible), ""))
    agent.cliquer(page.entete.lettre)
    agent.attendre(cible.exists)


def editer_bilans(agent: Agent, dossier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = agent.page(4, BilansPage)
    assert isinstance(page, BilansPage)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(dossier))
    agent.cliquer(page.tous)
    agent.attendre(lambda: len(list(dossier.glob("*.csv"))) >= 6)
    agent.attendre(page.annonce.isVisible)
