"""Acts of the page Vacances, as an officer does them in a dialog."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QDateEdit, QLineEdit

from fluxdesk.domain.candidat import Candidat
from fluxdesk.ui.dialogs.acte import ActeDialog

if TYPE_CHECKING:
    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.ui.contexte import Contexte
    from fluxdesk.ui.pages.vacances import VacancesPage
    from fluxdesk.ui.pages.vacances_dossier import DossierVacance
    from fluxdesk.ui.pages.vacances_gestes import Geste
    from tests.ui.actes.conftest import Attendre


def dossier_de(page: VacancesPage) -> DossierVacance:
    assert page.dossier is not None
    return page.dossier


def offre_de(page: VacancesPage) -> Orientation:
    offre = dossier_de(page).offre
    assert offre is not None
    return offre


def demander(page: VacancesPage, geste: Geste, attendre: Attendre) -> ActeDialog:
    """The dialog of an act, its effect computed."""
    page._faire(geste)
    attendre()
    dialog = page.suivi.dialogue
    assert isinstance(dialog, ActeDialog)
    return dialog


def jour(dialog: ActeDialog, code: str = "jour") -> QDateEdit:
    edit = dialog.champ(code)
    assert isinstance(edit, QDateEdit)
    return edit


def texte(dialog: ActeDialog, code: str = "motif") -> QLineEdit:
    line = dialog.champ(code)
    assert isinstance(line, QLineEdit)
    return line


def liste(dialog: ActeDialog, code: str) -> QComboBox:
    box = dialog.champ(code)
    assert isinstance(box, QComboBox)
    return box


def accepter(dialog: ActeDialog, attendre: Attendre) -> None:
    assert dialog.faire.isEnabled(), dialog.effet.text()
    dialog.accept()
    attendre(250)


def inscrire(page: VacancesPage, contexte: Contexte, candidat: Candidat) -> None:
    with contexte.bureau.base.transaction() as uow:
        uow.candidats.enregistrer(replace(candidat, orientation_id=offre_de(page).id))
        uow.valider()


MENAGE = Candidat(orientation_id=0, numero_unique="02A032600012320A1A", nom="MARTIN")
