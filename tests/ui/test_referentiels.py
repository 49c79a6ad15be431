"""The window of the tables of reference: read, brought up to date, taken back, applied."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QWidget

from fluxdesk.adapters.sheets.tableau_reader import lire_tableau
from fluxdesk.domain.referentiel import GenreReferentiel
from fluxdesk.services.territoires_base import TerritoiresDeBase
from fluxdesk.ui.contexte import Contexte
from fluxdesk.ui.dates import en_qt
from fluxdesk.ui.dialogs.confirmation import ConfirmationDialog
from fluxdesk.ui.dialogs.motif import MotifDialog
from fluxdesk.ui.models.referentiels import LignesModel
from fluxdesk.ui.referentiels import ActesReferentiels
from tests.services.monde_referentiels import QPV
from tests.ui.gestes import PATIENCE, action

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from fluxdesk.services.ports import Bureau
    from fluxdesk.ui.dialogs.referentiels import ReferentielsDialog
    from fluxdesk.ui.main_window import MainWindow
    from fluxdesk.ui.tasks import Tasks

G = GenreReferentiel
OK = QDialogButtonBox.StandardButton.Ok


class Choisi(QFileDialog):
    """Stands for the officer's choice of a file."""

    chemin = ""

    @classmethod
    def choisir(cls, *_args: object) -> tuple[str, str]:
        return cls.chemin, ""


@pytest.fixture
def actes(
    bureau: Bureau, tasks: Tasks, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> ActesReferentiels:
    places = TerritoiresDeBase(bureau.territoires, bureau.base.transaction, bureau.horloge)
    desk = replace(bureau, lire_tableau=lire_tableau, territoires=places)
    window = QWidget()
    qtbot.addWidget(window)
    contexte = Contexte(desk, tasks, window)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", Choisi.choisir)
    made = ActesReferentiels(contexte, window)
    made.demander()
    assert made.dialogue is not None
    attendre(qtbot, made, lambda d: d.tables_model.rowCount() == 8 and d.lignes.model() is not None)
    return made


def attendre(qtbot: QtBot, actes: ActesReferentiels, vrai: object) -> None:
    def check() -> bool:
        assert actes.dialogue is not None
        assert callable(vrai)
        return bool(vrai(actes.dialogue))

    qtbot.waitUntil(check, timeout=PATIENCE)


def montrer(qtbot: QtBot, actes: ActesReferentiels, genre: GenreReferentiel) -> ReferentielsDialog:
    shown = actes.dialogue
    assert shown is not None
    rank = [row.genre for row in shown.tables_model.lignes].index(genre)
    shown.tables.selectRow(rank)
    attendre(qtbot, actes, lambda d: d.ligne().genre is genre)
    qtbot.waitUntil(lambda: actes._contexte.tasks.en_cours == 0, timeout=PATIENCE)
    return shown


def apporter(qtbot: QtBot, actes: ActesReferentiels, genre: GenreReferentiel, path: Path) -> None:
    Choisi.chemin = str(path)
    montrer(qtbot, actes, genre).majour.click()
    qtbot.waitUntil(lambda: _pret(actes), timeout=PATIENCE)
    assert actes.edition is not None
    actes.edition.boutons.button(OK).click()
    qtbot.waitUntil(lambda: actes._contexte.tasks.en_cours == 0, timeout=PATIENCE)


def _pret(actes: ActesReferentiels) -> bool:
    return actes.edition is not None and actes.edition.boutons.button(OK).isEnabled()


def _oublier(actes: ActesReferentiels) -> None:
    actes.confirmation = None


def _dit(paroles: list[str], phrase: str) -> bool:
    return phrase in paroles[-1]


def _ouvert(actes: ActesReferentiels) -> bool:
    return actes.dialogue is not None


def test_the_tables_their_editions_and_their_lines(actes: ActesReferentiels, qtbot: QtBot) -> None:
    shown = montrer(qtbot, actes, G.COMMUNES)
    assert shown.nombre.text() == "34\u202f969\u00a0lignes"
    shown.recherche.setText("ajaccio")
    qtbot.waitUntil(lambda: shown.nombre.text() == "1\u00a0ligne", timeout=PATIENCE)
    assert not shown.retour.isEnabled()
    assert "Suivre les fusions" in shown.effets.text()
    plus = montrer(qtbot, actes, G.PLAFONDS)
    assert plus.recherche.texte == ""
    states = [plus.editions_model.index(r, 1).data() for r in range(2)]
    assert states == ["en vigueur", "ancienne"]
    empty = montrer(qtbot, actes, G.QUARTILE)
    assert "Aucune édition en vigueur" in empty.dit.text()
    assert empty.effets.isHidden()


def test_a_file_is_tried_kept_and_taken_back(actes: ActesReferentiels, qtbot: QtBot) -> None:
    told: list[str] = []
    actes._contexte.avis.connect(told.append)
    Choisi.chemin = str(QPV)
    montrer(qtbot, actes, G.QPV_2024).majour.click()
    qtbot.waitUntil(lambda: _pret(actes), timeout=PATIENCE)
    edition = actes.edition
    assert edition is not None
    assert "12\u00a0lignes nouvelles" in edition.resume.text()
    assert edition.changements_model.rowCount() == 12
    edition.source.clear()
    edition.source.setText("ANCT")
    edition.effet.setDate(en_qt(date(2024, 1, 1)))
    assert not _pret(actes)
    qtbot.waitUntil(lambda: _pret(actes), timeout=PATIENCE)
    edition.boutons.button(OK).click()
    qtbot.waitUntil(lambda: bool(told), timeout=PATIENCE)
    assert "édition au 1er janvier 2024 enregistrée" in told[0]
    attendre(qtbot, actes, lambda d: d.editions_model.rowCount() == 1)
    shown = montrer(qtbot, actes, G.QPV_2024)
    model = shown.lignes.model()
    assert isinstance(model, LignesModel)
    assert model.index(0, 1).data() == "Grande Reyssouze Terre Des Fleurs"
    shown.retour.click()
    asked = actes.motif
    assert isinstance(asked, MotifDialog)
    asked._motif.setText("mauvais fichier")
    asked.accept()
    attendre(qtbot, actes, lambda d: d.editions_model.rowCount() == 0)
    assert "retirée" in told[1]


def test_an_edition_to_come_is_told(actes: ActesReferentiels, qtbot: QtBot, tmp_path: Path) -> None:
    apporter(qtbot, actes, G.QPV_2024, QPV)
    bad = tmp_path / "seuils.csv"
    bad.write_text("siren;seuil\nx;9000\n", "utf-8")
    Choisi.chemin = str(bad)
    montrer(qtbot, actes, G.QUARTILE).majour.click()
    edition = actes.edition
    assert edition is not None
    qtbot.waitUntil(lambda: edition.refus_model.rowCount() == 1, timeout=PATIENCE)
    assert edition.onglets.currentIndex() == 1
    assert not _pret(actes)
    assert "corrigez le fichier" in edition.consigne.text()
    edition.reject()
    Choisi.chemin = ""
    actes.choisir(G.QUARTILE)


def test_a_file_of_something_else_is_refused(actes: ActesReferentiels, qtbot: QtBot) -> None:
    Choisi.chemin = str(QPV)
    actes.choisir(G.FINANCEMENTS)
    edition = actes.edition
    assert edition is not None
    qtbot.waitUntil(lambda: "Code RPLS" in edition.resume.text(), timeout=PATIENCE)
    assert not _pret(actes)
    edition.reject()


def test_effects_are_told_then_applied(
    actes: ActesReferentiels, qtbot: QtBot, tmp_path: Path
) -> None:
    shown = montrer(qtbot, actes, G.COMMUNES)
    shown.effets.click()
    qtbot.waitUntil(lambda: actes.confirmation is not None, timeout=PATIENCE)
    asked = actes.confirmation
    assert isinstance(asked, ConfirmationDialog)
    assert asked.faire.isHidden()
    asked.reject()
    moves, families = tmp_path / "mouvements.csv", tmp_path / "familles.csv"
    moves.write_text("com_av,com_ap,libelle_ap\n2A004,2A001,Grande\n", "utf-8")
    families.write_text("code;famille\n52;PLAI\n", "utf-8")
    for genre, path, phrase in (
        (G.COMMUNES, moves, "2A004 devenue 2A001"),
        (G.FINANCEMENTS, families, "PLUS → PLAI"),
    ):
        told: list[str] = []
        actes._contexte.avis.connect(told.append)
        apporter(qtbot, actes, genre, path)
        _oublier(actes)
        montrer(qtbot, actes, genre).effets.click()
        qtbot.waitUntil(lambda: actes.confirmation is not None, timeout=PATIENCE)
        confirmed = actes.confirmation
        assert confirmed is not None
        assert phrase in confirmed.phrase.text()
        confirmed.faire.click()
        qtbot.waitUntil(partial(_dit, told, phrase), timeout=PATIENCE)
        qtbot.waitUntil(lambda: actes._contexte.tasks.en_cours == 0, timeout=PATIENCE)


def test_the_menu_opens_it(demo: MainWindow, qtbot: QtBot) -> None:
    action(demo, "Référentiels").trigger()
    assert demo.seance is not None
    acts = demo.seance.referentiels
    attendre(qtbot, acts, lambda d: d.tables_model.rowCount() == 8)
    assert acts.dialogue is not None
    acts.dialogue.fermer.click()
    assert not _ouvert(acts)
    qtbot.waitUntil(lambda: demo.tasks.en_cours == 0, timeout=PATIENCE)
