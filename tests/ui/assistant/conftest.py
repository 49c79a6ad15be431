"""The assistant opened on an empty base, and a workbook of an ERP."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from fluxdesk.ui.dialogs.assistant_import import (
    AssistantImport,
)
from tests.journeys.classeur_erp import ecrire_erp
from tests.ui.assistant.officier import Essayeur

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from fluxdesk.domain.profil import Genre
    from fluxdesk.ui.contexte import Contexte

Role = Qt.ItemDataRole


@pytest.fixture
def ouvrir(contexte_vide: Contexte, qtbot: QtBot) -> Callable[..., Essayeur]:
    """Open the assistant on a file, and wait until it is read."""

    def opened(path: Path, genre: Genre | None = None) -> Essayeur:
        dialog = AssistantImport(contexte_vide, path, genre)
        qtbot.addWidget(dialog)
        dialog.open()
        dialog.commencer()
        user = Essayeur(dialog, contexte_vide, qtbot)
        user.calmer()
        return user

    return opened


@pytest.fixture
def erp(tmp_path: Path) -> Path:
    path = tmp_path / "Export ERP.xlsx"
    ecrire_erp(path)
    return path


@pytest.fixture
def agent(ouvrir: Callable[..., Essayeur], erp: Path) -> Essayeur:
    return ouvrir(erp)
