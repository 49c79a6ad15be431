"""Take pictures of each step of the import assistant, for people to look at.

    python -m tests.journeys.captures_assistant DOSSIER [--sombre]     (QT_SCALE_FACTOR=1.5)

A base is filled by the files of an ERP, one kind after the other, as an officer would.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize

from fluxdesk.adapters.disk.reglages import ReglagesDisque
from fluxdesk.bootstrap.charge import charger_atelier
from fluxdesk.bootstrap.fenetre import faire_fenetre
from fluxdesk.bootstrap.horloge import SystemClock
from fluxdesk.domain.bailleur import Bailleur
from fluxdesk.ui import theme
from fluxdesk.ui.app import creer_application
from fluxdesk.ui.dialogs.assistant_import import IMPORTER
from fluxdesk.ui.dialogs.assistant_valeurs import EtapeValeurs
from tests.journeys.captures import attendre
from tests.journeys.fichiers_erp import ecrire_fichiers

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from fluxdesk.domain.profil import Genre
    from fluxdesk.ui.dialogs.assistant_import import AssistantImport
    from fluxdesk.ui.main_window import MainWindow

TAILLE = QSize(1280, 800)
OFFICE = Bailleur(raison_sociale="Office d’essai", siret="00000000000000")


def parcourir(
    app: QApplication, window: MainWindow, fichier: Path, genre: Genre, folder: Path
) -> None:
    """The five steps of one file, each confirmed as it is proposed; then what the import says."""
    seance = window.seance
    assert seance is not None
    seance.assistant.prendre([fichier], genre)
    dialog = seance.assistant.dialogue
    assert dialog is not None
    attendre(app, lambda: window.tasks.en_cours == 0)
    for rang in range(dialog.rail.courante, IMPORTER + 1):
        photographier_etape(app, dialog, folder / f"{genre.name.lower()}_{rang + 1}.png")
        step = dialog.etape()
        if isinstance(step, EtapeValeurs):
            step.confirmer.click()
        dialog.suivant.click()
        attendre(app, lambda: window.tasks.en_cours == 0)
    photographier_etape(app, dialog, folder / f"{genre.name.lower()}_6.png")
    dialog.suivant.click()
    attendre(app, lambda: seance.assistant.dialogue is None)


def photographier_etape(app: QApplication, dialog: AssistantImport, cible: Path) -> None:
    """The dialog as it stands, once painted."""
    attendre(app, dialog.isVisible)
    dialog.grab().save(str(cible))


def main() -> None:
    """Fill a base in a temporary folder and take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("dossier", type=Path)
    parser.add_argument("--sombre", action="store_true")
    asked = parser.parse_args()
    asked.dossier.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("FLUXDESK_AUJOURDHUI", "2026-11-22")
    app = creer_application(["fluxdesk"])
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        base = place / "office.fluxdesk"
        charger_atelier(SystemClock()).creer(base, OFFICE).base.fermer()
        window = faire_fenetre(
            base,
            reglages=ReglagesDisque(place / "reglages.json"),
            demonstration=place / "demonstration.fluxdesk",
        )
        window.resize(TAILLE)
        window.show()
        attendre(app, lambda: window.seance)
        theme.appliquer(app, sombre=asked.sombre)
        for genre, fichier in ecrire_fichiers(place).items():
            parcourir(app, window, fichier, genre, asked.dossier)
        window.close()


if __name__ == "__main__":
    main()
