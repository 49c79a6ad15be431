"""An officer before the assistant, for its tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from fluxdesk.ui.dialogs.assistant_colonnes import EtapeColonnes
from fluxdesk.ui.dialogs.assistant_essai import EtapeEssai
from fluxdesk.ui.dialogs.assistant_fichier import EtapeFichier
from fluxdesk.ui.dialogs.assistant_import import (
    COLONNES,
    ESSAI,
    FICHIER,
    IMPORTER,
    VALEURS,
)
from fluxdesk.ui.dialogs.assistant_resultat import EtapeImporter
from fluxdesk.ui.dialogs.assistant_valeurs import EtapeValeurs
from tests.ui.gestes import PATIENCE

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from fluxdesk.ui.contexte import Contexte
    from fluxdesk.ui.dialogs.assistant_import import (
        AssistantImport,
    )

Role = Qt.ItemDataRole


class Essayeur:
    """An officer before the assistant."""

    def __init__(self, dialog: AssistantImport, contexte: Contexte, qtbot: QtBot) -> None:
        self.dialog = dialog
        self.contexte = contexte
        self._qtbot = qtbot

    def calmer(self) -> None:
        self._qtbot.waitUntil(lambda: self.contexte.tasks.en_cours == 0, timeout=PATIENCE)
        self._qtbot.wait(1)

    def suivant(self, rang: int) -> None:
        self._qtbot.mouseClick(self.dialog.suivant, Qt.MouseButton.LeftButton)
        self.calmer()
        assert self.dialog.rail.courante == rang
        assert self.dialog.titre.text() == self.dialog.etape().titre

    def aller(self, rang: int) -> None:
        for step in range(self.dialog.rail.courante + 1, rang + 1):
            self.suivant(step)

    @property
    def fichier(self) -> EtapeFichier:
        step = self.dialog.etapes[FICHIER]
        assert isinstance(step, EtapeFichier)
        return step

    @property
    def colonnes(self) -> EtapeColonnes:
        step = self.dialog.etapes[COLONNES]
        assert isinstance(step, EtapeColonnes)
        return step

    @property
    def valeurs(self) -> EtapeValeurs:
        step = self.dialog.etapes[VALEURS]
        assert isinstance(step, EtapeValeurs)
        return step

    @property
    def essai(self) -> EtapeEssai:
        step = self.dialog.etapes[ESSAI]
        assert isinstance(step, EtapeEssai)
        return step

    @property
    def importer(self) -> EtapeImporter:
        step = self.dialog.etapes[IMPORTER]
        assert isinstance(step, EtapeImporter)
        return step


def ecrire_conventions(chemin: Path) -> Path:
    chemin.write_text("Organisme;Type;Quota\nRégion Corse;région;2\nCAF du Sud;autr;3\n", "utf-8")
    return chemin
