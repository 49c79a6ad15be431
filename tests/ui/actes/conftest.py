"""A desk that writes real letters and workbooks, and pages shown in a window."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol, TypeVar

import pytest
from PySide6.QtWidgets import QWidget

from fluxdesk.adapters.pdf.courriers_pdf import ecrire_courriers
from fluxdesk.adapters.pdf.lettre_pdf import ecrire_lettre
from fluxdesk.adapters.referentiels.cog import Cog
from fluxdesk.adapters.sheets.bilan_csv import ecrire_bilan_csv
from fluxdesk.adapters.sheets.liste_fichier import ecrire_liste
from fluxdesk.adapters.sheets.modele_workbook import ecrire_modele
from fluxdesk.adapters.sheets.rapport_workbook import ecrire_rapport_xlsx
from fluxdesk.adapters.sheets.simulation_workbook import ecrire_simulation
from fluxdesk.adapters.sheets.source_reader import lire_source
from fluxdesk.adapters.sheets.tableau_reader import lire_tableau
from fluxdesk.ui.models.conventions_lieux import Lieux
from tests.ui.faux import neuve, ouverte

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from fluxdesk.domain.bilan import Bilan
    from fluxdesk.services.ports import Bureau
    from fluxdesk.ui.contexte import Contexte

P = TypeVar("P", bound=QWidget)
PATIENCE = 10_000


class Attendre(Protocol):
    """Let the worker and the timers finish."""

    def __call__(self, ms: int = 0) -> None: ...


class Montrer(Protocol):
    """Show a page and let it read."""

    def __call__(self, page: P) -> P: ...


def _ecrire_papier(bilan: Bilan, cible: Path) -> None:
    """Sheets and charts are not what these tests look at."""
    cible.write_text(bilan.destinataire, "utf-8")


def _avec_papiers(bureau: Bureau) -> Bureau:
    return replace(
        bureau,
        lire_tableau=lire_tableau,
        lire_source=lire_source,
        ecrire_lettre=ecrire_lettre,
        ecrire_courriers=ecrire_courriers,
        ecrire_liste=ecrire_liste,
        ecrire_modele=ecrire_modele,
        ecrire_rapport_xlsx=ecrire_rapport_xlsx,
        ecrire_bilan_xlsx=_ecrire_papier,
        ecrire_bilan_pdf=_ecrire_papier,
        ecrire_bilan_csv=ecrire_bilan_csv,
        ecrire_simulation=ecrire_simulation,
    )


@pytest.fixture
def bureau(demonstration_faite: Path, tmp_path: Path) -> Iterator[Bureau]:
    """A desk on a copy of the demonstration, with its printers."""
    path = tmp_path / "copie.fluxdesk"
    shutil.copy(demonstration_faite, path)
    desk = _avec_papiers(ouverte(path))
    yield desk
    desk.base.fermer()


@pytest.fixture
def bureau_vide(tmp_path: Path) -> Iterator[Bureau]:
    """A desk on a base that holds nothing yet, with its printers."""
    desk = _avec_papiers(neuve(tmp_path / "vide.fluxdesk"))
    yield desk
    desk.base.fermer()


@pytest.fixture(scope="session")
def lieux() -> Lieux:
    """The places of the whole country."""
    return Lieux.du_cog(Cog().communes())


@pytest.fixture
def attendre(qtbot: QtBot, contexte: Contexte) -> Attendre:
    return _patience(qtbot, contexte)


@pytest.fixture
def attendre_vide(qtbot: QtBot, contexte_vide: Contexte) -> Attendre:
    return _patience(qtbot, contexte_vide)


def _patience(qtbot: QtBot, contexte: Contexte) -> Attendre:
    def wait(ms: int = 0) -> None:
        if ms:
            qtbot.wait(ms)
        for _ in range(4):  # a reading may ask for another
            qtbot.waitUntil(lambda: contexte.tasks.en_cours == 0, timeout=PATIENCE)
            qtbot.wait(5)

    return wait


@pytest.fixture
def montrer(qtbot: QtBot, attendre: Attendre) -> Montrer:
    def show(page: P) -> P:
        qtbot.addWidget(page)
        page.resize(1240, 820)
        page.show()
        qtbot.waitExposed(page)
        attendre()
        return page

    return show


@pytest.fixture
def erreurs(contexte: Contexte) -> list[str]:
    """What the window was asked to say went wrong."""
    told: list[str] = []
    contexte.erreur.connect(told.append)
    return told
