"""Pictures of dialogs whose lists are full, on the base of ``base_remplie``.

    python -m tests.journeys.captures_remplies DOSSIER [--sombre] [--base FICHIER]

``--base`` is a base filled already, copied first; without it one is made. Sizes that would not
hold in a window of 1280 × 720 are told.
"""

from __future__ import annotations

import argparse
import os
import shutil
import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from fluxdesk.adapters.disk.reglages import ReglagesDisque
from fluxdesk.bootstrap.charge import charger_atelier
from fluxdesk.bootstrap.fenetre import faire_fenetre
from fluxdesk.bootstrap.horloge import SystemClock
from fluxdesk.services.ports import sans_progres
from fluxdesk.ui import theme
from fluxdesk.ui.app import creer_application
from fluxdesk.ui.classeur import PAGES
from fluxdesk.ui.pages.conventions import ConventionsPage
from fluxdesk.ui.pages.patrimoine import PatrimoinePage
from tests.journeys.base_remplie import NOM_LONG, remplir
from tests.journeys.captures import attendre

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication, QStackedWidget, QTabWidget

    from fluxdesk.ui.dialogs.conversion import ConversionDialog
    from fluxdesk.ui.main_window import MainWindow

PLACE = (1280, 720)
ROTATION = 8.0  # per cent, typed: the demonstration knows no whole year


class Appareil:
    """Takes a picture once the window is calm, and tells what is too large."""

    def __init__(self, app: QApplication, window: MainWindow, folder: Path) -> None:
        self._app, self._window, self._folder = app, window, folder

    def calme(self, vrai: Callable[[], object] | None = None) -> None:
        """Wait for that, and for the worker."""
        done = vrai or (lambda: True)
        attendre(self._app, lambda: done() and self._window.tasks.en_cours == 0)

    def prendre(self, widget: QWidget | None, nom: str) -> None:
        """Save the picture of that widget."""
        assert widget is not None
        self.calme()
        size = widget.size()
        least = widget.minimumSizeHint()
        for told, wide, high in (
            ("opens", size.width(), size.height()),
            ("needs", least.width(), least.height()),
        ):
            if wide > PLACE[0] or high > PLACE[1]:
                print(f"{nom} {told} {wide} x {high}")  # noqa: T201 - a script that tells
        widget.grab().save(str(self._folder / f"{nom}.png"))

    def feuilleter(self, widget: QWidget, pages: QStackedWidget | QTabWidget, nom: str) -> None:
        """Save the picture of each page of that widget."""
        for rank in range(pages.count()):
            pages.setCurrentIndex(rank)
            self.prendre(widget, f"{nom}_{rank:02}")


def conventions(page: ConventionsPage, appareil: Appareil) -> None:
    """The form of a réservataire with a long name, and its file."""
    names = [row.reservataire.nom for row in page.model.lignes]
    page.table.selectRow(names.index(NOM_LONG))
    page.modifier.click()
    form = page.dialogue
    assert form is not None
    appareil.calme(form.isVisible)
    appareil.feuilleter(form, form.ui.onglets, "remplie_convention")
    form.reject()
    page.dossier.click()
    appareil.calme(lambda: page.actes_dossier.dialogue)
    dossier = page.actes_dossier.dialogue
    assert dossier is not None
    appareil.feuilleter(dossier, dossier.onglets, "remplie_dossier")
    dossier.reject()


def garanties(page: ConventionsPage, appareil: Appareil) -> None:
    """The guarantees, and the form of one."""
    acts = page.stock.garanties
    acts.demander()
    appareil.calme()
    assert acts.dialogue is not None
    appareil.prendre(acts.dialogue, "remplie_garanties")
    acts.dialogue.changer.click()
    appareil.prendre(acts.fiche, "remplie_garantie_fiche")
    assert acts.fiche is not None
    acts.fiche.reject()
    acts.dialogue.reject()


def stock(page: ConventionsPage, appareil: Appareil) -> None:
    """Rights, the five steps of a conversion, its photo and what changed since."""
    etats = page.stock.etats
    etats.demander()
    appareil.calme()
    assert etats.photos is not None
    appareil.prendre(etats.photos, "photos_vide")
    etats.photos.commencer.click()
    appareil.calme(lambda: etats.conversion)
    conversion = etats.conversion
    assert conversion is not None
    conversion.stock.saisir.click()
    appareil.calme(lambda: etats.droits)
    appareil.prendre(etats.droits, "remplie_droits")
    assert etats.droits is not None
    etats.droits.reject()
    appareil.prendre(conversion, "remplie_conversion_0")
    convertir(conversion, appareil)
    conversion.accept()
    appareil.prendre(etats.photos, "remplie_photos")
    etats.photos.ecarts.click()
    appareil.calme(lambda: etats.ecarts)
    appareil.prendre(etats.ecarts, "remplie_ecarts_aucun")
    assert etats.ecarts is not None
    etats.ecarts.reject()
    etats.photos.reject()


def convertir(conversion: ConversionDialog, appareil: Appareil) -> None:
    """Each step after the first; the last one writes."""
    conversion.montrer(1)
    conversion.assiette.lire_rotation.setChecked(True)
    conversion.assiette.rotation.setValue(ROTATION)
    conversion.assiette.source.setText("rapport d’activité 2025")
    appareil.prendre(conversion, "remplie_conversion_1")
    for rank in (2, 3, 4):
        conversion.montrer(rank)
        appareil.prendre(conversion, f"remplie_conversion_{rank}")
    conversion.pied.suivant.click()
    appareil.prendre(conversion, "remplie_conversion_5")


def patrimoine(page: PatrimoinePage, appareil: Appareil) -> None:
    """The programme of ten dwellings, its delivery, and a residence."""
    acts = page.actes.neuf
    acts.action_programmes.trigger()
    appareil.calme()
    assert acts.dialogue is not None
    appareil.feuilleter(acts.dialogue, acts.dialogue.formulaire.onglets, "remplie_programme")
    acts.dialogue.livraison.click()
    appareil.prendre(acts.second, "remplie_livraison")
    assert acts.second is not None
    acts.second.reject()
    acts.dialogue.formulaire.ajouter_logements.click()
    appareil.calme()
    appareil.prendre(acts.second, "remplie_choix_logements")
    acts.second.reject()
    acts.dialogue.reject()


def menus(window: MainWindow, appareil: Appareil) -> None:
    """What the menus Fichier and Courriers open, a template with a fault among them."""
    assert window.seance is not None
    letters = window.seance.courriers
    letters.demander_modeles()
    appareil.calme()
    assert letters.modeles is not None
    letters.modeles.corps.appendPlainText("Votre interlocuteur : {gardien}.")
    appareil.prendre(letters.modeles, "remplie_modele_fautif")
    assert letters.modeles is not None
    letters.modeles.done(0)
    for signal, nom in (
        (window.menus.identite, "menu_identite"),
        (window.menus.regles, "menu_regles"),
        (window.menus.referentiels, "menu_referentiels"),
        (window.menus.profils, "menu_profils"),
    ):
        before = set(_dialogues(window))
        signal.emit()
        appareil.calme(partial(_nouveau, window, before))
        shown = _nouveau(window, before)
        appareil.prendre(shown, nom)
        assert shown is not None
        shown.close()


def _dialogues(window: MainWindow) -> list[QWidget]:
    return [w for w in window.findChildren(QWidget) if w.isWindow() and w.isVisible()]


def _nouveau(window: MainWindow, avant: set[QWidget]) -> QWidget | None:
    return next((w for w in _dialogues(window) if w not in avant), None)


def photographier(app: QApplication, window: MainWindow, folder: Path) -> None:
    """Every filled dialog."""
    appareil = Appareil(app, window, folder)
    assert window.seance is not None
    for rank, page in enumerate(PAGES):
        if page not in {ConventionsPage, PatrimoinePage}:
            continue
        window.seance.classeur.montrer(rank)
        appareil.calme()
        shown = window.seance.classeur.currentWidget()
        appareil.prendre(window, f"remplie_{page.nom}")
        if isinstance(shown, ConventionsPage):
            conventions(shown, appareil)
            garanties(shown, appareil)
            stock(shown, appareil)
        if isinstance(shown, PatrimoinePage):
            patrimoine(shown, appareil)
    menus(window, appareil)


def preparer(base: Path, dossier: Path) -> None:
    """Make the demonstration and fill it."""
    atelier = charger_atelier(SystemClock())
    bureau = atelier.demonstration(base, sans_progres)
    try:
        remplir(bureau, dossier)
    finally:
        bureau.base.fermer()


def main() -> None:
    """Make or copy the base in a temporary folder and take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("dossier", type=Path)
    parser.add_argument("--sombre", action="store_true")
    parser.add_argument("--base", type=Path)
    asked = parser.parse_args()
    asked.dossier.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = creer_application(["fluxdesk"])
    with tempfile.TemporaryDirectory() as name:
        base = Path(name) / "demonstration.fluxdesk"
        if asked.base:
            shutil.copy(asked.base, base)
        else:
            preparer(base, Path(name))
        settings = ReglagesDisque(Path(name) / "reglages.json")
        window = faire_fenetre(base, reglages=settings, demonstration=Path(name) / "autre.fluxdesk")
        window.resize(*PLACE)
        window.show()
        attendre(app, lambda: window.seance)
        theme.appliquer(app, sombre=asked.sombre)
        photographier(app, window, asked.dossier)
        window.close()


if __name__ == "__main__":
    main()
