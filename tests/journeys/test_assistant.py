"""A workbook made for paper, from the menu of the real window to the base and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import openpyxl
from PySide6.QtWidgets import QFileDialog

from fluxdesk.ui.dialogs.assistant_essai import EtapeEssai
from fluxdesk.ui.dialogs.assistant_import import AssistantImport
from fluxdesk.ui.dialogs.assistant_resultat import EtapeImporter
from fluxdesk.ui.dialogs.assistant_valeurs import EtapeValeurs
from fluxdesk.ui.models import assistant_essai as essai
from fluxdesk.ui.pages.journal import JournalPage
from tests.journeys.agent import agent, creer_base
from tests.journeys.classeur_erp import LIGNES, ecrire_erp

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.journeys.agent import Agent

__all__ = ["agent"]  # the fixture


def avancer(agent: Agent, dialog: AssistantImport, titre: str) -> None:
    agent.cliquer(dialog.suivant)
    agent.attendre(lambda: dialog.titre.text() == titre)


def ouvrir(agent: Agent, fichier: Path) -> AssistantImport:
    agent.fenetre.menus.importer.emit()
    chooser = agent.dialogue(QFileDialog)
    chooser.filesSelected.emit([str(fichier)])
    chooser.reject()
    dialog = agent.dialogue(AssistantImport)
    agent.attendre(lambda: dialog.titre.text() == "Fichier")
    return dialog


def apparier(agent: Agent, dialog: AssistantImport) -> None:
    """The columns are right; one value waits for a word."""
    avancer(agent, dialog, "Colonnes")
    avancer(agent, dialog, "Valeurs")
    words = dialog.etape()
    assert isinstance(words, EtapeValeurs)
    assert [row.lue.lue for row in words.model.lignes] == ["PLA social"]
    agent.cliquer(words.confirmer)


def essayer(agent: Agent, dialog: AssistantImport) -> None:
    """The counts add up; a surface written in letters is corrected."""
    avancer(agent, dialog, "Essai")
    trial = dialog.etape()
    assert isinstance(trial, EtapeEssai)
    figures = [int(label.text()) for label in trial.compteurs.chiffres]
    assert figures == [LIGNES, LIGNES, 0, 0, 0, 7]
    place = next(n for n, row in enumerate(trial.model.lignes) if row.refus.valeur == "soixante")
    trial.model.setData(trial.model.index(place, essai.VALEUR), "60")
    agent.attendre(lambda: not dialog.pied.occupe)


def importer_puis_annuler(agent: Agent, dialog: AssistantImport) -> None:
    assert agent.fenetre.seance is not None
    lectures = agent.fenetre.seance.bureau.base.lectures
    avancer(agent, dialog, "Importer")
    assert lectures.etat().logements == 0
    agent.cliquer(dialog.suivant)
    agent.attendre(lambda: dialog.suivant.text() == "Terminer")
    assert lectures.etat().logements == LIGNES
    done = dialog.etape()
    assert isinstance(done, EtapeImporter)
    agent.cliquer(done.annuler)
    agent.attendre(lambda: lectures.etat().logements == 0)
    agent.attendre(lambda: not dialog.pied.occupe)
    agent.cliquer(dialog.suivant)


def test_an_erp_workbook_comes_in_and_goes_out_again(
    agent: Agent,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fichier, rapport = tmp_path / "Export ERP.xlsx", tmp_path / "rapport.xlsx"
    ecrire_erp(fichier)
    creer_base(agent, tmp_path / "office.fluxdesk")
    dialog = ouvrir(agent, fichier)
    apparier(agent, dialog)
    essayer(agent, dialog)
    importer_puis_annuler(agent, dialog)

    page = agent.page(6, JournalPage)
    assert isinstance(page, JournalPage)
    agent.attendre(page.rapport.isEnabled)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(rapport), ""))
    agent.cliquer(page.rapport)
    agent.attendre(rapport.exists)
    rows = openpyxl.load_workbook(rapport)["Corrections"].iter_rows(min_row=2, values_only=True)
    assert list(rows) == [(10, "SURFHAB", "soixante", "60")]
