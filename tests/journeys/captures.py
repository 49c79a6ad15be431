"""Take pictures of every page on the demonstration base, for people to look at.

    python -m tests.journeys.captures DOSSIER [--sombre]     (QT_SCALE_FACTOR=1.5 for 150 %)

No test compares them: fonts and pixels differ from machine to machine.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from fluxdesk.adapters.disk.reglages import ReglagesDisque
from fluxdesk.bootstrap.charge import charger_atelier
from fluxdesk.bootstrap.fenetre import faire_fenetre
from fluxdesk.bootstrap.horloge import SystemClock
from fluxdesk.cli.demo import derouler
from fluxdesk.domain.vacance import Etape
from fluxdesk.services.demonstration_acteurs import ACTION_LOGEMENT
from fluxdesk.services.ports import sans_progres
from fluxdesk.ui import theme
from fluxdesk.ui.app import creer_application
from fluxdesk.ui.classeur import PAGES
from fluxdesk.ui.models.simulation import Col
from fluxdesk.ui.pages.bilans import BilansPage
from fluxdesk.ui.pages.conventions import ConventionsPage
from fluxdesk.ui.pages.patrimoine import PatrimoinePage
from fluxdesk.ui.pages.simulation import SimulationPage
from fluxdesk.ui.pages.vacances import VacancesPage
from tests.journeys.captures_annee import onglets, patrimoine
from tests.journeys.captures_candidats import suites
from tests.journeys.captures_conventions import conventions
from tests.journeys.captures_vacances import vacances as photographier_vacances

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication

    from fluxdesk.ui.main_window import MainWindow

PATIENCE = 60  # seconds
REPOS = 0.6  # seconds for the last painting


def attendre(app: QApplication, vrai: Callable[[], object]) -> None:
    """Let the window live until it shows what is waited for."""
    end = time.monotonic() + PATIENCE
    while not vrai():
        if time.monotonic() > end:
            message = "the window did not get there"
            raise TimeoutError(message)
        app.processEvents()
    calm = time.monotonic() + REPOS
    while time.monotonic() < calm:
        app.processEvents()


def photographier(app: QApplication, window: MainWindow, folder: Path) -> None:
    """Every page, then the orientation of the first dwelling that waits for one."""
    seance = window.seance
    assert seance is not None
    for rang, page in enumerate(PAGES):
        seance.classeur.montrer(rang)
        attendre(app, lambda: window.tasks.en_cours == 0)
        window.grab().save(str(folder / f"{page.nom}.png"))
        if page is VacancesPage:
            vacances = seance.classeur.currentWidget()
            assert isinstance(vacances, VacancesPage)
            photographier_vacances(
                window, vacances, partial(attendre, app, lambda: window.tasks.en_cours == 0), folder
            )
            orienter(app, vacances)
            window.grab().save(str(folder / "orientation.png"))
        calm = partial(attendre, app, lambda: window.tasks.en_cours == 0)
        shown = seance.classeur.currentWidget()
        if isinstance(shown, VacancesPage):
            suites(window, shown, calm, folder)
        if isinstance(shown, BilansPage):
            onglets(window, shown, calm, folder)
        if isinstance(shown, PatrimoinePage):
            patrimoine(window, shown, calm, folder)
        if page is ConventionsPage:
            shown = seance.classeur.currentWidget()
            assert isinstance(shown, ConventionsPage)
            conventions(shown, partial(attendre, app), folder)
            etats_des_lieux(app, window, shown, folder)
        if page is SimulationPage:
            simulation = seance.classeur.currentWidget()
            assert isinstance(simulation, SimulationPage)
            simuler(app, simulation)
            window.grab().save(str(folder / "simulation_resultat.png"))


def ecrire(app: QApplication, window: MainWindow, folder: Path) -> None:
    """The letters of the day, and the wording of one; nothing is written."""
    assert window.seance is not None
    actes = window.seance.courriers
    actes.demander_modeles()
    attendre(app, lambda: window.tasks.en_cours == 0)
    assert actes.modeles is not None
    actes.modeles.grab().save(str(folder / "modeles_de_lettres.png"))
    actes.modeles.reject()
    actes.demander_jour()
    attendre(app, lambda: window.tasks.en_cours == 0)
    assert actes.jour is not None
    actes.jour.grab().save(str(folder / "courriers_du_jour.png"))
    actes.jour.depuis.setDate(actes.jour.depuis.date().addYears(1))  # nothing is that late
    attendre(app, lambda: window.tasks.en_cours == 0)
    actes.jour.grab().save(str(folder / "courriers_du_jour_aucun.png"))
    actes.jour.reject()


def etats_des_lieux(
    app: QApplication, window: MainWindow, page: ConventionsPage, folder: Path
) -> None:
    """The dialogs of rights in stock; nothing is written."""
    stock = page.stock
    stock.garanties.demander()
    attendre(app, lambda: window.tasks.en_cours == 0)
    assert stock.garanties.dialogue is not None
    stock.garanties.dialogue.grab().save(str(folder / "garanties.png"))
    stock.garanties.dialogue.reject()
    stock.etats.demander()
    attendre(app, lambda: window.tasks.en_cours == 0)
    assert stock.etats.photos is not None
    stock.etats.photos.commencer.click()
    attendre(app, lambda: window.tasks.en_cours == 0)
    assert stock.etats.conversion is not None
    stock.etats.conversion.montrer(1)
    stock.etats.conversion.grab().save(str(folder / "conversion.png"))
    stock.etats.conversion.reject()
    stock.etats.photos.reject()


def orienter(app: QApplication, page: VacancesPage) -> None:
    """Open the panel of the first dwelling owed to a réservataire; nothing is written."""
    for row in page.liste.model.lignes:
        if row.etape is not Etape.A_ORIENTER:
            continue
        page.montrer_objet(row.id)
        attendre(app, partial(_montre, page, row.id))
        page.entete.suite.click()
        attendre(app, lambda: page.pile.currentWidget() is page.panneau)
        shown = page.panneau.proposition
        if shown is not None and shown.echeance is not None:
            return


def simuler(app: QApplication, page: SimulationPage) -> None:
    """Play the newest year with Action Logement at 30 %; nothing is written."""
    model = page.hypothese.model
    rank = [row.nom for row in model.lignes].index(ACTION_LOGEMENT)
    model.setData(model.index(rank, Col.TAUX), 30.0)
    page.simuler.click()
    attendre(app, lambda: page.pile.currentWidget() is page.resultat)


def _montre(page: VacancesPage, ident: int) -> bool:
    return page.dossier is not None and page.dossier.vacance.id == ident


def imprimer(base: Path, folder: Path) -> None:
    """The first page of a letter, where poppler is installed."""
    bureau = charger_atelier(SystemClock()).ouvrir(base)
    try:
        made = derouler(bureau, base.parent, sans_progres)
    finally:
        bureau.base.fermer()
    if poppler := shutil.which("pdftoppm"):
        options = ["-r", "80", "-png", "-singlefile"]
        target = str(folder / "lettre")
        subprocess.run([poppler, *options, made.lettre, target], check=True)  # noqa: S603 - found on the path


def main() -> None:
    """Build the demonstration in a temporary folder and take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("dossier", type=Path)
    parser.add_argument("--sombre", action="store_true")
    asked = parser.parse_args()
    asked.dossier.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = creer_application(["fluxdesk"])
    with tempfile.TemporaryDirectory() as name:
        base = Path(name) / "demonstration.fluxdesk"
        window = faire_fenetre(
            base, reglages=ReglagesDisque(Path(name) / "reglages.json"), demonstration=base
        )
        window.show()
        attendre(app, lambda: window.seance)
        theme.appliquer(app, sombre=asked.sombre)
        photographier(app, window, asked.dossier)
        ecrire(app, window, asked.dossier)
        window.close()
        imprimer(base, asked.dossier)


if __name__ == "__main__":
    main()
