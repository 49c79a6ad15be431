"""What an officer does in the dialog of the candidates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pytestqt.qtbot import QtBot

    from fluxdesk.domain.candidat import Candidat
    from fluxdesk.services.ports import Bureau
    from fluxdesk.ui.candidats import ActesCandidats
    from fluxdesk.ui.dialogs.candidat_fiche import CandidatDialog
    from fluxdesk.ui.dialogs.candidats import CandidatsDialog
    from tests.ui.actes.conftest import Attendre

SANS = Qt.KeyboardModifier.NoModifier
PREMIER, SECOND = "069032612345612345", "069032512345712345"


def dialogue_de(actes: ActesCandidats) -> CandidatsDialog:
    assert actes.dialogue is not None
    return actes.dialogue


def fiche_de(actes: ActesCandidats) -> CandidatDialog:
    assert actes.fiche is not None
    return actes.fiche


def enregistres(bureau: Bureau, actes: ActesCandidats) -> Sequence[Candidat]:
    with bureau.base.transaction() as uow:
        return uow.candidats.de_l_orientation(dialogue_de(actes).orientation_id)


def touche(
    actes: ActesCandidats, qtbot: QtBot, key: Qt.Key, avec: Qt.KeyboardModifier = SANS
) -> None:
    """Press a key over the table; shortcuts ask for the active window."""
    dialogue = dialogue_de(actes)
    dialogue.activateWindow()
    qtbot.waitUntil(dialogue.isActiveWindow)
    qtbot.keyClick(dialogue.table, key, avec)


def ajouter(actes: ActesCandidats, numero: str, nom: str, attendre: Attendre) -> None:
    dialogue_de(actes).nouveau.click()
    fiche_de(actes).numero.setText(numero)
    fiche_de(actes).nom.setText(nom)
    fiche_de(actes).accept()
    attendre()
